// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// library functions of parameters of unknown rank, called dynamically
type Op = (x: np.NDArray) => np.NDArray;
const ops: Record<string, Op> = {
  zscore: (x) => x.subtract(np.mean(x, 0) as np.NDArray).divide(np.std(x, 0) as np.NDArray),
  minmax: (x) => { const lo = x.min(0) as np.NDArray, hi = x.max(0) as np.NDArray; return x.subtract(lo).divide(np.subtract(hi, lo)); },
  rank: (x) => np.argsort(np.argsort(x, 0), 0),
  cum: (x) => np.cumsum(x, 0),
  robust: (x) => x.subtract(np.median(x, 0) as np.NDArray),
};
const data = np.linspace(0, 10, 6000).reshape(300, 20).square();
for (const name of Object.keys(ops)) {
  const y = ops[name]!(data);
  console.log(name, y.shape, y.dtype, Number(np.sum(y)).toFixed(4));
}
function reduceBy(x: np.NDArray, how: 'sum' | 'max' | 'mean', axis?: number): unknown {
  const r = how === 'sum' ? x.sum(axis) : how === 'max' ? x.max(axis) : x.mean(axis);
  return typeof r === 'number' || typeof r === 'bigint' ? Number(r) : (r as np.NDArray).shape;
}
console.log(reduceBy(data, 'sum'), reduceBy(data, 'max', 0), reduceBy(data, 'mean', 1), reduceBy(data, 'sum', -1));
const axes = [undefined, 0, 1, -1, [0, 1]] as const;
for (const a of axes) { const m = np.max(data, a as never); console.log(typeof m === 'number' ? m : (m as np.NDArray).shape); }
const ks = [true, false];
for (const k of ks) console.log((np.sum(data, 1, k) as np.NDArray).shape, (data.mean(0, k) as np.NDArray).shape);
