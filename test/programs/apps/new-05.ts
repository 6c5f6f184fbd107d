// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// generators + iterators batches
function* batches<T extends np.NDArray>(x: T, y: T, size: number): Generator<[np.NDArray, np.NDArray], number, void> {
  const n = x.shape[0]!;
  let i = 0;
  for (; i < n; i += size) yield [x.slice(`${i}:${Math.min(i + size, n)}`), y.slice(`${i}:${Math.min(i + size, n)}`)];
  return i;
}
class Range implements Iterable<number> {
  private n: number; constructor(n: number) { this.n = n; }
  *[Symbol.iterator]() { for (let i = 0; i < this.n; i++) yield i; }
}
const X = np.arange(100_000 * 8).reshape(100_000, 8).multiply(1e-6);
const Y = np.ones([100_000, 1], 'float32');
let w = np.zeros([8, 1]);
let seen = 0;
for (const e of new Range(2)) {
  for (const [xb, yb] of batches(X, Y, 30_000)) {
    const pred = xb.dot(w) as np.NDArray;
    const err = pred.subtract(yb);
    const g = xb.transpose().dot(err) as np.NDArray;
    w = w.subtract(g.multiply(0.1 / xb.shape[0]!));
    seen += xb.shape[0]!;
  }
  console.log(e, seen, w.shape, Number(np.sum(w)).toFixed(5));
}
const it = batches(X, Y, 50_000);
const first = it.next().value as [np.NDArray, np.NDArray];
const [a, b] = first;
const joined = np.hstack([a, b]);
console.log(joined.shape, joined.dtype, it.next().done, it.next().value);
const all = [...batches(X, Y, 40_000)].map(([q]) => q);
const back = np.concatenate(all);
const last = all.at(-1)!;
console.log(back.shape, last.shape, all.length, np.array_equal(back, X));
const lazily = Array.from(new Range(3), (k) => X.slice(k));
const st = np.vstack(lazily);
console.log(st.shape, lazily[0]!.shape);
