import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as np from 'numpy-ts';

export interface Dataset {
  X: np.NDArray;
  y: np.NDArray;
}

function write(path: string, rows: number, columns: number): void {
  const values = new Float32Array(rows * (columns + 1));
  let s = 5;
  for (let i = 0; i < rows; i++) {
    let score = 0;
    for (let j = 0; j < columns; j++) {
      s = (s * 48271) % 2147483647;
      const v = (s % 2000) / 100 - 10;
      values[i * (columns + 1) + j] = v;
      score += v * (j - columns / 2);
    }
    values[i * (columns + 1) + columns] = score > 0 ? 1 : 0;
  }
  writeFileSync(path, values);
}

export async function loadDataset(rows: number, columns: number): Promise<Dataset> {
  const dir = mkdtempSync(join(tmpdir(), 'ds-'));
  const path = join(dir, 'data.f32');
  try {
    write(path, rows, columns);
    const file = readFileSync(path);
    const floats = new Float32Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength));
    const table = np.array(floats).reshape(rows, columns + 1);
    const X = table.slice(':', `:${columns}`).astype('float64');
    const y = table.slice(':', `${columns}`).astype('float64');
    return { X, y };
  } finally {
    rmSync(dir, { recursive: true });
  }
}
