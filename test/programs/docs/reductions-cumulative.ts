import * as np from 'numpy-ts';

const daily = np.array([3, 1, 4, 1, 5, 9, 2, 6], 'int32');
const running = np.cumsum(daily);
const product = np.cumprod(daily);
const matrix = np.arange(12).reshape(3, 4);
const down = np.cumsum(matrix, 0);
const across = matrix.cumsum(1);
const flat = matrix.cumsum();
const change = np.diff(daily);
const second = np.diff(daily, 2);
const padded = np.ediff1d(daily);
const slope = np.gradient(np.array([1, 2, 4, 7, 11]));

console.log(running.dtype, product.dtype, down.shape, across.shape, flat.shape);
console.log(change.tolist(), second.tolist(), padded.shape, slope);
