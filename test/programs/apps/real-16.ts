// FFT filtering of a noisy signal and of an image
import * as np from 'numpy-ts';

const N = 1 << 17;
const RATE = 48_000;

type Filter = (freqs: np.NDArray) => np.NDArray;

const lowpass =
  (cut: number): Filter =>
  (f) =>
    np.abs(f).less_equal(cut).astype('float64');

const bandpass =
  (lo: number, hi: number): Filter =>
  (f) => {
    const a = np.abs(f);
    return np.logical_and(a.greater_equal(lo), a.less_equal(hi)).astype('float64');
  };

function makeSignal(n: number): np.NDArray {
  const t = np.arange(n).divide(RATE);
  const tone = (hz: number, amp: number) => np.sin(t.multiply(2 * Math.PI * hz)).multiply(amp);
  return [tone(440, 1), tone(880, 0.5), tone(12_000, 0.3), tone(50, 0.2)].reduce((a, b) => a.add(b));
}

function applyFilter(signal: np.NDArray, filter: Filter): np.NDArray {
  const spectrum = np.fft.fft(signal) as np.NDArray;
  const freqs = np.fft.fftfreq(signal.size, 1 / RATE) as np.NDArray;
  const shaped = spectrum.multiply(filter(freqs));
  return np.real(np.fft.ifft(shaped) as np.NDArray);
}

const noisy = makeSignal(N);
const low = applyFilter(noisy, lowpass(1000));
const band = applyFilter(noisy, bandpass(400, 500));
const removed = noisy.subtract(low);

const image = np.add(np.arange(256).reshape(256, 1).mod(16), np.arange(256).reshape(1, 256).mod(8)).astype('float64');
const F = np.fft.fft2(image) as np.NDArray;
const shifted = np.fft.fftshift(F) as np.NDArray;
const yy = np.arange(-128, 128).reshape(256, 1);
const xx = np.arange(-128, 128).reshape(1, 256);
const radius = np.sqrt(np.add(yy.multiply(yy), xx.multiply(xx)));
const disc = radius.less(40).astype('float64');
const filtered = np.real(np.fft.ifft2(np.fft.ifftshift(shifted.multiply(disc)) as np.NDArray) as np.NDArray);
const magnitude = np.log1p(np.abs(shifted));
const display = magnitude.divide(Number(magnitude.max())).multiply(255).astype('uint8');

const half = np.fft.rfft(noisy) as np.NDArray;
const powerSpectrum = np.abs(half).square();
const peaks = np.argsort(powerSpectrum).slice('-8:');
const restored = np.fft.irfft(half) as np.NDArray;
console.log(F.dtype, half.shape, half.nbytes, filtered.dtype, display.nbytes, restored.shape);
console.log('checksum', Number(low.std()).toFixed(6), Number(band.std()).toFixed(6), Number(np.sum(np.abs(removed))).toFixed(2), Number(filtered.sum()).toFixed(3), Number(display.sum()), Number(np.max(peaks)), np.allclose(restored, noisy));
