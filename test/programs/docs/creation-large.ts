import * as np from 'numpy-ts';

// One mebipixel, several ways.
const SIDE = 1024;
const doubles = np.zeros([SIDE, SIDE]);
const singles = np.zeros([SIDE, SIDE], 'float32');
const shorts = np.ones([SIDE, SIDE], 'uint16');
const ramp = np.arange(SIDE * SIDE);
const image = ramp.reshape(SIDE, SIDE);

function mebibytes(array: np.NDArray): number {
  return array.nbytes / 2 ** 20;
}

console.log([doubles, singles, shorts, ramp, image].map((array) => mebibytes(array as np.NDArray)));
