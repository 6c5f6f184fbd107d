// @ts-nocheck -- written by reviewers to find wrong facts
// Statistics of exam scores
import * as np from 'numpy-ts';
const rng = np.random.default_rng(42);
const students = 5000, exams = 12;
const raw = rng.normal(60, 15, [students, exams]) as np.NDArray;
const scores = np.clip(np.rint(raw), 0, 100);
const u8 = scores.astype('uint8');
console.log(u8.nbytes, u8.dtype);
for (const axis of [0, 1]) {
  const m = u8.mean(axis) as np.NDArray;
  const v = np.variance(u8, axis, 1) as np.NDArray;
  console.log(axis, m.shape, m.dtype, v.dtype, Number(m.max()).toFixed(4), Number(v.min()).toFixed(4));
}
const med = np.median(scores, 0) as np.NDArray;
const q25 = np.percentile(scores, 25, 0) as np.NDArray;
const q75 = np.quantile(scores, 0.75, 0, true) as np.NDArray;
console.log(med.tolist(), q25.shape, q75.shape);
const C = np.cov(scores.T);
const R = np.corrcoef(scores, undefined, false);
console.log(C.shape, R.shape, R.dtype, Number(np.trace(R)).toFixed(4));
const best = np.argmax(scores, 1) as np.NDArray;
console.log(best.dtype, best.shape, np.bincount(best, undefined, exams).tolist());
const ranks = np.argsort(np.argsort(np.sum(u8, 1) as np.NDArray));
console.log(ranks.dtype, Number(ranks.max()));
const pass = u8.greater_equal(50);
const rate = np.mean(pass, 0) as np.NDArray;
console.log(pass.dtype, rate.dtype, rate.round(3).tolist());
const total = np.sum(u8) as number | bigint, sumAx = np.sum(u8, 0, true) as np.NDArray;
console.log(String(total), sumAx.dtype, sumAx.shape);
const spread = np.ptp(u8, 0) as np.NDArray;
console.log(spread.dtype, spread.tolist());
const zs = scores.subtract(scores.mean(0) as np.NDArray).divide(scores.std(0, 1) as np.NDArray);
console.log(zs.dtype, Number(np.abs(zs).max()).toFixed(3));
const outliers = np.argwhere(np.abs(zs).greater(3.2));
console.log(outliers.shape, outliers.dtype);
const [hist, edges] = np.histogram(scores, 10);
console.log(hist.dtype, edges.dtype, hist.tolist());
