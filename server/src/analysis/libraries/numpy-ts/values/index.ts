/**
 * Value transfer functions of numpy-ts 1.7.0: what is known of the numbers of a result, from what is known of the
 * numbers of the arguments. Written by hand, sound for arrays of any size, and tested against random execution.
 */
import type { DType } from 'bytelens/laws';
import { ANYTHING, DTYPE_INFO, fits, isIntegerDType, type ValueFact } from '../../../domain/values.ts';
import { ARITHMETIC } from './arithmetic.ts';
import { CREATION } from './creation.ts';
import { FUNCTIONS } from './functions.ts';
import { LOGIC } from './logic.ts';
import { MOVEMENT, PASS } from './movement.ts';
import { PRODUCTS } from './products.ts';
import { RANDOM } from './random.ts';
import { REDUCTIONS } from './reductions.ts';
import { STATISTICS } from './statistics.ts';
import {
  elements,
  type Outcome,
  type Rules,
  storable,
  store,
  storeAnywhere,
  UNKNOWN,
  type ValueArg,
  type ValueCall,
} from './store.ts';

export type { ValueArg, ValueCall } from './store.ts';
export { writeOverflows, writeValues } from './writes.ts';

export interface ValueResult {
  /** Of the stored result, after wrapping into its dtype. Of several results: of all of them. */
  values: ValueFact;
  /** The mathematical result may not fit: it wraps, loses a fraction or integers, or becomes infinite. */
  overflow: boolean;
  /**
   * Every operand is integral and the result is the exact (for float64 results: the correctly rounded) value of the
   * operation on those integers. So two calls that both claim it, with the same numbers in different dtypes, give the
   * same numbers.
   */
  exactInteger: boolean;
}

const RULES: Rules = {
  ...ARITHMETIC,
  ...FUNCTIONS,
  ...LOGIC,
  ...REDUCTIONS,
  ...STATISTICS,
  ...PRODUCTS,
  ...CREATION,
  ...MOVEMENT,
  ...RANDOM,
};

/** Where no result dtype means a JavaScript number, or the operand's dtype: nothing is wrapped. */
const UNWRAPPED: ReadonlySet<string> = new Set([
  ...Object.keys(REDUCTIONS).filter((path) => !path.includes('cum')),
  ...Object.keys(STATISTICS),
  ...Object.keys(PRODUCTS).filter((path) => !path.includes('diff')),
  ...Object.keys(RANDOM),
  ...PASS,
]);

/** Whether there is a rule for this function. */
export function isCovered(path: string): boolean {
  return Object.hasOwn(RULES, path);
}

export function transfer(call: ValueCall): ValueResult {
  const rule = Object.hasOwn(RULES, call.path) ? RULES[call.path] : undefined;
  const outcome = rule && !takesComplex(call.args) ? withNaN(rule(call), call) : UNKNOWN;
  const dtype = call.resultDType;
  if (dtype !== null && DTYPE_INFO[dtype].kind === 'complex') return unknown(dtype);
  if (outcome === UNKNOWN) return unknown(dtype);
  if (outcome.unsure) {
    const values = UNWRAPPED.has(call.path) && dtype === null ? outcome.math : storable(dtype);
    return { values, overflow: true, exactInteger: false };
  }
  if (outcome.stored) return { values: outcome.math, overflow: false, exactInteger: false };
  const unwrapped = dtype !== null || UNWRAPPED.has(call.path);
  if (outcome.selected && haveDType(outcome.selected, dtype)) {
    return { values: outcome.math, overflow: false, exactInteger: isExact(outcome, outcome.math, call) };
  }
  const stored = unwrapped ? store(outcome.math, dtype) : storeAnywhere(outcome.math);
  return { ...stored, exactInteger: !stored.overflow && isExact(outcome, stored.values, call) };
}

/** Whether all arrays have this dtype, and all numbers fit it, so that they are copied as they are. */
function haveDType(args: readonly (ValueArg | undefined)[], dtype: DType | null): boolean {
  return args.every((a) => {
    if (!a) return true;
    if (a.kind === 'array') return a.dtype === dtype && dtype !== null;
    if (a.kind === 'list') return haveDType(a.items, dtype);
    return a.kind !== 'number' || dtype === null || dtype === 'float64' || fits(a.values, dtype);
  });
}

/** Kernels make of NaN any number: `exp(NaN)` is infinite, the sign of NaN 0, the least of NaN and 8 infinite. */
const MANGLES_NAN: ReadonlySet<string> = new Set([
  ...[FUNCTIONS, REDUCTIONS, STATISTICS, PRODUCTS].flatMap((rules) => Object.keys(rules)),
  'clip',
]);

function withNaN(outcome: Outcome, call: ValueCall): Outcome {
  const { math } = outcome;
  if (math.finite || !MANGLES_NAN.has(call.path)) return outcome;
  if (call.args.every((arg) => elements(arg)?.finite ?? true)) return outcome;
  return { math: { ...ANYTHING, integral: math.integral }, unsure: outcome.unsure ?? false };
}

function unknown(dtype: DType | null): ValueResult {
  return { values: storable(dtype), overflow: false, exactInteger: false };
}

function takesComplex(args: readonly ValueArg[]): boolean {
  return args.some((a) =>
    a.kind === 'array' ? (a.dtype?.startsWith('complex') ?? false) : a.kind === 'list' && takesComplex(a.items),
  );
}

function isExact(outcome: Outcome, values: ValueFact, call: ValueCall): boolean {
  if (!outcome.exact) return false;
  const dtypes = floatOperands(call.args);
  if (!operandsAreExact(call.args) || mayBeMinusZero(values, call)) return false;
  if (outcome.exact === 'float64') {
    return call.resultDType === 'float64' || (call.resultDType === null && dtypes.length === 0);
  }
  if (!values.integral || !values.finite) return false;
  const narrowest = [...dtypes, ...(call.resultDType === null ? [] : [call.resultDType])];
  return fits(values, 'float64') && narrowest.every((d) => fits(values, d));
}

/** Functions that make a negative zero of integers, which only floats have, and which prints as one. */
const NEGATING: ReadonlySet<string> = new Set([
  'negative',
  'multiply',
  'divide',
  'true_divide',
  'floor_divide',
  'mod',
  'remainder',
  'fmod',
  'copysign',
  'prod',
  'cumprod',
]);

function mayBeMinusZero(values: ValueFact, call: ValueCall): boolean {
  if (!NEGATING.has(call.path) || values.lo > 0 || values.hi < 0) return false;
  if (call.resultDType !== null && isIntegerDType(call.resultDType)) return false;
  return call.path === 'negative' || call.args.some((a) => (elements(a)?.lo ?? 0) < 0);
}

/** float32 and float16 operands: arithmetic may be carried out in their precision. */
function floatOperands(args: readonly ValueArg[]): DType[] {
  return args.flatMap((a) => {
    if (a.kind === 'list') return floatOperands(a.items);
    return a.kind === 'array' && (a.dtype === 'float32' || a.dtype === 'float16') ? [a.dtype] : [];
  });
}

/** Whether every array operand holds integers that float64 and its own dtype represent exactly. */
function operandsAreExact(args: readonly ValueArg[]): boolean {
  return args.every((a) => {
    if (a.kind === 'list') return operandsAreExact(a.items);
    if (a.kind !== 'array') return true;
    const v = elements(a);
    return v !== null && a.dtype !== null && fits(v, 'float64') && fits(v, a.dtype);
  });
}
