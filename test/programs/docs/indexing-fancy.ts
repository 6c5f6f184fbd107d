import * as np from 'numpy-ts';

const m = np.arange(30).reshape(6, 5);
const picked = m.iindex([0, 2, 4]);
const columns = m.iindex([1, 3], 1);
const mask = np.greater(m, 10);
const big = m.bindex(mask);
const taken = np.take(m, [0, 1, 2]);
const takenRows = m.take([5, 0], 0);
const order = np.array([4, 3, 2, 1, 0]);
const permuted = m.iindex(order as np.NDArray, 1);

console.log(picked.shape, columns.shape, big.shape, taken.tolist());
console.log(takenRows.shape, permuted.shape, permuted.get([0, 0]));
