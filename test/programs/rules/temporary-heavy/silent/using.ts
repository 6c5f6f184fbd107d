import * as np from 'numpy-ts';

function energy(x: np.NDArray): number {
  using squared: np.NDArray = x.multiply(x);
  return Number(np.sum(squared));
}

function power(x: np.NDArray): np.NDArray {
  using squared: np.NDArray = x.multiply(x);
  return squared.divide(x.size);
}

const x = np.linspace(0, 1, 200_000);
console.log(energy(x).toFixed(6), Number(np.sum(power(x))).toFixed(6));
