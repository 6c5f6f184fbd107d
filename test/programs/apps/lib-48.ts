// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// hashing, bit tricks and uint arithmetic
const N = 65536;
let h = np.arange(0, N, 1, 'uint32');
h = np.bitwise_xor(h, np.right_shift(h, 16));
h = h.multiply(0x45d9f3b);
h = np.bitwise_xor(h, np.right_shift(h, 16));
console.log(h.dtype, h.nbytes, Number(h.max()) > 0);
const low = np.bitwise_and(h, 255).astype('uint8');
const hist = np.bincount(low, undefined, 256);
console.log(low.nbytes, hist.dtype, hist.shape, Number(hist.sum()));
const bits = np.unpackbits(low).reshape(-1, 8);
console.log(bits.shape, bits.dtype, (bits.sum(0) as np.NDArray).dtype, np.bitwise_count(low).dtype);
const morton = np.zeros([256], 'uint16');
for (let i = 0; i < 256; i++) { let m = 0; for (let b = 0; b < 8; b++) m |= ((i >> b) & 1) << (2 * b); morton.set([i], m); }
const xy = np.add(np.expand_dims(np.left_shift(morton, 1), 1), morton);
console.log(morton.dtype, xy.dtype, xy.shape, Number(xy.max()));
const bloom = np.zeros([1 << 16], 'bool');
for (let k = 0; k < 3; k++) np.put(bloom, (np.mod(h.slice('::64').astype('float64').multiply(k + 1), 1 << 16).tolist() as number[]).map((v) => Math.floor(v)), [1] as never);
console.log(bloom.dtype, np.count_nonzero(bloom) > 0, np.packbits(bloom).nbytes);
const crc = np.zeros([256], 'uint32');
for (let i = 0; i < 256; i++) { let c = i; for (let k = 0; k < 8; k++) c = c & 1 ? (0xedb88320 ^ (c >>> 1)) >>> 0 : c >>> 1; crc.iset(i, c); }
console.log(crc.item(1), crc.dtype, Number(crc.max()));
const gray = np.bitwise_xor(np.arange(0, 1024, 1, 'uint16'), np.right_shift(np.arange(0, 1024, 1, 'uint16'), 1));
console.log(gray.dtype, np.unique(gray).size, Number(gray.max()));
const i8 = np.arange(-128, 128, 1, 'int8'), wrapped = i8.add(100), asu = i8.view('uint8'), conv = i8.astype('uint8');
console.log(wrapped.dtype, Number(wrapped.min()), asu.dtype, np.array_equal(asu, conv), np.invert(i8).item(0), np.absolute(i8).item(0));
const big = np.array([2n ** 60n, -1n], 'int64'), ub = big.astype('uint64'), fl = big.astype('float64');
console.log(String(big.item(0)), String(ub.item(1)), fl.item(0), big.add(big).dtype, np.right_shift(big, 2).dtype, big.nbytes);
