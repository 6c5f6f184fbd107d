// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// neural training loop with momentum, early stop, float32 params in a record
np.random.seed(10);
type Params = Record<'W1' | 'b1' | 'W2' | 'b2', np.NDArray>;
const init = (i: number, h: number, o: number): Params => ({
  W1: (np.random.randn(i, h) as np.NDArray).multiply(Math.sqrt(2 / i)).astype('float32'), b1: np.zeros([h], 'float32'),
  W2: (np.random.randn(h, o) as np.NDArray).multiply(Math.sqrt(2 / h)).astype('float32'), b2: np.zeros([o], 'float32'),
});
const X = (np.random.rand(600, 12) as np.NDArray).astype('float32'), y = np.sum(X.slice(':', ':4'), 1, true) as np.NDArray;
console.log(X.nbytes, y.shape, y.dtype);
let p = init(12, 32, 1);
let v = Object.fromEntries(Object.entries(p).map(([k, a]) => [k, np.zeros_like(a)])) as Params;
let best = Infinity;
for (let e = 0; e < 15; e++) {
  const h = np.maximum(X.matmul(p.W1).add(p.b1), 0);
  const out = h.matmul(p.W2).add(p.b2);
  const d = out.subtract(y).multiply(2 / 600);
  const gW2 = h.T.matmul(d), gb2 = d.sum(0) as np.NDArray;
  const dh = d.matmul(p.W2.T).multiply(np.greater(h, 0));
  const g: Params = { W1: X.T.matmul(dh), b1: dh.sum(0) as np.NDArray, W2: gW2, b2: gb2 };
  for (const k of Object.keys(p) as (keyof Params)[]) { v[k] = v[k].multiply(0.9).subtract(g[k].multiply(0.05)); p = { ...p, [k]: p[k].add(v[k]) }; }
  const loss = Number(np.mean(np.square(out.subtract(y))));
  if (loss < best) best = loss; else if (e > 10) break;
}
console.log(best < 1, p.W1.shape, p.W1.dtype, p.b2.dtype, v.W2.shape);
const total = Object.values(p).reduce((s, a) => s + a.nbytes, 0);
console.log(total);
const flat = np.concatenate(Object.values(p).map((a) => a.ravel()));
console.log(flat.shape, flat.dtype);
const clip = Math.min(1, 5 / Number(np.linalg.norm(flat)));
console.log(clip, np.all(np.isfinite(flat)));
