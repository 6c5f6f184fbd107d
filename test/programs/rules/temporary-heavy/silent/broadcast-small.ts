import * as np from 'numpy-ts';

// The chain is on a row; one large result.
const matrix = np.ones([1000, 300]);
const row = np.arange(300);
const result = matrix.add(row.multiply(2).add(1).divide(3).subtract(5));
console.log(Number(np.sum(result)).toFixed(6));
