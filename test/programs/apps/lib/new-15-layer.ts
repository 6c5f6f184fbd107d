// @ts-nocheck -- written by reviewers to find wrong facts
import * as np from 'numpy-ts';
export type Options = { units: number; dtype: 'float32' | 'float64'; bias?: boolean };
export const DEFAULTS: Options = { units: 16, dtype: 'float32' };
export default function makeLayer(inputs: number, { units, dtype, bias = true }: Options = DEFAULTS) {
  const w = np.full([inputs, units], 0.01, dtype);
  const b = bias ? np.zeros([units], dtype) : null;
  return (x: np.NDArray): np.NDArray => { const y = np.matmul(x, w); return b ? y.add(b) : y; };
}
