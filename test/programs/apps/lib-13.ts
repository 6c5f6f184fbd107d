// @ts-nocheck -- written by reviewers to find wrong facts
// k-means + PCA on float32
import * as np from 'numpy-ts';
np.random.seed(21);
const N = 3000, D = 16, K = 4;
const data = (np.random.standard_normal([N, D]) as np.NDArray).astype('float32');
function pairwise(a: np.NDArray, b: np.NDArray): np.NDArray {
  const diff = np.expand_dims(a, 1).subtract(np.expand_dims(b, 0));
  return np.sum(diff.multiply(diff), 2) as np.NDArray;
}
let cent = data.slice(`:${K}`).copy();
let assign = np.zeros([N], 'int32');
for (let it = 0; it < 5; it++) {
  const d = pairwise(data, cent);
  assign = np.argmin(d, 1) as never;
  const rows: np.NDArray[] = [];
  for (let k = 0; k < K; k++) {
    const m = np.equal(assign, k);
    rows.push(np.mean(np.compress(m, data, 0), 0) as np.NDArray);
  }
  cent = np.stack(rows);
  d.dispose();
}
console.log(cent.shape, cent.dtype, assign.dtype, np.bincount(assign).tolist());
const mu = np.mean(data, 0, true) as np.NDArray;
const X = data.subtract(mu);
const C = np.matmul(X.T, X).divide(N - 1);
const { w, v } = np.linalg.eigh(C) as any;
console.log(mu.dtype, mu.shape, C.dtype, w.dtype, v.shape);
const order = np.argsort(w).slice('::-1');
const top = np.take(v, order.slice(':3').copy(), 1);
const proj = X.matmul(top as never);
console.log(top.shape, top.dtype, proj.shape, proj.dtype);
const ev = np.take(w, order);
const ratio = np.divide(ev as never, Number(np.sum(w)));
console.log(ratio.shape, Number(np.max(np.cumsum(ratio))).toFixed(4));
const U = np.linalg.svd(X.slice(':50'), false) as any;
console.log(U.u.shape, U.s.shape, U.vt.shape, U.s.dtype);
const f16 = data.astype('float16');
console.log(f16.nbytes, Number(f16.max()).toFixed(3), f16.add(f16).dtype, f16.multiply(data).dtype, (f16.sum(0) as np.NDArray).dtype, f16.mean(0 as never).dtype);
