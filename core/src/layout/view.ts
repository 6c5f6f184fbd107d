/**
 * Where the elements of an array lie: what all other rooms need of a numpy-ts array or a typed array, and the only place
 * that reads it. Found from the storage, never from `flags`, which numpy-ts 1.7.0 sets wrongly for some views.
 */
import { empty, NDArray, type NDArrayCore } from 'numpy-ts';
import { type DType, dtypeOfTyped, infoOf, type TypedArray } from '../dtypes/table.ts';

export type Storage = NDArrayCore['storage'];
export type Region = NonNullable<Storage['wasmRegion']>;

/** The typed arrays that hold elements of some dtype (`Uint8ClampedArray` holds uint8, but is no place for results). */
export type AnyTypedArray = TypedArray | Uint8ClampedArray;

/** Elements in memory. `strides` and `offset` count elements of `dtype`; a complex element is two values of `data`. */
export interface View {
  readonly data: TypedArray;
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

export function product(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total * size, 1);
}

/** Strides of a C-ordered array, in elements. */
export function orderedStrides(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= shape[axis] ?? 1;
  }
  return strides;
}

/** Whether a value is an array of numpy-ts, of this or another copy of it. */
export function isNDArray(value: unknown): value is NDArrayCore {
  if (value === null || typeof value !== 'object') return false;
  const storage = (value as { storage?: { dtype?: unknown; strides?: unknown } }).storage;
  return typeof storage?.dtype === 'string' && Array.isArray(storage.strides);
}

function isTyped(value: unknown): value is AnyTypedArray {
  return ArrayBuffer.isView(value) && dtypeOfTyped(value) !== null;
}

/** The elements of an array or typed array; null for anything else. */
export function viewOf(value: unknown): View | null {
  if (isNDArray(value)) {
    const { data, dtype, shape, strides, offset } = value.storage;
    return { data, dtype, shape, strides, offset };
  }
  if (isTyped(value)) {
    const dtype = dtypeOfTyped(value) as DType;
    return { data: value as TypedArray, dtype, shape: [(value as TypedArray).length], strides: [1], offset: 0 };
  }
  return null;
}

/** A new C-ordered array of this copy of numpy-ts, with undefined contents (bool: zeros). */
export function newArray(shape: readonly number[], dtype: DType): NDArray {
  const made = empty(Array.from(shape), dtype);
  return made instanceof NDArray ? made : NDArray.fromStorage((made as NDArrayCore).storage);
}

/** First and last byte (the latter excluded) of what the view can reach; null where it has no elements. */
export function byteBounds(view: View): { start: number; end: number } | null {
  if (product(view.shape) === 0) return null;
  const bytes = infoOf(view.dtype).width * view.data.BYTES_PER_ELEMENT;
  let low = view.offset;
  let high = view.offset;
  for (const [axis, size] of view.shape.entries()) {
    const reach = (size - 1) * (view.strides[axis] ?? 0);
    if (reach < 0) low += reach;
    else high += reach;
  }
  return { start: view.data.byteOffset + low * bytes, end: view.data.byteOffset + (high + 1) * bytes };
}

/** Whether the elements lie one after another in C order; the stride of an axis of size 1 does not matter. */
export function isCOrdered(view: Pick<View, 'shape' | 'strides'>): boolean {
  let expected = 1;
  for (let axis = view.shape.length - 1; axis >= 0; axis--) {
    const size = view.shape[axis] ?? 1;
    if (size === 0) return true;
    if (size !== 1 && view.strides[axis] !== expected) return product(view.shape) === 0;
    expected *= size;
  }
  return true;
}

export function isFOrdered(view: Pick<View, 'shape' | 'strides'>): boolean {
  return isCOrdered({ shape: view.shape.toReversed(), strides: view.strides.toReversed() });
}
