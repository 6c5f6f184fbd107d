import * as np from 'numpy-ts';

const H = 480;
const W = 640;

function testImage(h = H, w = W): np.NDArray {
  const y = np.arange(h).reshape(h, 1);
  const x = np.arange(w).reshape(1, w);
  const r = y.add(x).mod(256);
  const g = y.multiply(2).add(np.zeros([1, w])).mod(256);
  const b = np.broadcast_to(x, [h, w]).mod(256);
  return np.stack([r, g, b], -1).astype('uint8');
}

function toGray(img: np.NDArray): np.NDArray {
  const r = img.slice(':', ':', '0');
  const g = img.slice(':', ':', '1');
  const b = img.slice(':', ':', '2');
  return r.multiply(0.2989).add(g.multiply(0.587)).add(b.multiply(0.114));
}

const img = testImage();
console.log(img.shape, img.dtype, img.nbytes);
const gray = toGray(img);
console.log(gray.dtype, gray.shape, gray.nbytes);
const gray8 = gray.astype('uint8');
const threshold = 128;
const binary = gray8.greater(threshold);
console.log(binary.dtype, np.count_nonzero(binary));

// flips and rotations
const flipped = np.flipud(img);
const mirrored = np.fliplr(img);
const rotated = np.rot90(img);
const neg = np.full_like(img, 255).subtract(img);
console.log(flipped.shape, mirrored.strides, rotated.shape, neg.dtype);

// crop, downsample, pad
const crop = img.slice('100:300', '200:500');
const half = img.slice('::2', '::2');
const padded = np.pad(gray8, [[10, 10], [20, 20]], 'constant');
console.log(crop.shape, half.shape, half.nbytes, padded.shape, padded.dtype);

// reduce colors
const div = 64;
const reduced = img.floor_divide(div).multiply(div);
console.log(reduced.dtype, np.max(reduced), np.min(reduced));

// paste & blend
const canvas = np.zeros([H, W, 3], 'uint8');
np.copyto(canvas.slice('0:240', '0:320'), half);
console.log(canvas.sum());
const blended = img.multiply(0.4).add(canvas.multiply(0.6)).astype('uint8');
console.log(blended.dtype, blended.mean().toFixed?.(3));

// channel means
const means = np.mean(img, [0, 1]);
console.log(means.shape, means.toString());
