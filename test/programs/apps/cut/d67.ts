import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
async function task() { await null; state = np.ones([5]); }
task();
{ await using r = { async [Symbol.asyncDispose]() {} }; }
console.log(state.copy().shape);
