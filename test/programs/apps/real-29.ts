// iterative solvers: conjugate gradient, jacobi, power iteration, QR least squares
import * as np from 'numpy-ts';

interface Solution {
  x: np.NDArray;
  iterations: number;
  residual: number;
}

const N = 300;

function spd(n: number): np.NDArray {
  const i = np.arange(n).reshape(n, 1);
  const j = np.arange(n).reshape(1, n);
  const d = np.abs(np.subtract(i, j));
  return np.exp(d.multiply(-0.5)).add(np.eye(n).multiply(0.1));
}

function conjugateGradient(A: np.NDArray, b: np.NDArray, tol = 1e-10, maxIter = 200): Solution {
  let x = np.zeros_like(b);
  let r = b.subtract(np.matmul(A, x));
  let p = r.copy();
  let rs = Number(np.dot(r, r));
  let k = 0;
  while (k < maxIter && Math.sqrt(rs) > tol) {
    const Ap = np.matmul(A, p);
    const alpha = rs / Number(np.dot(p, Ap));
    x = x.add(p.multiply(alpha));
    r = r.subtract(Ap.multiply(alpha));
    const next = Number(np.dot(r, r));
    p = r.add(p.multiply(next / rs));
    rs = next;
    k++;
  }
  return { x, iterations: k, residual: Math.sqrt(rs) };
}

function jacobi(A: np.NDArray, b: np.NDArray, iterations: number): np.NDArray {
  const d = np.diagonal(A).copy();
  const R = A.subtract(np.diag(d));
  let x = np.zeros([b.size]);
  for (let i = 0; i < iterations; i++) x = b.subtract(np.matmul(R, x)).divide(d.multiply(20));
  return x;
}

function powerIteration(A: np.NDArray, n = 50): { value: number; vector: np.NDArray } {
  let v = np.ones([A.shape[0]!]);
  let value = 0;
  for (let i = 0; i < n; i++) {
    const w = np.matmul(A, v);
    value = Math.sqrt(Number(np.sum(w.square())));
    v = w.divide(value);
  }
  return { value, vector: v };
}

function leastSquares(X: np.NDArray, y: np.NDArray): np.NDArray {
  const XtX = np.matmul(X.T, X);
  const Xty = np.matmul(X.T, y);
  return np.linalg.solve(XtX.add(np.eye(X.shape[1]!).multiply(1e-8)), Xty) as np.NDArray;
}

const A = spd(N);
const b = np.sin(np.arange(N));
const { x, iterations, residual } = conjugateGradient(A, b);
const xj = jacobi(A, b, 10);
const { value, vector } = powerIteration(A);
const t = np.linspace(0, 1, 20_000);
const X = np.stack([np.ones_like(t), t, t.square(), t.power(3)], 1);
const y = np.cos(t.multiply(6));
const beta = leastSquares(X, y);
const fitted = np.matmul(X, beta);
const r2 = 1 - Number(np.sum(y.subtract(fitted).square())) / Number(np.sum(y.subtract(Number(y.mean())).square()));
const inverse = np.linalg.inv(A) as np.NDArray;
const identityError = np.abs(np.matmul(A, inverse).subtract(np.eye(N)));
const vander = np.vander(np.linspace(0, 1, 2000), 20);
const outer = np.outer(vector, vector);
const deflated = A.subtract(outer.multiply(value));
const lower = np.tril(A);
const upper = np.triu(A, 1);
const blocks = np.vstack([np.hstack([lower, upper]), np.hstack([upper, lower])]);
console.log(iterations, residual < 1e-8, A.nbytes, X.shape, vander.shape, blocks.shape);
console.log('checksum', Number(x.sum()).toFixed(6), Number(xj.sum()).toFixed(6), value.toFixed(6), r2.toFixed(8), Number(np.max(identityError)) < 1e-8, Number(deflated.sum()).toFixed(4), Number(np.sum(vander)).toFixed(3));
