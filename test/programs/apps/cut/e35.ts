import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
queueMicrotask(() => { state = np.zeros([size]); });
size = 9;
const { x = await new Promise((r) => setTimeout(r, 1, 1)) }: any = {};
console.log(state.copy().shape);
