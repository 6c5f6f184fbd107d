import * as np from 'numpy-ts';

const frames = np.full([8, 300, 300], 10, 'uint8');
// expect: upcasting-call <<np.sum(frames, 0)>>
const total = np.sum(frames, 0) as np.NDArray;
console.log(Number(np.max(total)), Number(np.max(frames)));
