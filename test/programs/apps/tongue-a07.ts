// @ts-nocheck
import * as np from 'numpy-ts';
// values
const x = np.array([1, NaN, Infinity, -0, 2]);
const w = np.where(np.isnan(x), 0, x);
const idx = np.where(np.isnan(x));
np.zeros([Array.isArray(idx) ? idx.length : 5]);
np.add(w, 1);
np.where(np.array([true, false]), np.array([1, 2], 'int8'), np.array([1.5, 2], 'float32'));
np.where(np.array([true, false]), 1, 2);
np.where(np.array([true, false]), np.array([1, 2], 'uint8'), 300);
np.fromfunction((i, j) => i * 3 + j, [2, 3]);
np.fromfunction((i) => i, [4], 'int32');
np.fromiter([1, 2, 3]); np.fromiter(new Set([1, 2, 2]), 'int16'); np.fromiter([1, 2, 3].values(), 'float32');
function* g() { yield 1; yield 2; }
np.fromiter(g());
const u8 = new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]);
np.frombuffer(u8.buffer, 'uint8'); np.frombuffer(u8.buffer, 'float32'); np.frombuffer(u8, 'int16');
try { np.frombuffer(u8.subarray(4), 'int32'); } catch {}
np.frombuffer(u8.buffer, 'int16', 2, 2);
const by = np.array([1, 2, 3], 'int16').tobytes();
np.zeros([by.byteLength ?? by.length]);
np.frombuffer(by, 'uint8');
np.bincount(np.array([0, 1, 1, 3], 'int32'));
np.bincount(np.array([0, 1, 1, 3], 'int32'), undefined, 6);
np.bincount(np.array([0, 1, 1, 3], 'int32'), np.array([0.5, 1, 1, 1]), 2);
const u = np.unique(np.array([3, 1, 3], 'int16'));
np.add(u,1); np.multiply(u,1.5); try { u.add(1) } catch {}
const r = np.unique(np.array([3, 1, 3]), true, true, true);
for (const q of Object.values(r)) np.add(q, 1);
const mask = x.greater(1);
x.compress?.(mask); np.compress(mask, x); np.extract(mask, x);
np.nonzero(mask); np.argwhere(mask); np.flatnonzero(mask);

