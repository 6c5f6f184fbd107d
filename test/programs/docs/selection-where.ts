import * as np from 'numpy-ts';

const a = np.arange(12).reshape(3, 4);
const mask = a.greater(5);
const chosen = np.where(mask, a, np.zeros([3, 4])) as np.NDArray;
const places = np.argwhere(mask);
const flat = np.flatnonzero(mask);
const [rows, cols] = np.nonzero(a);
const extracted = np.extract(mask, a);
const compressed = np.compress(np.array([true, false, true]), a, 0);
const squeezed = a.compress([false, true, true, false], 1);

console.log(chosen.shape, places.shape, flat.tolist(), rows.shape, cols.dtype);
console.log(extracted.tolist(), compressed.shape, squeezed.shape);
