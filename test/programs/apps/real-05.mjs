// @ts-check
import * as np from 'numpy-ts';

/**
 * Monte Carlo pricing of European and Asian options.
 * @typedef {object} Market
 * @property {number} spot
 * @property {number} rate
 * @property {number} vol
 * @property {number} maturity
 */

/**
 * @param {Market} market
 * @param {number} paths
 * @param {number} steps
 * @returns {np.NDArray}
 */
function simulate(market, paths, steps) {
  const dt = market.maturity / steps;
  const rng = np.random.default_rng(7);
  const z = /** @type {np.NDArray} */ (rng.standard_normal([paths, steps]));
  const drift = (market.rate - 0.5 * market.vol ** 2) * dt;
  const increments = z.multiply(market.vol * Math.sqrt(dt)).add(drift);
  const logPaths = np.cumsum(increments, 1);
  return np.exp(logPaths).multiply(market.spot);
}

/**
 * @param {np.NDArray} prices
 * @param {number} strike
 * @param {'call' | 'put'} kind
 */
function payoff(prices, strike, kind = 'call') {
  const diff = kind === 'call' ? prices.subtract(strike) : prices.multiply(-1).add(strike);
  return np.maximum(diff, 0);
}

const market = { spot: 100, rate: 0.03, vol: 0.2, maturity: 1 };
const PATHS = 20000;
const STEPS = 52;
const paths = simulate(market, PATHS, STEPS);
const terminal = paths.slice(':', '-1');
const discount = Math.exp(-market.rate * market.maturity);

const strikes = np.linspace(80, 120, 9);
/** @type {number[]} */
const prices = [];
for (const k of /** @type {number[]} */ (strikes.tolist())) {
  const p = payoff(terminal, k);
  prices.push(Number(np.mean(p)) * discount);
}
const average = /** @type {np.NDArray} */ (np.mean(paths, 1));
const asian = Number(payoff(average, 100).mean()) * discount;
const running = /** @type {np.NDArray} */ (paths.max(1));
const knocked = running.greater(125);
const alive = np.logical_not(knocked);
const barrier = np.where(alive, payoff(terminal, 100), 0);
const barrierPrice = Number(np.mean(barrier)) * discount;
const wide = payoff(terminal.expand_dims(1), 0);
const grid = np.maximum(np.subtract(wide, strikes), 0);
const curve = /** @type {np.NDArray} */ (grid.mean(0));
const antithetic = np.concatenate([terminal, terminal.copy()]);
const se = Number(np.std(payoff(terminal, 100))) / Math.sqrt(PATHS);
console.log(prices.length, asian > 0, barrierPrice > 0, se > 0, antithetic.nbytes);
console.log('checksum', Number(curve.sum()).toFixed(6), asian.toFixed(6), barrierPrice.toFixed(6), Number(np.sum(knocked)));
