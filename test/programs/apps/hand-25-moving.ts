import * as np from 'numpy-ts';

// moving averages, three ways
function movingCumsum(x: np.NDArray, n = 3): np.NDArray {
  const ret = np.cumsum(x);
  const head = ret.slice(`${n - 1}:${n}`).divide(n);
  const rest = ret.slice(`${n}:`).subtract(ret.slice(`:-${n}`)).divide(n);
  return np.concatenate([head, rest]);
}
function movingConvolve(x: np.NDArray, n = 3): np.NDArray {
  return np.convolve(x, np.ones([n]).divide(n), 'valid');
}
function slidingWindow(x: np.NDArray, n: number): np.NDArray {
  const out: np.NDArray[] = [];
  for (let i = 0; i < n; i++) out.push(x.slice(`${i}:${x.shape[0] - n + 1 + i}`));
  return np.stack(out, 1);
}
const t = np.arange(30_000);
const prices = np.sin(t.divide(300)).multiply(10).add(100);
const m1 = movingCumsum(prices, 20);
const m2 = movingConvolve(prices, 20);
const windows = slidingWindow(prices, 20);
const m3 = windows.mean(1) as np.NDArray;
console.log(m1.shape, m2.shape, m3.shape, windows.nbytes, np.allclose(m1, m2), np.allclose(m2, m3));

function ema(x: np.NDArray, alpha = 0.1): np.NDArray {
  const out = np.empty_like(x);
  let last = Number(x.get([0]));
  for (let i = 0; i < x.shape[0]; i++) {
    last = alpha * Number(x.get([i])) + (1 - alpha) * last;
    out.set([i], last);
  }
  return out;
}
const e = ema(prices.slice(':100'));
console.log(e.dtype, e.shape);
const returns = np.diff(prices).divide(prices.slice(':-1'));
const vol = returns.std() as number;
console.log(returns.shape, vol.toFixed(6));
const lag = (x: np.NDArray, k: number) => np.concatenate([np.full([k], NaN), x.slice(`:-${k}`)]);
const features = np.column_stack([prices, lag(prices, 1), lag(prices, 7)]);
console.log(features.shape, features.dtype, np.isnan(features).sum());
const weekday = t.mod(7).astype('int8');
const byDay = Array.from({ length: 7 }, (_, d) => Number(np.mean(prices.compress(weekday.equal(d)))));
console.log(byDay.map((v) => v.toFixed(2)).join(' '));
const up = np.sign(np.diff(prices)).astype('int8');
const runs = np.flatnonzero(np.not_equal(up.slice('1:'), up.slice(':-1')));
console.log(up.dtype, runs.dtype, runs.shape);
const hourly = prices.reshape(-1, 60).mean(1) as np.NDArray;
console.log(hourly.shape);
