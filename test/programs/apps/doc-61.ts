import * as np from 'numpy-ts';
// peaks, dispose, using in branches and loops
function process(chunks: number, size: number) {
  let best = -Infinity;
  for (let i = 0; i < chunks; i++) {
    const c = np.full([size], i);
    const d = c.multiply(c);
    c.dispose();
    const s = d.sum() as number;
    d.dispose();
    best = Math.max(best, s);
  }
  return best;
}
function leaky(chunks: number, size: number) {
  const keep: np.NDArray[] = [];
  for (let i = 0; i < chunks; i++) {
    using tmp = np.full([size], i);
    keep.push(tmp.slice(':10').copy());
  }
  return keep;
}
function branchy(n: number, f: boolean) {
  using a = np.ones([n]);
  if (f) {
    using b = a.add(1);
    return b.sum() as number;
  }
  const c = a.astype('float32');
  const r = c.sum() as number;
  c.dispose();
  return r;
}
function inplace(n: number) {
  const a = np.zeros([n, n]);
  for (let i = 0; i < n; i++) a.row(i).fill(i);
  const t = a.T;
  return t.slice('0').sum() as number;
}
function matpow(n: number) {
  let m = np.eye(n);
  for (let i = 0; i < 5; i++) {
    const next = m.matmul(m);
    m.dispose();
    m = next;
  }
  return m;
}
function typedTemp(n: number) {
  const a = new Float32Array(n);
  const b = a.slice();
  const c = new Float64Array(b);
  return np.array(c);
}
function twoPhase(n: number) {
  { using x = np.ones([n]); x.fill(2); }
  { using y = np.ones([n], 'float32'); y.fill(3); }
  return np.zeros([1]);
}
const helper = (x: np.NDArray) => { const y = x.add(1); const z = y.add(1); return z.slice('::2'); };
const r1 = process(4, 10_000);
const r2 = leaky(3, 1000);
const r3 = branchy(5000, true), r4 = branchy(5000, false);
const r5 = inplace(100);
const r6 = matpow(64);
const r7 = typedTemp(1000);
const r8 = twoPhase(2000);
const r9 = helper(np.ones([10_000]));
const r10 = [1, 2, 3].map((n) => np.ones([n * 100]).add(1)).map((x) => x.sum() as number);
const srt = np.sort(np.random.rand(1000) as unknown as np.NDArray);
console.log(r1, r2.length, r3, r4, r5, r6.shape, r7.shape, r8.shape, r9.nbytes, r10, srt.size);
