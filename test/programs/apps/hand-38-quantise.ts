import * as np from 'numpy-ts';

// quantise weights to int8, and integers times fractions
interface Quantised { q: np.NDArray; scale: number; zero: number }
function quantise(x: np.NDArray, bits = 8): Quantised {
  const lo = Number(x.min());
  const hi = Number(x.max());
  const scale = (hi - lo) / (2 ** bits - 1);
  const zero = Math.round(-lo / scale);
  const q = np.clip(np.round(x.divide(scale)).add(zero), 0, 2 ** bits - 1).astype(bits <= 8 ? 'uint8' : 'uint16');
  return { q, scale, zero };
}
const dequantise = ({ q, scale, zero }: Quantised) => q.astype('float32').subtract(zero).multiply(scale);

const W = np.sin(np.arange(256 * 512)).reshape(256, 512).astype('float32');
const packed = quantise(W);
const back = dequantise(packed);
const err = np.max(np.absolute(W.subtract(back))) as number;
console.log(packed.q.dtype, packed.q.nbytes, back.dtype, err < 0.01);
const packed16 = quantise(W, 12);
console.log(packed16.q.dtype, packed16.q.nbytes);

const img = np.arange(400 * 600 * 3).mod(251).astype('uint8').reshape(400, 600, 3);
const red = img.slice(':', ':', '0');
const dim = red.multiply(0.5);
console.log(dim.dtype, dim.get([3, 3]), red.get([3, 3]));
const top = img.slice(':200').copy();
const dark = top.multiply(0.5);
console.log(dark.dtype, dark.max());
const left = img.slice(':', ':300').copy();
const less = left.divide(2);
console.log(less.dtype, less.max());
const luma = red.multiply(0.299).add(img.slice(':', ':', '1').multiply(0.587)).add(img.slice(':', ':', '2').multiply(0.114));
console.log(luma.dtype, luma.max());
const lumaF = np.tensordot(img.astype('float32'), np.array([0.299, 0.587, 0.114], 'float32'), 1) as np.NDArray;
console.log(lumaF.dtype, lumaF.shape, Number(lumaF.max()).toFixed(2));
const posterised = img.right_shift(5).left_shift(5);
console.log(posterised.dtype, np.unique(posterised) !== undefined);
const sat = np.minimum(img.astype('uint16').add(60), 255).astype('uint8');
console.log(sat.min(), sat.dtype);
const i16 = np.arange(50_000).astype('int16');
console.log(i16.min(), i16.multiply(0.1).max(), i16.slice('::2').multiply(0.1).max(), i16.add(0.9).get([1]));
