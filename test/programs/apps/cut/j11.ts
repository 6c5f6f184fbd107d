import * as np from 'numpy-ts';
let n = 3;
queueMicrotask(() => { n = 9; });
{ await using r = { async [Symbol.asyncDispose]() {} }; }
console.log(np.zeros([n]).shape);
