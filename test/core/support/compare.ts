/** Whether a result is NumPy's: shape, dtype and values, within what rounding explains. */
import { type DType, infoOf } from '../../../core/src/dtypes/table.ts';
import { gather } from '../../../core/src/layout/runs.ts';
import { product, type View, viewOf } from '../../../core/src/layout/view.ts';
import type { Answer } from './numpy.ts';

/** Twice the distance from 1 to the next number. */
const EPSILON: Readonly<Record<string, number>> = {
  float64: 2 ** -51,
  float32: 2 ** -22,
  float16: 2 ** -9,
  complex128: 2 ** -51,
  complex64: 2 ** -22,
};

/** Functions whose results are those of C's library, which may differ in the last digits. */
const LOOSE = /hypot|arctan2|atan2|logaddexp|power|pow|sin|cos|tan|exp|log|sqrt|cbrt/;

function numbersOf(view: View): { values: (number | bigint)[]; width: number } {
  const info = infoOf(view.dtype);
  const count = product(view.shape);
  const data = new info.Array(count * info.width);
  gather(view, 0, count, data, view.dtype, 0);
  return { values: Array.from(data as Float64Array), width: info.width };
}

function close(name: string, dtype: DType, steps: number, a: number, b: number, scale: number): boolean {
  if (Object.is(a, b) || a === b) return true;
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) === Number.isNaN(b);
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  const epsilon = (EPSILON[dtype] as number) * (LOOSE.test(name) ? 4 : 1);
  return Math.abs(a - b) <= epsilon * (steps + 2) * scale;
}

/** What differs, in words; null where nothing does. Results that are no arrays are numbers of the answer's dtype. */
export function differences(name: string, answer: Answer, value: unknown, steps: number): string | null {
  const view = viewOf(value);
  const wanted = numbersOf({
    data: answer.data,
    dtype: answer.dtype,
    shape: [product(answer.shape)],
    strides: [1],
    offset: 0,
  });
  let values: (number | bigint)[];
  if (view === null) {
    if (answer.shape.length > 0) return `a number, NumPy gives shape (${answer.shape})`;
    const number = value as number | bigint | { re: number; im: number };
    values = typeof number === 'object' ? [number.re, number.im] : [number];
  } else {
    if (String(view.shape) !== String(answer.shape)) return `shape (${view.shape}), NumPy (${answer.shape})`;
    if (view.dtype !== answer.dtype) return `dtype ${view.dtype}, NumPy ${answer.dtype}`;
    values = numbersOf(view).values;
  }
  const floating = answer.dtype in EPSILON;
  const finite = wanted.values.map((one) => Math.abs(Number(one))).filter(Number.isFinite);
  const scale = Math.max(1, ...finite);
  for (const [index, want] of wanted.values.entries()) {
    const got = values[index] as number | bigint;
    const same = floating
      ? close(name, answer.dtype, steps, Number(got), Number(want), scale)
      : BigInt(got) === BigInt(want);
    if (!same) return `value ${index}: ${got}, NumPy ${want}`;
  }
  return null;
}
