// Finance backtest: random walk prices, moving averages, positions -1/0/1, PnL, drawdown, Sharpe.
import * as np from 'numpy-ts';

interface Strategy {
  fast: number;
  slow: number;
  fee: number;
}

interface Report {
  name: string;
  total: number;
  sharpe: number;
  drawdown: number;
  trades: number;
}

const DAYS = 252 * 400;

function prices(seed: number): np.NDArray {
  np.random.seed(seed);
  const shocks = (np.random.normal(0, 1, DAYS) as np.NDArray).multiply(0.01);
  return np.exp(np.cumsum(shocks)).multiply(100);
}

function sma(p: np.NDArray, w: number): np.NDArray {
  const c = np.cumsum(p);
  const out = np.full([p.size], NaN);
  const head = np.concatenate([np.zeros([1]), c.slice(`:-${w}`)]);
  np.copyto(out.slice(`${w - 1}:`), c.slice(`${w - 1}:`).subtract(head).divide(w));
  return out;
}

function positions(p: np.NDArray, s: Strategy): np.NDArray {
  const fast = sma(p, s.fast);
  const slow = sma(p, s.slow);
  const pos = np.zeros([p.size]);
  for (let i = s.slow; i < p.size; i++) {
    const f = Number(fast.iget(i));
    const g = Number(slow.iget(i));
    if (f > g * 1.001) pos.iset(i, 1);
    else if (f < g * 0.999) pos.iset(i, -1);
  }
  return pos;
}

function drawdown(equity: np.NDArray): number {
  let peak = -Infinity;
  let worst = 0;
  for (const v of equity.tolist() as number[]) {
    peak = Math.max(peak, v);
    worst = Math.max(worst, (peak - v) / peak);
  }
  return worst;
}

function backtest(name: string, p: np.NDArray, s: Strategy): Report {
  const pos = positions(p, s);
  const returns = np.diff(p).divide(p.slice(':-1'));
  const held = pos.slice(':-1').copy();
  const turnover = np.absolute(np.diff(pos));
  const pnl = held.multiply(returns).subtract(turnover.multiply(s.fee));
  const equity = np.cumprod(pnl.add(1));
  const sharpe = (Number(np.mean(pnl)) / Number(np.std(pnl))) * Math.sqrt(252);
  return {
    name,
    total: Number(equity.iget(equity.size - 1)),
    sharpe,
    drawdown: drawdown(equity),
    trades: Number(np.count_nonzero(turnover)),
  };
}

const series = prices(11);
const strategies: Record<string, Strategy> = {
  quick: { fast: 5, slow: 20, fee: 0.0002 },
  slow: { fast: 50, slow: 200, fee: 0.0002 },
};
for (const [name, s] of Object.entries(strategies)) {
  const r = backtest(name, series, s);
  console.log(r.name, r.total.toFixed(6), r.sharpe.toFixed(4), r.drawdown.toFixed(4), r.trades);
}

const calendar = np.arange(DAYS);
const weekday = np.mod(calendar, 5);
const monday = np.equal(weekday, 0);
const mondays = series.bindex(monday);
console.log('mondays', mondays.size, Number(np.mean(mondays)).toFixed(4));
const signals = np.full([DAYS], -1);
signals.slice('100:2000').fill(1);
signals.slice('5000:').fill(0);
console.log('signals', Number(np.sum(signals)), Number(np.min(signals)));
const logret = np.diff(np.log(series));
const vol = np.sqrt(np.convolve(logret.multiply(logret), np.ones([21]).divide(21), 'valid')).multiply(Math.sqrt(252));
console.log('vol', vol.shape, Number(np.mean(vol)).toFixed(6));
const ranks = np.argsort(logret);
const worst = ranks.slice(':100').copy();
console.log('worst', Number(np.sum(worst)), Number(np.sum(np.take(logret, worst.astype('int32')))).toFixed(6));
const scenario = series.copy();
scenario.slice('-252:').fill(50);
console.log('scenario', Number(np.mean(scenario)).toFixed(4), Number(np.mean(series)).toFixed(4));
