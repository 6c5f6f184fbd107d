// @ts-nocheck -- written by reviewers to find wrong facts
// save/load files
import * as np from 'numpy-ts';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
const dir = mkdtempSync(join(tmpdir(), 'lib36-'));
try {
  const a = np.arange(120000).reshape(300, 400).astype('float32');
  const p = join(dir, 'a.npy');
  writeFileSync(p, np.serializeNpy(a as never));
  console.log(statSync(p).size);
  const b = np.parseNpy(readFileSync(p));
  console.log(b.shape, b.dtype, b.nbytes, np.array_equal(a, b));
  const c = np.parseNpy(new Uint8Array(readFileSync(p)));
  console.log(np.mean(c.slice('10:20')));
  const csv = a.slice(':5', ':4').tolist() as number[][];
  writeFileSync(join(dir, 'a.csv'), csv.map((r) => r.join(',')).join('\n'));
  const rows = readFileSync(join(dir, 'a.csv'), 'utf8').split('\n').map((l) => l.split(',').map(Number));
  const d = np.array(rows, 'float32');
  console.log(d.shape, d.dtype);
  const raw = join(dir, 'raw.bin');
  writeFileSync(raw, new Uint8Array((a.data as Float32Array).buffer, (a.data as Float32Array).byteOffset, a.nbytes));
  const buf = readFileSync(raw);
  const f = new Float32Array(buf.buffer, buf.byteOffset, buf.byteLength / 4);
  const e = np.array(f).reshape(300, 400);
  console.log(e.shape, e.nbytes, Number(e.sum()));
  const ab = buf.buffer.slice(buf.byteOffset, buf.byteOffset + buf.byteLength) as ArrayBuffer;
  const g = np.frombuffer(ab, 'float32', 400, 1600);
  console.log(g.shape, Number(g.item(0)));
  const u8 = np.frombuffer(new Uint8Array(buf), 'uint8');
  const i16 = u8.slice(':4000').view('uint8').copy();
  console.log(u8.shape, i16.shape, i16.dtype);
  const z = np.serializeNpzSync ? np.serializeNpzSync({ a: a as never, u8: u8 as never }) : new Uint8Array(0);
  console.log(z.length > 0);
  const h = np.frombuffer(a.tobytes(), 'float32').reshape(300, 400);
  console.log(h.shape, np.allclose(h, a));
} finally { rmSync(dir, { recursive: true, force: true }); }
