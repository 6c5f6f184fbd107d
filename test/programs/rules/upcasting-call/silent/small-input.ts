import * as np from 'numpy-ts';

const palette = np.arange(0, 256, 1, 'uint8');
const gamma = palette.divide(255);
const roots = np.sqrt(np.array([1, 4, 9], 'int32'));
console.log(Number(np.sum(gamma)).toFixed(6), roots.tolist());
