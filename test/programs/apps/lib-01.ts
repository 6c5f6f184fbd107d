// @ts-nocheck -- written by reviewers to find wrong facts
// Image: histogram equalisation of a synthetic grey image
import * as np from 'numpy-ts';
const H = 480, W = 640;
function makeImage(): np.NDArray {
  const y = np.arange(H).reshape(H, 1);
  const x = np.arange(W).reshape(1, W);
  const g = y.multiply(3).add(x.multiply(2)).mod(256);
  return g.astype('uint8');
}
function equalise(img: np.NDArray): np.NDArray {
  const hist = np.bincount(img.ravel(), undefined, 256);
  const cdf = np.cumsum(hist);
  const cdfMin = Number(np.min(cdf));
  const lut = cdf.subtract(cdfMin).multiply(255).divide(img.size - cdfMin).round().astype('uint8');
  return np.take(lut, img.ravel()).reshape(H, W);
}
const img = makeImage();
const eq = equalise(img);
console.log(eq.shape, eq.dtype, Number(np.mean(eq)).toFixed(4), Number(np.max(eq)));
const mask = np.greater(img, 128);
const bright = np.where(mask, img, 0) as np.NDArray;
console.log(bright.dtype, Number(np.sum(bright)));
const [h, edges] = np.histogram(img, 16, [0, 256]);
console.log(h.toArray(), edges.shape, h.dtype);
const inv = img.multiply(-1).add(255);
console.log(inv.dtype, Number(inv.min()));
const thr = np.zeros([H, W]);
np.putmask(thr, mask, [255]);
console.log(Number(np.sum(thr)) / 255, np.count_nonzero(mask));
const t2 = np.digitize(img.ravel(), np.array([64, 128, 192]));
console.log(np.bincount(t2).tolist());
