import * as np from 'numpy-ts';

const fs = 8000;
const seconds = 4;
const t = np.arange(fs * seconds).divide(fs);
const clean = np.sin(t.multiply(2 * Math.PI * 440)).add(np.sin(t.multiply(2 * Math.PI * 1000)).multiply(0.5));
np.random.seed(3);
const noisy = clean.add((np.random.standard_normal([fs * seconds]) as np.NDArray).multiply(0.3));

function lowpass(signal: np.NDArray, cutoff: number, rate = fs): np.NDArray {
  const spectrum = np.fft.rfft(signal);
  const freqs = np.fft.rfftfreq(signal.shape[0], 1 / rate);
  const mask = freqs.less_equal(cutoff);
  const filtered = spectrum.multiply(mask);
  return np.fft.irfft(filtered, signal.shape[0]);
}
const low = lowpass(noisy, 700);
console.log(low.dtype, low.shape, low.nbytes, np.std(low).toFixed(4));

const spec = np.fft.fft(noisy);
const power = np.absolute(spec).power(2);
const freq = np.fft.fftfreq(noisy.shape[0], 1 / fs);
const peak = np.argmax(power.slice(`:${noisy.shape[0] / 2}`));
console.log(spec.dtype, spec.nbytes, power.dtype, Math.abs(Number(freq.get([peak as number]))));

// framing and windowing
const size = 512;
const hop = 256;
const count = 1 + Math.floor((noisy.shape[0] - size) / hop);
const win = np.arange(size).multiply(2 * Math.PI / (size - 1)).cos().multiply(-0.5).add(0.5);
const frames = np.zeros([count, size], 'float32');
for (let i = 0; i < count; i++) {
  np.copyto(frames.slice(String(i)), noisy.slice(`${i * hop}:${i * hop + size}`));
}
const windowed = frames.multiply(win);
const stft = np.fft.rfft(windowed, size, 1);
const db = np.log10(np.absolute(stft).add(1e-10)).multiply(20);
console.log(frames.shape, windowed.dtype, stft.shape, stft.dtype, db.shape, db.dtype);
const kernel = np.ones([25]).divide(25);
const smooth = np.convolve(noisy, kernel, 'same');
const valid = np.convolve(noisy, kernel, 'valid');
console.log(smooth.shape, valid.shape);
const pcm = np.clip(noisy.multiply(32767 / 3), -32768, 32767).astype('int16');
console.log(pcm.dtype, pcm.nbytes, np.max(np.absolute(pcm)));
console.log(np.correlate(clean.slice(':100'), clean.slice('10:60'), 'full').shape);
