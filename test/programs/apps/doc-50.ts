import * as np from 'numpy-ts';
import { type NDArray, linalg } from 'numpy-ts';
// PCA, linear regression, ridge, gram-schmidt, power iteration
function pca(X: NDArray, k: number) {
  const mean = X.mean(0) as NDArray;
  const Xc = X.subtract(mean);
  const C = Xc.T.matmul(Xc).divide(X.shape[0] - 1);
  const { w, v } = linalg.eigh(C) as any;
  const order = np.argsort(w).slice('::-1').slice(`:${k}`);
  const comp = np.take(v, order, 1) as NDArray;
  return { mean, comp, proj: Xc.matmul(comp) };
}
function ols(X: NDArray, y: NDArray) {
  const Xb = np.hstack([np.ones([X.shape[0], 1]), X]);
  const beta = linalg.solve(Xb.T.matmul(Xb), Xb.T.matmul(y)) as NDArray;
  const res = y.subtract(Xb.matmul(beta));
  return [beta, res] as const;
}
function ridge(X: NDArray, y: NDArray, lam: number) {
  const n = X.shape[1];
  const A = X.T.matmul(X).add(np.eye(n).multiply(lam));
  return np.matmul(linalg.inv(A), X.T).matmul(y);
}
function gramSchmidt(A: NDArray) {
  const Q: NDArray[] = [];
  for (let j = 0; j < A.shape[1]; j++) {
    let v = A.col(j).copy();
    for (const q of Q) v = v.subtract(q.multiply(np.dot(q, A.col(j)) as number));
    Q.push(v.divide(linalg.norm(v) as number));
  }
  return np.column_stack(Q);
}
function powerIter(A: NDArray, n = 20) {
  let b = np.ones([A.shape[1]]);
  for (let i = 0; i < n; i++) {
    const Ab = A.matmul(b);
    b = Ab.divide(linalg.norm(Ab) as number);
  }
  const lambda = np.dot(b, A.matmul(b)) as number;
  return [lambda, b] as [number, NDArray];
}
np.random.seed(1);
const X = np.random.randn(50, 4) as unknown as NDArray;
const y = X.matmul(np.array([1, 2, 3, 4])).add(np.random.randn(50) as unknown as NDArray);
const { mean, comp, proj } = pca(X, 2);
const [beta, res] = ols(X, y);
const rb = ridge(X, y, 0.1);
const Q = gramSchmidt(np.array([[1, 1, 0], [1, 0, 1], [0, 1, 1]]));
const [lam, vec] = powerIter(X.T.matmul(X));
const r = linalg.svd(X, false) as any;
const Xf = X.astype('float32');
const pf = pca(Xf, 3);
console.log(mean.shape, comp?.shape, proj?.shape, beta.shape, res.shape, rb.shape, Q.shape, lam > 0, vec.shape, Object.keys(r), pf.mean.dtype);
