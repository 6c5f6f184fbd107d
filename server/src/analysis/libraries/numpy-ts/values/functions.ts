/** Element-wise functions of one operand. */
import type { DType } from 'bytelens/laws';
import { ANYTHING, DTYPE_INFO, isIntegerDType, type ValueFact } from '../../../domain/values.ts';
import * as I from './interval.ts';
import {
  elements,
  epsilonOf,
  exactLimit,
  floatMost,
  type Outcome,
  type Rule,
  type Rules,
  UNKNOWN,
  type ValueCall,
} from './store.ts';

/** `op` bounds the exact function; results are widened by what rounding and a narrow dtype may add. */
function unary(op: (v: ValueFact, dtype: DType | null) => ValueFact, exact: Outcome['exact'] = true): Rule {
  return (call) => {
    const arg = call.args[0];
    const v = elements(arg);
    if (!arg || !v) return UNKNOWN;
    const dtype = arg.kind === 'array' ? arg.dtype : null;
    // float16 without native support is computed on the wrong representation by some kernels.
    if (dtype === 'float16' && exact !== false) return { math: ANYTHING };
    return { math: op(v, dtype), exact };
  };
}

/** An approximated real function: bounds widened by a relative error. */
function real(op: (v: ValueFact) => ValueFact): Rule {
  return (call) => {
    const v = elements(call.args[0]);
    if (!v) return UNKNOWN;
    const math = I.slack({ ...op(v), integral: false }, 2 ** -40 + 8 * widest(call));
    return { math: nearZero(math) };
  };
}

/** Kernels may round the smallest numbers to zero. */
function nearZero(v: ValueFact): ValueFact {
  return { ...v, lo: v.lo > 0 && v.lo < 1e-300 ? 0 : v.lo, hi: v.hi < 0 && v.hi > -1e-300 ? 0 : v.hi };
}

function widest(call: ValueCall): number {
  const arg = call.args[0];
  return Math.max(epsilonOf(call.resultDType), arg?.kind === 'array' ? epsilonOf(arg.dtype) : 0);
}

/** An increasing function on its domain `[lo, hi]`; outside it, NaN. */
function growing(op: (x: number) => number, from = -Infinity, to = Infinity): Rule {
  return real((v) => {
    const inside = v.lo >= from && v.hi <= to;
    const lo = op(Math.min(Math.max(v.lo, from), to));
    const hi = op(Math.min(Math.max(v.hi, from), to));
    return I.fact(lo, hi, false, v.finite && inside && Number.isFinite(lo) && Number.isFinite(hi));
  });
}

/** Bounds that do not depend on the operand; not finite where the operand is not, or is outside the domain. */
function within(lo: number, hi: number, from = -Infinity, to = Infinity): Rule {
  return real((v) => I.fact(lo, hi, false, v.finite && v.lo >= from && v.hi <= to));
}

/** Kernels reduce angles with 54 bits: the sine of 2^55 is beyond 1. */
function periodic(lo: number, hi: number): Rule {
  return real((v) => (I.magnitude(v) < 2 ** 36 ? I.fact(lo, hi, false, v.finite) : ANYTHING));
}

const SLIP = 2 ** -18;

const sqrt: Rule = (call) => {
  const v = elements(call.args[0]);
  if (!v) return UNKNOWN;
  const lo = Math.sqrt(Math.max(0, v.lo));
  const hi = Math.sqrt(Math.max(0, v.hi));
  // Kernels (from 32 elements) read unsigned integers as signed: the square root of uint8 200 is NaN.
  const dtype = call.args[0]?.kind === 'array' ? call.args[0].dtype : null;
  const signedMost = dtype === null ? 127.5 : dtype.startsWith('uint') ? DTYPE_INFO[dtype].hi / 2 : Infinity;
  const fine = v.finite && v.lo >= 0 && v.hi < signedMost;
  const math = I.slack(I.fact(fine ? lo : 0, hi, false, fine), 4 * widest(call));
  return { math, exact: fine ? 'float64' : false };
};

