// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// text report with partial aggregates by group (bincount, unique inverse)
np.random.seed(71);
const N = 30000;
const group = np.random.randint(0, 12, N) as np.NDArray, val = np.random.gamma(2, 3, N) as np.NDArray;
const inv = (np.unique(group, false, true) as any).inverse ?? np.zeros([N]);
const n = np.bincount(group, undefined, 12), s = np.bincount(group, val, 12), s2 = np.bincount(group, val.square(), 12);
const mean = np.divide(s, n), sd = np.sqrt(np.subtract(np.divide(s2, n), np.square(mean)));
console.log(inv.shape, mean.shape, sd.dtype, np.round(mean, 3).tolist());
const medians = Array.from({ length: 12 }, (_, g) => Number(np.median(np.compress(np.equal(group, g), val))));
console.log(medians.map((m) => m.toFixed(4)));
const order = np.argsort(group), sorted = np.take(val, order), bounds = np.searchsorted(np.take(group, order), np.arange(13));
console.log(sorted.shape, bounds.shape, bounds.dtype);
const parts = np.split(sorted, (bounds.slice('1:-1').tolist() as number[]).map(Number));
console.log(parts.length, parts.reduce((a, p) => a + p.size, 0));
const onehot = np.equal(np.expand_dims(group, -1), np.arange(12));
const byDot = np.matmul(onehot.astype('float64').T, val);
console.log(onehot.dtype, onehot.nbytes, byDot.shape, np.allclose(byDot, s));
const top = parts.map((p) => Number(np.max(p)));
console.log(top.map((t) => t.toFixed(3)));
const pivot = np.zeros([12, 4]);
for (let g = 0; g < 12; g++) for (let q = 0; q < 4; q++) pivot.set([g, q], Number(np.quantile(parts[g]!, q / 3)));
console.log(pivot.shape, Number(pivot.sum()).toFixed(3), (pivot.max(0) as np.NDArray).tolist().length);
const str = np.array2string(np.round(pivot.slice(':2'), 2)), rep = np.array_repr(n);
console.log(str, rep.length > 10);
const ranks = np.zeros([N], 'int32'); np.put_along_axis(ranks, order.astype('int32'), np.arange(0, N, 1, 'int32'), 0);
console.log(ranks.dtype, Number(ranks.max()));
