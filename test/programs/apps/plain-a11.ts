import * as np from 'numpy-ts';
// statistics, histogram, regression
const n = 50000;
let s = 1;
const raw = Array.from({ length: n }, () => { s = (s * 48271) % 2147483647; return s % 1000; });
const x = np.array(raw);
const y = x.multiply(3).add(7);
console.log(x.dtype, x.nbytes, Number(np.mean(x)), Number(np.median(x)), Number(np.var(x)).toFixed(4));
const [h, e] = np.histogram(x, 10);
console.log(h.tolist(), e.shape, h.dtype, e.dtype);
const q = np.quantile(x, 0.25); console.log(Number(q), Number(np.percentile(x, 90)));
const A = np.stack([x, np.ones([n])], 1);
const sol = np.linalg.solve(np.matmul(A.T, A), np.matmul(A.T, y));
console.log(A.shape, sol.shape, (sol.tolist() as number[]).map((v) => v.toFixed(4)));


const coef = np.polyfit(x, y, 1);
console.log(coef.shape, coef.dtype, (coef.tolist() as number[]).map((v) => v.toFixed(3)));
const fit = np.polyval(coef, x);
console.log(fit.shape, fit.dtype);
const order = np.argsort(x);
const sorted = np.take(x, order);
const ranks = np.zeros([n]); ranks.iindex(order); 
console.log(order.dtype, Number(sorted.get([0])), Number(sorted.get([n - 1])));
const d = np.digitize(x, np.array([100, 500, 900]));
console.log(d.dtype, np.bincount(d).tolist(), np.bincount(d).dtype);
const u = np.unique(x) as np.NDArray; console.log(u.shape, u.dtype);
const w = np.average(x); console.log(Number(w));
const up = np.cumsum(x); console.log(up.dtype, Number(up.get([n - 1])));
console.log(Number(np.count_nonzero(x.greater(500))), np.diff(x).shape);
