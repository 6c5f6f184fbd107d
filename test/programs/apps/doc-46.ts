import * as np from 'numpy-ts';
// control flow with shapes changing
let a = np.ones([8, 8]);
do {
  a = a.slice('::2', ':');
} while (a.shape[0] > 2);
let b = np.zeros([3]);
outer: for (let i = 0; i < 4; i++) {
  for (let j = 0; j < 4; j++) {
    if (i * j > 3) break outer;
    if (j === 2) continue outer;
    b = np.append(b, j) as np.NDArray;
  }
}
let c = np.ones([2], 'int8');
for (const step of [1, 2, 3]) {
  if (step === 2) c = c.astype('int32') as any;
  else c = c.add(step);
}
let d: np.NDArray | undefined;
for (let i = 0; i < 3; i++) d ??= np.ones([i + 1]);
let e = np.ones([1]);
let k = 0;
while (true) {
  e = np.tile(e, 2);
  if (++k >= 4) break;
}
function early(n: number) {
  if (n < 0) return null;
  for (let i = 0; i < n; i++) if (i * i > 10) return np.zeros([i]);
  return np.ones([n], 'float32');
}
const f = early(-1), g = early(2), h = early(50);
const mode: string = 'row';
let i: np.NDArray;
switch (mode) {
  case 'col': i = np.ones([4, 1]); break;
  case 'row':
  case 'line': i = np.ones([1, 4]);
  default: i = np.ones([2, 2]);
}
let j = np.ones([4]);
const inc = () => { j = np.concatenate([j, np.ones([1])]) as np.NDArray; };
inc();
[1, 2].forEach(inc);
let l = np.zeros([2, 2]);
if (l.sum() === 0) l = np.zeros([3, 3]);
let m = np.arange(10);
m = m.slice('2:');
m = m.reshape(2, 4);
m = m.T;
const n = m.shape[0] === 4 ? m : np.ones([1], 'bool');
let o = np.ones([2]);
try {
  o = np.ones([3]);
  o = o.reshape(2, 2);
  o = np.ones([5], 'int8') as any;
} catch {
  console.log(o.shape);
}
const sizes = [3, 5, 7];
const mats = sizes.map((s, idx) => np.zeros([s, idx + 1]));
const m1 = mats[1];
let biggest = mats[0];
for (const q of mats) if (q.size > biggest.size) biggest = q;
let pq = np.ones([3]);
for (let t = 0; t < 0; t++) pq = np.ones([9]);
console.log(a.shape, b.shape, c.dtype, d?.shape, e.shape, f, g?.shape, h?.shape, i.shape, j.shape, l.shape, m.shape, n.shape, o.shape, m1.shape, biggest.shape, pq.shape);
