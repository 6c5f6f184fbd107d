import * as np from 'numpy-ts';

// Milliseconds since 1970 need 41 bits.
const times = np.full([50000], 1_700_000_000_000, 'int64');
const ticks = np.arange(1_700_000_000_000, 1_700_000_060_000);
console.log(Number(np.max(times)), Number(np.max(ticks)));
