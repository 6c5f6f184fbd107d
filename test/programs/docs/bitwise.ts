import * as np from 'numpy-ts';

const flags = np.array([0b1010, 0b0110, 0b1111, 0], 'uint8');
const high = flags.right_shift(2);
const low = flags.bitwise_and(3);
const set = np.bitwise_or(flags, 1);
const toggled = np.bitwise_xor(flags, set);
const inverse = np.invert(flags);
const shifted = np.left_shift(flags, 4);
const packed = np.packbits(np.array([1, 0, 1, 0, 1, 0, 1, 0], 'uint8'));
const unpacked = np.unpackbits(packed);
const counts = np.bitwise_count(flags);

console.log(high.tolist(), low.tolist(), toggled.dtype, inverse.tolist(), shifted.tolist());
console.log(packed.shape, unpacked.shape, counts.tolist());
