import * as np from 'numpy-ts';

export function slidingWindows(x: np.NDArray, size: number, step: number): np.NDArray {
  const rows: np.NDArray[] = [];
  for (let i = 0; i + size <= x.size; i += step) rows.push(x.slice(`${i}:${i + size}`));
  return np.stack(rows);
}

export function zscore(x: np.NDArray): np.NDArray {
  return x.subtract(Number(np.mean(x))).divide(Number(np.std(x)));
}

export function ewma(x: np.NDArray, alpha: number): np.NDArray {
  const list = x.tolist() as number[];
  const out: number[] = [];
  let prev = list[0]!;
  for (const v of list) {
    prev = alpha * v + (1 - alpha) * prev;
    out.push(prev);
  }
  return np.array(out);
}
