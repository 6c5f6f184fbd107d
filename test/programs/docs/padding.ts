import * as np from 'numpy-ts';

const a = np.array([1, 2, 3], 'int16');
const both = np.pad(a, 2);
const sides = np.pad(a, [1, 3]);
const m = np.ones([2, 3]);
const frame = np.pad(m, 1);
const uneven = np.pad(m, [[1, 2], [0, 4]]);
const image = np.zeros([100, 100], 'uint8');
const bordered = np.pad(image, 4);

console.log(both.tolist(), sides.shape, frame.shape, uneven.shape);
console.log(bordered.shape, bordered.dtype, bordered.nbytes - image.nbytes);
