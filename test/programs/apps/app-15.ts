// Time-series features: rolling stats, lags, seasonality, anomaly flags; typed arrays and NDArrays side by side.
import * as np from 'numpy-ts';

const N = 120_000;
const PERIOD = 1440;

type Feature = { name: string; values: np.NDArray };

function signal(): Float64Array {
  const out = new Float64Array(N);
  let s = 5;
  for (let i = 0; i < N; i++) {
    s = (s * 16807) % 2147483647;
    out[i] = 20 + 5 * Math.sin((2 * Math.PI * i) / PERIOD) + (s / 2147483647 - 0.5) + (i % 9973 === 0 ? 30 : 0);
  }
  return out;
}

function rolling(values: Float64Array, w: number): { mean: Float64Array; std: Float64Array } {
  const mean = new Float64Array(values.length);
  const std = new Float64Array(values.length);
  let sum = 0;
  let sq = 0;
  for (let i = 0; i < values.length; i++) {
    sum += values[i]!;
    sq += values[i]! ** 2;
    if (i >= w) {
      sum -= values[i - w]!;
      sq -= values[i - w]! ** 2;
    }
    const n = Math.min(i + 1, w);
    mean[i] = sum / n;
    std[i] = Math.sqrt(Math.max(0, sq / n - (sum / n) ** 2));
  }
  return { mean, std };
}

function lag(x: np.NDArray, k: number): np.NDArray {
  const out = np.zeros([x.size]);
  np.copyto(out.slice(`${k}:`), x.slice(`:-${k}`));
  return out;
}

function flags(x: Float64Array, mean: Float64Array, std: Float64Array): Float64Array {
  const f = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    if (Math.abs(x[i]! - mean[i]!) > 3 * std[i]!) f[i] = 1;
  }
  return f;
}

const raw = signal();
const safe = new Float64Array(raw);
const { mean, std } = rolling(safe, 60);
const anomalies = flags(raw, mean, std);
let count = 0;
for (const a of anomalies) count += a;
console.log('anomalies', count);

const x = np.array(raw);
const features: Feature[] = [];
for (const k of [1, 60, 1440]) features.push({ name: `lag${k}`, values: lag(x, k) });
features.push({ name: 'mean', values: np.array(mean) });
features.push({ name: 'std', values: np.array(std) });
const minute = np.mod(np.arange(N), PERIOD);
features.push({ name: 'minute', values: minute });
const night = np.where(np.less(minute, 360), 1, 0) as np.NDArray;
features.push({ name: 'night', values: night });
const matrix = np.stack(features.map((f) => f.values), 1);
console.log('matrix', matrix.shape, matrix.dtype, Number(np.sum(matrix)).toFixed(4));
const z = matrix.subtract(np.mean(matrix, 0) as np.NDArray).divide((np.std(matrix, 0) as np.NDArray).add(1e-9));
console.log('z', Number(np.max(z)).toFixed(4));
const days = Math.floor(N / PERIOD);
const daily = x.slice(`:${days * PERIOD}`).copy().reshape(days, PERIOD);
const profile = np.mean(daily, 0) as np.NDArray;
const deseason = daily.subtract(profile);
console.log('profile', profile.shape, Number(np.std(deseason)).toFixed(5));
const centred = x.subtract(Number(np.mean(x)));
const power = np.absolute(np.fft.rfft(centred));
const peak = Number(np.argmax(power));
console.log('peak', peak, power.dtype);
const labels = np.array(Array.from(anomalies));
console.log('labels', labels.dtype, Number(np.sum(labels)));
const window = safe.slice(0, 50_000);
let acc = 0;
for (let i = 0; i < window.length; i++) acc += window[i]!;
console.log('acc', acc.toFixed(5));
const bytes = new Uint8Array(safe.buffer.slice(0, 400_000));
let h = 0;
for (const b of bytes) h = (h * 33 + b) | 0;
console.log('h', h);
