import * as np from 'numpy-ts';

const N = 50_000;
np.random.seed(0);
const x = np.linspace(-1, 1, N);
const noise = np.random.normal(0, 0.1, [N]) as np.NDArray;
const y = x.multiply(3).add(2).add(noise);

// ordinary least squares with a design matrix
const X = np.column_stack([np.ones([N]), x]);
const XtX = X.T.matmul(X);
const Xty = X.T.matmul(y);
const beta = np.linalg.solve(XtX, Xty);
console.log(X.shape, XtX.shape, Xty.shape, beta.shape, np.round(beta, 2).toString());

const { x: coef, residuals, rank, s } = np.linalg.lstsq(X.slice('::500'), y.slice('::500'));
console.log(coef.shape, rank, s.shape, residuals.shape);

// gradient descent
function descend(X: np.NDArray, y: np.NDArray, rate = 0.1, steps = 50): { w: np.NDArray; losses: number[] } {
  let w = np.zeros([X.shape[1]]);
  const losses: number[] = [];
  for (let i = 0; i < steps; i++) {
    const err = X.matmul(w).subtract(y);
    losses.push(Number(np.mean(err.square())));
    const grad = X.T.matmul(err).multiply(2 / X.shape[0]);
    w = w.subtract(grad.multiply(rate));
  }
  return { w, losses };
}
const { w, losses } = descend(X, y);
console.log(np.round(w, 3).toString(), losses.length, losses.at(-1)!.toFixed(4));

const p = np.polyfit(x, y, 3);
const fit = np.polyval(p, x) as np.NDArray;
const res = y.subtract(fit);
const ssRes = np.sum(np.square(res));
const ssTot = np.sum(np.square(y.subtract(np.mean(y) as number)));
console.log(p.shape, fit.shape, (1 - Number(ssRes) / Number(ssTot)).toFixed(4));
const V = np.vander(x.slice(':10'), 4);
console.log(V.shape, V.dtype);
