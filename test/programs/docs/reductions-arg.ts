import * as np from 'numpy-ts';

const scores = np.array([[3, 7, 1], [9, 2, 8]]);
const best = np.argmax(scores);
const perRow = np.argmax(scores, 1) as np.NDArray;
const worst = scores.argmin(0) as np.NDArray;
const big = np.arange(10000).reshape(100, 100);
const bigArg = np.argmax(big, 0) as np.NDArray;
const spread = np.ptp(scores, 1) as np.NDArray;
const median = np.median(scores, 0) as np.NDArray;
const q = np.percentile(big, 90, 0) as np.NDArray;

console.log(best, perRow.tolist(), worst.tolist(), bigArg.shape, bigArg.dtype);
console.log(spread.tolist(), median.tolist(), q.shape);
