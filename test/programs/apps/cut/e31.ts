import * as np from 'numpy-ts';
let size = 3;
let state: any = np.zeros([3]);
setTimeout(() => { state = np.zeros([size]); }, 0);
size = 9;
for (await using r of [{ async [Symbol.asyncDispose]() { await new Promise((ok) => setTimeout(ok, 5)); } }]) { }
console.log(state.copy().shape);
