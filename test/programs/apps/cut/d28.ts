import * as np from 'numpy-ts';
let state: any = np.zeros([3]);
Promise.resolve().then(() => { state = np.ones([5]); });
for (await using r of [{ async [Symbol.asyncDispose]() {} }]) { }
console.log(state.copy().shape);
