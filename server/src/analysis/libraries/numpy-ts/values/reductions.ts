/**
 * Reductions and accumulations: bounds from the interval of the elements and the number of elements that go into one
 * result. Where that number is not known, it is anything from none to the array's size (or any size).
 */
import type { DType } from 'bytelens/laws';
import { ANYTHING, isIntegerDType, type ValueFact } from '../../../domain/values.ts';
import * as I from './interval.ts';
import {
  elements,
  exactLimit,
  floatMost,
  type Outcome,
  type Rule,
  type Rules,
  UNKNOWN,
  type ValueArg,
  type ValueCall,
} from './store.ts';

/** An array cannot have more elements than this (JavaScript's longest typed array). */
export const MOST_ELEMENTS = 2 ** 33;

/** Whatever 64 bits hold, signed or not. */
export const WIDE = I.fact(-(2 ** 63), 2 ** 64, true, true);

export interface Reduced {
  readonly values: ValueFact;
  readonly dtype: DType | null;
  /** How many elements go into one result. */
  readonly least: number;
  readonly most: number;
}

export function isAbsent(arg: ValueArg | undefined): boolean {
  return !arg || (arg.kind === 'other' && (arg.constant === undefined || arg.constant === null));
}

/** The array that a reduction reads, or null where options (`where`, `initial`, `dtype`) make it another reduction. */
export function reduced(call: ValueCall, axisAt = 1): Reduced | null {
  const array = call.args[0];
  const values = elements(array);
  if (!array || !values || call.args.some((a) => a.kind === 'options')) return null;
  const size = array.kind === 'array' ? array.size : array.kind === 'list' ? null : 1;
  const dtype = array.kind === 'array' ? array.dtype : null;
  if (size === null) return { values, dtype, least: 0, most: MOST_ELEMENTS };
  if (isAbsent(call.args[axisAt])) return { values, dtype, least: size, most: size };
  if (call.resultSize !== null && call.resultSize > 0) {
    const each = size / call.resultSize;
    return Number.isInteger(each)
      ? { values, dtype, least: each, most: each }
      : { values, dtype, least: 0, most: size };
  }
  return { values, dtype, least: 0, most: size };
}

/** Relative error of summing `n` numbers in the arithmetic of `dtype`, in any order. */
export function summing(n: number, dtype: DType | null, result: DType | null): number {
  const narrow = [dtype, result].some((d) => d === 'float32' || d === 'float16' || d === 'complex64');
  const eps = [dtype, result].includes('float16') ? 2 ** -11 : narrow ? 2 ** -24 : 2 ** -53;
  return Math.expm1((n + 4) * eps);
}

/** Bounds of a sum of `least` to `most` numbers of `v`, each rounded on the way. */
export function total(v: ValueFact, least: number, most: number, dtype: DType | null, result: DType | null): ValueFact {
  const times = (n: number, x: number) => (n === 0 || x === 0 ? 0 : n * x);
  const lo = Math.min(times(least, v.lo), times(most, v.lo));
  const hi = Math.max(times(least, v.hi), times(most, v.hi));
  const all = times(most, I.magnitude(v));
  const narrow = dtype === 'float32' || dtype === 'float16' ? dtype : result;
  const limit = Math.min(exactLimit(narrow), 2 ** 53);
  const finite = v.finite && Number.isFinite(all) && all < 1e308;
  if (v.integral && (all <= limit || (dtype !== null && isIntegerDType(dtype)))) return I.fact(lo, hi, true, finite);
  const error = all === 0 ? 0 : all * summing(most, dtype, result);
  const low = v.lo >= 0 ? Math.max(lo - error, 0) : lo - error;
  const high = v.hi <= 0 ? Math.min(hi + error, 0) : hi + error;
  return limited(I.fact(low, high, v.integral, finite && Number.isFinite(error)), narrow);
}

/** Beyond the greatest finite number there are infinities. */
function limited(v: ValueFact, dtype: DType | null): ValueFact {
  const most = floatMost(dtype);
  if (v.lo >= -most && v.hi <= most) return v;
  return { ...v, lo: v.lo < -most ? -Infinity : v.lo, hi: v.hi > most ? Infinity : v.hi, finite: false };
}

/**
 * A JavaScript number from a whole-array sum or product of 32-bit integers: summed in 32 bits and read as signed from
 * 32 elements on. Narrower integers are summed in 64 bits.
 */
function scalarWrap(math: ValueFact, call: ValueCall, dtype: DType | null): Outcome {
  if (call.resultDType === null && I.magnitude(math) >= 2 ** 63 && (dtype === null || isIntegerDType(dtype))) {
    return { math: I.join(math, WIDE), unsure: true };
  }
  const wraps = dtype === null || dtype === 'int32' || dtype === 'uint32';
  if (call.resultDType !== null || !wraps) return { math, exact: true };
  if (math.finite && math.lo >= -(2 ** 31) && math.hi < 2 ** 31) return { math, exact: true };
  return { math: I.join(math, I.fact(-(2 ** 31), 2 ** 31 - 1, true, true)), unsure: true };
}

const sum: Rule = (call) => {
  const r = reduced(call);
  if (!r) return UNKNOWN;
  return scalarWrap(total(r.values, r.least, r.most, r.dtype ?? 'float16', call.resultDType), call, r.dtype);
};

const nansum: Rule = (call) => {
  const r = reduced(call);
  if (!r) return UNKNOWN;
  const v = I.join(r.values, I.fact(0, 0, true, true));
  const some = total(r.values.finite ? r.values : v, r.least, r.most, r.dtype ?? 'float16', call.resultDType);
  return scalarWrap(some, call, r.dtype);
};

