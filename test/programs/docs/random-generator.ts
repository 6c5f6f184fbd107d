import * as np from 'numpy-ts';
const rng = np.random.default_rng(7);
const a = rng.normal(0, 1, [20, 3]);
const b = rng.integers(0, 10, 5);
const c = rng.random([3, 3]);
const d = rng.standard_normal([10, 2]);
const e = rng.uniform(-1, 1, 4);
const f = rng.choice(5, 3);
const g = rng.permutation(6);
const x = np.arange(10);
rng.shuffle(x);
console.log(a.size, b.dtype, c.size, d.size, e.size, f.dtype, g.dtype, rng.random(), rng.integers(0, 3), x.size);
const big = np.random.default_rng(1).exponential(2, [100000]);
console.log(big.size, rng.poisson(3, 7).dtype, np.unique(rng.integers(0, 4, 20)).size);
function noise(r: typeof rng, n: number) { return r.normal(0, 0.1, [n]).multiply(2); }
console.log(noise(rng, 12).size);
