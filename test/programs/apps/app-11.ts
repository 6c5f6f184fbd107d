// Raster tiles: elevation grid, slope, hillshade, tiling, pyramid, nodata, zonal statistics, LRU tile cache.
import * as np from 'numpy-ts';

const NODATA = -9999;
const ROWS = 512;
const COLS = 768;
const TILE = 128;

interface Tile {
  row: number;
  col: number;
  data: np.NDArray;
}

class TileCache {
  private readonly map = new Map<string, Tile>();
  hits = 0;
  private readonly limit: number;
  constructor(limit = 8) {
    this.limit = limit;
  }

  get(source: np.NDArray, row: number, col: number): Tile {
    const key = `${row}/${col}`;
    const found = this.map.get(key);
    if (found) {
      this.hits++;
      return found;
    }
    const data = source
      .slice(`${row * TILE}:${(row + 1) * TILE}`, `${col * TILE}:${(col + 1) * TILE}`)
      .copy();
    const tile = { row, col, data };
    if (this.map.size >= this.limit) {
      const oldest = this.map.keys().next().value;
      if (oldest !== undefined) this.map.delete(oldest);
    }
    this.map.set(key, tile);
    return tile;
  }
}

function elevation(): np.NDArray {
  const yy = np.arange(ROWS).reshape(ROWS, 1);
  const xx = np.arange(COLS).reshape(1, COLS);
  const hills = np.sin(yy.divide(40)).multiply(np.cos(xx.divide(60))).multiply(300);
  return hills.add(500).add(yy.multiply(0.2));
}

function withHoles(dem: np.NDArray): np.NDArray {
  const out = dem.copy();
  out.slice('10:20', '30:60').fill(NODATA);
  out.slice('-5:', ':').fill(NODATA);
  return out;
}

function hillshade(dem: np.NDArray, azimuth = 315, altitude = 45): np.NDArray {
  const [gy, gx] = np.gradient(dem) as np.NDArray[];
  const slope = np.arctan(np.sqrt(np.multiply(gx!, gx!).add(np.multiply(gy!, gy!))));
  const aspect = np.arctan2(np.negative(gy!), gx!);
  const zenith = ((90 - altitude) * Math.PI) / 180;
  const az = (azimuth * Math.PI) / 180;
  const shade = np
    .cos(slope)
    .multiply(Math.cos(zenith))
    .add(np.sin(slope).multiply(Math.sin(zenith)).multiply(np.cos(aspect.subtract(az).negative())));
  return np.clip(shade.multiply(255), 0, 255).astype('uint8');
}

function* pyramid(grid: np.NDArray): Generator<np.NDArray> {
  let level = grid;
  while (level.shape[0]! > 64) {
    const a = level.slice('::2', '::2').astype('float32');
    const b = level.slice('1::2', '1::2').astype('float32');
    level = a.add(b).multiply(0.5);
    yield level;
  }
}

const dem = elevation();
const holes = withHoles(dem);
const valid = np.not_equal(holes, NODATA);
const mean = Number(np.mean(holes.bindex(valid)));
console.log('mean', mean.toFixed(5), Number(np.count_nonzero(valid)));
const filled = np.where(valid, holes, mean) as np.NDArray;
const shade = hillshade(filled);
console.log('shade', shade.dtype, Number(np.sum(shade)));

const zones = np.zeros([ROWS, COLS]);
zones.slice(':256').fill(1);
zones.slice('256:', '384:').fill(2);
for (const z of [0, 1, 2]) {
  const inside = np.equal(zones, z);
  console.log('zone', z, Number(np.mean(np.bindex(filled, inside))).toFixed(4));
}
const cache = new TileCache(4);
let total = 0;
for (const [r, c] of [[0, 0], [1, 2], [0, 0], [3, 5], [2, 2], [0, 1], [1, 2]] as const) {
  total += Number(np.sum(cache.get(shade, r, c).data));
}
console.log('tiles', total, cache.hits);
for (const level of pyramid(shade)) console.log('level', level.shape, Number(np.sum(level)).toFixed(2));
const land = np.greater(filled, 450).astype('int32');
const labelled = np.multiply(land, zones.astype('int32'));
console.log('labelled', labelled.dtype, Number(np.sum(labelled)), Number(np.max(labelled)));
const contour = np.floor(np.divide(filled, 50)).multiply(50);
console.log('contour', Number(np.sum(contour)), contour.shape);
