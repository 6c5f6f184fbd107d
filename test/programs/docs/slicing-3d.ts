import * as np from 'numpy-ts';

const image = np.zeros([120, 160, 3], 'uint8');
const red = image.slice(':', ':', '0');
const green = image.slice(':', ':', '1');
const topLeft = image.slice(':60', ':80');
const half = image.slice('::2', '::2');
const strip = image.slice('10:20', ':', ':');
const pixel = image.slice('5', '7');

red.fill(200);
green.fill(100);
console.log(red.shape, topLeft.nbytes, half.shape, strip.size, pixel.tolist());
console.log(Number(np.sum(image)));
