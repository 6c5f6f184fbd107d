import * as np from 'numpy-ts';

np.random.seed(42);
const uniform = np.random.rand(3, 4) as np.NDArray;
const normal = np.random.randn(1000) as np.NDArray;
const ints = np.random.randint(0, 10, [5, 5]) as np.NDArray;
const bytes = np.random.randint(0, 256, [64, 64], 'uint8') as np.NDArray;
const gauss = np.random.normal(10, 2, [2000]) as np.NDArray;
const counts = np.random.poisson(3, [100]) as np.NDArray;
const flips = np.random.binomial(10, 0.5, [100]) as np.NDArray;
const spread = np.random.uniform(-1, 1, [2, 2, 2]) as np.NDArray;
const single = np.random.random() as number;

for (const x of [uniform, normal, ints, bytes, gauss, counts, flips, spread]) console.log(x.dtype, x.shape.join('x'), x.nbytes);
console.log(typeof single);
