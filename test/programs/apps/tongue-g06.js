import * as np from 'numpy-ts';
class S { static n = 1; static { Promise.resolve().then(() => { S.n = 4; }); } }
S.n = 9;
await null;
console.log(np.zeros([S.n]).shape);