function toInteger(op: (x: number) => number): Rule {
  return unary((v) => I.rounded(v, op));
}

const round: Rule = (call) => {
  const decimals = call.args[1];
  const none = !decimals || (decimals.kind === 'other' && decimals.constant === undefined);
  const places = none ? I.fact(0, 0, true, true) : elements(decimals);
  const v = elements(call.args[0]);
  if (!v || !places) return UNKNOWN;
  if (places.lo === 0 && places.hi === 0) {
    // Half to even, or half away from zero: either way between floor and ceil.
    return v.integral ? { math: v, exact: true } : { math: { ...I.rounded(v, Math.floor), hi: Math.ceil(v.hi) } };
  }
  if (!places.finite || places.lo < 0 || !v.finite || places.hi > 20) return { math: ANYTHING };
  const step = 10 ** -places.lo;
  const math = I.slack(I.fact(v.lo - step, v.hi + step, v.integral, v.finite), 2 ** -20);
  const isFloat = call.resultDType === null || !isIntegerDType(call.resultDType);
  const limit = exactLimit(operandDType(call));
  if (v.integral && (!isFloat || I.magnitude(v) * 10 ** places.hi < limit)) return { math: v };
  const spread = I.slack({ ...math, integral: false }, 8 * widest(call));
  return { math: I.magnitude(math) * 10 ** places.hi < floatMost(call.resultDType) ? spread : ANYTHING };
};

function operandDType(call: ValueCall): DType {
  const arg = call.args[0];
  return (arg?.kind === 'array' ? arg.dtype : null) ?? 'float16';
}

const negative: Rule = unary((v) => I.negate(v));
const absolute: Rule = unary((v) => I.absolute(v));
const square: Rule = unary((v) => I.square(v));
const sign: Rule = unary((v) =>
  I.fact(v.lo < 0 ? -1 : v.lo > 0 ? 1 : 0, v.hi > 0 ? 1 : v.hi < 0 ? -1 : 0, true, v.finite),
);

const reciprocal: Rule = (call) => {
  const v = elements(call.args[0]);
  if (!v) return UNKNOWN;
  const math = I.divide(I.fact(1, 1, true, true), v);
  if (call.resultDType !== null && isIntegerDType(call.resultDType)) return { math: ANYTHING, unsure: true };
  return { math: I.slack(math, 4 * widest(call)), exact: I.holdsZero(v) ? false : 'float64' };
};

const invert: Rule = (call) => {
  const v = elements(call.args[0]);
  const dtype = call.args[0]?.kind === 'array' ? call.args[0].dtype : null;
  if (!v || dtype === null || dtype === 'bool' || !v.integral || I.magnitude(v) > 2 ** 53)
    return { math: ANYTHING, unsure: true };
  if (dtype.startsWith('u')) return { math: ANYTHING, unsure: true };
  return { math: I.fact(-1 - v.hi, -1 - v.lo, true, true), exact: true };
};

const nanToNum: Rule = (call) => {
  const v = elements(call.args[0]);
  if (!v || call.args.length > 1) return UNKNOWN;
  if (v.finite) return { math: v, exact: true };
  const zero = I.fact(0, 0, true, true);
  if (call.resultDType !== 'float64') return { math: { ...I.join(v, zero), finite: false } };
  const whole = I.fact(-Number.MAX_VALUE, Number.MAX_VALUE, false, true);
  const known = Number.isFinite(v.lo) && Number.isFinite(v.hi);
  return { math: known ? { ...I.join(v, zero), finite: true } : whole };
};

/** Kernels compute infinities for the last finite results. */
function steep(op: (v: ValueFact) => ValueFact): Rule {
  return real((v) => {
    const math = op(v);
    if (I.magnitude(v) < 88) return math;
    const most = I.magnitude(v) < 709 ? math : { ...math, lo: math.lo < -1e300 ? -Infinity : math.lo };
    return I.magnitude(v) < 709 ? most : { ...most, hi: most.hi > 1e300 ? Infinity : most.hi, finite: false };
  });
}

