/**
 * Element-wise arithmetic of two operands.
 *
 * numpy-ts converts a scalar operand to the array's integer dtype in its WebAssembly kernels (from about 32 elements),
 * but not in its JavaScript loops: a fraction is truncated, rounded or kept, and a scalar outside the dtype wraps or
 * not. So a fractional scalar stands for every number between its neighbours, and where wrapping an operand changes
 * more than the result modulo 2^bits, anything may come out.
 */
import type { DType } from 'bytelens/laws';
import { ANYTHING, isIntegerDType, type ValueFact } from '../../../domain/values.ts';
import * as I from './interval.ts';
import {
  elements,
  epsilonOf,
  type Outcome,
  type Rule,
  type Rules,
  storable,
  UNKNOWN,
  type ValueCall,
} from './store.ts';

/** Two operands as a kernel may see them. */
export interface Pair {
  readonly a: ValueFact;
  readonly b: ValueFact;
  /** A scalar operand does not fit the integer dtype of the other operand. */
  readonly unfit: boolean;
  /** A scalar operand is, or may be, a fraction beside an integer array. */
  readonly fractional: boolean;
  readonly dtypes: readonly (DType | null)[];
}

export function pair(call: ValueCall): Pair | null {
  const [x, y] = [call.args[0], call.args[1]];
  const [a, b] = [elements(x), elements(y)];
  if (!x || !y || !a || !b) return null;
  const dtypes = [x, y].map((arg) => (arg.kind === 'array' ? arg.dtype : null));
  const beside = x.kind === 'array' ? x.dtype : y.kind === 'array' ? y.dtype : null;
  const scalarA = x.kind !== 'array';
  const scalarB = y.kind !== 'array';
  if (scalarA === scalarB || (beside !== null && !isIntegerDType(beside))) {
    return { a, b, unfit: false, fractional: false, dtypes };
  }
  const scalar = scalarA ? a : b;
  const fractional = !scalar.integral || !scalar.finite;
  const seen = fractional ? { ...scalar, lo: Math.floor(scalar.lo), hi: Math.ceil(scalar.hi) } : scalar;
  const range = storable(beside);
  const most = beside === 'bool' ? 127 : range.hi;
  const unfit = !scalar.finite || seen.lo < range.lo || seen.hi > most;
  return { a: scalarA ? seen : a, b: scalarB ? seen : b, unfit, fractional, dtypes };
}

/** A rule of two operands; `null` from `op` means that implementations disagree. */
function binary(op: (p: Pair, call: ValueCall) => ValueFact | null, options: BinaryOptions = {}): Rule {
  return (call) => {
    const p = pair(call);
    if (!p) return UNKNOWN;
    const math = op(p, call);
    if (math === null) return { math: ANYTHING, unsure: true };
    if (p.unfit && !options.modular) return { math, unsure: true };
    return { math, exact: p.fractional ? false : (options.exact ?? true) };
  };
}

interface BinaryOptions {
  /** Wrapping an operand changes the result by a multiple of 2^bits only. */
  readonly modular?: boolean;
  readonly exact?: Outcome['exact'] & (boolean | 'float64');
}

function isInteger(call: ValueCall): boolean {
  return call.resultDType !== null && isIntegerDType(call.resultDType);
}

/** What a float operation of one rounding gives: bounds widened for a narrow float result. */
function loosely(v: ValueFact, call: ValueCall): ValueFact {
  return v.integral ? v : I.slack(v, epsilonOf(call.resultDType));
}

function floorDivide({ a, b }: Pair, call: ValueCall): ValueFact | null {
  if (I.holdsZero(b)) return isInteger(call) ? null : ANYTHING;
  const q = I.divide(a, b);
  if (a.integral && b.integral && I.magnitude(a) < 2 ** 50) return I.rounded(q, Math.floor);
  return I.rounded(I.slack(q, 4 * epsilonOf(call.resultDType)), Math.floor);
}

function floorMod({ a, b, dtypes }: Pair, call: ValueCall): ValueFact | null {
  if (I.holdsZero(b)) return isInteger(call) ? null : ANYTHING;
  const integral = a.integral && b.integral && I.magnitude(a) < 2 ** 53 && I.magnitude(b) < 2 ** 53;
  if (integral) return I.floorMod(a, b);
  if (dtypes.some((d) => d === 'float16' || d === 'float32') || !a.finite) return ANYTHING;
  // In floating point a tiny remainder of the other sign is the divisor itself.
  const m = I.floorMod({ ...a, integral: false }, { ...b, integral: false });
  return I.slack(I.join(m, I.fact(Math.min(0, b.lo), Math.max(0, b.hi), false, true)), 2 ** -40);
}

