import * as np from 'numpy-ts';
const big = np.zeros([28000000]);
const c = np.zeros([6000000]);
console.log(big.shape);
console.log(c.shape);
