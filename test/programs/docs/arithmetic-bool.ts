import * as np from 'numpy-ts';

const a = np.arange(1000);
const low = np.less(a, 300);
const high = a.greater_equal(700);
const middle = np.logical_not(np.logical_or(low, high));
const both = low.logical_and(high);
const even = np.equal(np.mod(a, 2), 0);
const count = np.count_nonzero(middle);
const any = np.any(both);
const all = np.all(np.logical_or(low, np.logical_not(low)));
const xor = np.logical_xor(low, even);

console.log(low.dtype, low.nbytes, count, any, all, xor.shape);