function truncMod({ a, b }: Pair, call: ValueCall): ValueFact | null {
  if (I.holdsZero(b)) return isInteger(call) ? null : ANYTHING;
  return I.truncMod(a, b);
}

function power(p: Pair, call: ValueCall): ValueFact | null {
  const { a, b } = p;
  if (isInteger(call) && (b.lo < 0 || !b.integral || !a.integral)) return null;
  const math = I.power(a, b);
  if (isInteger(call) && (!math.finite || I.magnitude(math) > 2 ** 53)) return null;
  return math.integral && I.magnitude(math) <= 2 ** 53
    ? math
    : I.slack(math, 2 ** -40 + 4 * epsilonOf(call.resultDType));
}

function hypot({ a, b }: Pair, call: ValueCall): ValueFact {
  const [x, y] = [I.absolute(a), I.absolute(b)];
  const math = I.fact(Math.hypot(x.lo, y.lo), Math.hypot(x.hi, y.hi), false, a.finite && b.finite);
  return I.slack({ ...math, finite: math.finite && math.hi < Infinity }, 2 ** -40 + 4 * epsilonOf(call.resultDType));
}

function arctan2({ a, b }: Pair): ValueFact {
  const finite = a.finite && b.finite;
  const math = a.lo > 0 ? I.fact(0, Math.PI, false, finite) : I.fact(-Math.PI, Math.PI, false, finite);
  return I.slack(math, 2 ** -20);
}

/** Where both operands are non-negative integers below 2^k, so is the result. Negative ones: of the widest operand. */
function bits(op: 'and' | 'or' | 'xor') {
  return ({ a, b, dtypes }: Pair, call: ValueCall): ValueFact | null => {
    // Kernels of mixed dtypes read one operand's memory as the other dtype.
    const known = dtypes.filter((d) => d !== null);
    if (known.length === 2 && known[0] !== known[1]) return null;
    if (!a.integral || !b.integral || I.magnitude(a) > 2 ** 53 || I.magnitude(b) > 2 ** 53) return null;
    if (call.resultDType === null || known.length === 0) return null;
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
  return ({ a, b, dtypes }: Pair): ValueFact | null => {
    const bitsOf = dtypes[0] === 'int64' || dtypes[0] === 'uint64' ? 64 : /32/.test(dtypes[0] ?? '') ? 32 : 8;
    if (!a.integral || !b.integral || b.lo < 0 || b.hi >= bitsOf || I.magnitude(a) > 2 ** 53) return null;
    const known = dtypes.filter((d) => d !== null);
    if (known.length === 2 && known[0] !== known[1]) return null;
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
  add: binary(({ a, b }) => I.add(a, b), { modular: true }),
  subtract: binary(({ a, b }) => I.subtract(a, b), { modular: true }),
  multiply: binary(({ a, b }) => I.multiply(a, b), { modular: true }),
  divide: (call) => quotient(call),
  true_divide: (call) => quotient(call),
  floor_divide: binary(floorDivide),
  mod: binary(floorMod),
  remainder: binary(floorMod),
  divmod: binary((p, call) => {
    const [q, r] = [floorDivide(p, call), floorMod(p, call)];
    return q && r ? I.join(q, r) : null;
  }),
  fmod: binary(truncMod),
  power: binary(power),
  pow: binary(power),
  float_power: binary((p, call) => power(p, call) ?? ANYTHING, { exact: false }),
  maximum: binary(({ a, b }) => I.maximum(a, b)),
  minimum: binary(({ a, b }) => I.minimum(a, b)),
  fmax: binary(({ a, b }) => (a.finite && b.finite ? I.maximum(a, b) : I.join(a, b))),
  fmin: binary(({ a, b }) => (a.finite && b.finite ? I.minimum(a, b) : I.join(a, b))),
  hypot: binary(hypot, { exact: false }),
  arctan2: binary(arctan2, { exact: false }),
  atan2: binary(arctan2, { exact: false }),
  logaddexp: binary(logAddExp(Math.E), { exact: false }),
  logaddexp2: binary(logAddExp(2), { exact: false }),
  copysign: binary(({ a }) => I.join(a, I.negate(a), I.fact(0, 0, true, true)), { exact: false }),
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
  const [a, b] = [elements(call.args[0]), elements(call.args[1])];
  if (!a || !b) return UNKNOWN;
  const math = loosely(I.divide(a, b), call);
  return { math, exact: I.holdsZero(b) ? false : 'float64' };
}
