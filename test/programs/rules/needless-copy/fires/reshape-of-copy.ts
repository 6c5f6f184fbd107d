import * as np from 'numpy-ts';

const stream = np.arange(96_000);
// expect: needless-copy <<stream.copy()>>
const frames = stream.copy().reshape(100, 960);
const perFrame = np.max(frames, 1) as np.NDArray;
console.log(Number(np.sum(perFrame)), Number(np.sum(stream)));
