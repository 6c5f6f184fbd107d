// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// switch, labels, hoisting, shadowing
function bytes(kind: string) {
  let n = 1;
  switch (kind) { case 'a': n += 1; case 'b': n += 2; break; default: n = 9; case 'c': n += 5; }
  return n;
}
console.log(np.zeros([bytes('a')]).shape, np.zeros([bytes('b')]).shape, np.zeros([bytes('c')]).shape, np.zeros([bytes('zz')]).shape);
function codeOf() { try { throw Object.assign(new Error('x'), { code: 'E2BIG' }); } catch (e) { switch ((e as { code: string }).code) { case 'E2BIG': return 6; default: return 2; } } }
console.log(np.zeros([codeOf()]).shape);
var x = 3;
{ let x = 5; console.log(np.zeros([x]).shape); }
console.log(np.zeros([x]).shape);
console.log(np.zeros([hoist(2)]).shape);
function hoist(k: number) { return k + later(); }
function later() { return 4; }
const fs: (() => number)[] = []; const gs: (() => number)[] = [];
for (let i = 0; i < 3; i++) { fs.push(() => i); }
for (var j = 0; j < 3; j++) { gs.push(() => j); }
console.log(np.zeros([fs[1]() + 1]).shape, np.zeros([gs[1]() + 1]).shape);
const hs: (() => number)[] = [];
for (let i = 0; i < 3; i++) { hs.push(() => i); i += 1; }
console.log(np.zeros([hs[0]() + 1]).shape, np.zeros([hs.length]).shape);
let found = -1;
search: for (const row of [[1, 2], [3, 4], [5, 6]]) for (const v of row) { if (v === 2) continue search; if (v === 4) { found = v; break search; } }
console.log(np.zeros([found]).shape);
blk: { found = 7; if (found > 5) break blk; found = 1; }
console.log(np.zeros([found]).shape);
const f = (a = 2, b = a * 2, ...[c = 3]: number[]) => np.zeros([a, b, c]);
console.log(f().shape, f(3).shape, f(undefined, 1).shape, f(1, 1, 1).shape);
let [p, q] = [2, 5];
[p, q] = [q, p];
console.log(np.zeros([p, q]).shape);
const arr = [1, 2, 3]; let ii = 0;
[arr[ii++], arr[ii++]] = [arr[2], arr[0]];
console.log(np.zeros([arr[0], arr[1], ii]).shape);
const { a: { b: deep = 4 } = {}, ...others } = { c: 1, d: 2 } as { a?: { b?: number }; c: number; d: number };
console.log(np.zeros([deep, Object.keys(others).length]).shape);
let ev = 1;
const lhs = { get t() { ev *= 3; return [0]; } };
lhs.t[(ev += 1, 0)] = (ev *= 2);
console.log(np.zeros([ev]).shape);
let u = 2; u += (u = 5, 1);
console.log(np.zeros([u]).shape);
let v = 3; const w = v++ + ++v; console.log(np.zeros([w]).shape);
