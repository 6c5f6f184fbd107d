// time-series windows and anomaly detection, functional style
import * as np from 'numpy-ts';
import { slidingWindows, zscore, ewma } from './lib/e-series.ts';

type Series = { name: string; values: np.NDArray };

const LENGTH = 40_000;

const make = (name: string, period: number, noise: number): Series => {
  const t = np.arange(LENGTH);
  const season = np.sin(t.multiply((2 * Math.PI) / period)).multiply(10);
  const jitter = np.cos(t.multiply(t).multiply(0.001)).multiply(noise);
  return { name, values: season.add(jitter).add(t.multiply(0.0005)) };
};

const pipe =
  <T>(...fns: ((x: T) => T)[]) =>
  (x: T): T =>
    fns.reduce((acc, fn) => fn(acc), x);

const detrend = (x: np.NDArray): np.NDArray => {
  const t = np.arange(x.size);
  const coeffs = np.polyfit(t, x, 1);
  return x.subtract(np.polyval(coeffs, t) as np.NDArray);
};

const clean = pipe<np.NDArray>(
  (x) => np.nan_to_num(x),
  detrend,
  (x) => np.clip(x, -50, 50),
);

const series = [make('cpu', 144, 1), make('mem', 288, 2), make('net', 60, 4)];
const report: Record<string, { anomalies: number; windows: number[]; auto: number }> = {};

for (const { name, values } of series) {
  const x = clean(values);
  const z = zscore(x);
  const flags = np.abs(z).greater(1.9);
  const windows = slidingWindows(x, 64, 16);
  const features = np.column_stack([
    np.mean(windows, 1) as np.NDArray,
    np.std(windows, 1) as np.NDArray,
    np.min(windows, 1) as np.NDArray,
    np.max(windows, 1) as np.NDArray,
  ]);
  const smooth = ewma(x, 0.05);
  const residual = x.subtract(smooth);
  const lag = 1;
  const head = residual.slice(`:-${lag}`);
  const tail = residual.slice(`${lag}:`);
  const auto = Number(np.sum(head.multiply(tail))) / Number(np.sum(residual.square()));
  report[name] = { anomalies: Number(np.count_nonzero(flags)), windows: [...features.shape], auto };
}

const matrix = np.stack(series.map((s) => s.values));
const corr = np.corrcoef(matrix);
const hourly = matrix.slice(':', `:${Math.floor(LENGTH / 60) * 60}`).reshape(3, Math.floor(LENGTH / 60), 60);
const hourlyMax = hourly.max(2) as np.NDArray;
const cumulative = np.cumsum(matrix, 1);
const rolling = cumulative.slice(':', '60:').subtract(cumulative.slice(':', ':-60')).divide(60);
const medians = np.median(hourly, 2) as np.NDArray;
console.log(JSON.stringify(report));
console.log('checksum', Number(np.sum(corr)).toFixed(6), Number(hourlyMax.sum()).toFixed(4), Number(rolling.sum()).toFixed(3), Number(medians.sum()).toFixed(3));
