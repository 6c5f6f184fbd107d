import * as np from 'numpy-ts';

// The accumulator is chosen, and narrow enough.
const frames = np.full([4, 400, 400], 0.25, 'float32');
const total = np.sum(frames, 0, false, { dtype: 'float32' }) as np.NDArray;
const top = np.max(np.full([4, 600, 600], 9, 'uint8'), 0) as np.NDArray;
console.log(Number(np.max(total)), Number(np.sum(top)));
