import * as np from 'numpy-ts';
const big = np.zeros([1000000]);
const b2 = big.add(1);
big.dispose();
export {};
