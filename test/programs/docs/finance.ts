import * as np from 'numpy-ts';

np.random.seed(11);
const DAYS = 2520;
const returns = np.random.normal(0.0005, 0.01, [DAYS, 4]) as np.NDArray;
const prices = np.cumprod(returns.add(1), 0).multiply(100);
const log = np.log(prices);
const daily = np.diff(log, 1, 0);
const volatility = (np.std(daily, 0) as np.NDArray).multiply(Math.sqrt(252));
const covariance = np.cov(daily.T);
const drawdown = prices.divide(np.max(prices, 0) as np.NDArray).subtract(1);
const worst = np.min(drawdown, 0) as np.NDArray;
const last = prices.slice('-1');

console.log(prices.shape, daily.shape, volatility.shape, covariance.shape, worst.shape, last.shape);
