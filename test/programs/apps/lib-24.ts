// @ts-nocheck -- written by reviewers to find wrong facts
// using / dispose and views
import * as np from 'numpy-ts';
function energy(x: np.NDArray): number {
  using sq = x.multiply(x);
  using sm = sq.sum(0) as np.NDArray;
  return Number(np.sum(sm));
}
function detrend(x: np.NDArray): np.NDArray {
  const t = np.arange(x.shape[0]!);
  const c = np.polyfit(t, x, 1);
  const line = np.polyval(c, t) as np.NDArray;
  const out = x.subtract(line);
  line.dispose(); t.dispose(); c.dispose();
  return out;
}
const x = np.sin(np.linspace(0, 60, 150_000)).add(np.linspace(0, 3, 150_000));
const d = detrend(x);
console.log(d.shape, Number(d.mean()).toFixed(8));
console.log(energy(x.reshape(300, 500)).toFixed(4));
{
  using big = np.zeros([500, 500]);
  const v = big.slice('10:20', '::5');
  v.fill(2);
  console.log(v.shape, v.strides, Number(big.sum()), v.nbytes);
}
function windows(a: np.NDArray, w: number, hop: number): np.NDArray[] {
  const out: np.NDArray[] = [];
  for (let s = 0; s + w <= a.size; s += hop) out.push(a.slice(`${s}:${s + w}`));
  return out;
}
const ws = windows(d, 1024, 4096);
console.log(ws.length, ws[0]!.shape, ws[0]!.base === d);
let acc = np.zeros([1024], 'float32');
for (const w of ws) { const next = acc.add(w.astype('float32')); acc.dispose(); acc = next; }
console.log(acc.dtype, acc.nbytes);
const vv = d.reshape(300, 500).slice('::2').slice(':', '100:200').T.slice('::-1');
console.log(vv.shape, vv.strides, vv.flags, vv.nbytes);
const flatv = vv.ravel(), same = vv.reshape(100, 150);
console.log(flatv.flags.OWNDATA, same.base === null, same.strides);
const e = vv.slice('...', '3'), z = vv.slice('3', '...'), n = vv.slice('-1');
console.log(e.shape, z.shape, n.shape, vv.slice('5:2').shape, vv.slice('::-1', '::-3').strides);
