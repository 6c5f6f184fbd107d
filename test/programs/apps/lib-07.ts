// @ts-nocheck -- written by reviewers to find wrong facts
// ML: logistic regression on minibatches
import * as np from 'numpy-ts';
np.random.seed(1);
const N = 4000, D = 24, K = 5;
const centers = (np.random.randn(K, D) as np.NDArray).multiply(2);
const labels = np.random.randint(0, K, N) as np.NDArray;
const X = np.take(centers, labels, 0).add(np.random.randn(N, D) as np.NDArray);
function oneHot(y: np.NDArray, k: number): np.NDArray {
  return np.equal(np.expand_dims(y, 1), np.arange(k)).astype('float32');
}
function softmax(z: np.NDArray): np.NDArray {
  const m = z.max(1, true) as np.NDArray;
  const e = np.exp(z.subtract(m));
  return e.divide(e.sum(1, true) as np.NDArray);
}
const Y = oneHot(labels, K);
console.log(X.shape, X.dtype, Y.shape, Y.dtype, labels.dtype);
let Wt = np.zeros([D, K]);
let bias = np.zeros([K]);
const batch = 500;
for (let epoch = 0; epoch < 3; epoch++) {
  const perm = np.random.permutation(N) as np.NDArray;
  for (let start = 0; start < N; start += batch) {
    const idx = perm.slice(`${start}:${start + batch}`);
    const xb = np.take(X, idx, 0);
    const yb = np.take(Y, idx, 0);
    const p = softmax(xb.matmul(Wt).add(bias));
    const g = p.subtract(yb);
    Wt = Wt.subtract(xb.T.matmul(g).multiply(0.1 / batch));
    bias = bias.subtract((g.mean(0) as np.NDArray).multiply(0.1));
  }
}
const prob = softmax(X.matmul(Wt).add(bias));
const pred = np.argmax(prob, 1) as np.NDArray;
const acc = Number(np.mean(np.equal(pred, labels)));
console.log(acc > 0.8, prob.dtype);
const cm = np.zeros([K, K], 'int32');
const pl = pred.tolist() as number[], ll = labels.tolist() as (number | bigint)[];
for (let i = 0; i < N; i++) cm.set([Number(ll[i]), Number(pl[i])], Number(cm.get([Number(ll[i]), Number(pl[i])])) + 1);
console.log(cm.sum(), cm.dtype, Number(np.trace(cm)) / N === acc);
const flat = np.bincount(labels.multiply(K).add(pred), undefined, K * K).reshape(K, K);
console.log(np.array_equal(flat, cm), flat.dtype);
