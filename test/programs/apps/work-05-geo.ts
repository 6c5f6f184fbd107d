import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';

type Bounds = { minx: number; miny: number; maxx: number; maxy: number };
interface Tile { z: number; x: number; y: number; data: NDArray }

class Raster {
  readonly data: NDArray;
  readonly bounds: Bounds;
  readonly nodata: number;
  constructor(data: NDArray, bounds: Bounds, nodata = -9999) {
    this.data = data;
    this.bounds = bounds;
    this.nodata = nodata;
  }
  get shape(): readonly [number, number] { return [this.data.shape[0]!, this.data.shape[1]!]; }
  mask(): NDArray { return np.equal(this.data, this.nodata); }
  filled(value: number): NDArray {
    const copy = this.data.copy() as NDArray;
    np.putmask(copy, this.mask(), value);
    return copy;
  }
  hillshade(azimuth = 315, altitude = 45): NDArray {
    const [gy, gx] = np.gradient(this.filled(0)) as NDArray[];
    const slope = np.arctan(np.hypot(gx!, gy!));
    const aspect = np.arctan2(gy!, gx!);
    const az = ((360 - azimuth + 90) * Math.PI) / 180;
    const alt = (altitude * Math.PI) / 180;
    const shade = np.add(
      np.cos(slope).multiply(Math.sin(alt)),
      np.sin(slope).multiply(Math.cos(alt)).multiply(np.cos(np.subtract(np.full(aspect.shape as number[], az), aspect))),
    );
    return np.clip(shade.multiply(255), 0, 255).astype('uint8') as NDArray;
  }
  resample(factor: number): Raster {
    const [h, w] = this.shape;
    const nh = h / factor;
    const nw = w / factor;
    const r = this.data.reshape(nh, factor, nw, factor);
    return new Raster(np.mean(r, [1, 3]) as NDArray, this.bounds, this.nodata);
  }
}

class Tiler {
  #cache = new Map<string, Tile>();
  readonly size: number;
  constructor(size = 64) { this.size = size; }
  *tiles(r: Raster, z: number): Generator<Tile> {
    const [h, w] = r.shape;
    outer: for (let y = 0; y < h / this.size; y++) {
      for (let x = 0; x < w / this.size; x++) {
        if (y === 3 && x === 2) continue outer;
        const key = `${z}/${x}/${y}`;
        let t = this.#cache.get(key);
        if (!t) {
          const data = r.data.slice(`${y * this.size}:${(y + 1) * this.size}`, `${x * this.size}:${(x + 1) * this.size}`) as NDArray;
          t = { z, x, y, data };
          this.#cache.set(key, t);
        }
        yield t;
      }
    }
  }
  get count(): number { return this.#cache.size; }
}

const H = 256;
const W = 256;
const yy = np.linspace(-3, 3, H).reshape(H, 1);
const xx = np.linspace(-3, 3, W).reshape(1, W);
const dem = np.exp(np.negative(np.add(np.square(xx), np.square(yy)))).multiply(1000).astype('float32') as NDArray;
for (let i = 0; i < 10; i++) dem.set([i * 20, i * 13], -9999);
const raster = new Raster(dem, { minx: 0, miny: 0, maxx: 1, maxy: 1 });
console.log(raster.shape, dem.dtype, dem.nbytes, Number(np.count_nonzero(raster.mask())));
const original = raster.data.copy() as NDArray;
const hs = raster.hillshade();
console.log(hs.dtype, hs.shape, Number(hs.max()), Number(np.sum(hs)));
const tiler = new Tiler();
const levels = new Map<number, Raster>([[0, raster]]);
for (let z = 1; z <= 2; z++) levels.set(z, levels.get(z - 1)!.resample(2));
for (const [z, r] of levels) {
  let n = 0;
  for (const { data } of tiler.tiles(r, z)) {
    n += data.size;
    if (z === 0) data.set([0, 0], 0);
  }
  console.log(z, r.data.dtype, r.shape, n);
}
console.log(tiler.count, Number(np.sum(np.not_equal(original, raster.data))));
const cls = np.digitize(raster.filled(0).ravel(), np.array([10, 100, 500]));
const hist = np.bincount(cls as NDArray);
console.log(cls.dtype, cls.shape, hist.tolist());
const lut = np.array([[0, 0, 128], [0, 128, 0], [128, 128, 0], [255, 255, 255]], 'uint8');
const rgb = np.take(lut, cls.tolist() as number[], 0).reshape(H, W, 3);
console.log(rgb.dtype, rgb.shape, rgb.nbytes);
