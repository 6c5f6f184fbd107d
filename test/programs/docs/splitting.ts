import * as np from 'numpy-ts';

const a = np.arange(24).reshape(6, 4);
const [top, middle, bottom] = np.split(a, 3);
const [left, right] = np.hsplit(a, 2);
const parts = np.vsplit(a, 2);
const uneven = np.array_split(np.arange(10), 3);
const at = np.split(np.arange(10), [3, 5]);
const rows = np.unstack(a);

console.log(top.shape, middle.shape, bottom.nbytes, left.shape, right.strides);
console.log(parts[0].shape, uneven.map((part) => part.size), at.length, rows.length, rows[0].shape);
