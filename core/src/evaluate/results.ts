/** Where results go, and what may be read while they are written. */
import { isShared, sharedMemory } from '../shared/memory.ts';
import { sharedStorage } from '../shared/storage.ts';
import { type ArrayRef, isSamePlace, mayOverlap, refOf } from './arrays.ts';
import { broadcastStrides, contiguousStrides, isContiguous } from './layout.ts';
import { type DType, librarysStorage, type Storage } from './library.ts';

/** A C-ordered copy, where numpy-ts puts its own results. */
function copyOf({ data, shape, strides, offset, dtype }: ArrayRef): ArrayRef {
  const Class = librarysStorage();
  return refOf(new Class(data, shape, strides, offset, dtype, null).copy());
}

/** Inputs that may be read safely while `out` is written: those that overlap it otherwise than exactly are copied. */
export function apart(inputs: readonly ArrayRef[], out: ArrayRef): ArrayRef[] {
  return inputs.map((input) => {
    if (!mayOverlap(input, out)) return input;
    const strides = broadcastStrides(input.shape, input.strides, out.shape);
    return isSamePlace({ ...input, shape: out.shape, strides }, out) ? input : copyOf(input);
  });
}

/** A new result: in shared memory if all arrays are there, else where numpy-ts puts its own. */
export function newResult(
  shape: readonly number[],
  dtype: DType,
  inputs: readonly ArrayRef[],
  order: 'C' | 'F',
): Storage {
  const sizes = Array.from(shape);
  const shared = inputs.length > 0 && inputs.every(({ data }) => isShared(data.buffer));
  const inArena = shared && inputs.every(({ data }) => sharedMemory().holds(data.buffer));
  const storage = inArena ? sharedStorage(sizes, dtype) : librarysStorage().empty(sizes, dtype);
  if (order === 'C' || sizes.length < 2) return storage;
  const Class = librarysStorage();
  return new Class(storage.data, sizes, contiguousStrides(sizes, 'F'), 0, dtype, storage.wasmRegion);
}

/** The order of a new result, by the option `order`. */
export function orderOf(order: 'C' | 'F' | 'K' | 'A', inputs: readonly ArrayRef[]): 'C' | 'F' {
  if (order === 'C' || order === 'F') return order;
  const arrays = inputs.filter(({ shape }) => shape.length > 1);
  return arrays.length > 0 && arrays.every(({ shape, strides }) => isContiguous(shape, strides, 'F')) ? 'F' : 'C';
}
