import * as np from 'numpy-ts';

function standardise(x: np.NDArray): np.NDArray {
  const mean = Number(np.mean(x));
  const std = Number(np.std(x));
  return x.subtract(mean).divide(std);
}

const small = standardise(np.array([1, 2, 3]));
const matrix = standardise(np.arange(600).reshape(20, 30));
const single = standardise(np.linspace(0, 1, 100).astype('float32'));
const ints = standardise(np.array([1, 2, 3, 4], 'int16'));

for (const x of [small, matrix, single, ints]) console.log(x.dtype, x.shape.join('x'), x.nbytes);
