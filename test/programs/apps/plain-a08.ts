import * as np from 'numpy-ts';
// resampling with a class and a Map cache
class Series {
  private cache = new Map<string, np.NDArray>();
  readonly values: np.NDArray; readonly rate: number;
  constructor(values: np.NDArray, rate: number) { this.values = values; this.rate = rate; }
  resample(to: number): np.NDArray {
    const key = `r${to}`;
    const hit = this.cache.get(key);
    if (hit) return hit;
    const n = Math.floor((this.values.size * to) / this.rate);
    const xs = np.linspace(0, this.values.size - 1, n);
    const r = np.interp(xs, np.arange(this.values.size), this.values);
    this.cache.set(key, r);
    return r;
  }
  smooth(k: number): np.NDArray {
    const key = `s${k}`;
    if (!this.cache.has(key)) this.cache.set(key, np.convolve(this.values, np.ones([k]).divide(k), 'valid'));
    return this.cache.get(key)!.copy();
  }
  bucket(k: number): np.NDArray { const n = Math.floor(this.values.size / k); return np.mean(this.values.slice(`:${n * k}`).reshape(n, k), 1) as np.NDArray; }
}
const raw = np.sin(np.linspace(0, 100, 60000));
const s = new Series(raw, 100);
const a = s.resample(50);
const b = s.resample(50);
console.log(a === b, a.shape, a.dtype, Number(np.sum(a)).toFixed(5));
const sm = s.smooth(5);
sm.slice(':100').fill(0);
const again = s.smooth(5);
console.log(sm.shape, Number(np.sum(sm)).toFixed(6), Number(np.sum(again)).toFixed(6));
const bk = s.bucket(60);
console.log(bk.shape, bk.dtype, Number(np.std(bk)).toFixed(6));
const work = s.values.copy();
work.set([0], 5);
console.log(Number(s.values.get([0])), Number(work.get([0])));
