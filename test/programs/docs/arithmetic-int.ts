import * as np from 'numpy-ts';

const small = np.array([1, 2, 250], 'uint8');
const sum = small.add(10);
const double = small.multiply(2);
const ratio = small.divide(2);
const mixed = small.add(np.array([1, 2, 3], 'int16'));
const wide = small.add(np.array([1, 2, 3], 'float32'));
const power = np.power(small, 2);
const floor = np.floor_divide(small, 3);
const rest = np.mod(small, 3);
const negative = np.negative(np.array([1, -2], 'int32'));

for (const x of [sum, double, ratio, mixed, wide, power, floor, rest, negative]) console.log(x.dtype, x.tolist());
