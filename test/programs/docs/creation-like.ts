import * as np from 'numpy-ts';

const base = np.array([[1, 2, 3], [4, 5, 6]], 'int32');
const z = np.zeros_like(base);
const o = np.ones_like(base, 'float32');
const e = np.empty_like(base);
const f = np.full_like(base, 9);
const image = np.zeros([480, 640, 3], 'uint8');
const mask = np.zeros_like(image, 'bool');
const acc = np.zeros_like(image, 'float64');

console.log(z.dtype, o.dtype, e.shape, f.tolist());
console.log(mask.nbytes, acc.nbytes, acc.nbytes / image.nbytes);
