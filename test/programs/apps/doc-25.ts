import * as np from 'numpy-ts';
// image processing cheat sheet
function makeImage(h: number, w: number) {
  return np.random.randint(0, 256, [h, w, 3]).astype('uint8');
}
const img = makeImage(480, 640);
const gray = img.astype('float32').matmul(np.array([0.299, 0.587, 0.114], 'float32'));
const red = img.slice(':', ':', '0');
const flipped = img.slice('::-1');
const mirrored = img.slice(':', '::-1');
const cropped = img.slice('100:200', '200:400');
const small = img.slice('::2', '::2');
const bgr = img.slice('...', '::-1');
const bright = np.clip(img.astype('int16').add(50), 0, 255).astype('uint8');
const mask = gray.greater(128);
const masked = np.where(mask, gray, 0 as any);
const masked2 = np.where(np.expand_dims(mask, -1), img, np.zeros([], 'uint8'));
const chw = img.transpose([2, 0, 1]);
const batch = np.stack([chw, chw]);
const flat = img.reshape(-1, 3);
const means = flat.mean(0) as np.NDArray;
const normalized = img.divide(255);
const hist = np.histogram(gray, 16) as any;
const rotated = np.rot90(img);
const blocks = gray.reshape(48, 10, 64, 10).mean([1, 3]) as np.NDArray;
const kernel = np.array([[1, 0, -1], [2, 0, -2], [1, 0, -1]]);
function convolve2d(im: np.NDArray, k: np.NDArray) {
  const [kh, kw] = k.shape;
  const oh = im.shape[0] - kh + 1;
  const ow = im.shape[1] - kw + 1;
  let out = np.zeros([oh, ow]);
  for (let i = 0; i < kh; i++)
    for (let j = 0; j < kw; j++) out = out.add(im.slice(`${i}:${i + oh}`, `${j}:${j + ow}`).multiply(k.get([i, j]) as number));
  return out;
}
const edges = convolve2d(gray, kernel);
console.log(gray.dtype, red.shape, flipped.shape, mirrored.shape, cropped.nbytes, small.shape, bgr.shape, bright.dtype, masked.dtype, masked2.dtype, batch.nbytes, means.dtype, normalized.dtype, hist.length, rotated.shape, blocks.shape, edges.dtype);
