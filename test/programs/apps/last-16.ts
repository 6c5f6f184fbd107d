import * as np from 'numpy-ts';
// a replay buffer and a function called twice with and without mutation
class Replay {
  readonly states: np.NDArray;
  readonly done: np.NDArray;
  private pos = 0;
  private filled = 0;
  readonly cap: number;
  constructor(cap: number, dim: number) {
    this.cap = cap;
    this.states = np.zeros([cap, dim]);
    this.done = np.zeros([cap]);
  }
  add(s: np.NDArray, d: boolean): void {
    np.copyto(this.states.slice(`${this.pos}`, ':'), s);
    this.done.set([this.pos], d ? 1 : 0);
    this.pos = (this.pos + 1) % this.cap;
    this.filled = Math.min(this.filled + 1, this.cap);
  }
  sample(n: number): np.NDArray {
    return this.states.slice(`0:${Math.min(n, this.filled)}`, ':').copy();
  }
}
const rb = new Replay(5000, 12);
const s = np.zeros([12]);
for (let i = 0; i < 300; i++) {
  s.set([i % 12], i);
  rb.add(s, i % 50 === 49);
}
const batch = rb.sample(64);
rb.add(np.ones([12]), false);
console.log(batch.shape, Number(batch.sum()), Number(rb.done.sum()));
function scaleInPlace(a: np.NDArray, f: number): np.NDArray {
  const n = a.shape[0]!;
  for (let i = 0; i < n; i++) a.set([i], Number(a.get([i])) * f);
  return a;
}
function bumped(a: np.NDArray): number {
  const c = a.copy();
  return Number(scaleInPlace(c, 2).sum());
}
const v = np.arange(0, 1000, 1, 'float64');
console.log(bumped(v), bumped(v), Number(v.sum()));
const keep = v.copy();
scaleInPlace(v, 3);
console.log(Number(keep.sum()), Number(v.sum()));
