// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
// geospatial grid
type Bounds = [west: number, south: number, east: number, north: number];
interface Raster { data: np.NDArray; bounds: Bounds; nodata?: number; meta: Readonly<Record<string, string>> }
const raster = (rows: number, cols: number, bounds: Bounds = [-10, 40, 10, 60], { nodata = -9999, ...meta }: { nodata?: number; [k: string]: any } = {}): Raster => ({
  data: np.add.call(null, np.arange(rows).reshape(rows, 1).multiply(2), np.arange(cols)), bounds, nodata, meta,
});
const dem = raster(400, 600, undefined, { source: 'synthetic' });
dem.data.slice('10:20', '10:20').fill(dem.nodata!);
const valid = dem.data.not_equal(dem.nodata!);
const elev = dem.data.multiply(valid);
const [dy, dx] = np.gradient(elev) as np.NDArray[];
const slope = np.arctan(np.hypot(dx!, dy!));
const aspect = np.arctan2(dy!, dx!);
const shade = np.sin(slope).multiply(np.cos(aspect)).clip(0, 1).multiply(255).astype('uint8');
console.log(dem.data.dtype, valid.dtype, elev.dtype, slope.shape, shade.nbytes);
const lon = np.linspace(dem.bounds[0], dem.bounds[2], 600);
const lat = np.linspace(dem.bounds[1], dem.bounds[3], 400);
const [glon, glat] = np.meshgrid(lon, lat);
const R = 6371;
const rad = np.deg2rad(glat!);
const dist = np.cos(rad).multiply(glon!).multiply((Math.PI / 180) * R);
console.log(glon!.shape, dist.dtype, dist.nbytes);
const zones = np.digitize(elev, np.array([100, 300, 700]));
const hist = np.bincount(zones.ravel());
console.log(zones.dtype, hist.dtype, hist.tolist());
const tile = (r: Raster, y: number, x: number, n = 100): Raster => ({ ...r, data: r.data.slice(`${y}:${y + n}`, `${x}:${x + n}`), meta: { ...r.meta, tile: `${y}/${x}` } });
const tiles = [0, 100, 200].flatMap((y) => [0, 100].map((x) => tile(dem, y, x)));
const mosaic = np.concatenate(tiles.slice(0, 2).map((r) => r.data), 1);
console.log(tiles.length, tiles[3]!.data.shape, mosaic.shape, mosaic.nbytes);
const small = elev.reshape(200, 2, 300, 2);
const down = np.mean(np.mean(small, 3) as np.NDArray, 1) as np.NDArray;
console.log(down.shape, down.dtype);
