import * as np from 'numpy-ts';

const n = 256;
const t = np.arange(n).divide(n);
const signal = np.sin(t.multiply(2 * Math.PI * 5)).add(np.sin(t.multiply(2 * Math.PI * 20)).multiply(0.5));
const spectrum = np.fft.fft(signal);
const half = np.fft.rfft(signal);
const power = np.absolute(half);
const freq = np.fft.rfftfreq(n, 1 / n);
const back = np.fft.irfft(half, n);
const shifted = np.fft.fftshift(np.absolute(spectrum));
const inverse = np.fft.ifft(spectrum);

console.log(spectrum.dtype, spectrum.nbytes, half.shape, power.dtype, freq.shape);
console.log(back.shape, back.dtype, shifted.shape, inverse.dtype, np.argmax(power));
