import * as np from 'numpy-ts';

function spread(values: np.NDArray): number {
  return Number(np.max(values)) - Number(np.min(values));
}

const heights = np.linspace(100, 200, 70_000);
// `spread` only reads.
// expect: needless-copy <<heights.copy()>>
console.log(spread(heights.copy()).toFixed(3), heights.size);
