import * as np from 'numpy-ts';
const a = np.zeros([12000000]);
const b = np.zeros([12000000]);
const c = np.zeros([12000000]);
console.log(a.shape); console.log(b.shape); console.log(c.shape);
