import * as np from 'numpy-ts';

// needless conversions and copies of whole arrays
const N = 80_000;
const a = np.arange(N).astype('float64');
const b = np.array(a);
console.log(b.sum(), a.sum());
const c = np.asarray(a).copy();
console.log(c.mean());
const d = a.flatten();
console.log(d.max(), d.shape);
const e = np.ascontiguousarray(a).astype('float64');
console.log(e.min());

const m = np.linspace(0, 1, 90_000).reshape(300, 300);
const flat = m.flatten();
console.log(flat.shape, flat.get([301]));
const listed = np.array(m.tolist());
console.log(listed.shape, listed.dtype, listed.sum());
const viaTyped = np.array(Array.from(m.ravel().data as Float64Array)).reshape(300, 300);
console.log(viaTyped.dtype, viaTyped.sum());

function summarise(input: np.NDArray): { total: number; biggest: number } {
  const safe = input.copy();
  return { total: Number(safe.sum()), biggest: Number(safe.max()) };
}
console.log(summarise(m));
function clipped(input: np.NDArray, lo = 0.2): np.NDArray {
  const out = input.copy();
  np.putmask(out, out.less(lo), np.array([lo]));
  return out;
}
const cl = clipped(m);
console.log(cl.min(), m.min());

class Picture {
  private readonly px: np.NDArray;
  constructor(px: np.NDArray) { this.px = px.copy(); }
  get pixels(): np.NDArray { return this.px.copy(); }
  brightness(): number { return this.px.mean() as number; }
}
const source = np.ones([400, 400]);
const picture = new Picture(source);
source.fill(9);
const shown = picture.pixels;
console.log(picture.brightness(), shown.sum(), source.sum());

const snapshots: np.NDArray[] = [];
let state = np.zeros([200, 200]);
for (let i = 0; i < 3; i++) {
  state = state.add(i);
  snapshots.push(state.copy());
}
console.log(snapshots.map((s) => Number(s.sum())));
const reused = np.zeros([200, 200]);
const history: np.NDArray[] = [];
for (let i = 0; i < 3; i++) {
  reused.fill(i);
  history.push(np.copy(reused));
}
console.log(history.map((s) => Number(s.sum())));
const t = m.T.copy();
const mt = t.matmul(m);
console.log(mt.shape, Number(mt.sum()).toFixed(6));
const sorted = np.sort(m.ravel().copy());
console.log(sorted.get([10]));
const later = m.copy();
queueMicrotask(() => m.fill(0));
await null;
console.log(later.sum(), m.sum());
const g = np.copy(np.where(m.greater(0), m, m));
const h = g.add(1);
console.log(h.sum());