/** Products in any order, and all of their partial products. */
function product(v: ValueFact, least: number, most: number, dtype: DType | null, result: DType | null): ValueFact {
  const m = Math.max(I.magnitude(v), 1);
  const all = m ** most;
  const nonNegative = v.lo >= 0;
  let lo = nonNegative ? 0 : -all;
  if (v.lo >= 1) lo = v.lo ** least;
  const least1 = v.hi <= 1 && v.lo >= 0 ? Math.max(v.hi, least === 0 ? 1 : 0) : all;
  const finite = v.finite && Number.isFinite(all);
  if (v.integral && all <= Math.min(exactLimit(result), dtype === 'float32' ? 2 ** 24 : 2 ** 53))
    return I.fact(lo, least1, true, finite);
  if (v.integral && v.lo >= -1 && v.hi <= 1) return I.fact(lo, least1, true, finite);
  const loosened = I.slack(I.fact(lo, least1, v.integral, finite), summing(most, dtype, result));
  return limited(loosened, dtype === 'float32' || dtype === 'float16' ? dtype : result);
}

/** Kernels misread float16 that is kept as float32. */
function isHalf(dtype: DType | null): boolean {
  return dtype === null || dtype === 'float16';
}

const prod: Rule = (call) => {
  const r = reduced(call);
  if (!r) return UNKNOWN;
  if (isHalf(r.dtype)) return { math: ANYTHING };
  const math = product(r.values, r.least, r.most, r.dtype ?? 'float16', call.resultDType);
  const small = !r.dtype || !isIntegerDType(r.dtype) || I.magnitude(math) < 2 ** 31;
  // 32-bit integers are multiplied in 32 bits, along an axis too.
  const narrow = r.dtype === 'int32' || r.dtype === 'uint32';
  if ((call.resultDType === null || narrow) && !small) return { math: I.join(math, WIDE), unsure: true };
  return { math, exact: I.magnitude(math) <= 2 ** 31 };
};

/** Partial sums: of one element up to as many as there are on the axis. */
function accumulated(op: typeof total): Rule {
  return (call) => {
    const r = reduced(call);
    const array = call.args[0];
    if (!r || !array) return UNKNOWN;
    if (op === product && isHalf(r.dtype)) return { math: ANYTHING };
    const size = array.kind === 'array' && array.size !== null ? Math.max(array.size, 1) : MOST_ELEMENTS;
    return { math: op(r.values, 1, size, r.dtype ?? 'float16', call.resultDType), exact: true };
  };
}

const extreme: Rule = (call) => {
  const r = reduced(call);
  if (!r) return UNKNOWN;
  // From 32 elements a whole-array extreme of uint32 is read as a signed number.
  if (call.resultDType === null && (r.dtype ?? 'uint32') === 'uint32' && r.values.hi > 2 ** 31 - 1) {
    return { math: I.join(r.values, I.fact(-(2 ** 31), 0, true, true)), unsure: true };
  }
  return { math: r.values, exact: true, selected: [call.args[0]] };
};

const ptp: Rule = (call) => {
  const r = reduced(call);
  if (!r) return UNKNOWN;
  if (call.resultDType === null && (r.dtype === null || isIntegerDType(r.dtype))) {
    const fine = I.magnitude(r.values) < 2 ** 31 && r.values.hi - r.values.lo <= exactLimit(r.dtype ?? 'int8');
    if (!fine) return { math: r.dtype === null ? ANYTHING : WIDE, unsure: true };
  }
  return { math: I.fact(0, r.values.hi - r.values.lo, r.values.integral, r.values.finite), exact: true };
};

const truth: Rule = () => ({ math: I.fact(0, 1, true, true), exact: true });

const count: Rule = (call) => {
  const r = reduced(call);
  return { math: I.fact(0, r ? r.most : MOST_ELEMENTS, true, true), exact: true };
};

/** Positions in an array: from 0 to below its size. `extra` is 1 where a position behind the end is possible. */
export function positions(at: number, extra = 0): Rule {
  return (call) => {
    const array = call.args[at];
    const size = array?.kind === 'array' && array.size !== null ? array.size : MOST_ELEMENTS;
    return { math: I.fact(0, Math.max(0, size - 1 + extra), true, true), exact: true };
  };
}

const argExtreme = positions(0);

/** −1 where there is no number. */
const nanArgExtreme: Rule = (call) => {
  const outcome = argExtreme(call);
  return elements(call.args[0])?.finite ? outcome : { math: { ...outcome.math, lo: -1 } };
};

export const REDUCTIONS: Rules = {
  sum,
  nansum,
  prod,
  nanprod: (call) => (elements(call.args[0])?.finite ? prod(call) : UNKNOWN),
  cumsum: accumulated(total),
  nancumsum: (call) => (elements(call.args[0])?.finite ? accumulated(total)(call) : UNKNOWN),
  cumprod: accumulated(product),
  nancumprod: (call) => (elements(call.args[0])?.finite ? accumulated(product)(call) : UNKNOWN),
  cumulative_sum: accumulated(total),
  cumulative_prod: accumulated(product),
  max: extreme,
  min: extreme,
  amax: extreme,
  amin: extreme,
  nanmax: extreme,
  nanmin: extreme,
  ptp,
  all: truth,
  any: truth,
  count_nonzero: count,
  argmax: argExtreme,
  argmin: argExtreme,
  nanargmax: nanArgExtreme,
  nanargmin: nanArgExtreme,
};
