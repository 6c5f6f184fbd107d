// @ts-nocheck
import * as np from 'numpy-ts';
// sets and set operations, weak maps, iteration changes
const A = new Set([1, 2, 3]), B = new Set([3, 4]);
np.zeros([A.union(B).size]); np.zeros([A.intersection(B).size]); np.zeros([...A.difference(B)]); np.zeros([A.isSubsetOf(B) ? 1 : 2]);
np.zeros([new Set([...A, ...B]).size]); np.zeros([...A].filter((x) => B.has(x)));
const W = new WeakMap(); const k1 = {}, k2 = {}; W.set(k1, np.zeros([2])).set(k2, np.zeros([3])); W.get(k1).add(1); W.get(k2).add(1); W.delete(k1); np.zeros([W.has(k1) ? 1 : 2, W.has(k2) ? 1 : 2]);
const q = new Set(['a']); let steps = 0;
for (const k of q) { steps++; if (k.length < 4) { q.add(k + 'x'); q.delete(k); } }
np.zeros([steps]); np.zeros([q.size]); np.zeros([[...q][0].length]);
const seen = new Set(); const stack = [1];
while (stack.length) { const n = stack.pop(); if (seen.has(n) || n > 20) continue; seen.add(n); stack.push(n * 2, n + 5); }
np.zeros([seen.size]); np.array([...seen]);
const graph = new Map([['a', ['b', 'c']], ['b', ['d']], ['c', ['d']], ['d', []]]);
const order = []; const vis = new Set();
(function dfs(n) { if (vis.has(n)) return; vis.add(n); for (const m of graph.get(n)) dfs(m); order.push(n); })('a');
np.zeros([order.length, vis.size]); np.zeros([order.indexOf('a') + 1]);
const deg = new Map(); for (const [k, vs] of graph) { deg.set(k, deg.get(k) ?? 0); for (const v of vs) deg.set(v, (deg.get(v) ?? 0) + 1); }
np.zeros([...deg.values()]); np.zeros([deg.get('d')]); np.array([...deg.values()], 'int8');
const it = A.values(); it.next(); np.zeros([...it]); np.zeros([[...it].length + 1]);
const e = new Map([['a', 1], ['b', 2]]).entries(); const [fk, fv] = e.next().value; np.zeros([fv]); for (const [k, v] of e) np.zeros([v]);
const s2 = new Set([NaN, NaN, 0, -0, '0']); np.zeros([s2.size]);
const s3 = new Set('hello'); np.zeros([s3.size]); const s4 = new Set(np.array([1, 1, 2])); np.zeros([s4.size]); const s5 = new Set(new Float32Array([1, 1, 3])); np.zeros([s5.size]);
const arrs = new Set([np.zeros([2]), np.zeros([2])]); np.zeros([arrs.size]); for (const a of arrs) a.add(1);
const has = A.delete(9) ? 1 : 2; np.zeros([has]); A.delete(1) && A.add(7); np.zeros([...A]);
const m = new Map(); m.set('x', 1).set('y', 2).set('x', 5); np.zeros([...m.values()]); m.forEach((v, k) => { if (k === 'x') m.set('z', 3); np.zeros([v]); }); np.zeros([m.size]);
const del = new Map([[1, 'a'], [2, 'b'], [3, 'c']]); for (const k of del.keys()) if (k !== 2) del.delete(k); np.zeros([del.size]); np.zeros([[...del.keys()][0]]);
const live = new Map([[1, 1]]); const vals = live.values(); live.set(2, 2); live.set(3, 3); np.zeros([...vals]);
const frozen = Object.freeze(new Map([[1, 2]])); frozen.set(2, 3); np.zeros([frozen.size]);
