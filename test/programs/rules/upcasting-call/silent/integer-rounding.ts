import * as np from 'numpy-ts';

const pixels = np.full([600, 600], 37, 'int16');
const tens = np.around(pixels, -1);
const magnitude = np.absolute(pixels);
const negative = np.negative(pixels);
const change = np.diff(pixels, 1, 0);
console.log([tens, magnitude, negative, change].map((each) => Number(np.max(each))));
