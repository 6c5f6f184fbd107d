// @ts-nocheck -- written by reviewers to find wrong facts
// Statistics: bootstrap, permutation test, ANOVA, KS
import * as np from 'numpy-ts';
np.random.seed(55);
const g = [0, 0.2, 0.1].map((m) => np.random.normal(m, 1, 400) as np.NDArray);
const all = np.concatenate(g);
const grand = Number(all.mean());
const ssb = g.reduce((s, x) => s + x.size * (Number(x.mean()) - grand) ** 2, 0);
const ssw = g.reduce((s, x) => s + Number(np.sum(x.subtract(Number(x.mean())).square())), 0);
console.log(((ssb / 2) / (ssw / (all.size - 3))).toFixed(6));
const B = 500;
const idx = np.random.randint(0, 400, [B, 400]) as np.NDArray;
const boot = np.take(g[0]!, idx);
const bm = boot.mean(1) as np.NDArray, bs = boot.std(1, 1) as np.NDArray, bq = np.quantile(boot, 0.9, 1) as np.NDArray;
console.log(boot.shape, bm.shape, bs.shape, bq.shape, boot.nbytes);
const ci = [2.5, 97.5].map((q) => Number(np.percentile(bm, q)));
console.log(ci.map((c) => c.toFixed(5)));
const pooled = np.concatenate([g[0]!, g[1]!]);
let extreme = 0;
const obs = Math.abs(Number(g[0]!.mean()) - Number(g[1]!.mean()));
for (let i = 0; i < 200; i++) {
  const p = np.random.permutation(pooled as never) as np.NDArray;
  if (Math.abs(Number(p.slice(':400').mean()) - Number(p.slice('400:').mean())) >= obs) extreme++;
  p.dispose();
}
console.log(extreme);
const s1 = np.sort(g[0]!), s2 = np.sort(g[2]!);
const data = np.sort(np.concatenate([s1, s2]));
const cdf1 = np.divide(np.searchsorted(s1, data, 'right'), 400), cdf2 = np.divide(np.searchsorted(s2, data, 'right'), 400);
console.log(data.shape, cdf1.dtype, Number(np.max(np.abs(np.subtract(cdf1, cdf2)))).toFixed(6));
const X = np.column_stack([np.ones([400]), g[0]!, g[1]!]);
const beta = (np.linalg.lstsq(X, g[2]!) as any).x;
console.log(X.shape, X.strides, beta.shape);
const H = np.matmul(np.matmul(X, np.linalg.inv(np.matmul(X.T, X))), X.T);
console.log(H.shape, Number(np.trace(H)).toFixed(8), np.diagonal(H).shape);
const [h2, xe] = np.histogram2d(g[0]!, g[1]!, 12), [hd, ed] = np.histogramdd(X.slice(':', '1:'), 6);
console.log(h2.shape, xe.shape, hd.shape, ed.length);
const be = np.histogram_bin_edges(g[0]!, 20), [dens, de] = np.histogram(g[0]!, be as never, undefined, true);
console.log(be.shape, dens.dtype, Number(np.sum(np.multiply(dens, np.diff(de)))).toFixed(9));
const mad = np.median(np.abs(g[0]!.subtract(Number(np.median(g[0]!)))));
console.log(Number(mad).toFixed(6), np.cov(g[0]!, g[1]!).shape, np.corrcoef(np.stack(g)).shape);
const w = np.average(np.stack(g), 0, np.array([1, 2, 3])) as np.NDArray, c = np.cumsum(np.stack(g), -1);
console.log(w.shape, c.shape, c.dtype);
