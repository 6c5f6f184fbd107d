import * as np from 'numpy-ts';

/** Histogram equalisation with a look-up table. */
function equalize(image: np.NDArray, bins = 256): [np.NDArray, np.NDArray] {
  const [hist, edges] = np.histogram(image.flatten(), bins, [0, 256]);
  const cdf = np.cumsum(hist);
  const last = Number(cdf.get([bins - 1]));
  const norm = cdf.multiply(255).divide(last);
  const out = np.interp(image.flatten(), edges.slice(':-1') as any, norm);
  return [out.reshape(...(image.shape as number[])), cdf];
}

function equalizeLut(image: np.NDArray): np.NDArray {
  const counts = np.bincount(image.ravel(), undefined, 256);
  const cdf = counts.cumsum();
  const lo = Number(np.min(cdf));
  const hi = Number(cdf.max());
  const lut = cdf.subtract(lo).multiply(255).divide(hi - lo).round().astype('uint8');
  return np.take(lut, image);
}

const bytes = new Uint8Array(400 * 600);
let seed = 7;
for (let i = 0; i < bytes.length; i++) {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  bytes[i] = 60 + (seed >> 16) % 80;
}
const image = np.array(bytes).reshape(400, 600);
const [eq, cdf] = equalize(image);
console.log(eq.dtype, eq.shape, cdf.dtype, cdf.shape);
const fast = equalizeLut(image);
console.log(fast.dtype, fast.shape, fast.nbytes);
console.log(np.histogram(fast, 8)[0].toString());
const gamma = np.arange(256).divide(255).power(1 / 2.2).multiply(255).astype('uint8');
const bright = gamma.take(image.ravel() as any).reshape(400, 600);
console.log(bright.dtype, bright.shape, bright.sum());
const contrast = image.astype('float32').subtract(128).multiply(1.5).add(128).clip(0, 255).astype('uint8');
console.log(contrast.dtype, contrast.max());
