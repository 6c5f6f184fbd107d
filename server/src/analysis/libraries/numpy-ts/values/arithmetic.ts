/** The numbers that element-wise arithmetic gives: sums, products, quotients, remainders and powers of intervals. */
import { ANYTHING, isIntegerDType, type ValueFact } from '../../../domain/values.ts';
import * as I from './interval.ts';
import { binary, narrowed, type Pair } from './operands.ts';
import {
  elements,
  epsilonOf,
  exactLimit,
  floatMost,
  type Outcome,
  type Rules,
  storable,
  UNKNOWN,
  type ValueCall,
} from './store.ts';

function isInteger(call: ValueCall): boolean {
  return call.resultDType !== null && isIntegerDType(call.resultDType);
}

/** 64-bit integers are divided as bigints by the JavaScript loops, which truncate. */
function divided(q: ValueFact, { dtypes }: Pair): ValueFact {
  const floor = I.rounded(q, Math.floor);
  const isBig = dtypes.some((d) => d === null || d === 'int64' || d === 'uint64');
  return isBig ? I.join(floor, I.rounded(q, Math.trunc)) : floor;
}

function floorDivide(p: Pair, call: ValueCall): ValueFact | null {
  const { a, b } = p;
  if (I.holdsZero(b)) return isInteger(call) ? null : ANYTHING;
  const q = I.divide(a, b);
  if (a.integral && b.integral && I.magnitude(a) < 2 ** 50 && !isNarrow(p)) return divided(q, p);
  return divided(I.slack({ ...q, integral: false }, 4 * operandEpsilon(p)), p);
}

/** Quotients of negative numbers are floored or truncated, by dtype and size. */
function bothNatural(p: Pair): boolean {
  return p.a.lo >= 0 && p.b.lo >= 0;
}

function isNarrow({ dtypes }: Pair): boolean {
  return dtypes.some((d) => d === 'float16' || d === 'float32' || d === null);
}

function operandEpsilon({ dtypes }: Pair): number {
  return Math.max(2 ** -52, ...dtypes.map((d) => (d === null ? epsilonOf('float16') : epsilonOf(d))));
}

/** Below this, remainders of integers are exact in the operands' dtypes. */
function remaindersAreExact(p: Pair): boolean {
  // The quotient times the divisor may be as great as dividend and divisor together.
  const limit = Math.min(2 ** 52, ...p.dtypes.map((d) => exactLimit(d ?? 'float16') / 2));
  return p.a.integral && p.b.integral && I.magnitude(p.a) <= limit && I.magnitude(p.b) <= limit;
}

/** In floating point the remainder is what is left of a rounded quotient: off by the rounding of the dividend. */
function loosened(m: ValueFact, p: Pair): ValueFact {
  const margin = 8 * operandEpsilon(p) * (I.magnitude(p.a) + I.magnitude(p.b));
  if (!Number.isFinite(margin) || !m.finite) return ANYTHING;
  const edge = I.join(m, I.fact(Math.min(0, p.b.lo), Math.max(0, p.b.hi), false, true));
  return { ...edge, lo: edge.lo - margin, hi: edge.hi + margin, integral: false };
}

function floorMod(p: Pair, call: ValueCall): ValueFact | null {
  const { a, b } = p;
  if (I.holdsZero(b)) return isInteger(call) ? null : ANYTHING;
  if (remaindersAreExact(p)) return I.floorMod(a, b);
  return loosened(I.floorMod({ ...a, integral: false }, { ...b, integral: false }), p);
}

function truncMod(p: Pair, call: ValueCall): ValueFact | null {
  const { a, b } = p;
  if (I.holdsZero(b)) return isInteger(call) ? null : ANYTHING;
  if (remaindersAreExact(p)) return I.truncMod(a, b);
  return loosened(I.truncMod({ ...a, integral: false }, { ...b, integral: false }), p);
}

function power(p: Pair, call: ValueCall): ValueFact | null {
  const { a, b } = p;
  if (isInteger(call) && (b.lo < 0 || !b.integral || !a.integral)) return null;
  const math = I.power(a, b);
  if (isInteger(call) && (!math.finite || I.magnitude(math) > 2 ** 53)) return null;
  return math.integral && I.magnitude(math) <= exactLimit(call.resultDType)
    ? math
    : I.slack(math, 2 ** -40 + 4 * epsilonOf(call.resultDType));
}

