import * as np from 'numpy-ts';
// convolution, dct-like, resampling, fft filter
function conv2(img: np.NDArray, k: number[][]): np.NDArray {
  const [h, w] = img.shape as [number, number];
  const kh = k.length, kw = k[0]!.length;
  const out = np.zeros([h - kh + 1, w - kw + 1]);
  for (let i = 0; i < kh; i++)
    for (let j = 0; j < kw; j++) {
      const part = img.slice(`${i}:${h - kh + 1 + i}`, `${j}:${w - kw + 1 + j}`);
      np.copyto(out, out.add(part.multiply(k[i]![j]!)));
    }
  return out;
}
const img = np.fromfunction((y, x) => ((x >> 4) + (y >> 4)) % 2, [160, 160]);
console.log(img.dtype, Number(img.sum()));
const lap = conv2(img, [[0, 1, 0], [1, -4, 1], [0, 1, 0]]);
console.log(lap.shape, Number(lap.min()), Number(lap.max()), Number(np.absolute(lap).sum()));
const sig = np.sin(np.linspace(0, 100, 4096)).add(np.cos(np.linspace(0, 900, 4096)));
const spec = np.fft.fft(sig);
const freqs = np.fft.fftfreq(4096, 1 / 4096);
const keep = np.absolute(freqs).less(60);
const filt = spec.multiply(keep);
const back = np.real(np.fft.ifft(filt));
console.log(spec.dtype, freqs.dtype, filt.dtype, back.dtype, Number(back.std()).toFixed(6));
const ker = np.ones([9]).divide(9);
const sm = np.convolve(sig, ker, 'same');
const va = np.convolve(sig, ker, 'valid');
console.log(sm.shape, va.shape, Number(sm.sum()).toFixed(6));
const xs = np.linspace(0, 4095, 1000);
const re = np.interp(xs, np.arange(4096), sig);
console.log(re.shape, re.dtype, Number(re.mean()).toFixed(6));
const gr = np.gradient(sig) as np.NDArray;
console.log(gr.shape, Number(np.max(gr)).toFixed(6));
const im2 = np.fft.fft2(img);
const psd = np.log1p(np.absolute(np.fft.fftshift(im2)));
console.log(im2.shape, psd.dtype, Number(psd.sum()).toFixed(3));
