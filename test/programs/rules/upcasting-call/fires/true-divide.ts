import * as np from 'numpy-ts';

const counts = np.full([200_000], 6, 'uint16');
// expect: upcasting-call <<np.true_divide(counts, 4)>>
const share = np.true_divide(counts, 4);
console.log(Number(np.sum(share)), Number(np.sum(counts)));
