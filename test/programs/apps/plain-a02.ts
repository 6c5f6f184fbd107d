import * as np from 'numpy-ts';
// ring buffer
class Ring {
  readonly buf: np.NDArray; private head = 0; private n = 0;
  readonly size: number;
  constructor(size: number, cols: number) { this.size = size; this.buf = np.zeros([size, cols]); }
  push(row: number[]) {
    for (let j = 0; j < row.length; j++) this.buf.set([this.head, j], row[j]!);
    this.head = (this.head + 1) % this.size; this.n = Math.min(this.n + 1, this.size);
  }
  latest(k: number): np.NDArray {
    const end = this.head; const start = end - k;
    if (start >= 0) return this.buf.slice(`${start}:${end}`).copy();
    return np.concatenate([this.buf.slice(`${start}:`), this.buf.slice(`:${end}`)], 0);
  }
  view(): np.NDArray { return this.buf.slice(`:${this.n}`); }
}
const r = new Ring(20000, 3);
for (let i = 0; i < 25000; i++) r.push([i % 256, (i * 7) % 100, i % 2]);
const last = r.latest(4000);
const wrapped = r.latest(8000);
r.push([999, 999, 999]);
console.log(last.shape, last.dtype, Number(np.max(last)), wrapped.shape, Number(np.sum(wrapped)));
console.log(r.view().shape, Number(np.max(r.view())), Number(r.buf.mean()));
const before = r.latest(5001);
const mean0 = Number(np.mean(before));
r.push([1, 1, 1]);
console.log(mean0.toFixed(6), Number(np.mean(before)).toFixed(6));
