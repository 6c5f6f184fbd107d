import * as np from 'numpy-ts';

// expect: oversized-dtype <<np.eye(600)>>
const links = np.eye(600);
links.slice('0').fill(1);
links.set([599, 0], 1);
console.log(Number(np.count_nonzero(links)), Number(np.sum(links)));
