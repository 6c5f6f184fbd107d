import * as np from 'numpy-ts';

// A consumer reads the buffer as float64.
const ramp = np.arange(60000);
const buffer = ramp.data as Float64Array;
let sum = 0;
for (const value of new Float64Array(buffer.buffer, buffer.byteOffset, 100)) sum += value;
console.log(sum);
