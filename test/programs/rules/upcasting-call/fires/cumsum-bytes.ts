import * as np from 'numpy-ts';

const steps = np.full([100_000], 2, 'uint8');
// expect: upcasting-call <<np.cumsum(steps)>>
const position = np.cumsum(steps);
console.log(Number(np.max(position)), Number(np.sum(steps)));
