import * as np from 'numpy-ts';

const big = np.arange(500_000);
const part = big.slice('1000:101000').copy();
big.dispose();
const other = np.ones([500_000]);
console.log(Number(np.sum(part)), Number(np.sum(other)));
