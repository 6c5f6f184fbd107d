// @ts-nocheck -- written by reviewers to find wrong facts
// cross validation splits with permutations (views as indices)
import * as np from 'numpy-ts';
np.random.seed(4);
const N = 1200, D = 30, K = 5;
const X = np.random.randn(N, D) as np.NDArray;
const y = X.slice(':', '0').multiply(2).add(X.slice(':', '1'));
const perm = np.random.permutation(N) as np.NDArray;
const folds = np.array_split(perm, K);
console.log(folds.map((f) => f.size));
let mse = 0;
for (let k = 0; k < K; k++) {
  const val = np.copy(folds[k]!);
  const train = np.concatenate(folds.filter((_, i) => i !== k));
  const Xt = np.take(X, train, 0), yt = np.take(y, train);
  const Xv = np.take(X, val, 0), yv = np.take(y, val);
  const G = Xt.T.matmul(Xt).add(np.eye(D).multiply(0.1));
  const w = np.linalg.solve(G, Xt.T.matmul(yt));
  const err = Xv.matmul(w as never).subtract(yv);
  mse += Number(np.mean(err.square()));
  console.log(Xt.shape, Xv.shape, w.shape);
}
console.log((mse / K).toFixed(8));
const boot = np.random.choice(N, 300) as np.NDArray;
const bx = np.take(X, boot, 0);
console.log(bx.shape, boot.dtype);
const half = perm.slice(':600');
console.log(half.shape, half.nbytes, half.base !== null);
const Xh = np.iindex(X, perm.slice('600:').copy());
console.log(Xh.shape);
const strat = np.argsort(y);
const dec = np.array_split(strat, 10).map((g) => Number(np.mean(np.take(y, np.copy(g)))));
console.log(dec.map((v) => v.toFixed(4)));
