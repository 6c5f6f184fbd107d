import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
setTimeout(() => { state = np.zeros([size]); }, 0);
size = 9;
const o = { [await new Promise<string>((r) => setTimeout(r, 9, 'k'))]() { return 1; } };
console.log(state.copy().shape);
