import * as np from 'numpy-ts';

function parts(x: np.NDArray) {
  const squared = x.multiply(x);
  const root = squared.add(1);
  return { squared, root };
}

const { squared, root } = parts(np.linspace(0, 1, 150_000));
console.log(Number(np.sum(squared)).toFixed(6), Number(np.sum(root)).toFixed(6));
