/**
 * The storages behind numpy-ts arrays: contiguous blocks of them, and copying blocks into a result.
 *
 * Everything that touches numpy-ts's internals is here and in `scope.ts`. A block that `f` receives is always C-ordered
 * and begins at offset 0 of its data, because numpy-ts 1.7.0 ignores offset or strides in many functions
 * (`arange(6).slice('2:6').astype('float32')` is `[0, 1, 2, 3]`), and runs other kernels, with other last digits, for
 * arrays that are not contiguous. A block of a C-ordered array along its first axis shares the array's memory; any
 * other block is copied.
 */
import type { NDArrayCore } from 'numpy-ts';
import { isCOrdered, orderedStrides, product } from '../layout/view.ts';

export type Storage = NDArrayCore['storage'];
export type DType = Storage['dtype'];
type Region = NonNullable<Storage['wasmRegion']>;
type Data = Storage['data'];

/** numpy-ts's `ArrayStorage`. Taken from the caller's arrays, since a program can hold two copies of numpy-ts. */
export interface StorageClass {
  new (
    data: Data,
    shape: readonly number[],
    strides: readonly number[],
    offset: number,
    dtype: DType,
    region?: Region | null,
  ): Storage;
  empty(shape: number[], dtype: DType): Storage;
  readonly prototype: Storage;
}

/** A row is copied element by element below this many elements: a `subarray` and a `set` cost more. */
const SMALL_ROW = 32;

/**
 * A part of a region of numpy-ts's pool, lent to a block. It frees nothing: the array that the block is taken from
 * owns the memory, and outlives the block.
 */
export class LentRegion {
  readonly ptr: number;
  readonly byteLength: number;
  readonly refCount = 1;
  constructor(ptr: number, byteLength: number) {
    this.ptr = ptr;
    this.byteLength = byteLength;
  }
  retain(): void {}
  release(): void {}
}

export function storageClass(storage: Storage): StorageClass {
  return storage.constructor as unknown as StorageClass;
}

/** Values of the data buffer that one element takes: 2 (real, imaginary) for complex dtypes. */
function valuesPerElement(dtype: DType): number {
  return dtype === 'complex128' || dtype === 'complex64' ? 2 : 1;
}

/**
 * Elements `start` to `stop` (excluded) along `axis`, C-ordered, at offset 0: memory of `storage` where that is
 * possible, otherwise a copy, which the caller disposes. Disposing the former is harmless.
 */
export function blockOf(storage: Storage, axis: number, start: number, stop: number): Storage {
  const Class = storageClass(storage);
  const { data, dtype, strides } = storage;
  const shape: number[] = Array.from(storage.shape);
  shape[axis] = stop - start;
  const offset = storage.offset + start * (strides[axis] ?? 0);
  return ordered(new Class(data, shape, strides, offset, dtype, null), storage.wasmRegion);
}

/** All of `storage`, C-ordered, at offset 0, as `blockOf` gives a part. */
export function wholeOf(storage: Storage): Storage {
  const { data, shape, strides, offset, dtype, wasmRegion } = storage;
  return ordered(new (storageClass(storage))(data, shape, strides, offset, dtype, null), wasmRegion);
}

function ordered(view: Storage, region: Region | null): Storage {
  const { data, shape, dtype } = view;
  if (!isCOrdered(view)) return view.copy();
  const width = valuesPerElement(dtype);
  const part = data.subarray(view.offset * width, (view.offset + view.size) * width);
  // A view over the pool's memory begins at its own address there.
  const lent = region === null ? null : (new LentRegion(part.byteOffset, part.byteLength) as unknown as Region);
  return new (storageClass(view))(part, shape, orderedStrides(shape), 0, dtype, lent);
}

/**
 * Whether `storage` holds pool memory of exactly its own elements, in C order, that no other storage shares: such an
 * array can be handed out as it is.
 */
export function ownsAll(storage: Storage): boolean {
  const region = storage.wasmRegion;
  return (
    region !== null &&
    !(region instanceof LentRegion) &&
    region.refCount === 1 &&
    storage.offset === 0 &&
    isCOrdered(storage) &&
    storage.data.length === storage.size * valuesPerElement(storage.dtype)
  );
}

/**
 * A new storage for results like `block`, with undefined contents.
 *
 * Some results of numpy-ts 1.7.0 hold another kind of numbers than their dtype says (`prod` along an axis of float16
 * holds float32): the result then holds what the block holds, as `f` of the whole would.
 */
export function emptyLike(block: Storage, shape: number[]): Storage {
  const Class = storageClass(block);
  const { dtype, data } = block;
  const result = Class.empty(shape, dtype);
  if (result.data.constructor === data.constructor) return result;
  result.dispose();
  const Numbers = data.constructor as new (length: number) => Data;
  const numbers = new Numbers(product(shape) * valuesPerElement(dtype));
  return new Class(numbers, shape, orderedStrides(shape), 0, dtype, null);
}

/** Copies the C-ordered `block` into the C-ordered `result`, from index `start` along `axis`. Both hold the same kind of numbers. */
export function putBlock(result: Storage, axis: number, start: number, block: Storage): void {
  const width = valuesPerElement(result.dtype);
  const inner = product(result.shape.slice(axis + 1)) * width;
  const outer = product(result.shape.slice(0, axis));
  const row = (block.shape[axis] ?? 0) * inner;
  const pitch = (result.shape[axis] ?? 0) * inner;
  // Which kind of numbers does not matter for copying.
  const from = block.data as Float64Array;
  const to = result.data as Float64Array;
  const origin = block.offset * width;
  for (let index = 0; index < outer; index++) {
    const source = origin + index * row;
    const target = index * pitch + start * inner;
    if (row >= SMALL_ROW) to.set(from.subarray(source, source + row), target);
    else for (let place = 0; place < row; place++) to[target + place] = from[source + place] as number;
  }
}
