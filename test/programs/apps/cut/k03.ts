import * as np from 'numpy-ts';
let n = 3;
const o = { [Symbol.toPrimitive]() { n = 5; return 'x'; } };
const s = `${o}`;
console.log(np.zeros([n]).shape);
