import * as np from 'numpy-ts';

const a = np.ones([3, 4]);
const b = np.zeros([3, 4]);
const v = np.vstack([a, b]);
const h = np.hstack([a, b]);
const d = np.dstack([a, b]);
const s = np.stack([a, b]);
const s2 = np.stack([a, b], -1);
const c = np.concatenate([a, b]);
const c1 = np.concatenate([a, b], 1);
const columns = np.column_stack([np.arange(5), np.arange(5)]);
const appended = np.append(np.arange(3), np.array([7, 8]));
const narrow = np.concatenate([np.zeros([4], 'uint8'), np.ones([4], 'uint8')]);

for (const x of [v, h, d, s, s2, c, c1, columns, appended, narrow]) console.log(x.dtype, x.shape.join('x'), x.nbytes);
