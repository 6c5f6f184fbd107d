// colour quantisation with a median-cut style palette and dithering
import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

const HEIGHT = 160;
const WIDTH = 240;

type Options = { colours: number; dither?: boolean; rounds?: number };

function picture(): NDArray {
  const red = np.tile(np.linspace(0, 255, WIDTH), [HEIGHT, 1]);
  const green = np.tile(np.linspace(0, 255, HEIGHT).reshape(HEIGHT, 1), [1, WIDTH]);
  const blue = np.full([HEIGHT, WIDTH], 128);
  return np.stack([red, green, blue], 2).astype('uint8');
}

function nearest(pixels: NDArray, palette: NDArray): NDArray {
  const diffs = pixels.reshape(pixels.shape[0]!, 1, 3).subtract(palette.reshape(1, palette.shape[0]!, 3));
  const squared = diffs.multiply(diffs);
  const distance = np.sum(squared, 2) as NDArray;
  return distance.argmin(1) as NDArray;
}

function refine(pixels: NDArray, palette: NDArray): NDArray {
  const labels = nearest(pixels, palette);
  const k = palette.shape[0]!;
  const next = palette.copy();
  for (let i = 0; i < k; i++) {
    const chosen = pixels.bindex(labels.equal(i), 0);
    if (chosen.shape[0]! > 0) {
      const mean = chosen.mean(0) as NDArray;
      for (let c = 0; c < 3; c++) next.set([i, c], Number(mean.get([c])));
    }
  }
  return next;
}

function quantise(image: NDArray, { colours, rounds = 3, dither = false }: Options): { indexed: NDArray; palette: NDArray } {
  const pixels = image.reshape(HEIGHT * WIDTH, 3).astype('float64');
  const step = Math.floor(pixels.shape[0]! / colours);
  let palette = pixels.slice(`::${step}`, ':').slice(`:${colours}`, ':').copy();
  for (let r = 0; r < rounds; r++) palette = refine(pixels, palette);
  let source = pixels;
  if (dither) {
    const bayer = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]).subtract(7.5);
    const pattern = np.tile(bayer, [HEIGHT / 4, WIDTH / 4]).reshape(HEIGHT * WIDTH, 1);
    source = np.clip(pixels.add(pattern.multiply(2)), 0, 255);
  }
  const indexed = nearest(source, palette).reshape(HEIGHT, WIDTH);
  return { indexed, palette };
}

const image = picture();
const { indexed, palette } = quantise(image, { colours: 12, dither: true });
const plain = quantise(image, { colours: 8 });
const rebuilt = palette.iindex(indexed.flatten().astype('int32'), 0).reshape(HEIGHT, WIDTH, 3);
const error = np.subtract(image, rebuilt);
const mse = Number(np.mean(error.multiply(error)));
const psnr = 10 * Math.log10((255 * 255) / mse);
const gif = indexed.astype('uint8');
const usage = np.bincount(gif.flatten().astype('int32'), undefined, 12);
const luminance = image.slice(':', ':', '0').multiply(0.3).add(image.slice(':', ':', '1').multiply(0.59)).add(image.slice(':', ':', '2').multiply(0.11));
const posterised = image.floor_divide(64).multiply(64);
const alpha = np.ones([HEIGHT, WIDTH, 1]).multiply(255);
const rgba = np.concatenate([image, alpha], 2);
console.log(image.dtype, indexed.dtype, rebuilt.nbytes, luminance.dtype, posterised.dtype, rgba.dtype, rgba.nbytes);
console.log('checksum', psnr.toFixed(4), usage.tolist(), Number(np.sum(luminance)).toFixed(2), Number(np.sum(posterised)), Number(np.sum(rgba)), plain.palette.shape);
