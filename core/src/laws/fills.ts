/**
 * The contents that probed arrays are given. A property of a result that differs between fills depends on the data.
 *
 * - `distinct`: positive, no value twice, in no two arguments;
 * - `mixed`: small, with zeros, repeats and negatives;
 * - `regular`: ones, and for square matrices a symmetric positive definite matrix;
 * - `common`: ascending, the same in all arguments;
 * - `large`: large values.
 */

import type { LibraryStorage, TypedArray } from './library.ts';
import type { DType } from './types.ts';

export type Fill = 'distinct' | 'mixed' | 'regular' | 'common' | 'large';

/** The fills of every probe, and those that are added to confirm a bound when the first ones disagree. */
export const BASIC_FILLS: readonly Fill[] = ['distinct', 'mixed', 'regular'];
export const BOUND_FILLS: readonly Fill[] = ['common', 'large'];

const MIXED = [0, 2, -1, 1, 3, 0, -2, 1] as const;

/** The largest value that stays exact and in range, by the kind of memory. */
const CAPACITY: Readonly<Record<string, number>> = {
  Int8Array: 120,
  Uint8Array: 250,
  Uint8ClampedArray: 250,
  Float16Array: 2000,
};
const DEFAULT_CAPACITY = 30_000;

/** The value at position `index` of the `position`th of `count` filled arguments. */
export function fillValue(fill: Fill, index: number, position: number, count: number): number {
  switch (fill) {
    case 'distinct':
      return index * count + position + 1;
    case 'mixed':
      return MIXED[(index + 3 * position) % MIXED.length] as number;
    case 'regular':
      return 1;
    case 'common':
      return index + 1;
    case 'large':
      return 15_000 + 13 * index + position;
  }
}

export function fillTyped(data: TypedArray, fill: Fill, position: number, count: number): void {
  const kind = data[Symbol.toStringTag];
  const capacity = CAPACITY[kind] ?? DEFAULT_CAPACITY;
  const unsigned = kind.startsWith('U') || kind.startsWith('BigU');
  const bigints = data instanceof BigInt64Array || data instanceof BigUint64Array;
  for (let index = 0; index < data.length; index++) {
    let value = fillValue(fill, index, position, count);
    if (value > capacity) value = ((value - 1) % capacity) + 1;
    if (unsigned && value < 0) value = -value;
    if (bigints) (data as BigInt64Array)[index] = BigInt(value);
    else (data as Float64Array)[index] = value;
  }
}

function fillBool(data: TypedArray, fill: Fill): void {
  const numbers = data as Uint8Array;
  if (fill === 'mixed') for (let index = 0; index < numbers.length; index++) numbers[index] = index & 1;
  else numbers.fill(1);
}

/** Gives complex elements zeros and repeats too, which pairs of mixed numbers would not have. */
function mixComplex(data: TypedArray, position: number): void {
  for (let index = 0; index < data.length / 2; index++) {
    const value = fillValue('mixed', index, position, 1);
    data[2 * index] = value;
    data[2 * index + 1] = value < 0 ? 1 : 0;
  }
}

/** Adds `n` to the diagonal of each square matrix in the last two axes. */
function strengthenDiagonal(storage: LibraryStorage, complex: boolean): void {
  const { shape, strides, offset } = storage;
  const rank = shape.length;
  const order = shape[rank - 1];
  if (rank < 2 || order === undefined || shape[rank - 2] !== order) return;
  const step = (strides[rank - 1] as number) + (strides[rank - 2] as number);
  const visit = (axis: number, start: number): void => {
    if (axis < rank - 2) {
      for (let index = 0; index < (shape[axis] as number); index++) {
        visit(axis + 1, start + index * (strides[axis] as number));
      }
      return;
    }
    for (let index = 0; index < order; index++) {
      const at = (start + index * step) * (complex ? 2 : 1);
      const data = storage.data;
      if (data instanceof BigInt64Array || data instanceof BigUint64Array) data[at] = BigInt(order + 1);
      else data[at] = order + 1;
    }
  };
  visit(0, offset);
}

/** Fills the whole memory of an array, whatever part of it the array shows. */
export function fillStorage(storage: LibraryStorage, dtype: DType, fill: Fill, position: number, count: number): void {
  const complex = dtype.startsWith('complex');
  if (dtype === 'bool') {
    fillBool(storage.data, fill);
    return;
  }
  fillTyped(storage.data, fill, position, count);
  if (complex && fill === 'mixed') mixComplex(storage.data, position);
  if (fill !== 'regular') return;
  if (complex) for (let index = 1; index < storage.data.length; index += 2) storage.data[index] = 0;
  strengthenDiagonal(storage, complex);
}
