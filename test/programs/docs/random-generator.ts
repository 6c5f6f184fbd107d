import * as np from 'numpy-ts';

const rng = np.random.default_rng(7);
const a = rng.random([4, 4]) as np.NDArray;
const b = rng.integers(0, 100, [50]) as np.NDArray;
const c = rng.standard_normal([10]) as np.NDArray;
const d = rng.normal(0, 1, [3, 3]) as np.NDArray;
const e = rng.permutation(10) as np.NDArray;
const f = rng.choice(100, 5, false) as np.NDArray;
const g = rng.uniform(0, 5, 8) as np.NDArray;
const h = rng.exponential(2, [6]) as np.NDArray;

for (const x of [a, b, c, d, e, f, g, h]) console.log(x.dtype, x.shape.join('x'));
console.log(Number(np.sum(e)));
