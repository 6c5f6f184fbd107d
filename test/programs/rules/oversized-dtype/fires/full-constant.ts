import * as np from 'numpy-ts';

// `full` takes int32 for an integer; 7 fits a byte.
// expect: oversized-dtype <<np.full([700, 700], 7)>>
const costs = np.full([700, 700], 7);
const corner = costs.slice(':10', ':10');
console.log(Number(np.sum(costs)), Number(np.sum(corner)));
