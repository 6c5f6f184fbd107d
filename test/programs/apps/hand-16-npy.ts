import * as np from 'numpy-ts';
import * as npn from 'numpy-ts/node';
import { mkdtempSync, rmSync, writeFileSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dir = mkdtempSync(join(tmpdir(), 'npy-'));
async function main(): Promise<void> {
  const a = np.arange(60000).reshape(200, 300).astype('float32');
  const file = join(dir, 'a.npy');
  await npn.save(file, a as any);
  const b = (await npn.load(file)) as np.NDArray;
  console.log(b.dtype, b.shape, b.nbytes, np.array_equal(a, b), statSync(file).size);
  const c = npn.loadNpySync(file);
  console.log(c.shape, c.dtype);

  const bytes = np.serializeNpy(a);
  const back = np.parseNpy(bytes);
  console.log(bytes.length, back.dtype, back.shape);
  const f = np.asfortranarray(a);
  const fb = np.parseNpy(np.serializeNpy(f));
  console.log(f.flags.F_CONTIGUOUS, fb.shape, fb.flags.C_CONTIGUOUS);

  const zip = np.serializeNpzSync({ x: np.arange(10), mask: np.ones([3], 'bool') } as any);
  const { arrays } = np.parseNpzSync(zip);
  for (const [name, arr] of arrays) console.log(name, arr.dtype, arr.shape);
  const loaded = np.loadNpzSync(zip);
  console.log(loaded.x.sum(), loaded.mask.dtype);

  const text = np.serializeTxt(np.array([[1, 2.5], [3, 4]]));
  const t = np.parseTxt(text);
  console.log(t.shape, t.dtype, t.tolist());
  writeFileSync(join(dir, 'd.csv'), '1,2,3\n4,5,6\n');
  const csv = np.genfromtxt(readFileSync(join(dir, 'd.csv'), 'utf8'), { delimiter: ',' });
  console.log(csv.shape, csv.dtype);
  const raw = a.tobytes();
  const again = np.frombuffer(raw, 'float32').reshape(200, 300);
  console.log(raw.byteLength, again.dtype, again.shape, np.array_equal(again, a));
  const part = np.frombuffer(raw, 'float32', 10, 40);
  console.log(part.tolist(), part.nbytes);
  const u = np.frombuffer(new Uint8Array([1, 0, 2, 0]), 'uint16');
  console.log(u.tolist(), u.dtype);
}
await main();
rmSync(dir, { recursive: true });
