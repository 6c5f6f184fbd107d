import * as np from 'numpy-ts';

const cache = np.arange(90_000);

/** Callers may write into what they get. */
export function current(): np.NDArray {
  return cache.copy();
}

console.log(Number(np.sum(current())));
