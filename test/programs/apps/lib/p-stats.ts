import * as np from 'numpy-ts';
export interface Summary { mean: number; std: number; min: number; max: number }
export function describe(a: np.NDArray): Summary {
  return { mean: Number(a.mean()), std: Number(a.std()), min: Number(a.min()), max: Number(a.max()) };
}
export const zscore = (a: np.NDArray): np.NDArray => {
  const m = a.mean(0) as np.NDArray;
  const s = a.std(0) as np.NDArray;
  return a.subtract(m).divide(s.add(1e-9));
};
export class Running {
  private total: np.NDArray;
  private n = 0;
  constructor(size: number) { this.total = np.zeros([size]); }
  push(row: np.NDArray): void {
    this.total = this.total.add(row);
    this.n += 1;
  }
  get mean(): np.NDArray { return this.total.divide(this.n); }
}
