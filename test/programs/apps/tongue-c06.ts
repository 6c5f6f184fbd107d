// @ts-nocheck
import * as np from 'numpy-ts';
// numpy results
const a = np.array([[1, 2], [3, 4]]); const i8 = np.array([1, 2, 3], 'int8'); const bl = np.array([true, false, true]);
try { np.sum(bl); } catch {}
try { np.sum(i8); } catch {}
try { np.mean(i8); } catch {}
try { np.cumsum(i8); } catch {}
try { np.prod(i8, 0); } catch {}
try { np.max(i8); } catch {}
try { np.argmax(a, 0); } catch {}
try { np.std(a, 1); } catch {}
try { np.var_?.(a); } catch {}
try { np.median(a, 0); } catch {}
try { np.any(bl); } catch {}
try { np.all(a, 0); } catch {}
try { np.bincount(i8); } catch {}
try { np.bincount(i8, undefined, 7); } catch {}
try { np.bincount(i8, [1, 2, 3], 7); } catch {}
try { np.bincount(np.array([], 'int32'), undefined, 3); } catch {}
const uq = np.unique(np.array([3, 1, 3]), false, false, true);
try { np.add(uq.counts ?? uq[1], 1); } catch {}
const w = np.where(a.greater(2), a, 0);
try { np.add(w, 1); } catch {}
try { np.sum(w); } catch {}
try { w.shape.length; } catch {}
try { np.where(a.greater(2), i8.slice('0:2'), np.array([1.5])); } catch {}
try { np.where(bl, 1, i8); } catch {}
try { np.where(bl, NaN, i8); } catch {}
try { np.where(true, a, 0); } catch {}
try { np.histogram?.(np.array([1, 2, 3]), 4); } catch {}
try { np.linspace(0, 1, 5); } catch {}
try { np.linspace(0, 1); } catch {}
try { np.logspace(0, 2, 3); } catch {}
try { np.geomspace(1, 8, 4); } catch {}
try { np.arange(0, 1, 0.3); } catch {}
try { np.arange(5, 0, -2); } catch {}
try { np.arange(0, -0); } catch {}
try { np.arange(3, 1); } catch {}
try { np.arange(-2, 2, 0.5, 'float32'); } catch {}
try { np.arange(10, undefined, 3); } catch {}
try { np.arange(0, 10, 3, 'int16'); } catch {}
try { np.arange(0.5); } catch {}
try { np.arange(0, 2.0000001, 0.5); } catch {}
try { np.arange(1, 2, 0.1); } catch {}
try { np.meshgrid(np.arange(3), np.arange(2)).map((g) => g.add(1)); } catch {}
try { np.indices?.([2, 3]); } catch {}
try { np.tri(3, 4, 1); } catch {}
try { np.eye(3, 4, 1, 'int8'); } catch {}
try { np.identity(2); } catch {}
try { np.diag(np.arange(3)); } catch {}
try { np.diag(a); } catch {}
try { np.diag(np.arange(3), -2); } catch {}
try { np.vander?.(np.arange(3), 2); } catch {}
try { np.tril(a); } catch {}
try { np.outer(i8, bl); } catch {}
try { np.kron(a, a); } catch {}
try { np.cross?.(np.zeros([3]), np.zeros([3])); } catch {}
try { np.dot(i8, i8); } catch {}
try { np.inner(a, a); } catch {}
try { np.tensordot(a, a, 1); } catch {}
try { np.trace(a); } catch {}
try { np.vdot?.(i8, i8); } catch {}
try { np.pad(a, 1); } catch {}
try { np.pad(a, [[1, 0], [0, 2]]); } catch {}
try { np.roll(a, 1); } catch {}
try { np.flip(a); } catch {}
try { np.rot90(a); } catch {}
try { np.tile(i8, [2, 2]); } catch {}
try { np.tile(i8, 3); } catch {}
try { np.repeat(a, 2, 0); } catch {}
try { np.repeat(i8, [1, 0, 2]); } catch {}
try { np.delete_?.(i8, 1); } catch {}
try { np.insert(i8, 1, 9); } catch {}
try { np.append(i8, 1.5); } catch {}
try { np.append(a, [[5, 6]], 0); } catch {}
try { np.resize(i8, [2, 2]); } catch {}
try { np.split(np.arange(6), 3).map((q) => q.add(1)); } catch {}
try { np.array_split(np.arange(7), 3).map((q) => q.add(1)); } catch {}
try { np.split(np.arange(6), [1, 4]).map((q) => q.add(1)); } catch {}
try { np.hsplit(a, 2); } catch {}
try { np.stack([i8, bl], 1); } catch {}
try { np.vstack([i8, bl]); } catch {}
try { np.hstack([i8, [1.5]]); } catch {}
try { np.column_stack([i8, bl]); } catch {}
try { np.dstack([a, a]); } catch {}
try { np.block?.([a, a]); } catch {}
try { np.expand_dims(i8, -1); } catch {}
try { np.squeeze(np.zeros([1, 2, 1])); } catch {}
try { np.squeeze(np.zeros([1, 2, 1]), 0); } catch {}
try { np.moveaxis(np.zeros([1, 2, 3]), 0, -1); } catch {}
try { np.swapaxes(a, 0, 1); } catch {}
try { np.transpose(np.zeros([1, 2, 3]), [2, 0, 1]); } catch {}
try { np.ravel(a); } catch {}
try { a.T; } catch {}
try { a.flatten(); } catch {}
try { np.broadcast_to(i8, [2, 3]); } catch {}
try { np.atleast_2d(i8); } catch {}
try { np.atleast_3d(i8); } catch {}
try { np.floor(np.array([1.5])); } catch {}
try { np.sign(i8); } catch {}
try { np.sqrt(i8); } catch {}
try { np.exp(bl); } catch {}
try { np.power(i8, 2); } catch {}
try { np.power(i8, 0.5); } catch {}
try { np.power(i8, -1); } catch {}
try { np.mod(i8, 2); } catch {}
try { np.floor_divide(i8, 2); } catch {}
try { np.divide(i8, 2); } catch {}
try { np.bitwise_and(i8, 1); } catch {}
try { np.left_shift(i8, 2); } catch {}
try { np.invert?.(bl); } catch {}
try { np.logical_not(i8); } catch {}
try { np.isnan(i8); } catch {}
try { np.equal(i8, bl); } catch {}
try { np.maximum(i8, 1.5); } catch {}
try { np.clip(i8, 0, 2); } catch {}
try { np.clip(i8, 0.5, 2); } catch {}
try { np.abs(i8); } catch {}
try { np.negative(bl.astype('int8')); } catch {}
try { np.round(np.array([1.5], 'float32')); } catch {}
try { np.nan_to_num(np.array([NaN])); } catch {}
try { np.add(i8, 300); } catch {}
try { np.add(i8, 1n); } catch {}
try { np.add(np.zeros([2], 'uint8'), -1); } catch {}
try { np.subtract(np.zeros([2], 'uint8'), np.zeros([2], 'uint64')); } catch {}
try { np.add(bl, bl); } catch {}
try { np.multiply(bl, 2); } catch {}
try { np.add(np.zeros([2], 'float32'), 1e300); } catch {}
try { np.add(np.zeros([2], 'int64'), 1.5); } catch {}
try { np.matmul(i8, i8); } catch {}
try { np.searchsorted(i8, 2); } catch {}
try { np.searchsorted(i8, [1, 2]); } catch {}
try { np.digitize(i8, [1, 2]); } catch {}
try { np.argsort(a); } catch {}
try { np.sort(i8); } catch {}
try { np.lexsort?.([i8, i8]); } catch {}
try { np.nonzero(i8); } catch {}
try { np.flatnonzero(i8); } catch {}
try { np.take(a, [0, 1, 1], 1); } catch {}
try { np.take(i8, 1); } catch {}
try { np.choose?.(np.array([0, 1], 'int32'), [i8.slice('0:2'), i8.slice('1:3')]); } catch {}
try { np.diff(i8); } catch {}
try { np.ediff1d?.(i8); } catch {}
try { np.gradient?.(i8); } catch {}
try { np.interp?.(1.5, [1, 2], [3, 4]); } catch {}
try { np.convolve?.(i8, [1, 1]); } catch {}
try { np.correlate?.(i8, [1, 1], 'full'); } catch {}
try { np.cov?.(a); } catch {}
try { np.percentile(a, 50); } catch {}
try { np.percentile(a, [25, 50], 0); } catch {}
try { np.quantile(i8, 0.5); } catch {}
try { np.average(a, 0); } catch {}
try { np.ptp(i8); } catch {}
try { np.count_nonzero(bl); } catch {}
try { np.intersect1d(i8, bl); } catch {}
try { np.union1d(i8, [7]); } catch {}
try { np.isin(i8, [1]); } catch {}
try { np.packbits?.(bl); } catch {}
try { np.unpackbits?.(np.array([3], 'uint8')); } catch {}
