// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// order book / time series joins
np.random.seed(44);
const N = 20000;
const ts = np.cumsum(np.random.exponential(1, N) as np.NDArray), px = np.cumsum(np.random.normal(0, 0.01, N) as np.NDArray).add(100), qty = np.random.randint(1, 100, N) as np.NDArray;
const grid = np.arange(0, 19000, 60);
const at = np.searchsorted(ts, grid);
const start = at.slice(':-1'), stop = at.slice('1:');
console.log(at.dtype, at.shape, start.shape);
const safe = np.clip(at, 0, N - 1).astype('int32');
const snap = np.take(px, safe);
console.log(snap.shape, snap.dtype, safe.dtype);
const vol = np.concatenate([np.zeros([1]), np.cumsum(qty.astype('float64'))]);
const bars = np.subtract(np.take(vol, np.copy(stop).astype('int32')), np.take(vol, np.copy(start).astype('int32')));
console.log(bars.shape, bars.dtype, Number(bars.sum()) > 0);
const bucket = np.floor_divide(ts, 60).astype('int32');
const v2 = np.bincount(bucket, qty), vw = np.divide(np.bincount(bucket, px.multiply(qty)), np.maximum(v2, 1));
console.log(v2.dtype, vw.dtype, v2.size === vw.size);
const ret = np.diff(np.log(snap)), ewma = np.zeros([ret.size]);
let s = 0; for (let i = 0; i < ret.size; i++) { s = 0.94 * s + 0.06 * Number(ret.get([i])) ** 2; ewma.set([i], s); }
console.log(ret.shape, ewma.shape, ewma.nbytes);
const side = np.where(np.random.random(N) as never as np.NDArray, 1, 0) as np.NDArray;
console.log(side.dtype);
const sgn = np.sign(np.diff(px, 1, 0, px.slice(':1'))), ofi = np.sum(sgn.multiply(qty));
console.log(sgn.shape, typeof ofi);
const win = 50, mat = np.stack(Array.from({ length: win }, (_, i) => px.slice(`${i}:${N - win + i}`)), 1);
console.log(mat.shape, mat.nbytes, (mat.max(1) as np.NDArray).shape, (np.argmax(mat, 1) as np.NDArray).dtype);
const rk = np.argsort(ret).astype('int16'), dec = np.array_split(rk, 10);
console.log(rk.nbytes, dec.map((d) => d.nbytes));
