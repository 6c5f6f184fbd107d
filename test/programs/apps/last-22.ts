import * as np from 'numpy-ts';
// options and a pipeline of stages
interface PipeOpts { size?: [number, number]; dtype?: np.DType; clip?: { lo: number; hi: number }; debug?: boolean }
const defaults = { size: [256, 256] as [number, number], dtype: 'float64' as np.DType, clip: { lo: 0, hi: 1 } };
type Stage = (a: np.NDArray) => np.NDArray;
function build(opts: PipeOpts): Stage[] {
  const o = { ...defaults, ...opts };
  return [
    (a) => a.astype(o.dtype),
    (a) => np.clip(a, o.clip.lo, o.clip.hi),
    (a) => a.multiply(255),
  ];
}
function source(opts: PipeOpts = {}): np.NDArray {
  const [h, w] = opts.size ?? defaults.size;
  return np.ones([h, w], opts.dtype ?? defaults.dtype).multiply(0.5);
}
function run(opts: PipeOpts): np.NDArray {
  return build(opts).reduce((acc, f) => f(acc), source(opts));
}
const a = run({});
const b = run({ size: [64, 128], dtype: 'float32' });
const c = run({ clip: { lo: 0.6, hi: 1 } });
console.log(a.shape, a.dtype, b.shape, b.dtype, Number(a.sum()), Number(c.sum()).toFixed(3));
const frames = Array.from({ length: 6 }, (_, i) => np.full([64, 64], i, 'float32'));
const video = np.stack(frames);
const meanFrame = video.mean(0) as np.NDArray;
const deltas = frames.map((f) => f.subtract(meanFrame));
console.log(video.shape, meanFrame.dtype, deltas.length, Number(deltas[5]!.sum()));
const cache = new Map<string, np.NDArray>();
for (const name of ['x', 'y', 'z']) cache.set(name, np.zeros([100, 100]));
cache.get('x')!.fill(4);
const snap = cache.get('x')!.copy();
cache.get('x')!.fill(5);
let sum = 0;
for (const [, v] of cache) sum += Number(v.sum());
console.log(sum, Number(snap.sum()));
