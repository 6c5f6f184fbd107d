// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// finance
interface Config { days: number; paths: number; mu: number; sigma: number; dtype?: 'float32' | 'float64' }
const defaults = { days: 252, paths: 1000, mu: 0.05, sigma: 0.2 } satisfies Config;
function config(over: Partial<Config> = {}): Required<Config> { return { dtype: 'float64', ...defaults, ...over }; }
class Lcg { private s: number; constructor(s = 42) { this.s = s; } next() { this.s = (this.s * 1103515245 + 12345) % 2147483648; return this.s / 2147483648; } }
function normals(n: number, rng = new Lcg()) {
  const out = new Float64Array(n);
  for (let i = 0; i < n; i += 2) {
    const r = Math.sqrt(-2 * Math.log(rng.next() + 1e-12)), t = 2 * Math.PI * rng.next();
    out[i] = r * Math.cos(t);
    if (i + 1 < n) out[i + 1] = r * Math.sin(t);
  }
  return out;
}
function simulate(over?: Partial<Config>) {
  const { days, paths, mu, sigma, dtype } = config(over);
  const dt = 1 / days;
  const z = np.array(normals(days * paths)).reshape(paths, days).astype(dtype);
  const steps = z.multiply(sigma * Math.sqrt(dt)).add((mu - 0.5 * sigma ** 2) * dt);
  const logp = np.cumsum(steps, 1);
  return np.exp(logp).multiply(100);
}
const p = simulate();
const q = simulate({ paths: 500, dtype: 'float32' });
const end = p.slice(':', -1);
const payoff = np.maximum(end.subtract(105), 0);
console.log(p.shape, q.dtype, q.nbytes, Number(np.mean(payoff)).toFixed(2));
const ret = np.diff(np.log(p), 1, 1);
const cov = np.cov(ret.slice(':20'));
const corr = np.corrcoef(ret.slice(':5'));
const w = np.full([20], 1 / 20);
const vari = w.dot(cov.dot(w)) as number;
const sorted = np.sort(end);
const var95 = sorted.get([Math.floor(0.05 * 1000)]);
const peak = np.maximum.accumulate ? 0 : 1;
console.log(cov.shape, corr.shape, vari.toFixed(10), Number(var95).toFixed(3), peak, ret.shape);
const bins = np.histogram(end, 20);
const [h, edges] = bins;
console.log(h.dtype, edges.shape, np.quantile(q, 0.5, 1).shape);
