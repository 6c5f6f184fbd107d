import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { array, arange } from 'numpy-ts';
import { loadNpy, saveNpy } from 'numpy-ts/node';

const folder = mkdtempSync(join(tmpdir(), 'npy-'));
try {
  const samples = arange(5000).reshape(100, 50);
  await saveNpy(join(folder, 'samples.npy'), samples);
  const loaded = await loadNpy(join(folder, 'samples.npy'));
  writeFileSync(join(folder, 'raw.bin'), new Uint8Array([1, 2, 3, 4]));
  const raw = readFileSync(join(folder, 'raw.bin'));
  const values = array(new Uint8Array(raw.buffer, raw.byteOffset, raw.byteLength));
  console.log(loaded.shape, loaded.dtype, values.tolist());
} finally {
  rmSync(folder, { recursive: true });
}
