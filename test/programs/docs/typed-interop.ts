import * as np from 'numpy-ts';

const pixels = new Uint8ClampedArray(64 * 64 * 4).fill(128);
const rgba = np.array(new Uint8Array(pixels.buffer)).reshape(64, 64, 4);
const rgb = rgba.slice(':', ':', ':3');
const grey = np.mean(rgb, 2) as np.NDArray;
const narrow = grey.astype('uint8');
const raw = narrow.data;
const out = new Uint8ClampedArray(narrow.tobytes());
const list = narrow.tolist() as number[][];
const flat = Float32Array.from(list.flat());
const again = np.array(flat).reshape(64, 64);

console.log(rgb.shape, grey.dtype, narrow.nbytes, raw.length, out.length, flat.byteLength, again.dtype);
