import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';
export default np;
export const EPS = 1e-9;
export const ones3 = np.ones([3, 3], 'float32');
export function toMatrix(rows: number[][]): NDArray {
  return np.array(rows);
}
export function safeInverse(m: NDArray): NDArray | null {
  try {
    return np.linalg.inv(m) as NDArray;
  } catch {
    return null;
  }
}
export function softmax(x: NDArray, axis = -1): NDArray {
  const e = np.exp(x.subtract(x.max(axis, true) as NDArray));
  return e.divide(e.sum(axis, true) as NDArray);
}
export const center = (x: NDArray) => x.subtract(x.mean() as number);
export const scale = (x: NDArray) => x.divide((x.std() as number) + EPS);
export function pipeline(x: NDArray, steps: ((x: NDArray) => NDArray)[]): NDArray {
  return steps.reduce((acc, f) => f(acc), x);
}
export class RunningStats {
  #n = 0;
  #mean: NDArray;
  #m2: NDArray;
  constructor(shape: number[]) {
    this.#mean = np.zeros(shape);
    this.#m2 = np.zeros(shape);
  }
  push(x: NDArray) {
    this.#n++;
    const delta = x.subtract(this.#mean);
    this.#mean = this.#mean.add(delta.divide(this.#n));
    this.#m2 = this.#m2.add(delta.multiply(x.subtract(this.#mean)));
  }
  result() {
    return { mean: this.#mean, variance: this.#m2.divide(Math.max(1, this.#n - 1)) };
  }
}
