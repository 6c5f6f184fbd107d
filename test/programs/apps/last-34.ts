import * as np from 'numpy-ts';
// copies whose source changes elsewhere
class Grid {
  cells: np.NDArray;
  constructor(n: number) { this.cells = np.zeros([n, n]); }
  snapshot(): np.NDArray { return this.cells.copy(); }
  tick(i: number): void { this.cells.slice(`${i}`, ':').fill(i + 0.5); }
}
const g = new Grid(400);
const s0 = g.snapshot();
g.tick(3);
const s1 = g.snapshot();
g.tick(4);
console.log(Number(s0.sum()), Number(s1.sum()), Number(g.cells.sum()));
function* later(a: np.NDArray): Generator<number> {
  const c = a.copy();
  yield Number(c.sum());
  yield Number(c.sum());
}
const src = np.ones([100000]);
for (const t of later(src)) {
  console.log(t);
  src.set([0], 5);
}
const buf = np.zeros([100000]);
const win = buf.slice('0:50000');
const saved = buf.copy();
win.fill(2);
console.log(Number(saved.sum()), Number(buf.sum()));
const jobs: Array<() => number> = [];
for (const k of [1, 2, 3]) {
  buf.slice('0:10').fill(k);
  const snap = buf.copy();
  jobs.push(() => Number(snap.sum()));
}
console.log(jobs.map((j) => j()).join());
const shared = np.zeros([100000]);
async function writer(): Promise<void> { await null; shared.fill(1); }
async function reader(): Promise<number> { const c = shared.copy(); await new Promise((r) => setTimeout(r, 2)); return Number(c.sum()); }
const [, total] = await Promise.all([writer(), reader()]);
console.log(total, Number(shared.sum()));
const cfg = { data: np.linspace(0, 1, 100000), backup: null as np.NDArray | null };
cfg.backup = cfg.data.copy();
const { data } = cfg;
data.set([0], 10);
console.log(Number(cfg.backup.sum()).toFixed(3), Number(cfg.data.sum()).toFixed(3));
const best = { err: Infinity, w: np.zeros([100000]) };
const wts = np.ones([100000]);
for (let i = 0; i < 3; i++) {
  wts.set([i], 0.25 * i);
  const err = Math.abs(i - 1);
  if (err < best.err) { best.err = err; best.w = wts.copy(); }
}
console.log(best.err, Number(best.w.sum()), Number(wts.sum()));
const only = cfg.data.copy();
console.log(Number(only.max()));
