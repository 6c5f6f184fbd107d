// Sentinel-like tiles: NDVI, cloud mask, mosaic
import * as np from 'numpy-ts';

type Band = 'red' | 'nir' | 'blue';
type Tile = { id: string; bands: Record<Band, np.NDArray<'uint16'>> };

const TILE = 256;

function makeBand(seed: number, base: number): np.NDArray<'uint16'> {
  const raw = new Uint16Array(TILE * TILE);
  let s = seed;
  for (let i = 0; i < raw.length; i++) {
    s = (s * 1103515245 + 12345) & 0x7fffffff;
    raw[i] = base + (s % 2000);
  }
  return np.array(raw).reshape(TILE, TILE) as np.NDArray<'uint16'>;
}

const tiles: Tile[] = [0, 1, 2, 3].map((k) => ({
  id: `T${k}`,
  bands: { red: makeBand(k + 1, 500), nir: makeBand(k + 11, 3000), blue: makeBand(k + 21, 700) },
}));

const ndvi = ({ red, nir }: Record<Band, np.NDArray>): np.NDArray => {
  const r = red.astype('float64');
  const n = nir.astype('float64');
  return n.subtract(r).divide(n.add(r).add(1e-6));
};

const cloudMask = (t: Tile): np.NDArray => {
  const bright = t.bands.blue.greater(2400);
  const flat = np.abs(ndvi(t.bands)).less(0.3);
  return np.logical_and(bright, flat);
};

const stats = tiles.map((t) => {
  const v = ndvi(t.bands);
  const clouds = cloudMask(t);
  const clean = np.where(clouds, 0, v);
  return { id: t.id, v: clean, cover: Number(np.count_nonzero(clouds)) / (TILE * TILE) };
});

const topRow = np.hstack([stats[0]!.v, stats[1]!.v]);
const bottomRow = np.hstack([stats[2]!.v, stats[3]!.v]);
const mosaic = np.vstack([topRow, bottomRow]);
console.log('mosaic', mosaic.shape, mosaic.dtype, mosaic.nbytes);

// class map 0..4
const classes = np.zeros([TILE * 2, TILE * 2]);
const edges = [0.1, 0.3, 0.5, 0.7];
let level = classes;
for (const e of edges) {
  level = level.add(mosaic.greater(e));
}
const quant = np.round(np.multiply(np.add(mosaic, 1), 127)).astype('uint8');
const counts = np.bincount(level.ravel().astype('int32'));

// downsample 2x by mean over blocks
const blocks = mosaic.reshape(TILE, 2, TILE, 2);
const small = np.mean(blocks, [1, 3]) as np.NDArray;
const preview = small.slice('::4', '::4').copy();

for (const s of stats) console.log(s.id, s.cover.toFixed(4));
console.log('counts', counts.tolist());
console.log('checksum', Number(quant.sum()), Number(small.sum()).toFixed(6), Number(preview.sum()).toFixed(6));
