import * as np from 'numpy-ts';

function norm(x: np.NDArray): number {
  using sq = x.square();
  return Math.sqrt(Number(sq.sum()));
}
function center(x: np.NDArray): np.NDArray {
  using mu = x.mean(0, true) as np.NDArray;
  return x.subtract(mu);
}
const X = np.arange(90_000).reshape(300, 300).astype('float32');
console.log(norm(X).toFixed(1), center(X).dtype, center(X).shape);

function power(A: np.NDArray, steps = 5): [number, np.NDArray] {
  let v = np.ones([A.shape[1]], A.dtype);
  let lambda = 0;
  for (let i = 0; i < steps; i++) {
    using w = A.matmul(v);
    lambda = norm(w);
    v = w.divide(lambda);
  }
  return [lambda, v];
}
const [lambda, v] = power(X.matmul(X.T));
console.log(v.dtype, v.shape, lambda > 1e6);
function scoped(): np.NDArray {
  using a = np.ones([100, 100]);
  using b = np.full([100, 100], 2);
  using c = a.add(b);
  return c.multiply(3);
}
const r = scoped();
console.log(r.sum(), r.nbytes);
for (let i = 0; i < 2; i++) {
  using chunk = X.slice(`${i * 100}:${(i + 1) * 100}`);
  console.log(chunk.shape, chunk.sum());
}
const big = np.linspace(0, 10, 100_000);
const s = np.sin(big);
const c = np.cos(big);
const ident = s.square().add(c.square());
s.dispose();
c.dispose();
console.log(np.allclose(ident, 1 as any) || ident.mean());
const gauss = np.exp(big.subtract(5).square().multiply(-0.5)).divide(Math.sqrt(2 * Math.PI));
console.log(gauss.shape, (np.trapezoid(gauss, big) as number).toFixed(5));
const sig = np.sqrt(np.add(np.multiply(big, 2), 1)).subtract(big.divide(3));
console.log(sig.max(), sig.dtype);
const flat = X.T.reshape(-1);
console.log(flat.base === null, flat.get([1]), X.T.ravel().get([1]), X.T.flatten().nbytes);
const t = np.transpose(X.reshape(30, 10, 300), [1, 0, 2]);
console.log(t.shape, t.strides, t.reshape(10, -1).nbytes);
