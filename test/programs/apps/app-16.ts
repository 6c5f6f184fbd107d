// Bootstrap statistics: resampling, confidence intervals, permutation test, histogram, ECDF.
import * as np from 'numpy-ts';

interface Interval {
  low: number;
  high: number;
  estimate: number;
}

interface BootstrapOptions {
  rounds?: number;
  level?: number;
  seed?: number;
  statistic?: (x: np.NDArray) => number;
}

const average = (x: np.NDArray): number => Number(np.mean(x));

function bootstrap(x: np.NDArray, options: BootstrapOptions = {}): Interval {
  const { rounds = 60, level = 0.95, seed = 0, statistic = average } = options;
  np.random.seed(seed);
  const n = x.size;
  const estimates = new Float64Array(rounds);
  for (let r = 0; r < rounds; r++) {
    const idx = np.random.randint(0, n, n) as np.NDArray;
    const sample = np.take(x, idx.astype('int32'));
    estimates[r] = statistic(sample);
  }
  const sorted = Float64Array.from(estimates).sort();
  const at = (q: number): number => sorted[Math.min(rounds - 1, Math.floor(q * rounds))]!;
  return { low: at((1 - level) / 2), high: at((1 + level) / 2), estimate: statistic(x) };
}

function permutationTest(a: np.NDArray, b: np.NDArray, rounds: number): number {
  const pooled = np.concatenate([a, b]);
  const observed = Math.abs(average(a) - average(b));
  let extreme = 0;
  for (let r = 0; r < rounds; r++) {
    const shuffled = np.random.permutation(pooled) as np.NDArray;
    const left = shuffled.slice(`:${a.size}`);
    const right = shuffled.slice(`${a.size}:`);
    if (Math.abs(average(left) - average(right)) >= observed) extreme++;
  }
  return extreme / rounds;
}

function ecdf(x: np.NDArray): { xs: np.NDArray; ys: np.NDArray } {
  const xs = np.sort(x.copy());
  const ys = np.arange(1, xs.size + 1).divide(xs.size);
  return { xs, ys };
}

function winsorise(x: np.NDArray, p: number): np.NDArray {
  if (p <= 0) return x;
  const lo = Number(np.percentile(x, p * 100));
  const hi = Number(np.percentile(x, 100 - p * 100));
  return np.clip(x, lo, hi);
}

np.random.seed(99);
const control = np.random.normal(10, 2, 50_000) as np.NDArray;
const treated = np.random.normal(10.05, 2, 50_000) as np.NDArray;
const ci = bootstrap(control, { rounds: 20 });
console.log('ci', ci.low.toFixed(5), ci.estimate.toFixed(5), ci.high.toFixed(5));
const med = bootstrap(treated, { rounds: 10, statistic: (s) => Number(np.median(s)), seed: 4 });
console.log('median', med.low.toFixed(5), med.high.toFixed(5));
console.log('p', permutationTest(control, treated, 10));
const { xs, ys } = ecdf(control);
const below = Number(np.count_nonzero(np.less_equal(xs, 10))) / xs.size;
console.log('ecdf', below.toFixed(4), Number(ys.iget(ys.size - 1)));
const w = winsorise(treated, 0.01);
const raw = winsorise(treated, 0);
console.log('winsor', Number(np.std(w)).toFixed(5), Number(np.std(raw)).toFixed(5), raw === treated);
const [h, edges] = np.histogram(control, 40) as [np.NDArray, np.NDArray];
console.log('hist', Number(np.sum(h)), h.dtype, edges.size);
const group = np.concatenate([np.zeros([50_000]), np.ones([50_000])]);
const all = np.concatenate([control, treated]);
const effect = Number(np.sum(all.multiply(group))) / 50_000;
console.log('effect', effect.toFixed(5), group.dtype);
const k = np.sqrt(np.power(all.subtract(Number(np.mean(all))).divide(Number(np.std(all))), 2).multiply(0.5).add(1));
console.log('k', Number(np.mean(k)).toFixed(6));
const coin = np.random.randint(0, 2, 200_000) as np.NDArray;
console.log('coin', coin.dtype, Number(np.sum(coin)));
const heads = np.zeros([200_000]);
for (let i = 0; i < 200_000; i += 2) heads.iset(i, 1);
console.log('agree', Number(np.count_nonzero(np.equal(heads, coin))));
