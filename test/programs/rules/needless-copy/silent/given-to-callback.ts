import * as np from 'numpy-ts';

/** Nobody knows here what a listener does with its array. */
export function emit(samples: np.NDArray, listener: (samples: np.NDArray) => void): void {
  listener(samples.copy());
}

const samples = np.ones([50_000]);
emit(samples, (mine) => mine.fill(0));
console.log(Number(np.sum(samples)));
