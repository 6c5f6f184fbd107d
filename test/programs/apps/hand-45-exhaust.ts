import * as np from 'numpy-ts';
// a long loop without dispose: the pool of numpy-ts runs full on the way
const frame = np.arange(500_000).astype('float32').reshape(1000, 500);
let best = 0;
for (let i = 0; i < 40; i++) {
  const corrected = frame.subtract(i).multiply(3).add(7).mod(1021).add(1);
  best = Math.max(best, Number(corrected.max()));
}
console.log(best);
const a = np.ones([300, 400], 'int16');
const b = a.add(np.ones([400]));
const c = np.sqrt(a);
const d = a.T.matmul(a);
const e = np.sum(a, 0) as np.NDArray;
const f = a.slice('::2').copy();
const g = np.concatenate([a, a]);
const h = a.astype('float64', false);
const k = np.sort(np.arange(100_000).reshape(250, 400), 0);
const l = np.cumsum(a, 1);
const m = np.where(a.greater(0), a, 2 as any) as np.NDArray;
const n = np.fft.fft(np.ones([1024]));
for (const v of [a, b, c, d, e, f, g, h, k, l, m, n]) console.log(v.dtype, v.shape, v.nbytes);
console.log(np.exp(np.linspace(0, 1, 100_000)).sum(), np.mean(np.sin(np.arange(100_000))));
const t = np.ascontiguousarray(a.T);
console.log(t.strides, t.flags.OWNDATA, np.asfortranarray(a).strides);
