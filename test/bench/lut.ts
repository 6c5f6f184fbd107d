/**
 * `npm run bench:lut`: look-up tables against computing each pixel, in one run.
 *
 * The article's case: RGB to CMYK through a grid of 17×17×17 nodes (4 high bits, the 4 low bits interpolated), against
 * calling the function for each pixel, and against the obvious way with arrays, which needs 16 corner arrays of the
 * image's size. And a gamma curve of 8-bit data, against numpy-ts's functions in float32. Medians; ratios are to be read,
 * not times.
 */
import type { NDArray } from 'numpy-ts';
import * as np from 'numpy-ts';
import { gridLut, lut, memory } from '../../core/src/index.ts';

const ROUNDS = 5;
const [height, width] = [512, 512];

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

interface Row {
  readonly name: string;
  readonly ms: number;
  readonly peak: number;
}

function time(name: string, run: () => { dispose?(): void } | undefined): Row {
  const times: number[] = [];
  let peak = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    const { value, report } = memory.measure(name, run);
    times.push(performance.now() - started);
    peak = Math.max(peak, report.peak);
    value?.dispose?.();
  }
  return { name, ms: median(times), peak };
}

function print(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  const [first] = rows;
  for (const { name, ms, peak } of rows) {
    const ratio = (first?.ms ?? ms) / ms;
    console.log(
      `  ${name.padEnd(44)} ${ms.toFixed(1).padStart(8)} ms  ${ratio.toFixed(1).padStart(6)}×  peak ${(peak / 2 ** 20).toFixed(2)} MiB`,
    );
  }
}

/** A printer's profile: linear light, under-colour removal, dot gain. */
function cmyk(r: number, g: number, b: number): number[] {
  const light = (v: number): number => (v <= 10 ? v / 3294 : ((v / 255 + 0.055) / 1.055) ** 2.4);
  const [c, m, y] = [1 - light(r), 1 - light(g), 1 - light(b)];
  const k = Math.min(c, m, y) ** 3;
  const ink = (v: number): number => 255 * Math.max(0, Math.min(1, ((v - k) / (1 - k + 1e-9)) ** 0.8));
  return [ink(c), ink(m), ink(y), 255 * k];
}

const image = np.zeros([height, width, 3], 'uint8') as NDArray;
const pixels = image.storage.data as Uint8Array;
for (let index = 0; index < pixels.length; index++) pixels[index] = (index * 2_654_435_761) >>> 24;
const out = np.zeros([height, width, 4], 'uint8') as NDArray;
const inks = out.storage.data as Uint8Array;

function eachPixel(): undefined {
  for (let pixel = 0; pixel < height * width; pixel++) {
    const result = cmyk(pixels[3 * pixel] as number, pixels[3 * pixel + 1] as number, pixels[3 * pixel + 2] as number);
    for (let ink = 0; ink < 4; ink++) inks[4 * pixel + ink] = Math.round(result[ink] as number);
  }
  return undefined;
}

const gamma = lut((v) => 255 * (v / 255) ** (1 / 2.2), 'uint8', { result: 'uint8', round: 'nearest' });
const byte = np.zeros([height, width, 3], 'uint8') as NDArray;
print(`gamma curve, ${height}×${width}×3 bytes`, [
  time('numpy-ts in float32', () =>
    np.rint(np.power(image.astype('float32').divide(255), 1 / 2.2).multiply(255)).astype('uint8'),
  ),
  time('each value computed', () => {
    const to = byte.storage.data as Uint8Array;
    for (let index = 0; index < pixels.length; index++)
      to[index] = Math.round(255 * ((pixels[index] as number) / 255) ** (1 / 2.2));
    return undefined;
  }),
  time('lut', () => void gamma(image, { out: byte })),
]);

const options = { inputs: 3, dtype: 'uint8', bits: 4, result: 'uint8', round: 'nearest' } as const;
const multilinear = gridLut(cmyk, options);
const tetrahedral = gridLut(cmyk, { ...options, interpolation: 'tetrahedral' });

/** The obvious way with whole arrays: for each ink, eight corners taken from the table, weighed and summed. */
function wholeArrays(): NDArray {
  const table = np.array(multilinear.table, 'float32').reshape([17 ** 3, 4]) as NDArray;
  const channel = (axis: number): NDArray => image.slice(':', ':', String(axis)).reshape([height * width]) as NDArray;
  const cells = [0, 1, 2].map((axis) => np.floor_divide(channel(axis).astype('int32'), 16) as NDArray);
  const shares = [0, 1, 2].map((axis) => np.mod(channel(axis).astype('float32'), 16).divide(16) as NDArray);
  const results = [0, 1, 2, 3].map((ink) => {
    const values = table.slice(':', String(ink)).copy() as NDArray;
    let sum = np.zeros([height * width], 'float32') as NDArray;
    for (let corner = 0; corner < 8; corner++) {
      let index = np.zeros([height * width], 'int32') as NDArray;
      let weight = np.ones([height * width], 'float32') as NDArray;
      for (let axis = 0; axis < 3; axis++) {
        const high = (corner >> axis) & 1;
        index = index.multiply(17).add((cells[axis] as NDArray).add(high)) as NDArray;
        const share = shares[axis] as NDArray;
        weight = weight.multiply(high === 1 ? share : share.multiply(-1).add(1)) as NDArray;
      }
      sum = sum.add(values.take(Array.from(index.storage.data as Int32Array)).multiply(weight)) as NDArray;
    }
    return np.rint(sum).astype('uint8');
  });
  return np.stack(results, 1) as NDArray;
}

print(`RGB → CMYK, ${height}×${width} pixels, tables of ${(multilinear.nbytes / 1024).toFixed(0)} KiB`, [
  time('each pixel computed', eachPixel),
  time('gridLut, multilinear', () => void multilinear(image, { out })),
  time('gridLut, tetrahedral', () => void tetrahedral(image, { out })),
  // Last, since it fills numpy-ts's pool for good.
  time('the table by whole numpy-ts arrays', wholeArrays),
]);

eachPixel();
const exact = Uint8Array.from(inks);
for (const [name, table] of [
  ['multilinear', multilinear],
  ['tetrahedral', tetrahedral],
] as const) {
  table(image, { out });
  const errors = Array.from(inks, (ink, index) => Math.abs(ink - (exact[index] as number)));
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  console.log(
    `  ${name}: mean error ${mean.toFixed(3)}, greatest ${errors.reduce((a, b) => Math.max(a, b), 0)} of 255`,
  );
}
