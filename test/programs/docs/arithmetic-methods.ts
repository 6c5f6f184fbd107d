import * as np from 'numpy-ts';

const a = np.arange(1, 101).reshape(10, 10);
const chain = a.add(1).multiply(2).subtract(3).divide(4);
const roots = a.sqrt();
const logs = a.log();
const squares = a.square();
const signs = a.subtract(50).sign();
const clipped = a.clip(10, 90);
const rounded = roots.round(2);
const absolute = a.negative().absolute();
const up = roots.ceil();
const down = roots.floor();

console.log(chain.shape, logs.dtype, squares.nbytes, signs.dtype, clipped.dtype);
console.log(rounded.get([0, 1]), absolute.dtype, up.dtype, down.shape);
