import * as np from 'numpy-ts';

const a = np.arange(24);
const m = a.reshape(4, 6);
const auto = a.reshape(2, -1);
const f = np.reshape(a, [2, 3, 4]);
const flat = m.ravel();
const copy = m.flatten();
const t = m.T;
const tr = m.transpose();
const perm = f.transpose([2, 0, 1]);
const ravelled = t.ravel();
const squeezed = np.squeeze(np.ones([1, 3, 1]));
const expanded = np.expand_dims(a, 0);
const moved = np.moveaxis(f, 0, -1);
const swapped = f.swapaxes(0, 2);

for (const x of [m, auto, f, flat, copy, t, tr, perm, ravelled, squeezed, expanded, moved, swapped]) {
  console.log(x.shape.join('x'), x.strides.join(','), x.nbytes);
}
