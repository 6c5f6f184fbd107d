import * as np from 'numpy-ts';

const frame = np.full([300, 300], 1.5);
// expect: needless-copy <<np.ascontiguousarray(frame)>>
const contiguous = np.ascontiguousarray(frame);
console.log(Number(np.sum(contiguous)), Number(np.min(frame)));
