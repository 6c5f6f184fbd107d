// @ts-nocheck
import * as np from 'numpy-ts';
const o = Object.fromEntries([['a', np.zeros([2])], ['b', np.ones([3], 'int8')]]);
o.a.add(1); o.b.add(1); np.zeros([o.c === undefined ? 4 : 5]);
const p = Object.fromEntries(Object.entries({ x: 1, y: 2 }).map(([k, v]) => [k, v * 2]));
np.zeros([p.x, p.y]);
const q = Object.fromEntries(new Map([['m', np.zeros([6])]]));
q.m.add(1);
const W = { w1: np.ones([4, 5]), b1: np.zeros([5]) };
const V = Object.fromEntries(Object.entries(W).map(([k, v]) => [k, np.zeros_like(v)]));
V.w1.add(1); V.b1.add(1);
for (const k of Object.keys(W)) V[k] = V[k].multiply(0.9).add(W[k]);
V.w1.add(1);
const flag = process.argv.length > 99;
const r = Object.fromEntries([[flag ? 'a' : 'b', 1], ['c', 2], ['c', 3], [1, 4]]);
np.zeros([r.a === undefined ? 1 : 2]); np.zeros([r.c, r[1]]);
const ks = [1, 2].map((n) => 'k' + n); const s = Object.fromEntries(ks.map((k, i) => [k, i + 1])); np.zeros([s.k1, s.k2]);
const g = Object.fromEntries(['__proto__', 'z'].map((k) => [k, 2])); np.zeros([g.z]);
