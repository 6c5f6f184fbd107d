import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';
// statistics
const data = np.array([[1, 2, 3, 4], [2, 4, 6, 9], [5, 1, 0, 2]]);
const cov = np.cov(data);
const cov2 = np.cov(data, undefined, false);
const cc = np.corrcoef(data);
const cxy = np.corrcoef(data.row(0), data.row(1));
const [hist, edges] = np.histogram(data, 5) as unknown as [NDArray, NDArray];
const [h2, e2] = np.histogram(data, np.array([0, 2, 4, 10])) as any;
const he = np.histogram_bin_edges(data, 8);
const [hh, xe, ye] = np.histogram2d(data.row(0), data.row(1), 4) as any;
const dg = np.digitize(data.ravel(), np.array([2, 5]));
const bc = np.bincount(np.array([0, 1, 1, 3, 2, 1, 7], 'int32'));
const bcw = np.bincount(np.array([0, 1, 1], 'int32'), np.array([0.5, 1, 2]));
const bcm = np.bincount(np.array([0, 1, 1], 'int32'), undefined, 10);
function describe(a: NDArray) {
  const mean = a.mean(0) as NDArray;
  const std = a.std(0, 1) as NDArray;
  const q = [25, 50, 75].map((p) => np.percentile(a, p, 0) as NDArray);
  return { mean, std, q, min: a.min(0) as NDArray, max: a.max(0) as NDArray };
}
const { mean, std, q, ...others } = describe(data);
const qs = np.stack(q);
const z = data.subtract(mean).divide(std);
const out = np.where(np.abs(z).greater(1), np.full_like(z, NaN), z);
const clean = np.nanmean(out, 0) as NDArray;
const ranks = np.argsort(np.argsort(data.row(2)));
const wavg = np.average(data, 1, np.array([1, 2, 3, 4])) as NDArray;
const nn = np.nan_to_num(out);
const md = np.median(data) as number;
const iqr = (np.quantile(data, 0.75) as number) - (np.quantile(data, 0.25) as number);
const ap = np.apply_along_axis((r) => r.max() as number, 1, data);
const ap2 = np.apply_along_axis((r) => np.sort(r), 1, data);
console.log(cov.shape, cov2.shape, cc.shape, cxy.shape, hist.dtype, edges.shape, h2.shape, e2.shape, he.shape, hh?.shape, xe?.shape, ye?.shape, dg.shape, bc.shape, bcw.dtype, bcm.shape, others.min.shape, qs.shape, z.shape, clean.shape, ranks.dtype, wavg.shape, nn.shape, md, iqr, ap.shape, ap2.shape);
