import * as np from 'numpy-ts';

const x = np.arange(10);
const small = np.less(x, 3);
const large = np.greater(x, 6);
const picked = np.select([small, large], [x.multiply(-1), x.multiply(10)], 0);
const index = np.array([0, 1, 0, 1], 'int32');
const chosen = np.choose(index, [np.array([1, 2, 3, 4]), np.array([10, 20, 30, 40])]);
const table = np.array([[1, 2, 3], [4, 5, 6]]);
const order = np.argsort(table, 1);
const sorted = np.take_along_axis(table, order, 1);

console.log(picked.tolist(), chosen.tolist(), sorted.shape, sorted.dtype);
console.log(np.take(table, [2, 0], 1).tolist());
