// @ts-nocheck
import * as np from 'numpy-ts';
// functions called with many sizes
function mk(shape = [2, 2], { dtype = 'float64', fill } = {}) { return fill === undefined ? np.zeros(shape, dtype) : np.full(shape, fill, dtype); }
mk(); mk([3]); mk([4], { dtype: 'int8' }); mk(undefined, { fill: 3 }); mk([2], { dtype: undefined, fill: null ?? 2 });
const pad = (a, n = a.size) => np.concatenate([a, np.zeros([n])]);
pad(np.zeros([2])); pad(np.zeros([3], 'int8'), 1); pad(np.zeros([3], 'float32'), undefined);
function rec(n) { return n <= 0 ? np.zeros([1]) : np.concatenate([rec(n - 1), np.ones([n])]); }
rec(0); rec(1); rec(3);
function fib(n, memo = new Map()) { if (n < 2) return np.ones([n + 1]); if (memo.has(n)) return memo.get(n); const r = np.concatenate([fib(n - 1, memo), fib(n - 2, memo)]); memo.set(n, r); return r; }
fib(2); fib(5);
const memo2 = new Map();
function half(a) { const n = a.shape[0]; if (n === 1) return a; const k = memo2.get(n); if (k) return k; const r = half(a.slice(`0:${Math.floor(n / 2)}`)); memo2.set(n, r); return r; }
half(np.zeros([9])); half(np.zeros([8], 'int8'));
function* windows(a, n, step = 1) { for (let i = 0; i + n <= a.shape[0]; i += step) yield a.slice(`${i}:${i + n}`); }
for (const q of windows(np.arange(7), 3)) q.sum(); for (const q of windows(np.arange(7), 2, 2)) q.add(1);
const all = [...windows(np.arange(5), 4)]; np.stack(all);
function* walk(t) { yield t.a; for (const k of t.kids ?? []) yield* walk(k); }
const tree = { a: np.zeros([1]), kids: [{ a: np.zeros([2], 'int8') }, { a: np.zeros([3]), kids: [{ a: np.zeros([4], 'bool') }] }] };
for (const q of walk(tree)) q.astype('float32');
const m = np.arange(6).reshape([2, 3]);
for (const row of m) { row.add?.(1); for (const v of row) np.zeros([v + 1]); }
const [r0, r1] = m; r0.add(1);
const cube = np.zeros([2, 3, 4], 'int16');
for (const a of cube) for (const b of a) { b.add(1); for (const c of b) np.array([c]); }
[...cube].map((q) => q.sum(0)); Array.from(cube, (q, i) => q.slice(`${i}:`));
for (const [i, row] of [...m].entries()) row.slice(`${i}:`);
const gsum = (...xs) => xs.reduce((p, q) => p.add(q)); gsum(np.zeros([3], 'int8'), np.zeros([2, 3], 'float32')); gsum(np.zeros([3], 'uint8'), np.zeros([3], 'int8'), np.zeros([1]));
const compose = (...fs) => (x) => fs.reduce((v, f) => f(v), x);
compose((a) => a.astype('int8'), (a) => a.reshape([2, 2]))(np.zeros([4])); compose()(np.zeros([4]));
