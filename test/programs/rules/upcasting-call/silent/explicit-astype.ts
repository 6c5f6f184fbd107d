import * as np from 'numpy-ts';

// Wider, and said so.
const image = np.full([512, 512], 100, 'uint8');
const floats = image.astype('float64');
const wide = image.astype('int32');
console.log(Number(np.sum(floats)), Number(np.sum(wide)), Number(np.max(image)));
