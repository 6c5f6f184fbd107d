/**
 * Element-wise arithmetic of two operands.
 *
 * numpy-ts converts a scalar operand to the array's integer dtype in its WebAssembly kernels (from about 32 elements),
 * but not in its JavaScript loops: a fraction is truncated, rounded or kept, and a scalar outside the dtype wraps or
 * not. So a fractional scalar stands for every number between its neighbours, and where wrapping an operand changes
 * more than the result modulo 2^bits, anything may come out.
 */
import type { DType } from 'bytelens/laws';
import { ANYTHING, fits, isIntegerDType, type ValueFact } from '../../../domain/values.ts';
import * as I from './interval.ts';
import {
  elements,
  epsilonOf,
  exactLimit,
  floatMost,
  type Outcome,
  type Rule,
  type Rules,
  storable,
  UNKNOWN,
  type ValueArg,
  type ValueCall,
} from './store.ts';

/** Two operands as a kernel may see them. */
export interface Pair {
  readonly a: ValueFact;
  readonly b: ValueFact;
  /** An operand does not fit an integer dtype that it may be converted to. */
  readonly unfit: boolean;
  /** A scalar operand is, or may be, a fraction beside an integer array. */
  readonly fractional: boolean;
  /** One operand is a JavaScript number. */
  readonly scalar: boolean;
  /** Two arrays whose dtypes differ, or may differ. */
  readonly mixed: boolean;
  /** Two arrays whose shapes differ, or may differ. */
  readonly broadcast: boolean;
  /** Of the arrays. */
  readonly dtypes: readonly (DType | null)[];
}

function isArray(arg: ValueArg): arg is ValueArg & { kind: 'array' } {
  return arg.kind === 'array';
}

function fitsInto(v: ValueFact, dtype: DType | null): boolean {
  if (dtype === null || !isIntegerDType(dtype)) return true;
  const range = storable(dtype);
  return v.finite && v.lo >= range.lo && v.hi <= (dtype === 'bool' ? 127 : range.hi);
}

/** An operand as float32 or float16 arithmetic sees it. */
function narrowed(v: ValueFact | null, result: DType | null): ValueFact | null {
  if (!v || (result !== 'float32' && result !== 'float16') || fits(v, result)) return v;
  return I.slack(v, epsilonOf(result));
}

export function pair(call: ValueCall): Pair | null {
  const [x, y] = [call.args[0], call.args[1]];
  const [a, b] = [x, y].map((arg) => narrowed(elements(arg), call.resultDType));
  if (!x || !y || !a || !b) return null;
  const arrays = [x, y].filter(isArray);
  const dtypes = arrays.map((arg) => arg.dtype);
  if (arrays.length === 2) {
    const mixed = dtypes[0] === null || dtypes[0] !== dtypes[1];
    const broadcast = arrays.some((arg) => arg.size === null || arg.size !== call.resultSize);
    const outside = [a, b].some((v) => !fitsInto(v, call.resultDType) || (v.hi >= 2 ** 63 && mixed));
    const unfit = outside || (mixed && call.resultDType === null);
    return { a, b, unfit, fractional: false, scalar: false, mixed, broadcast, dtypes };
  }
  const beside = dtypes[0] ?? null;
  const plain = { mixed: false, broadcast: false, scalar: arrays.length === 1, dtypes };
  if (arrays.length === 0 || (beside !== null && !isIntegerDType(beside))) {
    return { a, b, unfit: false, fractional: false, ...plain };
  }
  const first = x.kind !== 'array';
  const scalar = first ? a : b;
  const fractional = !scalar.integral || !scalar.finite;
  const seen = fractional ? { ...scalar, lo: Math.floor(scalar.lo), hi: Math.ceil(scalar.hi) } : scalar;
  const unfit = beside === null ? I.magnitude(seen) > 127 || seen.lo < 0 : !fitsInto(seen, beside);
  return { a: first ? seen : a, b: first ? b : seen, unfit, fractional, ...plain };
}

/** A rule of two operands; `null` from `op` means that implementations disagree. */
function binary(op: (p: Pair, call: ValueCall) => ValueFact | null, options: BinaryOptions = {}): Rule {
  return (call) => {
    const p = pair(call);
    if (!p) return UNKNOWN;
    const math = op(p, call);
    if (math === null || (p.unfit && !options.modular)) return { math: ANYTHING, unsure: true };
    const exact = typeof options.exact === 'function' ? options.exact(p) : (options.exact ?? true);
    const selected = options.selects ? { selected: call.args } : {};
    return { math, exact: p.fractional ? false : exact, ...selected };
  };
}

interface BinaryOptions {
  /** Wrapping an operand changes the result by a multiple of 2^bits only. */
  readonly modular?: boolean;
  readonly exact?: boolean | 'float64' | ((p: Pair) => boolean);
  /** The result is one of the operands. */
  readonly selects?: boolean;
}

function isInteger(call: ValueCall): boolean {
  return call.resultDType !== null && isIntegerDType(call.resultDType);
}

/** What a float operation of one rounding gives: bounds widened for a narrow float result. */
function loosely(v: ValueFact, call: ValueCall): ValueFact {
  return v.integral ? v : I.slack(v, epsilonOf(call.resultDType));
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
  return math.integral && I.magnitude(math) <= 2 ** 53
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

function arctan2({ a, b }: Pair): ValueFact {
  const finite = a.finite && b.finite;
  const math = a.lo > 0 ? I.fact(0, Math.PI, false, finite) : I.fact(-Math.PI, Math.PI, false, finite);
  return I.slack(math, 2 ** -20);
}

/** Of NaN and a number some kernels take the number. */
function greatest({ a, b }: Pair): ValueFact {
  return a.finite && b.finite ? I.maximum(a, b) : I.join(a, b);
}

function least({ a, b }: Pair): ValueFact {
  return a.finite && b.finite ? I.minimum(a, b) : I.join(a, b);
}

function copysigned({ a }: Pair): ValueFact {
  return I.join(a, I.negate(a), I.fact(0, 0, true, true));
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
  copysign: binary((p) => (readsAsSigned(p) ? null : copysigned(p)), { exact: false }),
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
