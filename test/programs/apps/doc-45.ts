import * as np from 'numpy-ts';
// memory: peaks of functions
function chained(n: number) {
  const a = np.ones([n, n]);
  const b = a.add(1).multiply(2).subtract(3).divide(4);
  return b.sum() as number;
}
function freed(n: number) {
  const a = np.ones([n]);
  const b = a.add(1);
  a.dispose();
  const c = b.multiply(2);
  b.dispose();
  return c;
}
function viewOnly(x: np.NDArray) {
  const v = x.slice('1:').T;
  return v;
}
function copyBack(x: np.NDArray) {
  const c = x.copy();
  c.fill(0);
  np.copyto(x, c);
}
function loopTmp(n: number, k: number) {
  let acc = np.zeros([n]);
  for (let i = 0; i < k; i++) acc = acc.add(np.full([n], i));
  return acc;
}
function listing(n: number, k: number) {
  const all: np.NDArray[] = [];
  for (let i = 0; i < k; i++) all.push(np.ones([n], 'float32'));
  return np.stack(all);
}
function cond(n: number, big: boolean) {
  if (big) return np.zeros([n, n]);
  return np.zeros([n]);
}
function nested(n: number) {
  const a = freed(n);
  const b = loopTmp(n, 3);
  return a.add(b);
}
function typed(n: number) {
  const f = new Float64Array(n);
  const g = f.map((x) => x + 1);
  return g.subarray(0, 10);
}
const r1 = chained(256);
const r2 = freed(100_000);
const x = np.ones([100, 100]);
const r3 = viewOnly(x);
copyBack(x);
const r4 = loopTmp(50_000, 4);
const r5 = listing(10_000, 8);
const r6 = cond(64, true);
const r7 = cond(64, false);
const r8 = nested(1000);
const r9 = typed(100_000);
const conv = (y: np.NDArray) => y.astype('float32').add(1).astype('float64');
const r10 = conv(x);
console.log(r1, r2.nbytes, r3.shape, r4.shape, r5.shape, r6.shape, r7.shape, r8.shape, r9.length, r10.dtype);
