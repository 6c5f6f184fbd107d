import * as np from 'numpy-ts';

// Normalise every channel of an image by its own mean and deviation.
const image = np.arange(64 * 48 * 3).reshape(64, 48, 3);
const mean = np.mean(image, [0, 1]) as np.NDArray;
const std = np.std(image, [0, 1]) as np.NDArray;
const normalised = image.subtract(mean).divide(std);
const shape = np.broadcast_shapes([64, 48, 3], [3]);
const [x, y] = np.broadcast_arrays(np.arange(3), np.ones([2, 1]));

console.log(mean.shape, std.shape, normalised.shape, shape);
console.log(x.shape, y.shape, Math.abs(Number(np.mean(normalised))) < 1e-9);