const sinh = steep((v) => I.increasing(v, Math.sinh));

const cosh = steep((v) => {
  const m = I.absolute(v);
  return I.fact(Math.cosh(m.lo), Math.cosh(m.hi), false, v.finite && Math.cosh(m.hi) < Infinity);
});

function inverseHyperbolic(op: (x: number) => number, from = -Infinity): Rule {
  const plain = growing(op, from);
  return (call) => ((v) => (v && I.magnitude(v) < 1e150 ? plain(call) : { math: ANYTHING }))(elements(call.args[0]));
}

/** Kernels take the smallest numbers, which are not normal, for greater ones. */
function logarithm(op: (x: number) => number): Rule {
  const plain = growing(op, 0);
  return (call) => {
    const outcome = plain(call);
    const least = op(call.resultDType === 'float64' ? 2 ** -1022 : 2 ** -126);
    return outcome === UNKNOWN ? outcome : { math: { ...outcome.math, hi: Math.max(outcome.math.hi, least) } };
  };
}

/** Below the smallest normal number kernels give garbage, of any sign. */
const exp2: Rule = (call) => {
  const v = elements(call.args[0]);
  if (!v) return UNKNOWN;
  return v.lo > (call.resultDType === 'float64' ? -1021 : -125) ? growing((x) => 2 ** x)(call) : { math: ANYTHING };
};
const degrees = growing((x) => (x * 180) / Math.PI);
const radians = growing((x) => (x * Math.PI) / 180);

export const FUNCTIONS: Rules = {
  sqrt,
  cbrt: growing(Math.cbrt),
  exp: growing(Math.exp),
  exp2,
  expm1: growing(Math.expm1),
  log: logarithm(Math.log),
  log2: logarithm(Math.log2),
  log10: logarithm(Math.log10),
  log1p: growing(Math.log1p, -1),
  sin: periodic(-1 - SLIP, 1 + SLIP),
  cos: periodic(-1 - SLIP, 1 + SLIP),
  tan: real(() => ANYTHING),
  arcsin: growing(Math.asin, -1, 1),
  asin: growing(Math.asin, -1, 1),
  arccos: within(-SLIP, Math.PI + SLIP, -1, 1),
  acos: within(-SLIP, Math.PI + SLIP, -1, 1),
  arctan: growing(Math.atan),
  atan: growing(Math.atan),
  sinh,
  cosh,
  tanh: within(-1 - SLIP, 1 + SLIP),
  arcsinh: inverseHyperbolic(Math.asinh),
  asinh: inverseHyperbolic(Math.asinh),
  arccosh: inverseHyperbolic(Math.acosh, 1),
  acosh: inverseHyperbolic(Math.acosh, 1),
  arctanh: growing(Math.atanh, -1, 1),
  atanh: growing(Math.atanh, -1, 1),
  degrees,
  rad2deg: degrees,
  radians,
  deg2rad: radians,
  sinc: periodic(-0.3, 1 + SLIP),
  absolute,
  abs: absolute,
  fabs: absolute,
  negative,
  square,
  sign,
  reciprocal,
  floor: toInteger(Math.floor),
  ceil: toInteger(Math.ceil),
  trunc: toInteger(Math.trunc),
  fix: toInteger(Math.trunc),
  rint: round,
  round,
  around: round,
  real: (call) =>
    elements(call.args[0])?.finite ? { math: elements(call.args[0]) ?? ANYTHING, exact: true } : UNKNOWN,
  conj: (call) => ({ math: elements(call.args[0]) ?? ANYTHING }),
  conjugate: (call) => ({ math: elements(call.args[0]) ?? ANYTHING }),
  nan_to_num: nanToNum,
  bitwise_not: invert,
  bitwise_invert: invert,
  invert,
  bitwise_count: () => ({ math: I.fact(0, 64, true, true) }),
  packbits: () => ({ math: I.fact(0, 255, true, true) }),
};
