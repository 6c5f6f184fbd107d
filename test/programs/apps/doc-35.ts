import * as np from 'numpy-ts';
import type { NDArray, DType } from 'numpy-ts';
// branches and dtype choice
function load(kind: string, n: number): NDArray {
  switch (kind) {
    case 'zeros': return np.zeros([n]);
    case 'ones': return np.ones([n], 'float32');
    case 'range': return np.arange(n, undefined, 1, 'int32');
    default: throw new Error(kind);
  }
}
const a = load('zeros', 4);
const b = load('ones', 5);
const c = load('range', 6);
function pick(n: number, precise = false) {
  const dtype: DType = precise ? 'float64' : 'float32';
  return np.zeros([n, n], dtype);
}
const d = pick(8);
const e = pick(8, true);
let x = np.ones([3]);
if (process.argv.length > 5) x = np.ones([3], 'int8');
const y = x.add(1);
let shape = [2, 3];
const f = np.zeros(shape);
shape = [4, 5];
const g = np.zeros(shape);
shape.push(6);
const h = np.ones(shape, 'uint8');
const [r0, ...rest] = h.shape;
const i = np.zeros(rest);
const j = np.reshape(h, [r0, -1]);
const k = Math.random() > 2 ? a : c;
const l = k.add(k);
const cfg = { size: 10, dtype: 'int16' as const, fill: 3 };
const m = np.full([cfg.size], cfg.fill, cfg.dtype);
cfg.size *= 2;
const n = np.full([cfg.size], cfg.fill, cfg.dtype);
const o = cfg.size > 15 && np.ones([2]);
const p = (null as NDArray | null) ?? np.ones([7]);
const q = a?.slice('1:');
for (const dt of ['int8', 'float32', 'complex64'] as DType[]) {
  const z = np.zeros([16], dt);
  const w = z.add(np.ones([16], 'int16'));
  console.log(w.dtype, z.nbytes);
}
let t: NDArray;
try {
  t = np.linalg.inv(np.zeros([2, 2])) as NDArray;
} catch {
  t = np.eye(2);
} finally {
  x = np.zeros([1]);
}
console.log(a.dtype, b.dtype, c.dtype, d.dtype, e.dtype, y.dtype, f.shape, g.shape, h.shape, i.shape, j.shape, l.dtype, m.nbytes, n.nbytes, o, p.shape, q.shape, t.shape, x.shape);
