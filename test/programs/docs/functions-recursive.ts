import * as np from 'numpy-ts';

function pyramid(image: np.NDArray, levels: number): np.NDArray[] {
  if (levels === 0) return [image];
  const half = image.slice('::2', '::2');
  return [image, ...pyramid(half, levels - 1)];
}

const image = np.arange(64 * 64).reshape(64, 64);
const levels = pyramid(image, 3);
const sizes = levels.map((level) => level.nbytes);
const total = sizes.reduce((sum, bytes) => sum + bytes, 0);
const last = levels[3]!;
const compact = last.copy();
console.log(sizes, total, compact.strides, last.strides);
