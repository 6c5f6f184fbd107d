/** `lut`: a function of 8- or 16-bit numbers as a table of all its results. */
import type { NDArray, NDArrayCore } from 'numpy-ts';
import { type DType, type DTypeInfo, dtypeTable, infoOf, type TypedArray } from '../dtypes/table.ts';
import { shapeText, valueText } from '../errors.ts';
import { overlapOf, overlapsItself } from '../layout/overlap.ts';
import { forEachRun, merged } from '../layout/runs.ts';
import { type AnyTypedArray, isNDArray, newArray, product, type View, viewOf } from '../layout/view.ts';
import { isSamePlace } from '../ufunc/elementwise.ts';
import { copyOf } from '../ufunc/operand.ts';
import { LutError } from './errors.ts';
import { converter, type ResultOptions, resultInfo } from './results.ts';

/** The dtypes that have few enough values for a table. */
export type LutInput = 'bool' | 'uint8' | 'int8' | 'uint16' | 'int16' | 'float16';

export interface LutOptions<D extends DType = DType> extends ResultOptions<D> {
  /** Whether `fn` takes an array of all values at once (as numpy-ts's functions do) instead of one after the other. */
  vectorized?: boolean;
}

export interface Lut<D extends DType = DType> {
  /**
   * The results for all elements of an array of the table's dtype, of any strides: a new C-ordered array, or `out`.
   * Nothing else is made.
   *
   * @param options `out`: an array of the same shape and the result's dtype; it may be the array itself where the two
   *   dtypes have equally many bytes
   * @throws {LutError} another dtype, or an `out` that does not fit
   */
  <O extends NDArrayCore | TypedArray>(array: NDArrayCore | AnyTypedArray, options: { out: O }): O;
  (array: NDArrayCore, options?: { out?: undefined }): NDArray<D>;
  (array: AnyTypedArray, options?: { out?: undefined }): TypedArray;
  /** The results, by the bits of the values read as an unsigned integer. */
  readonly table: TypedArray;
  /** Of the arrays that it is applied to. */
  readonly dtype: LutInput;
  readonly result: D;
  /** Bytes of the table. */
  readonly nbytes: number;
}

function inputInfo(dtype: unknown): DTypeInfo {
  const info = dtypeTable().get(String(dtype));
  const fits = info !== undefined && info.storedItemBytes <= 2 && typeof dtype === 'string';
  if (!fits) throw new LutError('lut', 'dtype', 'bool, or a dtype of 8 or 16 bits', valueText(dtype));
  return info;
}

/** The elements of a view as the unsigned integers that their bits are. */
function bitsOf(data: TypedArray): Uint8Array | Uint16Array {
  const Bits = data.BYTES_PER_ELEMENT === 1 ? Uint8Array : Uint16Array;
  return new Bits(data.buffer as ArrayBuffer, data.byteOffset, data.length);
}

/** All values of a dtype, in the order of their bits. */
function valuesOf(info: DTypeInfo): TypedArray {
  const count = info.kind === 'b' ? 2 : 2 ** (8 * info.itemBytes);
  const values = new info.Array(count);
  const bits = bitsOf(values);
  for (let index = 0; index < count; index++) bits[index] = index;
  return values;
}

/** What `fn` gives for each of the values. */
function resultsOf(
  fn: (value: never) => unknown,
  values: TypedArray,
  info: DTypeInfo,
  vectorized: boolean,
): ArrayLike<unknown> {
  if (!vectorized) return Array.from(values as Float64Array, (value) => fn(value as never));
  const all = newArray([values.length], info.name);
  (all.storage.data as Float64Array).set(values as Float64Array);
  let given: unknown = null;
  try {
    given = fn(all as never);
    return listOf(given, values.length);
  } finally {
    all.dispose();
    if (isNDArray(given) && given.storage !== all.storage) given.dispose();
  }
}

/** The elements of what a vectorized function gave. */
function listOf(given: unknown, count: number): unknown[] {
  const view = viewOf(given);
  if (view === null || product(view.shape) !== count) {
    const got = view === null ? valueText(given) : `shape ${shapeText(view.shape)}`;
    throw new LutError('lut', 'fn', `an array of ${count} results`, got);
  }
  if (infoOf(view.dtype).kind === 'c') throw new LutError('lut', 'fn', 'real results', `an array of ${view.dtype}`);
  const results: unknown[] = [];
  forEachRun(view, 0, count, (at, stride, length) => {
    for (let index = 0; index < length; index++) results.push(view.data[at + index * stride]);
  });
  return results;
}

