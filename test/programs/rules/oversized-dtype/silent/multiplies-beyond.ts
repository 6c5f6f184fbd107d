import * as np from 'numpy-ts';

// 59,999 × 100,000 needs more than 32 bits, and integer arithmetic would wrap.
const ids = np.arange(60000);
const keys = ids.multiply(100_000).add(7);
console.log(Number(np.max(keys)), Number(np.sum(keys)));
