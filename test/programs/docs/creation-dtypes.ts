import * as np from 'numpy-ts';

const a = np.zeros([100, 100], 'uint8');
const b = np.zeros([100, 100], 'float32');
const c = np.zeros([100, 100], 'complex128');
const d = np.ones([50], 'int64');
const e = np.ones([50], 'bool');
const f = np.full([50], 3, 'int16');
const g = np.array([1, 2, 3], 'uint16');
const h = np.array([1.5, 2.5], 'float32');
const i = np.array([1n, 2n, 3n]);
const j = np.array([true, false]);

for (const x of [a, b, c, d, e, f, g, h, i, j]) {
  console.log(x.dtype, x.shape.join('x'), x.itemsize, x.nbytes);
}
