import * as np from 'numpy-ts';
let n = 3;
process.nextTick(() => { n = 9; });
const o = { [await 'k']() { return 1; } };
console.log(np.zeros([n]).shape, o.k());
