import { fft as F, arange, concatenate, exp, array, Complex, zeros, multiply, NDArray } from 'numpy-ts';
import np from './lib/doc-mathutil.ts';
// recursive FFT and strassen, quicksort
function strassen(A: NDArray, B: NDArray): NDArray {
  const n = A.shape[0];
  if (n <= 2) return A.matmul(B);
  const h = n / 2;
  const q = (M: NDArray, i: number, j: number) => M.slice(`${i * h}:${(i + 1) * h}`, `${j * h}:${(j + 1) * h}`);
  const m1 = strassen(q(A, 0, 0).add(q(A, 1, 1)), q(B, 0, 0).add(q(B, 1, 1)));
  const m2 = strassen(q(A, 1, 0).add(q(A, 1, 1)), q(B, 0, 0));
  const m3 = strassen(q(A, 0, 0), q(B, 0, 1).subtract(q(B, 1, 1)));
  const m4 = strassen(q(A, 1, 1), q(B, 1, 0).subtract(q(B, 0, 0)));
  const m5 = strassen(q(A, 0, 0).add(q(A, 0, 1)), q(B, 1, 1));
  const m6 = strassen(q(A, 1, 0).subtract(q(A, 0, 0)), q(B, 0, 0).add(q(B, 0, 1)));
  const m7 = strassen(q(A, 0, 1).subtract(q(A, 1, 1)), q(B, 1, 0).add(q(B, 1, 1)));
  const c11 = m1.add(m4).subtract(m5).add(m7);
  const c12 = m3.add(m5);
  const c21 = m2.add(m4);
  const c22 = m1.subtract(m2).add(m3).add(m6);
  return np.vstack([np.hstack([c11, c12]), np.hstack([c21, c22])]) as NDArray;
}
function quicksort(a: NDArray): NDArray {
  if (a.size <= 1) return a;
  const pivot = a.get([0]) as number;
  const rest = a.slice('1:');
  const lo = rest.compress(rest.less(pivot));
  const hi = rest.compress(rest.greater_equal(pivot));
  return concatenate([quicksort(lo), array([pivot]), quicksort(hi)]) as NDArray;
}
function power(m: NDArray, n: number): NDArray {
  if (n === 0) return np.eye(m.shape[0]);
  if (n % 2 === 1) return m.matmul(power(m, n - 1));
  const half = power(m, n / 2);
  return half.matmul(half);
}
const S = strassen(arange(64).reshape(8, 8), np.eye(8));
const sorted = quicksort(array([3, 6, 1, 8, 2, 9, 2]));
const P = power(array([[1, 1], [1, 0]]), 10);
const sp = F.fft(arange(8));
console.log(S.shape, sorted.tolist(), P.tolist(), sp.dtype, exp(zeros([2])).shape, multiply(arange(3), 2).shape, new Complex(1, 2).re);
