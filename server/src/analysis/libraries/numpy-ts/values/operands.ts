/** Two operands of an element-wise function as kernels see them. */
import type { DType } from 'bytelens/laws';
import { ANYTHING, fits, isIntegerDType, type ValueFact } from '../../../domain/values.ts';
import * as I from './interval.ts';
import {
  elements,
  epsilonOf,
  floatMost,
  type Rule,
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
export function narrowed(v: ValueFact | null, result: DType | null): ValueFact | null {
  if (!v || (result !== 'float32' && result !== 'float16') || fits(v, result)) return v;
  const { lo, hi, integral, finite } = I.slack(v, epsilonOf(result));
  const most = floatMost(result);
  if (lo >= -most && hi <= most) return { lo, hi, integral, finite };
  return { lo: lo < -most ? -Infinity : lo, hi: hi > most ? Infinity : hi, integral, finite: false };
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
export function binary(op: (p: Pair, call: ValueCall) => ValueFact | null, options: BinaryOptions = {}): Rule {
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
