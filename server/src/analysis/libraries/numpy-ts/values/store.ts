/**
 * What a dtype does to numbers that are stored into it, and the shape of a transfer rule.
 */
import type { DType } from 'bytelens/laws';
import { ANYTHING, DTYPE_INFO, type ValueFact } from '../../../domain/values.ts';
import { fact, meet, slack } from './interval.ts';

export type ValueArg =
  | { kind: 'array'; values: ValueFact; dtype: DType | null; size: number | null }
  | { kind: 'number'; values: ValueFact }
  | { kind: 'list'; items: ValueArg[] }
  | { kind: 'options'; fields: Record<string, ValueArg> }
  | { kind: 'other'; constant?: string | boolean | null | undefined };

export interface ValueCall {
  /** `add`, `random.randint`, `linalg.norm`; for a method the name of its function, with the receiver as `args[0]`. */
  path: string;
  args: readonly ValueArg[];
  /** Null where the result is a JavaScript number, or where its dtype is not known. */
  resultDType: DType | null;
  resultSize: number | null;
}

/** What a rule says of the numbers before they are stored into the result's dtype. */
export interface Outcome {
  readonly math: ValueFact;
  /**
   * For integer operands the result is one function of their numbers, whatever dtype carries out the arithmetic, as
   * long as no number is out of the reach of a dtype on the way. `float64`: that holds for float64 results only.
   */
  readonly exact?: boolean | 'float64';
  /** Implementations of different sizes disagree, or wrap operands: any number of the dtype may come out. */
  readonly unsure?: boolean;
  /** The numbers are already stored in the result's dtype. */
  readonly stored?: boolean;
  /** Every number is 0 or an element of one of these: nothing is lost where all have the result's dtype. */
  readonly selected?: readonly (ValueArg | undefined)[];
}

export type Rule = (call: ValueCall) => Outcome;
export type Rules = Readonly<Record<string, Rule>>;

/** Nothing is known beyond the dtype. */
export const UNKNOWN: Outcome = { math: ANYTHING, stored: true };

/** What an array of this dtype can really hold: arithmetic leaves more than 0 and 1 in bool arrays. */
export function storable(dtype: DType | null): ValueFact {
  if (dtype === null) return ANYTHING;
  const info = DTYPE_INFO[dtype];
  if (info.kind === 'float' || info.kind === 'complex') return ANYTHING;
  return { ...fact(info.lo, info.kind === 'bool' ? 255 : info.hi, true, true), plainZero: true };
}

/** What an array of this dtype holds if nothing is known of it. */
export function unknownOf(dtype: DType | null): ValueFact {
  return dtype === 'bool' ? fact(0, 1, true, true) : storable(dtype);
}

/** Relative error of one rounded operation, doubled: float16 may be kept as float32 or as true float16. */
export function epsilonOf(dtype: DType | null): number {
  if (dtype === 'float64' || dtype === null) return 2 ** -52;
  if (dtype === 'float16') return 2 ** -10;
  return dtype === 'float32' || dtype === 'complex64' ? 2 ** -23 : 2 ** -52;
}

/** Up to where integers are exact in this dtype. */
export function exactLimit(dtype: DType | null): number {
  return dtype === null ? 2 ** 53 : DTYPE_INFO[dtype].exactInt;
}

/** The greatest finite number of a float dtype, rounded down. */
export function floatMost(dtype: DType | null): number {
  if (dtype === 'float16') return 65504;
  return dtype === 'float32' ? 3.4e38 : 1.79e308;
}

export interface Stored {
  readonly values: ValueFact;
  readonly overflow: boolean;
}

/** `math` after it is stored into `dtype`. A fraction may be truncated or rounded to an integer, by function and size. */
export function store(math: ValueFact, dtype: DType | null): Stored {
  if (dtype === null) return { values: math, overflow: false };
  const info = DTYPE_INFO[dtype];
  if (info.kind === 'complex') return { values: ANYTHING, overflow: false };
  if (info.kind === 'float') return storeFloat(math, dtype);
  const range = storable(dtype);
  const lo = Math.floor(math.lo);
  const hi = Math.ceil(math.hi);
  // The bounds of 64-bit integers stand for what was rounded to them: they do not fit.
  const outside = hi > info.hi || (info.bytes === 8 && (hi >= info.hi || lo <= -(2 ** 63)));
  if (!math.finite || lo < range.lo || outside) {
    // Some functions store whether the number is not zero into a bool, others the number itself, as a byte.
    const byte = dtype === 'bool' && math.finite && lo >= 0 && hi <= 255;
    return { values: byte ? fact(Math.min(lo, 1), Math.max(hi, 1), true, true) : range, overflow: true };
  }
  return { values: { ...fact(lo, hi, true, true), plainZero: true }, overflow: !math.integral };
}

