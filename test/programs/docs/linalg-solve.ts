import * as np from 'numpy-ts';

const a = np.array([[3, 1], [1, 2]]);
const b = np.array([9, 8]);
const x = np.linalg.solve(a, b);
const inverse = np.linalg.inv(a);
const det = np.linalg.det(a);
const rank = np.linalg.matrix_rank(a);
const cube = np.linalg.matrix_power(a, 3);
const pinv = np.linalg.pinv(np.array([[1, 2], [3, 4], [5, 6]]));
const norm = np.linalg.norm(a);
const t = np.trace(a);

console.log(x.tolist(), inverse.shape, Math.round(Number(det)), rank, cube.tolist());
console.log(pinv.shape, Number(norm) > 0, t);
