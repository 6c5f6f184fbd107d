/**
 * A picture goes through denoising, contrast, gamma and a vignette, and a thumbnail is made.
 *
 * Written the way one writes it the first time: bytes become doubles at the first division, arrays take the way
 * through nested lists where a loop seems easier, and copies are made to be on the safe side.
 */
import * as np from 'numpy-ts';

const HEIGHT = 512;
const WIDTH = 768;
const CHANNELS = 3;

/** A synthetic photograph: a gradient, a disc and some texture. */
function photograph(): np.NDArray {
  const pixels = new Uint8Array(HEIGHT * WIDTH * CHANNELS);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const inDisc = (x - 400) ** 2 + (y - 250) ** 2 < 120 ** 2;
      const at = (y * WIDTH + x) * CHANNELS;
      pixels[at] = inDisc ? 240 : (x * 255) / WIDTH;
      pixels[at + 1] = (y * 255) / HEIGHT;
      pixels[at + 2] = ((x ^ y) & 31) + (inDisc ? 10 : 120);
    }
  }
  return np.array(pixels).reshape(HEIGHT, WIDTH, CHANNELS);
}

/** A mask of what is in focus: 0 or 1, one double each. */
function focusMask(): np.NDArray {
  const mask = np.zeros([HEIGHT, WIDTH]);
  mask.slice('100:400', '200:600').fill(1);
  mask.slice('200:300', '300:500').fill(2);
  return mask;
}

/** Darkens the corners; written with lists, because the formula is easier to read that way. */
function vignette(grey: np.NDArray): np.NDArray {
  const rows = grey.tolist() as number[][];
  const shaded = rows.map((row, y) =>
    row.map((value, x) => {
      const dy = (y - HEIGHT / 2) / HEIGHT;
      const dx = (x - WIDTH / 2) / WIDTH;
      return value * (1 - 0.8 * (dx * dx + dy * dy));
    }),
  );
  return np.array(shaded);
}

/** Marks the border. The caller's picture must stay as it is, so this copy is right. */
function framed(picture: np.NDArray): np.NDArray {
  const result = picture.copy();
  result.slice(':4').fill(255);
  result.slice('-4:').fill(255);
  return result;
}

/** 256 gamma values; small, so its dtype does not matter. */
function gammaCurve(gamma: number): np.NDArray {
  const levels = np.arange(256);
  return np.power(levels.divide(255), gamma).multiply(255).astype('uint8');
}

function histogram(grey: np.NDArray): number[] {
  const values = grey.astype('uint8').flatten();
  const bins = new Array<number>(8).fill(0);
  for (let i = 0; i < values.size; i++) {
    const bin = Number(values.iget(i)) >> 5;
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

const photo = photograph();
const safe = photo.copy();
const unit = safe.divide(255);
const grey = np.mean(unit, 2) as np.NDArray;

const low = Number(np.min(grey));
const high = Number(np.max(grey));
const contrast = grey
  .subtract(low)
  .divide(high - low)
  .multiply(0.9)
  .add(0.05);
const shaded = vignette(contrast);
const mask = focusMask();
const weight = Number(np.sum(mask)) / (HEIGHT * WIDTH);

const bytes = shaded.multiply(255).astype('uint8');
const curved = np.take(gammaCurve(0.8), bytes);
const bordered = framed(curved);
const thumbnail = bordered.slice('::8', '::8');

console.log('photo', photo.shape, Number(np.sum(photo)));
console.log('contrast', Number(np.sum(contrast)).toFixed(4), 'in focus', weight.toFixed(6));
console.log('histogram', histogram(shaded.multiply(255)));
console.log('curved', Number(np.sum(curved)), 'bordered', Number(np.sum(bordered)));
console.log('thumbnail', thumbnail.shape, Number(np.sum(thumbnail)));
