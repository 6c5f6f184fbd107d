// 100 numpy exercises, part 1
import * as np from 'numpy-ts';

const Z = np.zeros([10]);
console.log(`${Z.size * Z.itemsize} bytes`);
Z.set([4], 1);
const range = np.arange(10, 50);
const rev = range.slice('::-1');
const m3 = np.arange(9).reshape(3, 3);
const nz = np.nonzero(np.array([1, 2, 0, 0, 4, 0]));
const I = np.eye(3);
np.random.seed(0);
const R = np.random.random([3, 3, 3]);
const R10 = np.random.random([10, 10]);
const [zmin, zmax] = [R10.min(), R10.max()];
const mean = np.random.random(30).mean();
const border = np.ones([10, 10]);
for (let i = 1; i < 9; i++) for (let j = 1; j < 9; j++) border.set([i, j], 0);
const padded = np.pad(np.ones([5, 5]), 1, 'constant', 0);
const d = np.diag(np.arange(1, 5), -1);
const checker = np.zeros([8, 8], 'int32');
for (let i = 0; i < 8; i++) {
  for (let j = 0; j < 8; j++) {
    if ((i + j) % 2 === 1) checker.set([i, j], 1);
  }
}
const ui = np.unravel_index(99, [6, 7, 8]);
const tiled = np.tile(np.array([[0, 1], [1, 0]]), [4, 4]);
const normed = R10.subtract(R10.mean()).divide(R10.std());
const prod = np.dot(np.ones([5, 3]), np.ones([3, 2]));
const neg = np.where(np.logical_and(np.greater(range, 3), np.less(range, 28)), np.negative(range), range);
console.log(rev.shape, m3.shape, nz.length, I.nbytes, R.shape, zmin, zmax, mean, padded.shape, d.shape, ui[0].tolist(), tiled.shape, normed.shape, prod.tolist(), neg.tolist());
