// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// loops with unknown numbers of rounds and shapes that settle late, labels, nested functions
const N = Number(JSON.parse('12')); const zeros = (...s: number[]) => np.zeros(s);
let a = zeros(1); for (let i = 0; i < N; i++) { if (i === 10) a = zeros(3, 3); else if (i === 11) break; } console.log(a.add(1).shape);
let v: np.NDArray | null = null; let i = 0; do { v = i === 0 ? (np.ones([2]) as np.NDArray) : (v!.add(1) as np.NDArray); i++; } while (i < N); console.log(v.shape, v.dtype);
let w = np.ones([2], 'int8') as np.NDArray; for (let k = 0; k < N; k++) w = (k === 7 ? w.add(np.ones([2], 'float32')) : w.add(w)) as np.NDArray; console.log(w.dtype);
let st = 'a'; let cnt = 0; let sizeA = 1; while (st !== 'end') { cnt++; if (st === 'a') { st = 'b'; sizeA = 2; } else if (st === 'b') { st = cnt > N ? 'c' : 'a'; } else { st = 'end'; sizeA = 5; } } console.log(zeros(sizeA).shape, zeros(cnt > 5 ? 2 : 3).shape);
const grow = [1]; for (let k = 0; k < N; k++) { if (grow.length > 4) { grow.length = 2; continue; } grow.push(grow[grow.length - 1] + 1); } console.log(zeros(grow.length).shape, zeros(grow[1]).shape);
const buckets: np.NDArray[][] = [[], []]; for (let k = 0; k < N; k++) buckets[k % 2].push(zeros(k % 2 ? 2 : 4) as np.NDArray); console.log(buckets[0][1].shape, buckets[1].length, buckets[1][0].add(1).shape);
const rec = { a: zeros(2), b: zeros(3) }; for (let k = 0; k < N; k++) { const t = rec.a; rec.a = rec.b; rec.b = t; } console.log(rec.a.shape, rec.b.add(1).shape);
let list: { n: number; next: any } | null = null; for (let k = 0; k < N; k++) list = { n: k, next: list }; let len = 0; for (let c = list; c; c = c.next) len++; console.log(zeros(len).shape, zeros(list!.n).shape, zeros(list!.next.n).shape);
outer: for (let r = 0; r < N; r++) { for (let c = 0; c < N; c++) { if (r * c === 30) { a = zeros(r, c); break outer; } if (c > r) continue outer; } } console.log(a.shape, a.multiply(2).shape);
const seq = function* () { let x = 1; while (true) { const r: number = yield x; x = r ? r : x * 2; } }; const g = seq(); g.next(); g.next(); const gv = g.next(7).value as number; console.log(zeros(gv).shape);
let lo = 1, hi = N * 100; while (hi - lo > 1) { const mid = (lo + hi) / 2 | 0; if (mid * mid <= 1000) lo = mid; else hi = mid; } console.log(zeros(lo).shape);
let flag = 0; const hook = (k: number) => { if (k === 9) flag = 1; }; for (let k = 0; k < N; k++) hook(k); console.log(zeros(flag ? 6 : 4).shape);
const o = { x: 1, y: 1, z: 1 }; for (let k = 0; k < N; k++) { const p = { ...o }; o.x = p.y; o.y = p.z; o.z = k === 3 ? 5 : p.x; } console.log(zeros(o.x).shape, zeros(o.y).shape, zeros(o.z).shape);
const arr = new Array(N).fill(0).map((_, k) => k); let s = 0; for (const x of arr) { if (x === 11) s = 3; } for (const x in arr) if (x === '10') s += 2; console.log(zeros(s).shape); arr.forEach((x, k, all) => { if (k < all.length - 1) all[k + 1] += x; }); console.log(zeros(arr[3]).shape, zeros(arr.length).shape);
let q = [zeros(1)]; for (let k = 0; k < N; k++) { q = [...q, zeros(k)]; if (q.length > 3) q = q.slice(1); } console.log(q[0].shape, zeros(q.length).shape, q.at(-1)!.shape);
let f = (x: number): number => x; for (let k = 0; k < 3; k++) { const prev = f; f = (x) => prev(x) + k; } console.log(zeros(f(2)).shape); let f2 = (x: number): number => x; for (let k = 0; k < N; k++) { const prev = f2; f2 = (x) => (x > 50 ? x : prev(x + 1)); } console.log(zeros(f2(2)).shape);
let tries = 0; let got = zeros(1); for (;;) { try { tries++; if (tries < N) throw tries; got = zeros(tries, 2); break; } catch (e) { if (e === 5) got = zeros(5); } } console.log(got.shape, zeros(tries).shape);
let dirty = true; let passes = 0; const xs = [4, 2, 3, 1]; while (dirty) { dirty = false; passes++; for (let k = 1; k < xs.length; k++) if (xs[k - 1] > xs[k]) { [xs[k - 1], xs[k]] = [xs[k], xs[k - 1]]; dirty = true; } } console.log(zeros(...xs).shape, zeros(passes).shape);
