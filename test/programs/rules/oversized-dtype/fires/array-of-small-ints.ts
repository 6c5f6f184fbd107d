import * as np from 'numpy-ts';

const ages = Array.from({ length: 100_000 }, (_, i) => i % 120);
// expect: oversized-dtype <<np.array(ages)>>
const column = np.array(ages);
console.log(Number(np.sum(column)), Number(np.min(column)), Number(np.max(column)));
