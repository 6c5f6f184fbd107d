import * as np from 'numpy-ts';

const image = np.zeros([1024, 1024], 'uint8');
const ids = np.arange(0, 60000, 1, 'uint16');
const depth = np.full([600, 600], 40_000, 'uint16');
image.slice('5').fill(200);
console.log(Number(np.sum(image)), Number(np.sum(ids)), Number(np.sum(depth)));
