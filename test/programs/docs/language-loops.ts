// @ts-nocheck -- how values flow through the language, not which types it takes
import * as np from 'numpy-ts';
const fs: (() => np.NDArray)[] = [];
for (let i = 1; i <= 3; i++) fs.push(() => np.zeros([i]));
const a = fs[0]!();
const b = fs[2]!();
const gs: (() => np.NDArray)[] = [];
for (const n of [4, 5, 6]) gs.push(() => np.ones([n]));
const c = gs[0]!();
const d = gs[2]!();
const hs: (() => np.NDArray)[] = [];
for (let k = 0; k < 2; k++) { const m = k + 7; hs.push(() => np.ones([m], 'int8')); }
const e = hs[0]!();
let w = 0;
const ws: (() => np.NDArray)[] = [];
while (w < 2) { const q = np.zeros([w + 1]); ws.push(() => q.add(1)); w++; }
const f = ws[0]!();
const counts = [0, 0, 0];
let p = 0;
counts[p++] += 2;
counts[p++]! += 3;
const g = np.zeros([p, 2]);
const o = { n: 1 };
o.n *= 5; o.n++; ++o.n;
const h = np.zeros([o.n]);
let x = np.zeros([2], 'int8');
for (let i = 0; i < 3; i++) x = i === 1 ? x.astype('float32') : x.add(1) as typeof x;
const y = x.copy();
outer: for (let i = 0; i < 3; i++) { for (let j = 0; j < 3; j++) { if (j === 1) continue outer; if (i === 2) break outer; x = np.concatenate([x, np.zeros([1], 'float32')]); } }
const z = x.copy();
let t = 0;
do { t += 2; if (t === 4) continue; } while (t < 6);
const u = np.zeros([t]);
console.log(a.size, b.size, c.size, d.size, e.size, f.size, g.size, h.size, y.size, z.size, u.size);
