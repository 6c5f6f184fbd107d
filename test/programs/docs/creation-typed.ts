import * as np from 'numpy-ts';

const bytes = new Uint8Array(1024);
for (let i = 0; i < bytes.length; i++) bytes[i] = i & 255;
const pixels = np.array(bytes);
const grid = pixels.reshape(32, 32);
const floats = np.array(new Float32Array([1, 2, 3, 4]));
const longs = np.array(new BigInt64Array([1n, 2n]));
const shorts = np.frombuffer(bytes.buffer, 'uint16');
const tail = bytes.subarray(1000);
const copy = bytes.slice(0, 24);

console.log(pixels.dtype, grid.shape, floats.dtype, longs.dtype, shorts.shape);
console.log(tail.byteLength, copy.byteLength, Number(np.sum(grid)));
