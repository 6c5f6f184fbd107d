// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// decision stump ensemble (AdaBoost)
np.random.seed(13);
const N = 800, D = 10;
const X = np.random.randn(N, D) as np.NDArray;
const y = np.where(np.greater(np.sum(X.slice(':', ':3'), 1) as np.NDArray, 0), 1, -1) as np.NDArray;
console.log(y.dtype, y.shape);
let w = np.full([N], 1 / N);
const stumps: { f: number; t: number; a: number }[] = [];
for (let m = 0; m < 6; m++) {
  let best = { f: 0, t: 0, e: Infinity };
  for (let f = 0; f < D; f++) {
    const c = X.slice(':', String(f));
    for (const q of [25, 50, 75]) {
      const t = Number(np.percentile(c, q));
      const pred = np.where(c.greater(t), 1, -1) as np.NDArray;
      const e = Number(np.sum(np.multiply(w, np.not_equal(pred, y))));
      if (e < best.e) best = { f, t, e };
    }
  }
  const a = 0.5 * Math.log((1 - best.e) / best.e);
  const pred = np.where(X.slice(':', String(best.f)).greater(best.t), 1, -1) as np.NDArray;
  const u = np.exp(np.multiply(np.multiply(y, pred), -a));
  w = w.multiply(u);
  w = w.divide(Number(w.sum()));
  stumps.push({ f: best.f, t: best.t, a });
}
console.log(stumps.map((s) => s.f), w.shape, w.dtype);
const score = stumps.reduce((s, st) => s.add(np.multiply(np.where(X.slice(':', String(st.f)).greater(st.t), 1, -1) as np.NDArray, st.a)), np.zeros([N]));
console.log(score.shape, Number(np.mean(np.equal(np.sign(score), y))).toFixed(4));
