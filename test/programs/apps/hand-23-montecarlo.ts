import * as np from 'numpy-ts';

np.random.seed(2024);
const N = 300_000;
function estimatePi(n = N): number {
  const x = np.random.rand(n) as np.NDArray;
  const y = np.random.rand(n) as np.NDArray;
  const inside = x.multiply(x).add(y.multiply(y)).less_equal(1);
  return (4 * Number(inside.sum())) / n;
}
console.log(estimatePi().toFixed(2));

// random walks
const steps = np.random.randint(0, 2, [1000, 200]) as np.NDArray;
const walk = np.where(steps.greater(0), np.ones_like(steps), np.full_like(steps, -1));
const path = np.cumsum(walk, 1);
console.log(steps.dtype, path.shape, path.dtype, np.max(path) !== undefined);
const crossing = np.any(np.greater_equal(np.absolute(path), 30), 1) as np.NDArray;
console.log(crossing.dtype, crossing.shape);
const first = np.argmax(np.greater_equal(np.absolute(path), 10), 1) as np.NDArray;
console.log(first.shape, first.dtype);

// option pricing
function price(s0: number, k: number, r: number, sigma: number, t = 1, n = 100_000): { mean: number; err: number } {
  const z = np.random.standard_normal([n]) as np.NDArray;
  const st = np.exp(z.multiply(sigma * Math.sqrt(t)).add((r - 0.5 * sigma ** 2) * t)).multiply(s0);
  const payoff = np.maximum(st.subtract(k), 0).multiply(Math.exp(-r * t));
  return { mean: payoff.mean() as number, err: (payoff.std() as number) / Math.sqrt(n) };
}
const { mean, err } = price(100, 105, 0.05, 0.2);
console.log(Math.abs(mean - 8.02) < 0.3, err < 0.1);

const rng = np.random.default_rng(7);
const u = rng.uniform(0, 1, [500]) as np.NDArray;
const ints = rng.integers(0, 10, [500]) as np.NDArray;
console.log(u.dtype, u.shape, ints.dtype);
const boot = np.random.choice(u as any, [200, 500]) as np.NDArray;
console.log(boot.shape, boot.dtype, (boot.mean(1) as np.NDArray).shape);
const perm = np.random.permutation(10) as np.NDArray;
console.log(perm.dtype, perm.shape, perm.sum());
const deck = np.arange(52);
np.random.shuffle(deck);
console.log(deck.sum(), deck.dtype);
const po = np.random.poisson(3, [1000]) as np.NDArray;
const bi = np.random.binomial(10, 0.5, [4, 5]) as np.NDArray;
const mn = np.random.multivariate_normal([0, 0], [[1, 0.5], [0.5, 1]], 100) as np.NDArray;
console.log(po.dtype, bi.dtype, bi.shape, mn.shape, (np.random.normal() as number) < 99);