/**
 * Makes a table of a function of 8- or 16-bit numbers: it is called once for each of the 256 or 65,536 values, and
 * applying it to an array is a look-up for each element, whatever the function costs.
 *
 * ```ts
 * const gamma = lut((v) => 255 * (v / 255) ** (1 / 2.2), 'uint8', { result: 'uint8', round: 'nearest' });
 * const brighter = gamma(image);
 * ```
 *
 * @param fn a function of one number whose result depends on nothing else
 * @param dtype of the arrays: bool, int8, uint8, int16, uint16, or float16 where the runtime has it
 * @throws {LutError} a result that the dtype of the results does not hold (see `round` and `clip`), with the value that
 *   it is for. What `fn` throws is passed on.
 */
export function lut<D extends DType = 'float64'>(
  fn: (array: NDArray) => NDArrayCore,
  dtype: LutInput,
  options: LutOptions<D> & { vectorized: true },
): Lut<D>;
export function lut<D extends DType = 'float64'>(
  fn: (value: number) => number | bigint | boolean,
  dtype: LutInput,
  options?: LutOptions<D>,
): Lut<D>;
export function lut(fn: (value: never) => unknown, dtype: LutInput, options: LutOptions = {}): Lut {
  if (typeof fn !== 'function') throw new LutError('lut', 'fn', 'a function of a number', valueText(fn));
  const info = inputInfo(dtype);
  const to = resultInfo('lut', options.result ?? 'float64');
  const convert = converter('lut', to, options);
  const values = valuesOf(info);
  const results = resultsOf(fn, values, info, options.vectorized === true);
  const table = new to.Array(values.length);
  for (let index = 0; index < values.length; index++) {
    table[index] = convert(results[index], () => String(values[index])) as never;
  }
  const whole = info.kind === 'b' ? byTruth(table) : table;
  const apply = (array: unknown, how: { out?: unknown } = {}): unknown => applyTable(whole, info, to, array, how.out);
  return Object.freeze(
    Object.assign(apply, { table, dtype: info.name, result: to.name, nbytes: table.byteLength }),
  ) as unknown as Lut;
}

/** A table of False and True for every byte: whatever is not 0 is True, as for numpy-ts, whose sums of bool hold 2. */
function byTruth(table: TypedArray): TypedArray {
  const all = new (table.constructor as DTypeInfo['Array'])(256);
  for (let byte = 0; byte < 256; byte++) all[byte] = table[Math.min(byte, 1)] as never;
  return all;
}

function applyTable(table: TypedArray, info: DTypeInfo, to: DTypeInfo, array: unknown, out: unknown): unknown {
  const found = viewOf(array);
  if (found === null) throw new LutError('lut', 'array', 'an array or a typed array', valueText(array));
  const same = found.dtype === info.name || (info.kind === 'b' && found.dtype === 'uint8' && !isNDArray(array));
  if (!same) throw new LutError('lut', 'array', `dtype ${info.name}`, `dtype ${found.dtype}`);
  const target = out === undefined ? null : targetOf(out, found.shape, to);
  const result = out ?? (isNDArray(array) ? newArray(found.shape, to.name) : new to.Array(found.shape[0] ?? 0));
  const into = target ?? { ...(viewOf(result) as View), dtype: to.name };
  const apart = overlapOf(found, into) === 'none' || isSamePlace(found, into);
  const source = apart ? { view: found, owned: null } : copyOf(found);
  look(table, merged(source.view), merged(into), product(found.shape));
  source.owned?.dispose();
  return result;
}

function targetOf(out: unknown, shape: readonly number[], to: DTypeInfo): View {
  const view = out instanceof Uint8ClampedArray ? null : viewOf(out);
  if (view === null)
    throw new LutError('lut', 'out', 'an array, or a typed array other than Uint8ClampedArray', valueText(out));
  if (shapeText(view.shape) !== shapeText(shape)) {
    throw new LutError('lut', 'out', `shape ${shapeText(shape)}`, `shape ${shapeText(view.shape)}`);
  }
  const same = view.dtype === to.name || (to.kind === 'b' && view.dtype === 'uint8' && !isNDArray(out));
  if (!same) throw new LutError('lut', 'out', `dtype ${to.name}`, `dtype ${view.dtype}`);
  if (overlapsItself(view)) {
    throw new LutError('lut', 'out', 'an array whose elements lie apart', `strides ${shapeText(view.strides)}`);
  }
  return view;
}

/** Looks all elements of one view up and puts the results where the same elements of the other are. */
function look(table: TypedArray, from: View, to: View, size: number): void {
  const bits = bitsOf(from.data);
  const results = table as Float64Array;
  const target = to.data as Float64Array;
  forEachRun(to, 0, size, (into, intoStride, length, before) => {
    forEachRun(from, before, length, (at, stride, count, done) => {
      let place = at;
      let put = into + done * intoStride;
      for (let index = 0; index < count; index++) {
        target[put] = results[bits[place] as number] as number;
        place += stride;
        put += intoStride;
      }
    });
  });
}
