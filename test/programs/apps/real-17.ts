// sensor packets decoded with DataView from a file written to tmp
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as np from 'numpy-ts';

const RECORD = 16; // u32 time, i16 x, i16 y, i16 z, u8 status, pad, f32 temperature
const COUNT = 50_000;

function encode(): Uint8Array {
  const buffer = new ArrayBuffer(RECORD * COUNT);
  const view = new DataView(buffer);
  for (let i = 0; i < COUNT; i++) {
    const at = i * RECORD;
    view.setUint32(at, 1_700_000_000 + i, true);
    view.setInt16(at + 4, Math.round(1000 * Math.sin(i / 50)), true);
    view.setInt16(at + 6, Math.round(1000 * Math.cos(i / 50)), true);
    view.setInt16(at + 8, 980 + (i % 7), true);
    view.setUint8(at + 10, i % 97 === 0 ? 1 : 0);
    view.setFloat32(at + 12, 20 + (i % 100) / 10, true);
  }
  return new Uint8Array(buffer);
}

interface Decoded {
  time: np.NDArray;
  accel: np.NDArray;
  status: np.NDArray;
  temperature: np.NDArray;
}

function decode(bytes: Uint8Array): Decoded {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const n = Math.floor(bytes.byteLength / RECORD);
  const time = new Float64Array(n);
  const accel = np.zeros([n, 3]);
  const status: number[] = [];
  const temperature = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    const at = i * RECORD;
    time[i] = view.getUint32(at, true);
    accel.set([i, 0], view.getInt16(at + 4, true));
    accel.set([i, 1], view.getInt16(at + 6, true));
    accel.set([i, 2], view.getInt16(at + 8, true));
    status.push(view.getUint8(at + 10));
    temperature[i] = view.getFloat32(at + 12, true);
  }
  return { time: np.array(time), accel, status: np.array(status), temperature: np.array(temperature) };
}

function calibrate(accel: np.NDArray, { gain = [1, 1, 1], bias = [0, 0, 0] }: { gain?: number[]; bias?: number[] } = {}): np.NDArray {
  return accel.subtract(np.array(bias)).multiply(np.array(gain)).divide(1000);
}

const dir = await mkdtemp(join(tmpdir(), 'sensor-'));
try {
  const file = join(dir, 'data.bin');
  await writeFile(file, encode());
  const bytes = new Uint8Array(await readFile(file));
  const { time, accel, status, temperature } = decode(bytes);
  const g = calibrate(accel, { bias: [0, 0, 3] });
  const norm = np.linalg.norm(g, null, 1) as np.NDArray;
  const ok = status.equal(0);
  const good = g.compress(ok, 0);
  const kelvin = temperature.add(273.15);
  const elapsed = time.subtract(Number(time.get([0])));
  const minutes = elapsed.floor_divide(60);
  const perMinute = np.bincount(minutes.astype('int32'));
  const table = np.column_stack([elapsed, g, kelvin]);
  const raw = np.array(bytes);
  const parity = np.bitwise_and(raw, 1);
  console.log(accel.dtype, good.shape, kelvin.dtype, table.shape, table.dtype, raw.nbytes, parity.dtype);
  console.log('checksum', Number(np.mean(norm)).toFixed(6), Number(table.sum()).toFixed(2), Number(perMinute.max()), Number(np.sum(parity)));
} finally {
  await rm(dir, { recursive: true });
}
