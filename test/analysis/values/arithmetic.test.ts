/** Element-wise functions: results lie inside the claimed facts. */
import { ARITHMETIC } from '../../../server/src/analysis/libraries/numpy-ts/values/arithmetic.ts';
import { FUNCTIONS } from '../../../server/src/analysis/libraries/numpy-ts/values/functions.ts';
import { LOGIC } from '../../../server/src/analysis/libraries/numpy-ts/values/logic.ts';
import type { Random } from '../../support/random.ts';
import { makeArray, makeNumber, property, randomShape, scalar } from './harness.ts';

const BINARY = [...Object.keys(ARITHMETIC), ...Object.keys(LOGIC)].filter((p) =>
  /^(add|subtract|multiply|divide|true_divide|floor_divide|mod|remainder|divmod|fmod|maximum|minimum|fmax|fmin|hypot|arctan2|atan2|logaddexp2?|copysign|nextafter|heaviside|gcd|lcm|ldexp|bitwise_(and|or|xor)|greater(_equal)?|less(_equal)?|(not_)?equal|logical_(and|or|xor)|isclose|in1d|isin)$/.test(
    p,
  ),
);

/** A shape that broadcasts with this one. */
function broadcast(rng: Random, shape: readonly number[]): number[] {
  if (rng.chance(0.4)) return [1];
  if (shape.length === 1) return rng.chance(0.5) ? [3, 1] : [2, shape[0] as number];
  return rng.chance(0.5) ? [shape[1] as number] : [shape[0] as number, 1];
}

const POWERS = ['power', 'pow', 'float_power'];
const SHIFTS = ['left_shift', 'right_shift', 'bitwise_left_shift', 'bitwise_right_shift'];

const UNARY = [...Object.keys(FUNCTIONS), ...Object.keys(LOGIC)].filter(
  (p) => !BINARY.includes(p) && p !== 'round' && p !== 'around',
);

property(
  BINARY,
  (rng: Random) => {
    const shape = randomShape(rng);
    const first = makeArray(rng, { shape });
    if (rng.chance(0.5)) return [first, scalar(rng)];
    return [first, makeArray(rng, { shape: rng.chance(0.3) ? broadcast(rng, shape) : shape })];
  },
  { cases: 150 },
);

property(
  POWERS,
  (rng: Random) => {
    const shape = randomShape(rng);
    const base = makeArray(rng, { shape, most: rng.pick([5, 12, 100, 1e5, 1e308]) });
    if (rng.chance(0.6)) return [base, makeNumber(rng, rng.pick([0, 1, 2, 3, 4, 8, 0.5, -1, 2.5, 10, 30]))];
    return [base, makeArray(rng, { shape, most: rng.pick([3, 8, 40]) })];
  },
  { cases: 300 },
);

property(
  SHIFTS,
  (rng: Random) => {
    const shape = randomShape(rng);
    const base = makeArray(rng, {
      shape,
      dtypes: ['int64', 'int32', 'int16', 'int8', 'uint64', 'uint32', 'uint16', 'uint8', 'bool'],
    });
    if (rng.chance(0.6)) return [base, makeNumber(rng, rng.pick([0, 1, 2, 3, 7, 8, 15, 31, 32, 33, -1, 1.5]))];
    return [
      base,
      makeArray(rng, { shape, most: rng.pick([3, 8, 40]), dtypes: ['int32', 'int8', 'uint8', 'int64', 'uint16'] }),
    ];
  },
  { cases: 150 },
);

property(UNARY, (rng: Random) => [makeArray(rng)], { cases: 120 });

property(
  ['round', 'around'],
  (rng: Random) => [makeArray(rng), ...(rng.chance(0.5) ? [makeNumber(rng, rng.int(-2, 3))] : [])],
  { cases: 120 },
);
