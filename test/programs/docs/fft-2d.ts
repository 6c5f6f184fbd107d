import * as np from 'numpy-ts';

const image = np.fromfunction((i, j) => Math.sin(i / 4) + Math.cos(j / 3), [32, 64]);
const f = np.fft.fft2(image);
const magnitude = np.absolute(f);
const centred = np.fft.fftshift(magnitude);
const rf = np.fft.rfft2(image);
const restored = np.real(np.fft.ifft2(f));
const along = np.fft.fft(image, undefined, 0);
const padded = np.fft.fft(image, 128, 1);

console.log(f.shape, f.dtype, centred.shape, rf.shape, restored.dtype);
console.log(along.shape, padded.shape, padded.nbytes, np.allclose(restored, image));
