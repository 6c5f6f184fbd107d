/**
 * Questions about the memory of arrays whose answers are read from their storages. numpy-ts 1.7.0's own flags are wrong
 * for `flip`, `diagonal`, `broadcast_arrays`, `round` of integers and more.
 */
import type { NDArrayCore } from 'numpy-ts';
import { type DType, infoOf, isDType } from '../dtypes/table.ts';
import { BytelensError, valueText } from '../errors.ts';
import { overlapOf } from './overlap.ts';
import {
  type AnyTypedArray,
  byteBounds,
  isCOrdered,
  isFOrdered,
  isNDArray,
  product,
  type View,
  viewOf,
} from './view.ts';

/** Called with an argument that it cannot use. */
export class LayoutError extends BytelensError {
  constructor(called: string, argument: string, expected: string, got: string) {
    super(called, argument, expected, got);
    this.name = 'LayoutError';
  }
}

type Any = NDArrayCore | AnyTypedArray;

function requireView(called: string, argument: string, value: unknown): View {
  const view = viewOf(value);
  if (view === null) throw new LayoutError(called, argument, 'an array or a typed array', valueText(value));
  return view;
}

/**
 * Whether two arrays have an element in common, that is, whether writing to one can change the other. Exact for strided
 * arrays: `x['::2']` and `x['1::2']` share nothing. Should that take more than a million steps (it needs arrays of many
 * axes with unrelated strides), the answer is true, as for arrays whose bounds overlap.
 */
export function sharesMemory(a: Any, b: Any): boolean {
  return overlapOf(requireView('sharesMemory', 'a', a), requireView('sharesMemory', 'b', b)) !== 'none';
}

/** Whether the memory from first to last element of two arrays overlaps: quick, and true more often than `sharesMemory`. */
export function mayShareMemory(a: Any, b: Any): boolean {
  const first = requireView('mayShareMemory', 'a', a);
  const second = requireView('mayShareMemory', 'b', b);
  const [one, other] = [byteBounds(first), byteBounds(second)];
  if (one === null || other === null || first.data.buffer !== second.data.buffer) return false;
  return one.start < other.end && other.start < one.end;
}

/**
 * Whether an array is a view.
 *
 * With `of`: whether it lies between the first and the last byte of the other one, which is not itself, and shares
 * elements with it. So a slice is a view of its array, and not of the slice that it is interleaved with.
 *
 * Without: whether it has less than, or something else than, the whole of its memory block in C order, or numpy-ts says
 * that it has a base. An array that owns its memory is no view, also while others view it. An array without elements is
 * no view of anything.
 */
export function isView(array: Any, of?: Any): boolean {
  const view = requireView('isView', 'array', array);
  const bounds = byteBounds(view);
  if (of !== undefined) {
    const parent = requireView('isView', 'of', of);
    const outer = byteBounds(parent);
    if (bounds === null || outer === null || array === of) return false;
    return bounds.start >= outer.start && bounds.end <= outer.end && overlapOf(view, parent) !== 'none';
  }
  if (bounds === null) return false;
  const bytes = bounds.end - bounds.start;
  if (!isNDArray(array)) return bytes !== view.data.buffer.byteLength;
  const { storage, base } = array as NDArrayCore & { readonly base?: unknown };
  if (base !== null && base !== undefined) return true;
  const whole = storage.wasmRegion?.byteLength ?? view.data.buffer.byteLength;
  const first = storage.wasmRegion?.ptr ?? 0;
  const used = product(view.shape) * infoOf(view.dtype).storedItemBytes;
  return (
    bounds.start !== first || view.data.byteOffset !== first || used !== whole || view.offset !== 0 || !isCOrdered(view)
  );
}

export interface Contiguity {
  /** Last index fastest. */
  readonly c: boolean;
  /** First index fastest. */
  readonly f: boolean;
  /** Whether the elements fill the memory from the first to the last, in whatever order of axes. */
  readonly dense: boolean;
  /** `C`, `F`, `both` (one dimension, or axes of size 1) or `none`. */
  readonly order: 'C' | 'F' | 'both' | 'none';
}

/**
 * In which order the elements lie. The stride of an axis of size 1 does not matter, as in NumPy (numpy-ts's own
 * `flags` count it); an array without elements is in both orders.
 */
export function contiguity(array: Any): Contiguity {
  const view = requireView('contiguity', 'array', array);
  const c = isCOrdered(view);
  const f = isFOrdered(view);
  return { c, f, dense: isDense(view), order: c && f ? 'both' : c ? 'C' : f ? 'F' : 'none' };
}

function isDense(view: View): boolean {
  if (product(view.shape) === 0) return true;
  const axes = view.shape
    .map((size, axis) => ({ size, stride: Math.abs(view.strides[axis] ?? 0) }))
    .filter(({ size }) => size > 1)
    .sort((a, b) => a.stride - b.stride);
  let expected = 1;
  for (const { size, stride } of axes) {
    if (stride !== expected) return false;
    expected *= size;
  }
  return true;
}

/** numpy-ts looks at its own flag, which counts the strides of axes of size 1. */
function libraryIsOrdered(called: string, array: unknown): boolean {
  if (!isNDArray(array)) throw new LayoutError(called, 'array', 'a numpy-ts array', valueText(array));
  return array.storage.isCContiguous;
}

/**
 * Whether an operation of numpy-ts would copy the elements of an array, where it could have returned a view. Each says
 * what numpy-ts 1.7.0 does, which is not always what NumPy does; a test runs them all.
 */
export const wouldCopy: {
  /** Whether `array.reshape(...)` copies: where the array is not C-ordered, whatever the shape. */
  reshape(array: NDArrayCore): boolean;
  ravel(array: NDArrayCore): boolean;
  /** Always. */
  flatten(array: NDArrayCore): boolean;
  /** Whether `array.astype(dtype, copy)` copies: unless the dtype is the array's and `copy` is false. */
  astype(array: NDArrayCore, dtype: DType, copy?: boolean): boolean;
  /** Always, also arrays that are contiguous. */
  ascontiguousarray(array: NDArrayCore): boolean;
  /** Always. */
  asfortranarray(array: NDArrayCore): boolean;
  /** Never an array. */
  asarray(array: NDArrayCore): boolean;
} = {
  reshape: (array) => !libraryIsOrdered('wouldCopy.reshape', array),
  ravel: (array) => !libraryIsOrdered('wouldCopy.ravel', array),
  flatten(array) {
    libraryIsOrdered('wouldCopy.flatten', array);
    return true;
  },
  astype(array, dtype, copy = true) {
    libraryIsOrdered('wouldCopy.astype', array);
    if (!isDType(dtype)) throw new LayoutError('wouldCopy.astype', 'dtype', 'a dtype of numpy-ts', valueText(dtype));
    return copy || array.dtype !== dtype;
  },
  ascontiguousarray(array) {
    libraryIsOrdered('wouldCopy.ascontiguousarray', array);
    return true;
  },
  asfortranarray(array) {
    libraryIsOrdered('wouldCopy.asfortranarray', array);
    return true;
  },
  asarray(array) {
    libraryIsOrdered('wouldCopy.asarray', array);
    return false;
  },
};
