/**
 * A night of observation: frames of a star field are mostly black, yet every black pixel is stored, in eight bytes.
 *
 * The numbers are those of a well-known article: 1024 × 1024 uniform noise, everything under 0.9 set to zero.
 */
import * as np from 'numpy-ts';

const SIDE = 1024;
const THRESHOLD = 0.9;
const FRAMES = 3;

interface Star {
  readonly y: number;
  readonly x: number;
  readonly brightness: number;
}

/** Uniform noise, kept where it is bright. About nine in ten pixels are zero. */
function skyNoise(seed: number): np.NDArray {
  np.random.seed(seed);
  const noise = np.random.rand(SIDE, SIDE) as np.NDArray;
  const dark = np.less(noise, THRESHOLD);
  return np.where(dark, np.zeros([SIDE, SIDE]), noise) as np.NDArray;
}

/** The catalogue's stars, drawn with brightness 0 … 255 into a frame of doubles. */
function catalogueFrame(count: number): np.NDArray {
  const frame = np.zeros([SIDE, SIDE]);
  for (let i = 0; i < count; i++) {
    const y = (i * 7919) % SIDE;
    const x = (i * 104_729) % SIDE;
    frame.set([y, x], (i * 37) % 256);
  }
  return frame;
}

/** How often each pixel was exposed: at most a few times, counted in 64 bits. */
function exposureCount(): np.NDArray {
  const exposures = np.ones([SIDE, SIDE], 'uint64');
  for (let i = 0; i < FRAMES; i++) {
    exposures.slice(`${i * 100}:${i * 100 + 300}`).fill(i + 1);
  }
  return exposures;
}

/** Distances from the centre need fractions; doubles are right here. */
function distances(): np.NDArray {
  const axis = np.linspace(-1, 1, SIDE);
  return np.hypot(axis.reshape(SIDE, 1), axis.reshape(1, SIDE));
}

function brightest(frame: np.NDArray, how: number): Star[] {
  const flat = frame.flatten();
  const order = np.argsort(flat.multiply(-1));
  const stars: Star[] = [];
  for (let k = 0; k < how; k++) {
    const at = Number(order.iget(k));
    stars.push({ y: Math.floor(at / SIDE), x: at % SIDE, brightness: Number(flat.iget(at)) });
  }
  return stars;
}

const sky = skyNoise(2024);
const lit = Number(np.count_nonzero(sky));
console.log(`${lit} of ${SIDE * SIDE} pixels are lit (${((100 * lit) / (SIDE * SIDE)).toFixed(1)} %)`);

const catalogue = catalogueFrame(20_000);
const exposures = exposureCount();
console.log('catalogue', Number(np.sum(catalogue)), 'exposures', Number(np.sum(exposures)));

const centre = distances();
const vignetting = np.exp(centre.multiply(centre).multiply(-0.5).add(0.1));
const corrected = np.multiply(sky, vignetting);
console.log('corrected', Number(np.sum(corrected)).toFixed(6));

for (const star of brightest(corrected, 3)) {
  console.log('star', star.y, star.x, star.brightness.toFixed(6));
}
