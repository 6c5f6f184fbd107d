import * as np from 'numpy-ts';

const x = np.linspace(-2, 2, 65);
const y = np.linspace(-1, 1, 33);
const [xx, yy] = np.meshgrid(x, y);
const r2 = xx.multiply(xx).add(yy.multiply(yy));
const inside = r2.less_equal(1);
const [ii, jj] = np.meshgrid(np.arange(3), np.arange(4), { indexing: 'ij' });
const grid = np.indices([2, 3]);

console.log(xx.shape, yy.shape, r2.shape, inside.dtype);
console.log(Number(np.count_nonzero(inside)), ii.shape, jj.shape, grid.shape);
