/** `minDtype`, `narrow` and `canHold`: the smallest dtype that keeps every value, and conversions that prove they do. */
import { NDArray, type NDArrayCore } from 'numpy-ts';
import { BytelensError, shapeText, valueText } from '../errors.ts';
import { scatter } from '../layout/runs.ts';
import { type AnyTypedArray, isNDArray, newArray, type View, viewOf } from '../layout/view.ts';
import { convertExactly, type Findings, findingsOf, type Misfit } from './check.ts';
import { holds } from './holds.ts';
import { type DType, type DTypeInfo, dtypeTable, infoOf, isDType } from './table.ts';

/** Called with an argument that it cannot use. */
export class DtypeError extends BytelensError {
  constructor(called: string, argument: string, expected: string, got: string) {
    super(called, argument, expected, got);
    this.name = 'DtypeError';
  }
}

/** A value that the dtype cannot hold: which, and where it stands. */
export class NarrowError extends BytelensError {
  readonly value: Misfit['value'];
  /** One index per axis. */
  readonly index: readonly number[];
  readonly dtype: DType;

  constructor(misfit: Misfit, shape: readonly number[], dtype: DType) {
    const index = unravel(misfit.place, shape);
    const text = typeof misfit.value === 'object' ? `${misfit.value.re}+${misfit.value.im}j` : valueText(misfit.value);
    super('narrow', 'array', `values that ${dtype} holds exactly`, `${text} at index ${shapeText(index)}`);
    this.name = 'NarrowError';
    this.value = misfit.value;
    this.index = index;
    this.dtype = dtype;
  }
}

function unravel(place: number, shape: readonly number[]): number[] {
  const index = new Array<number>(shape.length);
  let rest = place;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const size = shape[axis] as number;
    index[axis] = rest % size;
    rest = Math.floor(rest / size);
  }
  return index;
}

/** All values from `min` to `max`: integers where both are integers, unless `integer` is false. */
export interface ValueRange {
  readonly min: number | bigint;
  readonly max: number | bigint;
  readonly integer?: boolean;
}

function rangeOf(value: unknown): ValueRange | null {
  if (value === null || typeof value !== 'object' || viewOf(value) !== null) return null;
  const { min, max } = value as { min?: unknown; max?: unknown };
  const fits = (bound: unknown): bound is number | bigint => typeof bound === 'number' || typeof bound === 'bigint';
  return fits(min) && fits(max) ? (value as ValueRange) : null;
}

function isIntegral(value: number | bigint): boolean {
  return typeof value === 'bigint' || Number.isInteger(value);
}

function requireRange(called: string, { min, max }: ValueRange): void {
  if (min <= max) return;
  throw new DtypeError(called, 'range', 'min not above max, and neither NaN', `${min} to ${max}`);
}

/** Smallest first; of equal size unsigned before signed before floating point. bool is for bool only. */
function candidates(kind: DTypeInfo['kind'] | null): DTypeInfo[] {
  const order = 'buifc';
  return [...dtypeTable().values()]
    .filter((info) => info.kind !== 'b' || kind === 'b')
    .sort((a, b) => a.itemBytes - b.itemBytes || order.indexOf(a.kind) - order.indexOf(b.kind));
}

function integerHolds(info: DTypeInfo, min: number | bigint, max: number | bigint): boolean {
  return (info.kind === 'u' || info.kind === 'i') && min >= info.min && max <= info.max;
}

function findingsFit(info: DTypeInfo, found: Findings, from: DTypeInfo): boolean {
  if (info.name === from.name) return true;
  if (info.kind === 'c') return from.kind === 'c' && found.float32;
  if (!found.real) return false;
  if (info.kind === 'f') {
    // Integers stay integers: arithmetic would not be the same.
    if (from.kind === 'i' || from.kind === 'u' || from.kind === 'b') return false;
    return info.itemBytes === 8 || (info.itemBytes === 4 ? found.float32 : found.float16);
  }
  return found.integral && found.min !== null && found.max !== null && integerHolds(info, found.min, found.max);
}

/**
 * The dtype with the fewest bytes that holds every value of an array, or of a range.
 *
 * All values are read once. Integers and bool stay integers (bool stays bool); floating-point values that are all
 * integers can become integers, complex ones whose imaginary parts are all 0 real. NaN and the infinities need floating
 * point, -0 counts as 0. Where none is smaller it is the array's own. Of dtypes of one size unsigned integers come
 * first, then signed ones, then floating point. An array without elements needs the smallest dtype of its kind. A range of other than integers is float64, since
 * nothing says which of its values occur; `{ min: 0, max: 60000 }` is uint16.
 *
 * @param options `kind: 'same'` keeps floats floats and complex numbers complex
 * @throws {DtypeError} neither an array nor a range, another `kind`, or integers that no dtype holds
 */
export function minDtype(
  values: NDArrayCore | AnyTypedArray | ValueRange,
  options: { kind?: 'any' | 'same' } = {},
): DType {
  requireOneOf('minDtype', 'kind', options.kind, ['any', 'same']);
  const view = viewOf(values);
  if (view === null) return rangeDtype(values);
  const from = infoOf(view.dtype);
  const found = findingsOf(view);
  const same = options.kind === 'same' || found.count === 0;
  const family = (kind: string): string => (kind === 'i' || kind === 'u' ? 'integer' : kind);
  const fit = candidates(from.kind).find((info) => {
    if (same && family(info.kind) !== family(from.kind)) return false;
    return found.count === 0 ? info.kind === from.kind : findingsFit(info, found, from);
  });
  return fit === undefined || fit.itemBytes === from.itemBytes ? from.name : fit.name;
}

