import * as np from 'numpy-ts';

// Wider, but a row of it.
const video = np.full([200, 100, 64], 5, 'uint8');
const perColumn = np.mean(video, [0, 1]) as np.NDArray;
const perFrame = np.sum(np.max(video, 1), 1) as np.NDArray;
console.log(perColumn.shape, Number(np.max(perFrame)));
