import * as np from 'numpy-ts';

// Integers between 0 and 59,999 need 16 bits, not the 64 of the silent default.
// expect: oversized-dtype <<np.arange(60000)>>
const ids = np.arange(60000);
console.log(Number(np.sum(ids)), Number(np.max(ids)), ids.size);