function requireOneOf(called: string, option: string, value: unknown, allowed: readonly string[]): void {
  if (value === undefined || allowed.some((one) => one === value)) return;
  throw new DtypeError(called, option, `one of ${allowed.join(', ')}`, valueText(value));
}

function rangeDtype(values: unknown): DType {
  const range = rangeOf(values);
  if (range === null) {
    throw new DtypeError('minDtype', 'values', 'an array, a typed array or a range { min, max }', valueText(values));
  }
  requireRange('minDtype', range);
  const { min, max } = range;
  if (!(isIntegral(min) && isIntegral(max)) || range.integer === false) return 'float64';
  const fit = candidates(null).find((info) => integerHolds(info, min, max));
  if (fit === undefined) throw new DtypeError('minDtype', 'range', 'integers of at most 64 bits', `${min} to ${max}`);
  return fit.name;
}

function requireDType(called: string, dtype: unknown): DType {
  if (isDType(dtype)) return dtype;
  throw new DtypeError(called, 'dtype', `one of ${[...dtypeTable().keys()].join(', ')}`, valueText(dtype));
}

/**
 * Whether a dtype holds a value, every value of an array, or every value of a range exactly: nothing is rounded, wraps or
 * is cut off. NaN and the infinities fit floating point only; -0 counts as 0. A range of other than integers fits
 * float64 and complex128 only, since nothing says which of its values occur.
 *
 * @throws {DtypeError} an unknown dtype, or something that is no value
 */
export function canHold(
  dtype: DType,
  values:
    | number
    | bigint
    | boolean
    | { readonly re: number; readonly im: number }
    | NDArrayCore
    | AnyTypedArray
    | ValueRange,
): boolean {
  const info = infoOf(requireDType('canHold', dtype));
  const view = viewOf(values);
  if (view !== null) return convertExactly(view, info.name, true, null) === null;
  const range = rangeOf(values);
  if (range !== null) {
    requireRange('canHold', range);
    return rangeFits(info, range);
  }
  const known =
    typeof values === 'number' || typeof values === 'bigint' || typeof values === 'boolean' || isComplex(values);
  if (!known) throw new DtypeError('canHold', 'values', 'a number, an array or a range', valueText(values));
  return holds(info.name, values);
}

function isComplex(value: unknown): boolean {
  const { re, im } = (value ?? {}) as { re?: unknown; im?: unknown };
  return typeof re === 'number' && typeof im === 'number';
}

function rangeFits(info: DTypeInfo, { min, max, integer }: ValueRange): boolean {
  if (!(isIntegral(min) && isIntegral(max)) || integer === false)
    return info.name === 'float64' || info.name === 'complex128';
  if (info.kind === 'b') return min >= 0 && max <= 1;
  if (info.kind !== 'f' && info.kind !== 'c') return integerHolds(info, min, max);
  // All integers up to 2^(bits of the significand) are exact, beyond it not all.
  const part = info.itemBytes / info.width;
  const exact = 2 ** (part === 8 ? 53 : part === 4 ? 24 : 11);
  return min >= -exact && max <= exact;
}

export interface NarrowOptions {
  /** What to do with -0 where the dtype has none (integers): make it 0, which equals it, or throw. By default `zero`. */
  negativeZero?: 'zero' | 'reject';
}

/**
 * A copy as another dtype, in which every value is what it was: `astype` that throws where it would lose something.
 *
 * Integers must be in range, floats must be exactly representable (0.5 and 2049 are in float32, 0.1 is not), NaN and the
 * infinities need floating point, complex numbers with an imaginary part a complex dtype, bool takes 0 and 1. The dtype
 * may be wider as well. Nothing but the result is made.
 *
 * @param array of any strides; a typed array gives a typed array, of which bool takes a Uint8Array
 * @returns a new C-ordered array of the same shape
 * @throws {NarrowError} with the first value (in C order) that does not fit, and its index
 * @throws {DtypeError} no array, no dtype, or another `negativeZero`
 */
export function narrow<D extends DType>(array: NDArrayCore, dtype: D, options?: NarrowOptions): NDArray<D>;
export function narrow(array: AnyTypedArray, dtype: DType, options?: NarrowOptions): AnyTypedArray;
export function narrow(array: unknown, dtype: DType, options: NarrowOptions = {}): NDArray | AnyTypedArray {
  requireOneOf('narrow', 'negativeZero', options.negativeZero, ['zero', 'reject']);
  const view = viewOf(array);
  if (view === null) throw new DtypeError('narrow', 'array', 'an array or a typed array', valueText(array));
  const info = infoOf(requireDType('narrow', dtype));
  if (!isNDArray(array) && info.kind === 'c') {
    throw new DtypeError('narrow', 'dtype', 'a dtype that a typed array has', dtype);
  }
  const made = isNDArray(array) ? newArray(view.shape, info.name) : null;
  const result = made === null ? (new info.Array(view.shape[0] ?? 0) as AnyTypedArray) : made;
  const target = viewOf(made ?? result) as View;
  const misfit = convertExactly(view, info.name, options.negativeZero !== 'reject', (data, count, place) =>
    scatter(data, info.name, 0, { ...target, dtype: info.name }, place, count),
  );
  if (misfit === null) return made instanceof NDArray ? made : result;
  made?.dispose();
  throw new NarrowError(misfit, view.shape, info.name);
}
