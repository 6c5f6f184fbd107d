// @ts-nocheck -- written by reviewers to find wrong facts
// float16 and float32 pipelines
import * as np from 'numpy-ts';
const N = 100_000;
const h = np.linspace(0, 1, N, 'float16'), s = np.linspace(0, 1, N, 'float32');
console.log(h.nbytes, s.nbytes, h.add(1).dtype, h.add(s).dtype, h.multiply(np.arange(N)).dtype, s.multiply(np.arange(0, N, 1, 'int32')).dtype, s.add(np.arange(0, N, 1, 'int16')).dtype);
console.log(np.sqrt(h).dtype, np.exp(s).dtype, (np.sum(h.reshape(100, -1), 0) as np.NDArray).dtype, (np.mean(s.reshape(100, -1), 0) as np.NDArray).dtype, (np.std(h.reshape(100, -1), 0) as np.NDArray).dtype);
const u = np.arange(0, 200, 1, 'uint8');
console.log(np.sqrt(u).dtype, np.sin(u).dtype, np.exp(u.astype('int16')).dtype, np.log(u.astype('int32').add(1)).dtype, u.divide(2).dtype, u.divide(u.add(1)).dtype, np.true_divide(u, h.slice(':200')).dtype);
console.log(np.floor(u).dtype, np.ceil(u.astype('int32')).dtype, np.rint(u).dtype, np.round(u, 1).dtype, np.trunc(s).dtype, np.fix(h).dtype);
console.log(np.arctan2(u, u).dtype, np.hypot(h, h).dtype, np.logaddexp(s, h).dtype, np.copysign(u, -1).dtype, np.heaviside(s, 1).dtype, np.nextafter(h, 1).dtype, np.float_power(s, 2).dtype, np.fmod(u, 3).dtype, np.ldexp(s, 2).dtype);
const [m, e] = np.frexp(s), [f, i] = np.modf(h);
console.log(m.dtype, e.dtype, f.dtype, i.dtype);
console.log((np.median(s.reshape(100, -1), 1) as np.NDArray).dtype, (np.percentile(u.reshape(20, 10), 50, 1) as np.NDArray).dtype, (np.average(h.reshape(100, -1), 0) as np.NDArray).dtype, (np.ptp(h.reshape(100, -1), 0) as np.NDArray).dtype);
console.log(np.cumsum(h).dtype, np.cumsum(u).dtype, np.cumprod(s.slice(':4')).dtype, np.diff(u).dtype, np.gradient(s as never).dtype, np.interp(s, s, s).dtype, np.convolve(s.slice(':9'), u.slice(':3')).dtype, np.cov(s.slice(':9')).dtype, np.trapezoid(s));
console.log(np.dot(s, s), np.matmul(s.slice(':4').reshape(2, 2), u.slice(':4').reshape(2, 2)).dtype, np.outer(h.slice(':3'), u.slice(':3')).dtype, np.kron(s.slice(':2'), h.slice(':2')).dtype, np.linalg.inv(np.eye(3, undefined, undefined, 'float32')).dtype, np.linalg.solve(np.eye(3, undefined, undefined, 'float32'), s.slice(':3')).dtype);
console.log((np.linalg.svd(np.eye(3, undefined, undefined, 'float32')) as any).s.dtype, (np.linalg.qr(np.ones([3, 2], 'float32')) as any).q.dtype, np.linalg.cholesky(np.eye(2, undefined, undefined, 'float32')).dtype, np.linalg.norm(s.slice(':3')), np.fft.fft(s.slice(':8')).dtype, np.fft.rfft(h.slice(':8')).dtype, np.fft.irfft(np.fft.rfft(s.slice(':8'))).dtype);
console.log(np.histogram(s, 4)[1].dtype, np.digitize(s.slice(':3'), s.slice(':3')).dtype, np.searchsorted(s, s.slice(':3')).dtype, np.unique(h.slice(':3')).dtype, np.where(s.greater(0.5), s, 0).dtype as never, np.clip(h, 0, 0.5).dtype, np.maximum(s, h).dtype, np.minimum(u, 1.5).dtype, np.power(u, 2).dtype, np.power(s, 0.5).dtype, np.power(u, 0.5).dtype);
console.log(s.astype('float16').astype('float64').dtype, s.astype('int8').dtype, np.array([1.5], 'float16').dtype, np.full([3], 1.5, 'float16').nbytes, np.ones_like(h).dtype, np.full_like(u, 7).dtype, np.zeros_like(s, 'int64').nbytes, np.empty_like(h).nbytes);
const acc = np.zeros([100], 'float16'); for (let k = 0; k < 5; k++) np.copyto(acc, acc.add(h.slice(`${k * 100}:${k * 100 + 100}`)));
console.log(acc.dtype, Number(acc.max()).toFixed(4), (u.sum(0) as any), np.prod(h.slice(':3')), np.nanmean(h), np.all(h.reshape(10, -1), 0).dtype as never);
