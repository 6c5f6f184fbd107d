// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// loops of unknown length: late changes
const N = Number(JSON.parse('100'));
let a = np.zeros([2]);
let prev = a; let prev2 = a;
for (let i = 0; i < N; i++) { prev2 = prev; prev = a; if (i % 7 === 3) a = np.ones([5], 'int32'); }
console.log(prev2.add(1).shape, a.add(1).shape);
const st = { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 };
for (let i = 0; i < N; i++) { st.g = st.f; st.f = st.e; st.e = st.d; st.d = st.c; st.c = st.b; st.b = st.a; if (i === 5) st.a = 4; }
console.log(np.zeros([st.g]).shape);
let q1 = [1]; let q2 = [1]; let q3 = [1]; let q4 = [1]; let q5 = [1];
let k = 0;
while (k < N) { q5 = q4; q4 = q3; q3 = q2; q2 = q1; if (k === 3) q1 = [2, 2]; k += 1; }
console.log(np.zeros(q5).shape);
let node: { n: number; next: typeof node } = { n: 1, next: null as never };
const head = node;
for (let i = 0; i < N; i++) { const nx = { n: 1, next: null as never }; node.next = nx as never; node = nx; }
node.n = 9;
let walk = head; let biggest = 0;
while (walk) { if (walk.n > biggest) biggest = walk.n; walk = walk.next; }
console.log(np.zeros([biggest > 5 ? 3 : 2]).shape, np.zeros([head.n]).shape);
let flag = false; let out = np.zeros([1]);
for (let i = 0; i < N; i++) { if (flag) { out = np.zeros([6]); break; } if (i > 90) flag = true; }
console.log(out.add(1).shape);
let mode = 'idle'; let v = 2;
for (let i = 0; i < N; i++) { switch (mode) { case 'idle': mode = 'run'; break; case 'run': mode = 'stop'; break; case 'stop': v = 8; mode = 'end'; } }
console.log(np.zeros([v]).shape);
let f = () => 2;
for (let i = 0; i < N; i++) { const g = f; f = i === 4 ? () => g() + 3 : g; }
console.log(np.zeros([f()]).shape);
const seen = new Set<number>(); let dup = 3;
for (let i = 0; i < N; i++) { const h = (i * 7) % 50; if (seen.has(h)) { dup = 5; break; } seen.add(h); }
console.log(np.zeros([dup]).shape);
let lo = 0; let hi = N;
while (lo < hi) { const mid = (lo + hi) >> 1; if (mid * mid < 50) lo = mid + 1; else hi = mid; }
console.log(np.zeros([lo]).shape);
let x = 27; let steps = 0;
while (x !== 1) { x = x % 2 ? 3 * x + 1 : x / 2; steps++; }
console.log(np.zeros([steps > 100 ? 4 : 3]).shape);
