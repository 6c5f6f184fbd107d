import * as np from 'numpy-ts';
// monte carlo
const rng = np.random.default_rng(2024);
const n = 200000;
const x = rng.random(n) as np.NDArray;
const y = rng.random(n) as np.NDArray;
const inside = x.multiply(x).add(y.multiply(y)).less_equal(1).astype('float64');
console.log((4 * Number(inside.sum())) / n, inside.dtype);
const dice = rng.integers(1, 7, [50000, 2]) as np.NDArray;
const tot = dice.sum(1) as np.NDArray;
console.log(dice.dtype, tot.dtype, Number(tot.sum()), Number(np.bincount(tot).sum()));
const steps = np.where((rng.random([100, 1000]) as np.NDArray).less(0.5), -1, 1) as np.NDArray;
const walks = np.cumsum(steps, 1);
console.log(steps.dtype, walks.shape, walks.dtype, Number(walks.max()), Number(walks.min()));
const perm = rng.permutation(1000) as np.NDArray;
console.log(perm.dtype, Number(perm.sum()));
np.random.seed(5);
const u = np.random.uniform(0, 1, [300, 30]) as np.NDArray;
const nrm = np.random.normal(0, 1, [500]) as np.NDArray;
const ri = np.random.randint(0, 256, [64, 64]) as np.NDArray;
console.log(u.dtype, nrm.dtype, ri.dtype, Number(ri.sum()), Number(u.sum()).toFixed(6));
const boot: number[] = [];
for (let i = 0; i < 40; i++) {
  const idx = rng.integers(0, 500, 500) as np.NDArray;
  boot.push(Number(nrm.take(idx.tolist().map(Number)).mean()));
}
const B = np.array(boot);
console.log(B.shape, Number(np.percentile(B, 95)).toFixed(6));
