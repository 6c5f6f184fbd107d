import * as np from 'numpy-ts';
let n = 3;
const f = () => { n = 5; return 'k'; };
const o = { [f()]() {} };
console.log(np.zeros([n]).shape);
