import * as np from 'numpy-ts';
// box blur and sobel with shifted slices in a loop
interface Opts { radius: number; passes?: number; dtype?: 'float32' | 'float64' }
function boxBlur(img: np.NDArray, { radius, passes = 1, dtype = 'float32' }: Opts): np.NDArray {
  let cur = img.astype(dtype);
  const [h, w] = img.shape as [number, number];
  const k = 2 * radius + 1;
  for (let p = 0; p < passes; p++) {
    const padded = np.pad(cur, [[radius, radius], [radius, radius]], "constant");
    let acc: np.NDArray = np.zeros([h, w], dtype);
    for (let dy = 0; dy < k; dy++) {
      for (let dx = 0; dx < k; dx++) {
        acc = acc.add(padded.slice(`${dy}:${dy + h}`, `${dx}:${dx + w}`));
      }
    }
    cur = acc.divide(k * k);
  }
  return cur;
}
np.random.seed(0);
const img = (np.random.rand(200, 300) as np.NDArray).multiply(255);
const out = boxBlur(img, { radius: 1, passes: 2 });
const out2 = boxBlur(img, { radius: 2, dtype: 'float64' });
console.log(out.shape, out.dtype, Number(out.mean()).toFixed(2), out2.dtype, Number(out2.std()).toFixed(4));
const gx = out2.slice('1:-1', '2:').subtract(out2.slice('1:-1', ':-2'));
const gy = out2.slice('2:', '1:-1').subtract(out2.slice(':-2', '1:-1'));
const mag = np.sqrt(gx.multiply(gx).add(gy.multiply(gy)));
const edges = np.where(mag.greater(10), np.ones_like(mag), np.zeros_like(mag)) as np.NDArray;
console.log(mag.shape, Number(np.sum(edges)));
