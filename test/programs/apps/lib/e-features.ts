import * as np from 'numpy-ts';

export function standardise(X: np.NDArray): np.NDArray {
  const mean = np.mean(X, 0) as np.NDArray;
  const std = np.std(X, 0) as np.NDArray;
  return X.subtract(mean).divide(std.add(1e-9));
}

export function polynomial(X: np.NDArray): np.NDArray {
  return np.hstack([X, X.multiply(X)]);
}

export function splitRows(X: np.NDArray, fraction: number): { train: np.NDArray; test: np.NDArray } {
  const cut = Math.floor(X.shape[0]! * fraction);
  return { train: X.slice(`:${cut}`, ':').copy(), test: X.slice(`${cut}:`, ':').copy() };
}
