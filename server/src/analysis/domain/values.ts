/**
 * What is known of the numbers themselves: an interval, whether they are integers, whether all are finite.
 *
 * A `ValueFact` over-approximates: every number that occurs lies in `[lo, hi]`, is an integer when `integral`, and is
 * neither NaN nor infinite when `finite`. Complex numbers are never described (`ANYTHING`).
 */
import { DTYPES, type DType } from 'bytelens/laws';

export interface ValueFact {
  readonly lo: number;
  readonly hi: number;
  readonly integral: boolean;
  readonly finite: boolean;
  /** It is certain that none is the negative zero, although there are negative numbers. */
  readonly plainZero?: true;
}

export const ANYTHING: ValueFact = { lo: -Infinity, hi: Infinity, integral: false, finite: false };

export function exactly(n: number): ValueFact {
  if (Number.isNaN(n)) return ANYTHING;
  const fact = { lo: n, hi: n, integral: Number.isInteger(n), finite: Number.isFinite(n) };
  return Object.is(n, -0) ? fact : { ...fact, plainZero: true };
}

export function between(lo: number, hi: number, integral: boolean): ValueFact {
  return { lo, hi, integral, finite: Number.isFinite(lo) && Number.isFinite(hi) };
}

export function joinValues(a: ValueFact, b: ValueFact): ValueFact {
  const joined = {
    lo: Math.min(a.lo, b.lo),
    hi: Math.max(a.hi, b.hi),
    integral: a.integral && b.integral,
    finite: a.finite && b.finite,
  };
  const plain = !mayBeNegativeZero(a) && !mayBeNegativeZero(b) && joined.lo < 0;
  return plain ? { ...joined, plainZero: true } : joined;
}

/** Join that reaches a fixpoint: a bound that moves jumps to the next threshold. */
export function widenValues(before: ValueFact, after: ValueFact): ValueFact {
  const j = joinValues(before, after);
  return {
    lo: j.lo < before.lo ? (THRESHOLDS.findLast((t) => t <= j.lo) ?? -Infinity) : j.lo,
    hi: j.hi > before.hi ? (THRESHOLDS.find((t) => t >= j.hi) ?? Infinity) : j.hi,
    integral: j.integral,
    finite: j.finite,
  };
}

const THRESHOLDS = [
  -Infinity,
  -(2 ** 53),
  -(2 ** 31),
  -32768,
  -128,
  -1,
  0,
  1,
  255,
  65535,
  2 ** 31 - 1,
  2 ** 32 - 1,
  2 ** 53,
  Infinity,
];

export function sameValues(a: ValueFact, b: ValueFact): boolean {
  return (
    Object.is(a.lo, b.lo) &&
    Object.is(a.hi, b.hi) &&
    a.integral === b.integral &&
    a.finite === b.finite &&
    mayBeNegativeZero(a) === mayBeNegativeZero(b)
  );
}

/** Whether every number of `a` is one of `b`. */
export function contains(b: ValueFact, a: ValueFact): boolean {
  return a.lo >= b.lo && a.hi <= b.hi && (!b.integral || a.integral) && (!b.finite || a.finite);
}

interface DTypeInfo {
  readonly bytes: number;
  readonly kind: 'float' | 'int' | 'uint' | 'bool' | 'complex';
  /** What an element can hold; for floats the finite range. */
  readonly lo: number;
  readonly hi: number;
  /** Integers up to this size are all exact (floats: 2^mantissa). */
  readonly exactInt: number;
}

function int(bytes: number, signed: boolean): DTypeInfo {
  const bits = bytes * 8;
  const lo = signed ? -(2 ** (bits - 1)) : 0;
  const hi = signed ? 2 ** (bits - 1) - 1 : 2 ** bits - 1;
  return { bytes, kind: signed ? 'int' : 'uint', lo, hi, exactInt: Math.min(hi, 2 ** 53) };
}

/** IEEE 754 binary16/32/64 and two's complement integers, as NumPy defines its dtypes. */
export const DTYPE_INFO: Readonly<Record<DType, DTypeInfo>> = {
  float64: { bytes: 8, kind: 'float', lo: -Number.MAX_VALUE, hi: Number.MAX_VALUE, exactInt: 2 ** 53 },
  float32: { bytes: 4, kind: 'float', lo: -3.4028234663852886e38, hi: 3.4028234663852886e38, exactInt: 2 ** 24 },
  float16: { bytes: 2, kind: 'float', lo: -65504, hi: 65504, exactInt: 2048 },
  int64: int(8, true),
  int32: int(4, true),
  int16: int(2, true),
  int8: int(1, true),
  uint64: int(8, false),
  uint32: int(4, false),
  uint16: int(2, false),
  uint8: int(1, false),
  bool: { bytes: 1, kind: 'bool', lo: 0, hi: 1, exactInt: 1 },
  complex128: { bytes: 16, kind: 'complex', lo: -Infinity, hi: Infinity, exactInt: 0 },
  complex64: { bytes: 8, kind: 'complex', lo: -Infinity, hi: Infinity, exactInt: 0 },
};

export function isDType(s: string): s is DType {
  return (DTYPES as readonly string[]).includes(s);
}

export function isIntegerDType(d: DType): boolean {
  const k = DTYPE_INFO[d].kind;
  return k === 'int' || k === 'uint' || k === 'bool';
}

/** Every number that an array of this dtype can hold. */
export function dtypeRange(d: DType): ValueFact {
  const i = DTYPE_INFO[d];
  if (i.kind === 'float' || i.kind === 'complex') return ANYTHING;
  return { lo: i.lo, hi: i.hi, integral: true, finite: true, plainZero: true };
}

/** Whether one of the numbers may be the negative zero, which integers do not have. */
export function mayBeNegativeZero(v: ValueFact): boolean {
  return Object.is(v.lo, -0) || Object.is(v.hi, -0) || (v.lo < 0 && v.hi >= 0 && !v.plainZero);
}

/** Whether every number of `v` is exact in `d`. */
export function fits(v: ValueFact, d: DType): boolean {
  const i = DTYPE_INFO[d];
  if (i.kind === 'complex') return false;
  if (!v.integral || !v.finite) return false;
  if (i.kind === 'float') return v.lo >= -i.exactInt && v.hi <= i.exactInt;
  return v.lo >= i.lo && v.hi <= i.hi;
}

/** The smallest integer dtype that holds every number of `v` exactly, unsigned preferred; null where none does. */
export function smallestIntDType(v: ValueFact): DType | null {
  const order: DType[] = ['uint8', 'int8', 'uint16', 'int16', 'uint32', 'int32', 'uint64', 'int64'];
  return order.find((d) => fits(v, d)) ?? null;
}
