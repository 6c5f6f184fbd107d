/**
 * Arrays in shared memory: ordinary arrays of numpy-ts, on which `evaluate` uses several cores.
 *
 * numpy-ts's own functions accept them and copy them into the pool for their kernels; what they return lies in the pool.
 * The memory of an array is free again when nothing refers to it; `dispose()` does not give it back earlier.
 */
import type { Complex, NDArray } from 'numpy-ts';
import { shapeText, valueText } from '../errors.ts';
import { EvaluateError } from '../evaluate/errors.ts';
import { call, type DType, isArray, isDType, type LibraryArray, wrap } from '../evaluate/library.ts';
import { sharedMemory } from './memory.ts';
import { sharedStorage } from './storage.ts';

function checkedShape(shape: number | readonly number[]): readonly number[] {
  const sizes = typeof shape === 'number' ? [shape] : shape;
  if (Array.isArray(sizes) && sizes.every((size) => Number.isSafeInteger(size) && size >= 0)) return sizes;
  throw new EvaluateError(
    'shape',
    'sizes that are integers from 0 up',
    Array.isArray(sizes) ? shapeText(sizes) : valueText(sizes),
  );
}

function made(shape: number | readonly number[], dtype: DType): NDArray {
  if (!isDType(dtype)) throw new EvaluateError('dtype', 'a dtype', valueText(dtype));
  return wrap(sharedStorage(checkedShape(shape), dtype));
}

function isComplex(value: unknown): value is Complex {
  return typeof value === 'object' && value !== null && 're' in value && 'im' in value;
}

/** A plain value for an array of `dtype`; throws an `EvaluateError` where there is none. */
function checkedValue(value: unknown, dtype: DType): number | bigint {
  const isWide = dtype === 'int64' || dtype === 'uint64';
  if (typeof value === 'bigint') return isWide ? value : Number(value);
  if (typeof value === 'boolean') return isWide ? BigInt(value) : Number(value);
  const fits = typeof value === 'number' && (!isWide || Number.isInteger(value));
  if (!fits)
    throw new EvaluateError('value', `a ${isWide ? 'whole ' : ''}number for ${dtype}`, valueText(value), 'shared');
  return isWide ? BigInt(value) : value;
}

function filled(shape: number | readonly number[], value: number | bigint | Complex, dtype: DType): NDArray {
  if (dtype === 'complex64' || dtype === 'complex128') {
    const [re, im] = isComplex(value) ? [value.re, value.im] : [checkedValue(value, dtype), 0];
    const array = made(shape, dtype);
    const parts = array.storage.data as Float64Array;
    for (let index = 0; index < parts.length; index++) parts[index] = Number(index % 2 === 0 ? re : im);
    return array;
  }
  const number = checkedValue(value, dtype);
  const array = made(shape, dtype);
  array.storage.data.fill((dtype === 'bool' ? Number(number !== 0) : number) as never);
  return array;
}

/** An array of `shape` in shared memory, with undefined contents. */
export function empty(shape: number | readonly number[], dtype: DType = 'float64'): NDArray {
  return made(shape, dtype);
}

/** An array of zeros in shared memory. */
export function zeros(shape: number | readonly number[], dtype: DType = 'float64'): NDArray {
  return filled(shape, 0, dtype);
}

/** An array of ones in shared memory. */
export function ones(shape: number | readonly number[], dtype: DType = 'float64'): NDArray {
  return filled(shape, 1, dtype);
}

/** An array of one value in shared memory. Without `dtype`, what numpy-ts's `full` gives. */
export function full(shape: number | readonly number[], value: number | bigint | Complex, dtype?: DType): NDArray {
  return filled(shape, value, dtype ?? ((call('full', [1], value) as LibraryArray).dtype as DType));
}

/** The shape of nested lists. Throws an `EvaluateError` for lists whose parts have different shapes. */
function shapeOfLists(values: unknown): number[] {
  if (!Array.isArray(values)) return [];
  const [first, ...others] = values.map(shapeOfLists);
  for (const other of others) {
    if (shapeText(other) !== shapeText(first as number[])) {
      throw new EvaluateError(
        'values',
        'lists of one shape',
        `${shapeText(first as number[])} and ${shapeText(other)}`,
        'shared',
      );
    }
  }
  return [values.length, ...(first ?? [])];
}

/** A C-ordered copy in shared memory of an array, of nested lists, or of a number. */
export function array(
  values: LibraryArray | readonly unknown[] | number | bigint | ArrayBufferView,
  dtype?: DType,
): NDArray {
  shapeOfLists(values);
  const source = isArray(values) ? values : (call('array', values) as LibraryArray);
  const cast = dtype === undefined || source.dtype === dtype ? source : source.astype(dtype);
  const { storage } = cast;
  const contiguous = storage.isCContiguous ? storage : storage.copy();
  const copy = made(Array.from(storage.shape), storage.dtype as DType);
  const length = copy.storage.data.length;
  const width = length / Math.max(1, copy.size);
  const begin = contiguous.offset * width;
  copy.storage.data.set(contiguous.data.subarray(begin, begin + length) as never);
  return copy;
}

/** The array itself if it lies in shared memory, else a copy there. */
export function asshared(values: LibraryArray): NDArray {
  const { storage } = values;
  return sharedMemory().holds(storage.data.buffer) ? wrap(storage) : array(values);
}

export { setThreads, threads, warmUp } from '../threads/pool.ts';
