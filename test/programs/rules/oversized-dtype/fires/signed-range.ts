import * as np from 'numpy-ts';

// -30,000 to 29,999 is an int16.
// expect: oversized-dtype <<np.arange(-30000, 30000, 1, 'int64')>>
const offsets = np.arange(-30000, 30000, 1, 'int64');
console.log(Number(np.sum(offsets)), Number(np.min(offsets)), offsets.size);
