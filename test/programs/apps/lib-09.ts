// @ts-nocheck -- written by reviewers to find wrong facts
// Finance
import * as np from 'numpy-ts';
np.random.seed(99);
const days = 2520, assets = 40;
const ret = (np.random.standard_normal([days, assets]) as np.NDArray).multiply(0.01).add(0.0003);
const price = np.cumprod(ret.add(1), 0).multiply(100);
console.log(price.shape, price.dtype, price.nbytes);
const logret = np.diff(np.log(price), 1, 0);
console.log(logret.shape);
function rolling(a: np.NDArray, w: number): np.NDArray {
  const c = np.cumsum(a, 0);
  const z = np.concatenate([np.zeros([1, assets]), c]);
  return z.slice(`${w}:`).subtract(z.slice(`:-${w}`)).divide(w);
}
const ma = rolling(price, 50);
console.log(ma.shape, Number(ma.slice('-1', '0')).toFixed !== undefined);
const peak = np.maximum(price, np.roll(price, 1, 0));
const dd = price.divide(peak).subtract(1);
console.log(Number(dd.min()).toFixed(6));
const w = np.full([assets], 1 / assets);
const port = ret.dot(w) as np.NDArray;
const vol = Number(np.std(port, undefined, 1)) * Math.sqrt(252);
const var95 = Number(np.percentile(port, 5));
console.log(port.shape, vol.toFixed(6), var95.toFixed(6));
const S = np.cov(ret, undefined, false);
const sig = np.sqrt(np.diagonal(S));
const corr = S.divide(np.outer(sig, sig));
console.log(corr.shape, np.allclose(corr, np.corrcoef(ret, undefined, false)));
const sharpe = (ret.mean(0) as np.NDArray).divide(ret.std(0, 1) as np.NDArray).multiply(Math.sqrt(252));
const order = np.argsort(sharpe).slice('::-1');
console.log(order.dtype, order.shape, order.slice(':5').tolist());
const up = np.greater(ret, 0);
const streak = np.cumsum(up.astype('int8'), 0);
console.log(streak.dtype, Number(streak.max()), streak.nbytes);
const sgn = np.sign(ret).astype('int8');
const flips = np.count_nonzero(np.not_equal(sgn.slice('1:'), sgn.slice(':-1')), 0) as np.NDArray;
console.log(flips.dtype, flips.shape, Number(np.max(flips)));
const years = price.reshape(10, 252, assets);
const yret = years.slice(':', '-1').divide(years.slice(':', '0')).subtract(1);
console.log(yret.shape, Number(yret.mean()).toFixed(6));
const wts = np.array([0.5, 0.3, 0.2]);
console.log(Number(np.average(price.slice('-3:', '0'), undefined, wts)).toFixed(4));
