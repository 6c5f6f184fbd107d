import * as np from 'numpy-ts';

const keys = np.arange(0, 100_000, 1, 'int32');
// expect: temporary-heavy <<keys.bitwise_xor(keys.right_shift(4)).multiply(9).bitwise_and(65535)>>
const buckets = keys.bitwise_xor(keys.right_shift(4)).multiply(9).bitwise_and(65535);
console.log(Number(np.sum(buckets)), Number(np.max(buckets)));
