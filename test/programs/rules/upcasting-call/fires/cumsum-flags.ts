import * as np from 'numpy-ts';

const flags = np.ones([120_000], 'bool');
// A running count of booleans in 64 bits.
// expect: upcasting-call <<flags.cumsum()>>
const count = flags.cumsum();
console.log(Number(np.max(count)), Number(np.count_nonzero(flags)));
