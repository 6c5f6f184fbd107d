import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
async function task() { await null; state = np.ones([5]); }
task();
const o = { [await new Promise<string>((r) => setTimeout(r, 1, 'k'))]() { return 1; } };
console.log(state.copy().shape);
