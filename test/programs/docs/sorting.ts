import * as np from 'numpy-ts';

const a = np.array([[3, 1, 2], [9, 7, 8]]);
const rows = np.sort(a);
const columns = np.sort(a, 0);
const order = np.argsort(a);
const flat = np.argsort(np.array([3, 1, 2], 'int16'));
const part = np.partition(np.array([7, 2, 9, 4, 1]), 2);
const argpart = np.argpartition(np.array([7, 2, 9, 4, 1]), 2);
const lex = np.lexsort([np.array([1, 2, 1]), np.array([0, 0, 1])]);
const at = np.searchsorted(np.array([1, 3, 5, 7]), np.array([2, 6])) as np.NDArray;
const big = np.sort(np.arange(50000).multiply(-1));

console.log(rows.tolist(), columns.tolist(), order.dtype, flat.tolist(), part.shape);
console.log(argpart.dtype, lex.tolist(), at.tolist(), big.nbytes);