function storeFloat(math: ValueFact, dtype: DType): Stored {
  const info = DTYPE_INFO[dtype];
  const exact = math.integral && math.lo >= -info.exactInt && math.hi <= info.exactInt;
  const isBounded = Number.isFinite(math.lo) && Number.isFinite(math.hi);
  if (exact || dtype === 'float64') return { values: math, overflow: !exact && math.integral && isBounded };
  const wide = underflowing(roundedTo(math, dtype), dtype);
  const tooLarge = wide.lo < info.lo || wide.hi > info.hi;
  const lo = wide.lo < info.lo ? -Infinity : wide.lo;
  const hi = wide.hi > info.hi ? Infinity : wide.hi;
  return {
    values: fact(lo, hi, math.integral, math.finite && !tooLarge),
    overflow: isBounded && (tooLarge || math.integral),
  };
}

/** Rounding is monotone: rounded bounds bound the rounded numbers. */
function roundedTo(v: ValueFact, dtype: DType): ValueFact {
  if (dtype === 'float32')
    return { ...v, lo: Math.min(v.lo, Math.fround(v.lo)), hi: Math.max(v.hi, Math.fround(v.hi)) };
  const wide = slack(v, epsilonOf(dtype));
  return { ...wide, lo: isHalf(v.lo) ? v.lo : wide.lo, hi: isHalf(v.hi) ? v.hi : wide.hi };
}

/** Whether float16 holds this number exactly (no more than: surely). */
function isHalf(x: number): boolean {
  return Math.abs(x) <= 2048 && Number.isInteger(Math.abs(x) <= 2 ? x * 1024 : x);
}

/** Numbers below the normal ones are rounded more coarsely, or to zero. */
function underflowing(v: ValueFact, dtype: DType): ValueFact {
  if (v.integral) return v;
  const normal = dtype === 'float16' ? 2 ** -14 : 2 ** -126;
  const lo = Math.abs(v.lo) < 2 * normal ? v.lo - normal : v.lo;
  const hi = Math.abs(v.hi) < 2 * normal ? v.hi + normal : v.hi;
  return { ...v, lo: v.lo >= 0 ? Math.max(0, lo) : lo, hi: v.hi <= 0 ? Math.min(0, hi) : hi };
}

/** `math` after it is stored into some dtype that is not known. */
export function storeAnywhere(math: ValueFact): Stored {
  const small = math.integral && math.finite && math.lo >= 0 && math.hi <= 127;
  const values = small ? fact(Math.min(math.lo, 1), math.hi, true, true) : { ...ANYTHING, integral: math.integral };
  return { values, overflow: !small };
}

/** The number that an argument may be, as an element; null for what is not numeric. */
export function elements(arg: ValueArg | undefined): ValueFact | null {
  if (!arg) return null;
  switch (arg.kind) {
    case 'array':
      return arg.dtype?.startsWith('complex') ? ANYTHING : meetDType(arg.values, arg.dtype);
    case 'number':
      return arg.values;
    case 'list': {
      let all: ValueFact | null = null;
      for (const item of arg.items) {
        const one = elements(item);
        if (!one) return null;
        all = all ? hull(all, one) : one;
      }
      return all ?? fact(0, 0, true, true);
    }
    case 'other':
      return typeof arg.constant === 'boolean' ? fact(Number(arg.constant), Number(arg.constant), true, true) : null;
    default:
      return null;
  }
}

function hull(a: ValueFact, b: ValueFact): ValueFact {
  return fact(Math.min(a.lo, b.lo), Math.max(a.hi, b.hi), a.integral && b.integral, a.finite && b.finite);
}

function meetDType(values: ValueFact, dtype: DType | null): ValueFact {
  const range = storable(dtype);
  if (dtype === 'bool' && (values.lo < range.lo || values.hi > range.hi)) return unknownOf(dtype);
  return meet(values, range);
}
