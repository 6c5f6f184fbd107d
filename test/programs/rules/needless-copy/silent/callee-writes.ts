import * as np from 'numpy-ts';

function whiten(values: np.NDArray): number {
  values.slice(':10').fill(0);
  return Number(np.sum(values));
}

const signal = np.ones([70_000]);
console.log(whiten(signal.copy()), Number(np.sum(signal)));
