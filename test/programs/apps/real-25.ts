// terrain: fractal noise height map, slopes, hillshade, watersheds, png-like rows
import * as np from 'numpy-ts';

const SIZE = 512;

enumLike();
function enumLike(): void {}

const Biome = { Water: 0, Sand: 1, Grass: 2, Rock: 3, Snow: 4 } as const;
type BiomeId = (typeof Biome)[keyof typeof Biome];

function noiseLayer(cells: number, seed: number): np.NDArray {
  const rng = np.random.default_rng(seed);
  const coarse = rng.random([cells, cells]) as np.NDArray;
  const factor = SIZE / cells;
  return np.repeat(np.repeat(coarse, factor, 0), factor, 1) as np.NDArray;
}

function heightMap(octaves: number): np.NDArray {
  let map = np.zeros([SIZE, SIZE]);
  let amplitude = 1;
  for (let o = 0; o < octaves; o++) {
    map = map.add(noiseLayer(2 ** (o + 2), o).multiply(amplitude));
    amplitude /= 2;
  }
  const lo = Number(map.min());
  const hi = Number(map.max());
  return map.subtract(lo).divide(hi - lo);
}

function boxBlur(a: np.NDArray, r: number): np.NDArray {
  const c0 = np.cumsum(np.concatenate([np.zeros([r, SIZE]), a, np.zeros([r + 1, SIZE])], 0), 0);
  const w = 2 * r + 1;
  return c0.slice(`${w}:`, ':').subtract(c0.slice(`:-${w}`, ':')).divide(w);
}

function hillshade(z: np.NDArray, azimuth = 315, altitude = 45): np.NDArray {
  const [dy, dx] = np.gradient(z) as unknown as [np.NDArray, np.NDArray];
  const slope = np.arctan(np.hypot(dx, dy).multiply(40));
  const aspect = np.arctan2(dy, dx);
  const az = np.deg2rad(np.array([azimuth]));
  const alt = (altitude * Math.PI) / 180;
  const shaded = np.sin(np.array([alt])).multiply(np.cos(slope)).add(np.sin(slope).multiply(Math.cos(alt)).multiply(np.cos(aspect.subtract(az).negative())));
  return np.clip(shaded, 0, 1).multiply(255).astype('uint8');
}

function classify(z: np.NDArray): np.NDArray {
  const thresholds: [number, BiomeId][] = [[0.3, Biome.Sand], [0.4, Biome.Grass], [0.7, Biome.Rock], [0.9, Biome.Snow]];
  let biome = np.zeros([SIZE, SIZE]);
  for (const [limit, id] of thresholds) biome = np.where(z.greater(limit), id, biome) as np.NDArray;
  return biome;
}

const z = heightMap(5);
const smooth = boxBlur(boxBlur(z, 4).T, 4).T;
const shade = hillshade(smooth);
const biome = classify(smooth);
const palette = np.array([[0, 60, 160], [220, 200, 120], [40, 140, 40], [110, 100, 90], [250, 250, 250]], 'uint8');
const colours = palette.iindex(np.ravel(biome).astype('int32'), 0).reshape(SIZE, SIZE, 3);
const lit = colours.astype('float64').multiply(shade.astype('float64').divide(255).expand_dims(2));
const output = lit.astype('uint8');
const rows = np.hstack([np.zeros([SIZE, 1], 'uint8'), output.reshape(SIZE, SIZE * 3)]);
const bytes = new Uint8Array(rows.tobytes());
const contour = np.floor(smooth.multiply(20)).astype('int32');
const lines = np.not_equal(contour.slice(':', '1:'), contour.slice(':', ':-1'));
const area = Object.fromEntries(Object.entries(Biome).map(([name, id]) => [name, Number(np.count_nonzero(np.equal(biome, id)))]));
const sorted = np.sort(smooth.flatten());
const median = Number(sorted.get([sorted.size >> 1]));
console.log(z.nbytes, shade.dtype, biome.dtype, colours.dtype, rows.shape, bytes.length, JSON.stringify(area));
console.log('checksum', bytes.reduce((a, b) => (a * 31 + b) % 1000003, 0), Number(lines.sum()), median.toFixed(8));
