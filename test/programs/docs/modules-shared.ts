import * as np from 'numpy-ts';
import { HEIGHT, KERNEL, WIDTH } from './lib/constants.ts';
import luminance, { blank, gradient } from './lib/images.ts';

const canvas = blank();
const floats = blank('float32');
const ramp = gradient();
const rgb = np.ones([HEIGHT, WIDTH, 3]);
const grey = luminance(rgb);
const kernel = np.array([...KERNEL]).divide(16);
const smooth = np.convolve(ramp.slice('0'), kernel, 'same');

console.log(canvas.nbytes, floats.nbytes, ramp.shape, grey.shape, grey.dtype, smooth.shape);
