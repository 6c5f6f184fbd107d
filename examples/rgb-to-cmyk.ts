/**
 * RGB to CMYK by interpolation in a three-dimensional table: the four high bits of each channel pick a cell, the four
 * low bits say where in the cell, and the eight corners of the cell are blended.
 *
 * Done for all pixels at once, every step is an array of the size of the image, and sixteen of them live together.
 */
import * as np from 'numpy-ts';

const HEIGHT = 320;
const WIDTH = 480;
const GRID = 17;
const INKS = ['cyan', 'magenta', 'yellow', 'black'] as const;

/** What the printer's profile would hold: ink for each corner of the grid, 0 … 255. */
function inkTable(ink: number): np.NDArray {
  const table = np.zeros([GRID, GRID, GRID], 'uint8');
  for (let r = 0; r < GRID; r++) {
    for (let g = 0; g < GRID; g++) {
      for (let b = 0; b < GRID; b++) {
        const black = 16 - Math.max(r, g, b);
        const parts = [16 - r - black, 16 - g - black, 16 - b - black, black];
        table.set([r, g, b], Math.min(255, (parts[ink] ?? 0) * 15));
      }
    }
  }
  return table;
}

function testChart(): { red: np.NDArray; green: np.NDArray; blue: np.NDArray } {
  const red = new Uint8Array(HEIGHT * WIDTH);
  const green = new Uint8Array(HEIGHT * WIDTH);
  const blue = new Uint8Array(HEIGHT * WIDTH);
  for (let i = 0; i < red.length; i++) {
    red[i] = i % 256;
    green[i] = Math.floor(i / WIDTH) % 256;
    blue[i] = (i * 31) % 256;
  }
  return { red: np.array(red), green: np.array(green), blue: np.array(blue) };
}

/** Ink at one corner of each pixel's cell. */
function corner(table: np.NDArray, r: np.NDArray, g: np.NDArray, b: np.NDArray): np.NDArray {
  const index = r
    .multiply(GRID * GRID)
    .add(g.multiply(GRID))
    .add(b);
  return np.take(table.ravel(), index).astype('float64');
}

/** Blends the eight corners by the low bits. `fr`, `fg`, `fb` run from 0 to 15/16. */
function blend(corners: readonly np.NDArray[], fr: np.NDArray, fg: np.NDArray, fb: np.NDArray): np.NDArray {
  const [c000, c001, c010, c011, c100, c101, c110, c111] = corners as [
    np.NDArray,
    np.NDArray,
    np.NDArray,
    np.NDArray,
    np.NDArray,
    np.NDArray,
    np.NDArray,
    np.NDArray,
  ];
  const c00 = c000.add(c100.subtract(c000).multiply(fr));
  const c01 = c001.add(c101.subtract(c001).multiply(fr));
  const c10 = c010.add(c110.subtract(c010).multiply(fr));
  const c11 = c011.add(c111.subtract(c011).multiply(fr));
  const c0 = c00.add(c10.subtract(c00).multiply(fg));
  const c1 = c01.add(c11.subtract(c01).multiply(fg));
  return c0.add(c1.subtract(c0).multiply(fb));
}

// The default pool of 256 MiB is too small for this.
np.configureWasm({ maxMemory: 512 * 1024 * 1024 });

const chart = testChart();
const [red, green, blue] = [chart.red, chart.green, chart.blue].map((channel) => channel.astype('int32')) as [
  np.NDArray,
  np.NDArray,
  np.NDArray,
];
const [rHigh, gHigh, bHigh] = [red, green, blue].map((channel) => channel.right_shift(4)) as [
  np.NDArray,
  np.NDArray,
  np.NDArray,
];
const rLow = red.bitwise_and(15).divide(16);
const gLow = green.bitwise_and(15).divide(16);
const bLow = blue.bitwise_and(15).divide(16);

INKS.forEach((name, ink) => {
  const table = inkTable(ink);
  const corners: np.NDArray[] = [];
  for (const dr of [0, 1]) {
    for (const dg of [0, 1]) {
      for (const db of [0, 1]) {
        corners.push(corner(table, rHigh.add(dr), gHigh.add(dg), bHigh.add(db)));
      }
    }
  }
  const plane = blend(corners, rLow, gLow, bLow);
  const printed = np.round(plane).astype('uint8');
  console.log(name, Number(np.sum(printed)), Number(np.max(printed)));
  for (const each of [...corners, plane]) each.dispose();
});
