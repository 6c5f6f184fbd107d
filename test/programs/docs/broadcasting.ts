import * as np from 'numpy-ts';

const m = np.ones([4, 3]);
const row = np.array([1, 2, 3]);
const col = np.array([[1], [2], [3], [4]]);
const a = m.add(row);
const b = m.multiply(col);
const outer = col.add(row);
const cube = np.ones([2, 1, 3]).add(np.ones([4, 1]));
const centered = m.subtract(np.mean(m, 0) as np.NDArray);
const wide = np.broadcast_to(row, [1000, 3]);
const scaled = wide.multiply(2);

console.log(a.shape, b.shape, outer.shape, cube.shape, centered.shape);
console.log(wide.shape, wide.nbytes, scaled.nbytes);
