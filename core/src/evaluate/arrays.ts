/** Arrays as the drivers see them: data, where their elements are, and whether two of them share memory. */
import { isShared, sharedMemory } from '../shared/memory.ts';
import type { Strided } from './gather.ts';
import type { Data, DType, Storage } from './library.ts';

export interface ArrayRef extends Strided {
  readonly dtype: DType;
  readonly shape: readonly number[];
  /** In elements. */
  readonly strides: readonly number[];
}

/** Values of the data that make one element. */
export function widthOf(dtype: DType): number {
  return dtype === 'complex64' || dtype === 'complex128' ? 2 : 1;
}

export function refOf({ data, offset, dtype, shape, strides }: Storage): ArrayRef {
  return { data, offset, dtype, shape, strides, width: widthOf(dtype) };
}

function extent({ data, offset, shape, strides, width }: ArrayRef): readonly [first: number, end: number] {
  let low = offset;
  let high = offset;
  for (const [axis, size] of shape.entries()) {
    const reach = (size - 1) * (strides[axis] as number);
    if (reach < 0) low += reach;
    else high += reach;
  }
  const bytes = data.BYTES_PER_ELEMENT * width;
  return [data.byteOffset + low * bytes, data.byteOffset + (high + 1) * bytes];
}

function sameMemory(a: Data, b: Data): boolean {
  if (a.buffer === b.buffer) return true;
  const arena = isShared(a.buffer) && isShared(b.buffer) ? sharedMemory() : null;
  return arena?.holds(a.buffer) === true && arena.holds(b.buffer);
}

/** Whether some byte may belong to both; arrays that only interleave count too. */
export function mayOverlap(a: ArrayRef, b: ArrayRef): boolean {
  if (!sameMemory(a.data, b.data) || a.shape.includes(0) || b.shape.includes(0)) return false;
  const [firstA, endA] = extent(a);
  const [firstB, endB] = extent(b);
  return firstA < endB && firstB < endA;
}

/** Whether element for element both are the same memory, so that one can be computed from the other in place. */
export function isSamePlace(a: ArrayRef, b: ArrayRef): boolean {
  return (
    a.data.byteOffset + a.offset * a.data.BYTES_PER_ELEMENT * a.width ===
      b.data.byteOffset + b.offset * b.data.BYTES_PER_ELEMENT * b.width &&
    a.data.BYTES_PER_ELEMENT * a.width === b.data.BYTES_PER_ELEMENT * b.width &&
    a.shape.length === b.shape.length &&
    a.shape.every((size, axis) => size === b.shape[axis] && (size === 1 || a.strides[axis] === b.strides[axis]))
  );
}
