import * as np from 'numpy-ts';

/** Callers do with it what they want. */
export function emptyImage(height: number, width: number): np.NDArray {
  return np.zeros([height, width]);
}

console.log(emptyImage(600, 600).shape);
