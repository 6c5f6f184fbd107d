import * as np from 'numpy-ts';

// Only the input is large; the intermediates have a row each.
const table = np.arange(400_000).reshape(1000, 400);
const mean = np.sum(table, 0) as np.NDArray;
const scaled = mean.divide(1000).multiply(2).add(1).sqrt();
console.log(Number(np.sum(scaled)).toFixed(6));
