// Telemetry decoding: a binary file with a header, DataView parsing, channels; async.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as np from 'numpy-ts';

const MAGIC = 0x544c4d31;
const HEADER = 16;

interface Header {
  channels: number;
  samples: number;
  scale: number;
}

class FormatError extends Error {}

function encode(channels: number, samples: number): Uint8Array {
  const bytes = new Uint8Array(HEADER + channels * samples * 2);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint16(4, channels, true);
  view.setUint32(8, samples, true);
  view.setFloat32(12, 0.01, true);
  for (let i = 0; i < channels * samples; i++) {
    view.setInt16(HEADER + i * 2, ((i * 37) % 4001) - 2000, true);
  }
  return bytes;
}

function parseHeader(view: DataView): Header {
  if (view.byteLength < HEADER) throw new FormatError('short file');
  if (view.getUint32(0, true) !== MAGIC) throw new FormatError('bad magic');
  return { channels: view.getUint16(4, true), samples: view.getUint32(8, true), scale: view.getFloat32(12, true) };
}

async function load(path: string): Promise<{ header: Header; data: np.NDArray }> {
  const file = await readFile(path);
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const header = parseHeader(view);
  const count = header.channels * header.samples;
  const values = new Int16Array(count);
  for (let i = 0; i < count; i++) values[i] = view.getInt16(HEADER + i * 2, true);
  const data = np.array(values).reshape(header.samples, header.channels);
  return { header, data };
}

function calibrate(data: np.NDArray, scale: number): np.NDArray {
  const offset = np.mean(data, 0) as np.NDArray;
  return data.astype('float64').subtract(offset).multiply(scale).add(20).clip(-40, 85);
}

function quality(data: np.NDArray): np.NDArray {
  const n = data.shape[0]!;
  const flags = np.zeros([n]);
  for (let i = 0; i < n; i++) {
    const v = Number(data.get([i, 0]));
    if (v > 1900 || v < -1900) flags.iset(i, 2);
    else if (v > 1500) flags.iset(i, 1);
  }
  return flags;
}

async function main(): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'b06-'));
  try {
    const path = join(dir, 'run.bin');
    await writeFile(path, encode(6, 60000));
    const { header, data } = await load(path);
    console.log(header.channels, header.samples, header.scale.toFixed(4));
    const temps = calibrate(data, header.scale);
    const flags = quality(data);
    const stamps = np.arange(header.samples);
    const bad = np.greater(flags, 1);
    const times = stamps.bindex(bad);
    console.log('bad', times.size, Number(np.sum(times)), Number(np.sum(flags)));
    const archive = temps.copy();
    const channelMeans: string[] = [];
    for (let c = 0; c < header.channels; c++) {
      const ch = archive.slice(':', String(c)).flatten();
      channelMeans.push(Number(np.mean(ch)).toFixed(5));
    }
    console.log('means', channelMeans.join(' '));
    const rolling = np.cumsum(temps, 0);
    const w = 50;
    const smooth = rolling.slice(`${w}:`).subtract(rolling.slice(`:-${w}`)).divide(w);
    console.log('smooth', smooth.shape, Number(np.mean(smooth)).toFixed(6));
    await writeFile(join(dir, 'short.bin'), new Uint8Array(4));
    try {
      await load(join(dir, 'short.bin'));
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      console.log('error', error.message);
    }
  } finally {
    await rm(dir, { recursive: true });
  }
}

await main();
