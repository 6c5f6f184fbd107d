// Climate grid: monthly fields, anomalies, land mask, zonal mean, trend, area weights, packing for storage.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as np from 'numpy-ts';

const MONTHS = 48;
const LAT = 90;
const LON = 180;

interface Packed {
  values: Int16Array;
  scale: number;
  offset: number;
}

function field(): np.NDArray {
  const lat = np.linspace(-89, 89, LAT).reshape(1, LAT, 1);
  const lon = np.linspace(0, 358, LON).reshape(1, 1, LON);
  const month = np.arange(MONTHS).reshape(MONTHS, 1, 1);
  const season = np.sin(month.multiply((2 * Math.PI) / 12));
  const base = np.cos(np.radians(lat)).multiply(40).subtract(15);
  return base
    .add(season.multiply(lat.divide(10)))
    .add(np.sin(np.radians(lon)).multiply(2))
    .add(month.multiply(0.01));
}

function landMask(): np.NDArray {
  const mask = np.zeros([LAT, LON]);
  mask.slice('20:60', '10:70').fill(1);
  mask.slice('30:80', '100:150').fill(1);
  return mask;
}

function pack(x: np.NDArray): Packed {
  const lo = Number(np.min(x));
  const hi = Number(np.max(x));
  const scale = (hi - lo) / 65000;
  const offset = (hi + lo) / 2;
  const values = x.subtract(offset).divide(scale).round().astype('int16');
  return { values: (values.data as Int16Array).slice(), scale, offset };
}

function unpack({ values, scale, offset }: Packed): np.NDArray {
  return np.array(values).astype('float64').multiply(scale).add(offset).reshape(MONTHS, LAT, LON);
}

async function roundTrip(packed: Packed): Promise<Packed> {
  const dir = await mkdtemp(join(tmpdir(), 'b24-'));
  try {
    const path = join(dir, 'field.bin');
    await writeFile(path, new Uint8Array(packed.values.buffer, packed.values.byteOffset, packed.values.byteLength));
    const bytes = await readFile(path);
    const values = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    return { ...packed, values };
  } finally {
    await rm(dir, { recursive: true });
  }
}

const t = field();
console.log('field', t.shape, Number(np.mean(t)).toFixed(5));
const climatology = np.mean(t.reshape(MONTHS / 12, 12, LAT, LON), 0) as np.NDArray;
const anomaly = t.reshape(MONTHS / 12, 12, LAT, LON).subtract(climatology).reshape(MONTHS, LAT, LON);
console.log('anomaly', anomaly.shape, Number(np.max(anomaly)).toFixed(6));
const land = landMask();
const weights = np.cos(np.radians(np.linspace(-89, 89, LAT))).reshape(LAT, 1);
const areaWeights = np.broadcast_to(weights, [LAT, LON]).copy();
const landWeights = areaWeights.multiply(land);
const global = (np.sum(t.multiply(areaWeights), [1, 2]) as np.NDArray).divide(Number(np.sum(areaWeights)));
const overLand = (np.sum(t.multiply(landWeights), [1, 2]) as np.NDArray).divide(Number(np.sum(landWeights)));
console.log('global', Number(np.mean(global)).toFixed(6), Number(np.mean(overLand)).toFixed(6));
const zonal = np.mean(t, 2) as np.NDArray;
console.log('zonal', zonal.shape, Number(np.sum(zonal)).toFixed(4));
const flat = anomaly.reshape(MONTHS, LAT * LON);
const time = np.arange(MONTHS).subtract((MONTHS - 1) / 2);
const slope = (np.dot(time, flat) as np.NDArray).divide(Number(np.sum(time.multiply(time))));
console.log('slope', slope.shape, Number(np.mean(slope)).toFixed(7));
const packed = pack(t);
const restored = unpack(await roundTrip(packed));
const error = Number(np.max(np.absolute(restored.subtract(t))));
console.log('packed', packed.values.length, error < packed.scale);
const exceed = np.greater(anomaly, 0.1);
const counts = np.sum(exceed.astype('float64'), 0) as np.NDArray;
console.log('exceed', counts.dtype, Number(np.max(counts)), Number(np.sum(counts)));
const warm = np.zeros([MONTHS, LAT, LON]);
for (let m = 0; m < MONTHS; m++) {
  if (Number(global.iget(m)) > 10) warm.slice(`${m}:${m + 1}`).fill(1);
}
console.log('warm', Number(np.sum(warm)), warm.shape);
const winter = t.slice('::12').copy();
const summer = t.slice('6::12').copy();
const range = summer.subtract(winter);
console.log('range', range.shape, Number(np.mean(np.absolute(range))).toFixed(5));
