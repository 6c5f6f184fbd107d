import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as np from 'numpy-ts';
import type { NDArray } from 'numpy-ts';
import * as npn from 'numpy-ts/node';

const dir = mkdtempSync(join(tmpdir(), 'imp-'));
type Column = { name: string; values: NDArray };

class Frame {
  private columns: Column[];
  constructor(columns: Column[]) { this.columns = columns; }
  static fromCsv(text: string): Frame {
    const [head, ...rows] = text.trim().split('\n');
    const names = head!.split(',');
    const cells = rows.map((r) => r.split(',').map(Number));
    return new Frame(names.map((name, k) => ({ name, values: np.array(cells.map((r) => r[k]!)) })));
  }
  static fromBinary(buf: Buffer): Frame {
    const n = buf.readUInt32LE(0);
    const k = buf.readUInt32LE(4);
    const ab = buf.buffer.slice(buf.byteOffset + 8, buf.byteOffset + 8 + n * k * 4);
    const all = np.frombuffer(ab as ArrayBuffer, 'float32').reshape(n, k) as NDArray;
    return new Frame(Array.from({ length: k }, (_, i) => ({ name: `c${i}`, values: all.slice(':', String(i)) as NDArray })));
  }
  get(name: string): NDArray {
    const c = this.columns.find((x) => x.name === name);
    if (c === undefined) throw new RangeError(name);
    return c.values;
  }
  toBinary(): Buffer {
    const n = this.columns[0]!.values.size;
    const k = this.columns.length;
    const out = Buffer.alloc(8 + n * k * 4);
    out.writeUInt32LE(n, 0);
    out.writeUInt32LE(k, 4);
    const m = np.column_stack(this.columns.map((c) => c.values)).astype('float32') as NDArray;
    out.set(new Uint8Array(m.tobytes()), 8);
    return out;
  }
  describe(): Record<string, { dtype: string; mean: string }> {
    return Object.fromEntries(this.columns.map(({ name, values }) => [name, { dtype: values.dtype, mean: Number(values.mean()).toFixed(3) }]));
  }
}

try {
  const rows = Array.from({ length: 2000 }, (_, i) => [i, (i * 31) % 17, Math.round(Math.sin(i) * 1000) / 1000].join(','));
  const csv = join(dir, 'x.csv');
  writeFileSync(csv, `id,code,val\n${rows.join('\n')}\n`);
  const frame = Frame.fromCsv(readFileSync(csv, 'utf8'));
  console.log(frame.describe());
  const bin = join(dir, 'x.bin');
  writeFileSync(bin, frame.toBinary());
  const again = Frame.fromBinary(readFileSync(bin));
  console.log(again.describe(), again.get('c0').shape);
  const v = again.get('c2').copy() as NDArray;
  again.get('c2').set([0], 100);
  console.log(v.get([0]), again.get('c2').get([0]));

  await npn.loadNpy('nope').catch(() => 0);
  const npy = join(dir, 'a.npy');
  const big = np.arange(60_000).reshape(300, 200) as NDArray;
  npn.saveNpySync(npy, big);
  const loaded = npn.loadNpySync(npy);
  console.log(loaded.dtype, loaded.shape, np.array_equal(big, loaded));
  const npz = join(dir, 'a.npz');
  npn.saveNpzSync?.(npz, { big, small: np.ones([3], 'uint8') });
  try {
    frame.get('nope');
  } catch (e) {
    console.log((e as Error).name, (e as Error).message);
  }
  const bytes = new Uint8Array(200_000);
  for (let i = 0; i < bytes.length; i++) bytes[i] = (i * 13) & 255;
  const img = np.frombuffer(bytes, 'uint8').reshape(400, 500) as NDArray;
  const copy = img.copy() as NDArray;
  bytes[0] = 77;
  console.log(img.get([0, 0]), copy.get([0, 0]), img.dtype);
  const words = np.frombuffer(bytes.buffer, 'uint16', 10, 4);
  console.log(words.dtype, words.shape, words.tolist());
  const dv = new DataView(new ArrayBuffer(64));
  for (let i = 0; i < 8; i++) dv.setFloat64(i * 8, i * 1.5, true);
  const fl = np.frombuffer(dv.buffer, 'float64');
  const fa = np.array(new Float32Array([1, 2, 3]));
  console.log(fl.tolist(), fa.dtype, fa.shape);
} catch (e) {
  console.log('failed', (e as Error).message);
} finally {
  rmSync(dir, { recursive: true });
}
