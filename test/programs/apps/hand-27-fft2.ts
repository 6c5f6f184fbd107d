import * as np from 'numpy-ts';

const S = 128;
const [yy, xx] = np.indices([S, S]) as any;
const ind = np.indices([S, S]);
console.log(ind.shape, ind.dtype);
const y = ind.slice('0');
const x = ind.slice('1');
const img = np.sin(x.multiply(0.3)).add(np.cos(y.multiply(0.1)));
const F = np.fft.fft2(img);
const shifted = np.fft.fftshift(F);
const c = S / 2;
const mask = y.subtract(c).square().add(x.subtract(c).square()).less(20 ** 2);
const low = shifted.multiply(mask);
const high = shifted.multiply(np.logical_not(mask));
const lowImg = np.real(np.fft.ifft2(np.fft.ifftshift(low)));
const highImg = np.real(np.fft.ifft2(np.fft.ifftshift(high)));
console.log(F.dtype, low.shape, lowImg.dtype, np.allclose(lowImg.add(highImg), img));
const spectrum = np.log(np.absolute(shifted).add(1));
console.log(spectrum.shape, spectrum.dtype, spectrum.nbytes);

function convolveFft(a: np.NDArray, kernel: np.NDArray): np.NDArray {
  const [h, w] = a.shape;
  const padded = np.zeros([h, w]);
  np.copyto(padded.slice(`:${kernel.shape[0]}`, `:${kernel.shape[1]}`), kernel);
  return np.fft.irfft2(np.fft.rfft2(a).multiply(np.fft.rfft2(padded)), [h, w]);
}
const blur = convolveFft(img, np.ones([5, 5]).divide(25));
console.log(blur.shape, blur.dtype);

function sobel(a: np.NDArray): np.NDArray {
  const p = np.pad(a, 1);
  const gx = p.slice('1:-1', '2:').subtract(p.slice('1:-1', ':-2'));
  const gy = p.slice('2:', '1:-1').subtract(p.slice(':-2', '1:-1'));
  return np.hypot(gx, gy);
}
const edges = sobel(img);
console.log(edges.shape, edges.dtype, edges.max());
const [gy, gx] = np.gradient(img) as np.NDArray[];
console.log(gy.shape, gx.dtype);
const f32 = img.astype('float32');
console.log(np.fft.fft(f32).dtype, np.fft.rfft(f32).dtype, np.fft.rfft(f32).shape, np.fft.fft(np.arange(8).astype('int16')).dtype);
const up = np.kron(img, np.ones([2, 2]));
const rep = np.repeat(np.repeat(img, 2, 0), 2, 1);
console.log(up.shape, rep.shape, np.array_equal(up, rep));
const boxes = img.reshape(S / 8, 8, S / 8, 8).mean([1, 3]) as np.NDArray;
const maxes = img.reshape(S / 8, 8, S / 8, 8).max(3) as np.NDArray;
console.log(boxes.shape, maxes.shape);
