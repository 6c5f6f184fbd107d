/** Functions such as `sin` on a vector: by vector instructions where there is a kernel for that, else lane by lane. */
import { f32x4, f64x2, i8x16 } from 'wasmati';
import type { Lane, LaneOp } from '../lanes.ts';
import { imported } from './arithmetic.ts';
import type { Code, Value } from './code.ts';
import { Doubles } from './doubles.ts';
import { exp, expSingle, log } from './exponential.ts';
import { roundHalf } from './half.ts';
import type { Helpers } from './helpers.ts';
import { sinOrCos, sinOrCosSingle } from './trigonometric.ts';

type Kernel = (d: Doubles, helpers: Helpers, x: Value, count: number) => Value;

const DOUBLE: Readonly<Partial<Record<LaneOp, Kernel>>> = {
  exp: (d, _, x) => exp(d, x),
  log: (d, _, x) => log(d, x),
  sin: (d, helpers, x, count) => sinOrCos(d, helpers, 'sin', x, count),
  cos: (d, helpers, x, count) => sinOrCos(d, helpers, 'cos', x, count),
};

/** Of float32, in float64 to the precision of float32. */
const SINGLE: Readonly<Partial<Record<LaneOp, Kernel>>> = {
  exp: (d, _, x) => expSingle(d, x),
  log: (d, _, x) => log(d, x),
  sin: (d, helpers, x, count) => sinOrCosSingle(d, helpers, 'sin', x, count),
  cos: (d, helpers, x, count) => sinOrCosSingle(d, helpers, 'cos', x, count),
};

const HIGH_HALF = [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15];
const LOW_QUARTERS = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];

/** `count` lanes of the vector matter. */
export function transcendental(code: Code, helpers: Helpers, op: LaneOp, lane: Lane, x: Value, count: number): Value {
  // A float16 is a float32 that is rounded once more.
  if (lane === 'f16') return roundHalf(code, transcendental(code, helpers, op, 'f32', x, count));
  const kernel = (lane === 'f64' ? DOUBLE : SINGLE)[op];
  if (kernel === undefined) return imported(code, helpers, op, lane, [x], count);
  const d = new Doubles(code);
  if (lane === 'f64') return kernel(d, helpers, x, count);
  const halves = count > 2 ? [x, code.v(i8x16.shuffle, HIGH_HALF, x, x)] : [x];
  const results = halves.map((half) => {
    const wide = code.v(f64x2.promote_low_f32x4, half);
    return code.v(f32x4.demote_f64x2_zero, kernel(d, helpers, wide, Math.min(2, count)));
  });
  const [low, high] = results as [Value, Value?];
  return high === undefined ? low : code.v(i8x16.shuffle, LOW_QUARTERS, low, high);
}
