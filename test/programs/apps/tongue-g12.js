import * as np from 'numpy-ts';
const tbl = { n: 3, a() { return this?.n ?? 8; } };
const k = 'a';
console.log(np.zeros([tbl[k]()]).shape);
