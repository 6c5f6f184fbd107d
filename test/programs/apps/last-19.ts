import * as np from 'numpy-ts';
// batches from a generator, normalise in the loop, accumulate
type Batch = { x: np.NDArray; y: np.NDArray };
function* batches(X: np.NDArray, Y: np.NDArray, size: number): Generator<Batch> {
  const n = X.shape[0]!;
  for (let i = 0; i < n; i += size) {
    const hi = Math.min(i + size, n);
    yield { x: X.slice(`${i}:${hi}`, ':').copy(), y: Y.slice(`${i}:${hi}`) };
  }
}
const X = np.arange(0, 32000, 1, 'float64').reshape(1000, 32);
const Y = np.arange(1000).mod(2);
let acc = np.zeros([32]);
let right = 0;
for (const { x, y } of batches(X, Y, 128)) {
  const mu = x.mean(0) as np.NDArray;
  acc = acc.add(x.subtract(mu).power(2).sum(0) as np.NDArray);
  right += Number(y.sum());
}
console.log(acc.shape, Number(acc.sum()), right);
for (const b of batches(X, Y, 400)) {
  b.x.fill(0);
  b.y.set([0], 9);
}
console.log(Number(X.sum()), Number(Y.sum()), Y.dtype);
function split(X: np.NDArray, frac: number): [np.NDArray, np.NDArray] {
  const k = Math.floor(X.shape[0]! * frac);
  return [X.slice(`:${k}`, ':'), X.slice(`${k}:`, ':')];
}
const [tr, te] = split(X, 0.8);
console.log(tr.shape, te.shape, Number(te.mean()));
const trc = tr.copy();
const tec = te.copy();
tec.slice(':', '0').fill(-1);
console.log(Number(trc.sum()), Number(tec.sum()), Number(te.sum()));
