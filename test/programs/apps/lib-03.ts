// @ts-nocheck -- written by reviewers to find wrong facts
// Box blur and Sobel by slices
import * as np from 'numpy-ts';
const N = 400;
const yy = np.linspace(-1, 1, N), xx = np.linspace(-1, 1, N);
const [X, Y] = np.meshgrid(xx, yy);
const img = np.exp(X.multiply(X).add(Y.multiply(Y)).multiply(-4));
function blur(a: np.NDArray): np.NDArray {
  const p = np.pad(a, 1);
  let acc = np.zeros(a.shape as number[]);
  for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) {
    acc = acc.add(p.slice(`${i}:${i + N}`, `${j}:${j + N}`));
  }
  return acc.divide(9);
}
function sobel(a: np.NDArray): [np.NDArray, np.NDArray] {
  const gx = a.slice('1:-1', '2:').subtract(a.slice('1:-1', ':-2')).multiply(2)
    .add(a.slice(':-2', '2:').subtract(a.slice(':-2', ':-2')))
    .add(a.slice('2:', '2:').subtract(a.slice('2:', ':-2')));
  const gy = a.slice('2:', '1:-1').subtract(a.slice(':-2', '1:-1')).multiply(2)
    .add(a.slice('2:', ':-2').subtract(a.slice(':-2', ':-2')))
    .add(a.slice('2:', '2:').subtract(a.slice(':-2', '2:')));
  return [gx, gy];
}
const b = blur(img);
const [gx, gy] = sobel(b);
const mag = np.hypot(gx, gy);
const ang = np.arctan2(gy, gx);
console.log(b.shape, gx.shape, mag.shape, Number(mag.max()).toFixed(8), Number(ang.mean()).toFixed(8));
const edges = mag.greater(Number(np.percentile(mag, 90)));
console.log(edges.dtype, np.count_nonzero(edges), edges.nbytes);
const bins = np.floor(ang.add(Math.PI).divide(2 * Math.PI).multiply(8)).astype('int32').mod(8);
console.log(np.bincount(bins.ravel(), mag.ravel(), 8).round(4).tolist());
const idx = np.unravel_index(Number(np.argmax(mag)), [N - 2, N - 2]);
console.log(idx.map((v) => String(v)));
