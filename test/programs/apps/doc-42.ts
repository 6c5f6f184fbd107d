import * as np from 'numpy-ts';
// finance / time series
const T = 252, N = 500;
np.random.seed(7);
function gbm(s0: number, mu: number, sigma: number, steps: number, paths: number) {
  const dt = 1 / steps;
  const z = np.random.standard_normal([steps, paths]) as np.NDArray;
  const inc = z.multiply(sigma * Math.sqrt(dt)).add((mu - 0.5 * sigma ** 2) * dt);
  const logs = np.cumsum(inc, 0);
  const paths0 = np.vstack([np.zeros([1, paths]), logs]);
  return np.exp(paths0).multiply(s0);
}
const paths = gbm(100, 0.05, 0.2, T, N);
const final = paths.slice('-1');
const payoff = np.maximum(final.subtract(105), 0);
const price = (payoff.mean() as number) * Math.exp(-0.05);
const rets = np.diff(np.log(paths), 1, 0);
const vol = np.std(rets, 0) as np.NDArray;
const runMax = np.stack(Array.from({ length: 5 }, (_, i) => paths.slice(`:${(i + 1) * 50}`).max(0) as np.NDArray));
const dd = paths.slice('1:').divide(paths.slice(':-1')).subtract(1);
const weights = np.random.dirichlet([1, 1, 1]) as np.NDArray;
const covm = np.cov(rets.slice(':', ':3').T);
const pv = Math.sqrt(np.dot(weights, np.dot(covm, weights) as np.NDArray) as number);
const ewma = (x: np.NDArray, alpha: number) => {
  const out = np.zeros_like(x);
  out.set([0], x.get([0]) as number);
  for (let i = 1; i < x.size; i++) out.set([i], alpha * (x.get([i]) as number) + (1 - alpha) * (out.get([i - 1]) as number));
  return out;
};
const sm = ewma(paths.col(0), 0.1);
const buys = np.nonzero(np.logical_and(sm.slice('1:').greater(100), sm.slice(':-1').less_equal(100)))[0];
const month = paths.slice('1:').reshape(12, 21, N).mean(1) as np.NDArray;
const cash = np.array([-100, 39, 59, 55, 20]);
const npv = cash.divide(np.power(np.full([5], 1.1), np.arange(5))).sum() as number;
console.log(final.shape, price > 0, vol.shape, runMax.shape, dd.shape, pv > 0, sm.shape, buys.dtype, month.shape, npv);