/** Kernels that do not broadcast (they read behind the smaller operand), and read unsigned integers as signed. */
function unbroadcast(op: (p: Pair, call: ValueCall) => ValueFact | null) {
  return (p: Pair, call: ValueCall) => (p.broadcast || readsAsSigned(p) ? null : op(p, call));
}

function readsAsSigned({ a, b, dtypes }: Pair): boolean {
  const least = Math.min(
    ...dtypes.map((d) => (d === null ? 127 : d.startsWith('uint') ? storable(d).hi / 2 : Infinity)),
  );
  return Math.max(a.hi, b.hi) >= least;
}

function hypot({ a, b }: Pair, call: ValueCall): ValueFact {
  const [x, y] = [I.absolute(a), I.absolute(b)];
  const math = I.fact(Math.hypot(x.lo, y.lo), Math.hypot(x.hi, y.hi), false, a.finite && b.finite);
  // Squares overflow on the way.
  if (math.hi > Math.sqrt(floatMost(call.resultDType)) / 2) return { ...math, lo: 0, hi: Infinity, finite: false };
  return I.slack(math, 2 ** -40 + 4 * epsilonOf(call.resultDType));
}

/** Over the whole circle: of a positive number and −0 kernels give −π/2. */
function arctan2({ a, b }: Pair): ValueFact {
  return I.slack(I.fact(-Math.PI, Math.PI, false, a.finite && b.finite), 2 ** -20);
}

/** Of NaN and a number some kernels take the number. */
function greatest({ a, b }: Pair): ValueFact {
  return a.finite && b.finite ? I.maximum(a, b) : I.join(a, b);
}

function least({ a, b }: Pair): ValueFact {
  return a.finite && b.finite ? I.minimum(a, b) : I.join(a, b);
}

function copysigned({ a, b }: Pair): ValueFact {
  return { ...I.join(a, I.negate(a), I.fact(0, 0, true, true)), finite: a.finite && b.finite };
}

/** Where both operands are non-negative integers below 2^k, so is the result. Negative ones: of the widest operand. */
function bits(op: 'and' | 'or' | 'xor') {
  return ({ a, b, dtypes, mixed }: Pair, call: ValueCall): ValueFact | null => {
    // Kernels of mixed dtypes read one operand's memory as the other dtype.
    if (mixed) return null;
    if (!a.integral || !b.integral || I.magnitude(a) > 2 ** 53 || I.magnitude(b) > 2 ** 53) return null;
    if (call.resultDType === null || dtypes.includes(null)) return null;
    const wide = (x: number) => 2 ** Math.ceil(Math.log2(x + 1)) - 1;
    if (op === 'and' && (a.lo >= 0 || b.lo >= 0)) {
      const most = Math.min(a.lo >= 0 ? a.hi : Infinity, b.lo >= 0 ? b.hi : Infinity);
      return I.fact(0, most, true, true);
    }
    if (a.lo >= 0 && b.lo >= 0) {
      return I.fact(op === 'or' ? Math.max(a.lo, b.lo) : 0, wide(Math.max(a.hi, b.hi)), true, true);
    }
    const most = wide(Math.max(a.hi, b.hi, -1 - a.lo, -1 - b.lo, 0));
    return I.fact(-1 - most, most, true, true);
  };
}

function shift(op: (a: ValueFact, factor: ValueFact) => ValueFact) {
  return ({ a, b, dtypes, mixed }: Pair): ValueFact | null => {
    const bitsOf = dtypes[0] === 'int64' || dtypes[0] === 'uint64' ? 64 : /32/.test(dtypes[0] ?? '') ? 32 : 8;
    if (!a.integral || !b.integral || b.lo < 0 || b.hi >= bitsOf || I.magnitude(a) > 2 ** 53) return null;
    if (mixed || (dtypes[0] === 'uint32' && a.hi >= 2 ** 31)) return null;
    return op(a, I.fact(2 ** b.lo, 2 ** b.hi, true, true));
  };
}

