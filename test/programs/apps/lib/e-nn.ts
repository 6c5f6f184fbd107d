import * as np from 'numpy-ts';

export function shuffleIndices(n: number, seed: number): number[] {
  const out = Array.from({ length: n }, (_, i) => i);
  let s = seed + 1;
  for (let i = n - 1; i > 0; i--) {
    s = (s * 16807) % 2147483647;
    const j = s % (i + 1);
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

export function oneHot(labels: np.NDArray, classes: number): np.NDArray {
  const eye = np.eye(classes);
  return eye.iindex(labels.astype('int32'), 0);
}

export const relu = (x: np.NDArray): np.NDArray => np.maximum(x, 0);
export const reluGrad = (x: np.NDArray): np.NDArray => x.greater(0).astype('float64');

export function softmax(z: np.NDArray): np.NDArray {
  const shifted = z.subtract(z.max(1, true) as np.NDArray);
  const e = np.exp(shifted);
  return e.divide(np.sum(e, 1, true) as np.NDArray);
}
