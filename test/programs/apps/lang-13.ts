// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// counted loops whose counter or bound moves
const o = { n: 100 };
let rounds = 0; let big = 0;
for (let i = 0; i < o.n; i++) { rounds++; if (i === 80) o.n = 90; if (i > 95) big = 1; }
console.log(np.zeros([big + 2]).shape);
const lim = { n: 100 };
let over = np.zeros([2]);
for (let i = 0; i < lim.n; i++) { if (i === 90) lim.n = 120; if (i > 110) over = np.zeros([5]); }
console.log(over.add(1).shape);
function peakCont() {
  const keep = [];
  outer: for (let a = 0; a < 3; a++) {
    for (let b = 0; b < 70; b++) { keep.push(np.zeros([100])); if (b === 4) continue outer; }
  }
  return keep.length;
}
console.log(np.zeros([peakCont()]).shape);
let skipped = 0;
for (let i = 0; i < 100; i++) { const jump = () => { i += 9; }; skipped++; jump(); }
console.log(np.zeros([skipped]).shape);
const list = Array.from({ length: 80 }, (_, k) => k);
const grow = (l: number[]) => { if (l.length < 100) l.push(l.length); };
let top = np.ones([3]);
for (let i = 0; i < list.length; i++) { grow(list); if (i > 85) top = np.ones([7]); }
console.log(top.add(1).shape);
function thrower(k: number) { if (k > 3) throw new Error('stop'); return k; }
function partial() {
  const held = [];
  try { for (let i = 0; i < 90; i++) { held.push(np.zeros([64])); thrower(i); } } catch { return held.length; }
  return -1;
}
console.log(np.zeros([partial()]).shape);
let w = 0;
do { w += 2; if (w === 4) continue; if (w > 6) break; } while (w < 100);
console.log(np.zeros([w]).shape);
let late = np.zeros([2]);
for (let i = 0; i < 200; i++) if (i === 150) late = np.zeros([9], 'int32');
console.log(late.add(1).shape);
