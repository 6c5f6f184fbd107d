import * as np from 'numpy-ts';
// float64 masks consumed in various ways
const n = 40000;
function makeMask(k: number): np.NDArray {
  const m = np.zeros([n]);
  for (let i = 0; i < n; i += k) m.set([i], 1);
  return m;
}
const a = makeMask(3);
const b = makeMask(5);
console.log('diff', Number(np.diff(a).min()), Number(np.diff(a).sum()));
const c = np.zeros([n]);
c.slice('100:200').fill(1);
console.log('neg', Number(c.negative().sum()), Number(c.subtract(1).min()));
const d = np.ones([n]);
d.slice('::2').fill(0);
console.log('scaled', Number(d.multiply(300).max()), Number(d.add(255).max()));
const e = np.zeros([n]);
e.slice('5:50').fill(1);
console.log('dot', Number(e.dot(e)), Number(np.cumsum(e).get([n - 1])));
const f = np.ones([200, 200]);
console.log('matmul', Number(f.matmul(f).max()), Number(f.mean()), Number(f.std()));
const g = np.zeros([n]);
g.slice('0:300').fill(1);
const idx = np.flatnonzero(g);
console.log(idx.shape, Number(g.prod()), Number(g.any()), Number(g.all()));
const h = np.zeros([n]);
h.set([3], 1);
h.set([4], 2);
console.log(String(h.slice('0:6')), JSON.stringify(h.slice('0:6').tolist()));
const p = np.zeros([n]);
p.slice('0:10').fill(1);
const q = np.zeros([n]);
q.slice('5:15').fill(1);
console.log('xor', Number(p.subtract(q).sum()), Number(p.add(q).max()), Number(p.multiply(q).sum()));
const total = a.add(b);
console.log(Number(total.max()), Number(total.sum()), Number(a.get([3])) / 2);
