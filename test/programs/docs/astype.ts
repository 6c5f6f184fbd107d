import * as np from 'numpy-ts';

const floats = np.linspace(0, 255, 256);
const bytes = floats.astype('uint8');
const same = floats.astype('float64');
const noCopy = floats.astype('float64', false);
const singles = floats.astype('float32');
const complex = singles.astype('complex64');
const flags = bytes.astype('bool');
const wide = bytes.astype('int64');
const halves = floats.astype('float16');
const narrow = wide.astype('int8');

for (const x of [bytes, same, noCopy, singles, complex, flags, wide, halves, narrow]) console.log(x.dtype, x.nbytes);
console.log(noCopy === floats, same === floats);
