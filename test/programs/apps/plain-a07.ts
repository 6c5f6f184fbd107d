import * as np from 'numpy-ts';
// FFT spectrogram
const SR = 8000; const N = 48000;
const time = np.arange(N).divide(SR);
const sig = np.sin(time.multiply(2 * Math.PI * 440)).add(np.sin(time.multiply(2 * Math.PI * 1000)).multiply(0.5));
function frames(x: np.NDArray, size: number, hop: number): np.NDArray {
  const out: np.NDArray[] = [];
  for (let s = 0; s + size <= x.size; s += hop) out.push(x.slice(`${s}:${s + size}`));
  return np.stack(out);
}
const F = frames(sig, 512, 256);
const win = np.sin(np.linspace(0, Math.PI, 512));
const W = F.multiply(win);
const spec = np.fft.rfft(W);
const mag = np.absolute(spec);
const power = np.square(mag);
console.log(F.shape, win.dtype, W.shape, spec.shape, spec.dtype, mag.dtype, power.shape);
const freqs = np.fft.rfftfreq(512, 1 / SR);
const peak = np.argmax(np.mean(power, 0) as np.NDArray) as number;
console.log(freqs.shape, Number(freqs.get([peak])).toFixed(2));
const db = np.log10(power.add(1e-10)).multiply(10);
const clipped = np.clip(db, -60, 60);
const img = clipped.add(60).divide(120).multiply(255).astype('uint8');
console.log(img.shape, img.dtype, Number(np.max(img)));
const full = np.fft.fft(sig);
const back = np.fft.ifft(full);
console.log(full.shape, full.dtype, back.dtype, np.allclose(np.real(back), sig));
const sh = np.fft.fftshift(full);
console.log(sh.shape, sh.dtype, Number(np.argmax(np.absolute(sh))));
const two = np.fft.fft2(np.ones([32, 48]));
console.log(two.shape, two.dtype);
