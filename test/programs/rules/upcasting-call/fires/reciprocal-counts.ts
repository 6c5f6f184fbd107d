import * as np from 'numpy-ts';

const counts = np.full([420, 420], 8, 'uint8');
const total = 64;
// expect: upcasting-call <<np.divide(counts, total)>>
const share = np.divide(counts, total);
console.log(Number(np.sum(share)), Number(np.max(counts)));
