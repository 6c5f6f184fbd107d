import * as core from 'numpy-ts/core';

const image = core.full([40, 30], 128, 'uint8');
const float = image.astype('float32');
const halved = core.divide(float, 2);
const column = core.mean(halved, 0);
const padded = core.pad(image, 2);
const stacked = core.stack([image, image]);
const flat = core.ravel(image);
const mask = core.greater(image, 100);

console.log(halved.dtype, halved.nbytes, column, padded.shape, stacked.shape, flat.size, mask.dtype);
