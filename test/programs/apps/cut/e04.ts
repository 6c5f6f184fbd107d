import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
async function task() { await null; state = np.zeros([size]); }
task();
size = 9;
await null;
console.log(state.copy().shape);
