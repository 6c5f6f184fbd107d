/** Functions such as `sin` on a vector: by vector instructions where there is a kernel for that, else lane by lane. */
import type { Lane, LaneOp } from '../lanes.ts';
import { imported } from './arithmetic.ts';
import type { Code, Value } from './code.ts';
import type { Helpers } from './helpers.ts';

export function transcendental(code: Code, helpers: Helpers, op: LaneOp, lane: Lane, x: Value, count: number): Value {
  return imported(code, helpers, op, lane, [x], count);
}
