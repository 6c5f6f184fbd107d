// image filters: gaussian, sobel, otsu threshold, connected rows
import * as np from 'numpy-ts';

const W = 512;
const H = 384;

export function synth(): np.NDArray {
  return np.fromfunction((y: number, x: number) => (x * y) % 256, [H, W]) as np.NDArray;
}

function gaussianKernel(radius: number, sigma: number): np.NDArray {
  const x = np.arange(-radius, radius + 1);
  const g = np.exp(x.multiply(x).divide(-2 * sigma * sigma));
  return g.divide(Number(g.sum()));
}

function padEdge(img: np.NDArray, r: number, axis: 0 | 1): np.NDArray {
  const [h, w] = img.shape as [number, number];
  const first = axis === 0 ? img.slice(':1', ':') : img.slice(':', ':1');
  const last = axis === 0 ? img.slice(`${h - 1}:`, ':') : img.slice(':', `${w - 1}:`);
  return np.concatenate([np.repeat(first, r, axis), img, np.repeat(last, r, axis)], axis);
}

function convolve1d(img: np.NDArray, k: np.NDArray, axis: 0 | 1): np.NDArray {
  const r = (k.size - 1) / 2;
  const padded = padEdge(img, r, axis);
  let acc = np.zeros_like(img);
  for (let i = 0; i < k.size; i++) {
    const w = Number(k.get([i]));
    const part = axis === 0 ? padded.slice(`${i}:${i + H}`, ':') : padded.slice(':', `${i}:${i + W}`);
    acc = acc.add(part.multiply(w));
  }
  return acc;
}

function sobel(img: np.NDArray): { magnitude: np.NDArray; direction: np.NDArray } {
  const p = padEdge(padEdge(img, 1, 0), 1, 1);
  const left = p.slice('1:-1', ':-2');
  const right = p.slice('1:-1', '2:');
  const up = p.slice(':-2', '1:-1');
  const down = p.slice('2:', '1:-1');
  const gx = right.subtract(left).divide(2);
  const gy = down.subtract(up).divide(2);
  return { magnitude: np.sqrt(gx.multiply(gx).add(gy.multiply(gy))), direction: np.arctan2(gy, gx) };
}

function otsu(img: np.NDArray): number {
  const levels = img.clip(0, 255).astype('uint8');
  const hist = np.bincount(levels.flatten(), undefined, 256).astype('float64');
  const p = hist.divide(Number(hist.sum()));
  const omega = np.cumsum(p);
  const mu = np.cumsum(p.multiply(np.arange(256)));
  const muT = Number(mu.get([255]));
  const num = omega.multiply(muT).subtract(mu);
  const den = omega.multiply(omega.negative().add(1)).add(1e-12);
  return Number(num.multiply(num).divide(den).argmax());
}

const image = synth();
const kernel = gaussianKernel(3, 1.4);
const blurred = convolve1d(convolve1d(image, kernel, 0), kernel, 1);
const { magnitude, direction } = sobel(blurred);
const t = otsu(image);
const binary = image.greater(t);
const asImage = binary.astype('uint8').multiply(255);
const edges = np.where(magnitude.greater(20), 255, 0);
const angleBins = np.floor(np.add(direction, Math.PI).divide(Math.PI / 4)).astype('int32');
const equalised = ((): np.NDArray => {
  const h = np.bincount(image.astype('uint8').ravel(), undefined, 256);
  const cdf = np.cumsum(h).astype('float64');
  const lut = cdf.multiply(255).divide(Number(cdf.get([255]))).astype('uint8');
  return lut.iindex(image.astype('int32'));
})();
const inverted = np.subtract(np.full([H, W], 255), image);
const flipped = np.fliplr(inverted);
const rotated = np.rot90(flipped);
console.log(t, asImage.dtype, edges.dtype, edges.nbytes, angleBins.dtype, equalised.dtype, rotated.shape);
console.log('checksum', Number(blurred.sum()).toFixed(4), Number(asImage.sum()), Number(np.sum(edges)), Number(angleBins.sum()), Number(equalised.sum()), Number(rotated.sum()));
