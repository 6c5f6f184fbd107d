import * as np from 'numpy-ts';

const log = np.arange(200_000);
// The parent lives on anyway.
// expect: needless-copy <<log.slice('50000:150000').copy()>>
const window = log.slice('50000:150000').copy();
console.log(Number(np.mean(window)), Number(np.sum(log)));