function logAddExp(base: number) {
  return ({ a, b }: Pair, call: ValueCall): ValueFact => {
    const over = Math.log(2) / Math.log(base);
    const math = I.fact(Math.max(a.lo, b.lo), Math.max(a.hi, b.hi) + over, false, a.finite && b.finite);
    const eps = 2 ** -20 + 4 * epsilonOf(call.resultDType);
    const margin = eps * (1 + I.magnitude(a) + I.magnitude(b));
    if (!Number.isFinite(margin)) return ANYTHING;
    return I.fact(math.lo - margin, math.hi + margin, false, math.finite);
  };
}

export const ARITHMETIC: Rules = {
  outer: binary(({ a, b, mixed }) => (mixed ? null : I.multiply(a, b)), { modular: true }),
  kron: binary(({ a, b, mixed }) => (mixed ? null : I.multiply(a, b)), { modular: true }),
  add: binary(({ a, b }) => I.add(a, b), { modular: true }),
  subtract: binary(({ a, b }) => I.subtract(a, b), { modular: true }),
  multiply: binary(({ a, b }) => I.multiply(a, b), { modular: true }),
  divide: (call) => quotient(call),
  true_divide: (call) => quotient(call),
  floor_divide: binary(floorDivide, { exact: bothNatural }),
  mod: binary(floorMod),
  remainder: binary(floorMod),
  divmod: binary(
    (p, call) => {
      const [q, r] = [floorDivide(p, call), floorMod(p, call)];
      return q && r ? I.join(q, r) : null;
    },
    { exact: bothNatural },
  ),
  fmod: binary(truncMod),
  power: binary(power),
  pow: binary(power),
  float_power: binary(
    unbroadcast((p, call) => power(p, call) ?? ANYTHING),
    { exact: false },
  ),
  maximum: binary(greatest, { selects: true }),
  minimum: binary(least, { selects: true }),
  fmax: binary(greatest, { selects: true }),
  fmin: binary(least, { selects: true }),
  hypot: binary(unbroadcast(hypot), { exact: false }),
  arctan2: binary(unbroadcast(arctan2), { exact: false }),
  atan2: binary(unbroadcast(arctan2), { exact: false }),
  logaddexp: binary(unbroadcast(logAddExp(Math.E)), { exact: false }),
  logaddexp2: binary(unbroadcast(logAddExp(2)), { exact: false }),
  copysign: binary(unbroadcast(copysigned), { exact: false }),
  nextafter: () => UNKNOWN,
  heaviside: binary(({ a, b }) => I.join(I.fact(0, 1, true, a.finite), b), { exact: false }),
  gcd: binary(({ a, b }) => I.fact(0, Math.max(I.magnitude(a), I.magnitude(b)), a.integral && b.integral, true), {
    exact: true,
  }),
  lcm: binary(({ a, b }) => I.absolute(I.join(I.multiply(a, b), I.fact(0, 0, true, true))), { exact: true }),
  ldexp: () => UNKNOWN,
  bitwise_and: binary(bits('and')),
  bitwise_or: binary(bits('or')),
  bitwise_xor: binary(bits('xor')),
  left_shift: binary(shift((a, f) => I.multiply(a, f))),
  right_shift: binary(shift((a, f) => I.rounded(I.divide(a, f), Math.floor))),
  bitwise_left_shift: binary(shift((a, f) => I.multiply(a, f))),
  bitwise_right_shift: binary(shift((a, f) => I.rounded(I.divide(a, f), Math.floor))),
};

/** A scalar divisor is never converted to the array's dtype. */
function quotient(call: ValueCall): Outcome {
  const [a, b] = [call.args[0], call.args[1]].map((arg) => narrowed(elements(arg), call.resultDType));
  if (!a || !b) return UNKNOWN;
  // Narrow kernels may multiply by a rounded reciprocal.
  const isNarrow = call.resultDType === 'float32' || call.resultDType === 'float16';
  const math = I.divide(a, b);
  return {
    math: isNarrow ? I.slack(math, 2 * epsilonOf(call.resultDType)) : math,
    exact: I.holdsZero(b) ? false : 'float64',
  };
}
