/**
 * Builds the arguments of a probe: real arrays of the library and plain values, for one assignment of sizes.
 */

import { type Fill, fillStorage, fillTyped, fillValue } from './fills.ts';
import type { Library, LibraryArray, LibraryStorage, TypedArray } from './library.ts';
import { columnMajorStrides, evaluate, rowMajorStrides, type Sizes } from './sizes.ts';
import { mapSliceNumbers } from './slices.ts';
import type { ArgPath, ArgSpec, CallSpec, DimExpr } from './types.ts';

/** How arrays are laid out whose strides the spec does not know. */
export type Layout = 'rows' | 'columns' | 'gaps';

export interface ProbeSettings {
  readonly sizes: Sizes;
  readonly fill: Fill;
  readonly layout: Layout;
  /** Which of the values that stand for an unknown number to use. */
  readonly numberChoice: number;
  /** Replaces the integer arguments at these places, leaving the sizes of arrays alone. */
  readonly integers?: Readonly<Record<number, number>>;
}

export type Tracked =
  | { readonly kind: 'array'; readonly path: ArgPath; readonly raw: LibraryArray }
  | { readonly kind: 'typed'; readonly path: ArgPath; readonly data: TypedArray };

export interface Materialized {
  readonly values: unknown[];
  readonly tracked: Tracked[];
}

/** A spec that cannot be turned into values: too large, or impossible in this runtime. */
export class CannotBuildError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'CannotBuildError';
  }
}

/** No argument of a probe may take more elements than this. */
const MAX_ELEMENTS = 2_000_000;

const ANY_INTEGERS = [2, 1, 0, -1, 5, 300] as const;
const ANY_NUMBERS = [2.5, 3, 0, -1.25, 0.5, 1e9] as const;
/** How many values stand for an unknown number. */
export const NUMBER_CHOICES: number = ANY_INTEGERS.length;

const SPECIAL_NUMBERS = { NaN: Number.NaN, Infinity: Number.POSITIVE_INFINITY, '-Infinity': -1 / 0, '-0': -0 } as const;

function countFilled(args: readonly ArgSpec[]): number {
  let count = 0;
  for (const arg of args) {
    if (arg.kind === 'array' || arg.kind === 'typed' || arg.kind === 'listOf') count++;
    else if (arg.kind === 'list') count += countFilled(arg.items);
    else if (arg.kind === 'object') count += countFilled(Object.values(arg.fields));
  }
  return count;
}

function layoutStrides(layout: Layout, shape: readonly number[]): number[] {
  if (layout === 'columns') return columnMajorStrides(shape) as number[];
  if (layout === 'rows') return rowMajorStrides(shape) as number[];
  return (rowMajorStrides([...shape, 2]) as number[]).slice(0, -1);
}

function checkCount(count: number): number {
  if (!Number.isSafeInteger(count) || count < 0) throw new CannotBuildError(`${count} is no size`);
  if (count > MAX_ELEMENTS) throw new CannotBuildError('the arguments are too large to be probed');
  return count;
}

/** An array of the library with this shape and these strides over pool memory of its own. */
function buildArray(
  library: Library,
  spec: Extract<ArgSpec, { kind: 'array' }>,
  shape: number[],
  strides: number[],
): { array: LibraryArray; storage: LibraryStorage } {
  let low = 0;
  let high = 0;
  for (const [axis, size] of shape.entries()) {
    const reach = Math.max(0, size - 1) * (strides[axis] as number);
    if (reach < 0) low += reach;
    else high += reach;
  }
  const size = checkCount(shape.reduce((product, dim) => product * checkCount(dim), 1));
  const span = size === 0 ? 0 : checkCount(high - low + 1);
  const rowMajor = rowMajorStrides(shape);
  const ArrayClass = spec.cls === 'NDArray' ? library.NDArray : library.NDArrayCore;
  if (span === size && strides.every((stride, axis) => stride === rowMajor[axis])) {
    const storage = library.Storage.zeros(shape, spec.dtype);
    return { array: ArrayClass.fromStorage(storage), storage };
  }
  const base = library.Storage.zeros([span], spec.dtype);
  const storage = library.Storage.fromDataShared(base.data, shape, spec.dtype, strides, -low, base.wasmRegion);
  return { array: ArrayClass.fromStorage(storage, ArrayClass.fromStorage(base)), storage };
}

export function materialize(library: Library, call: CallSpec, settings: ProbeSettings): Materialized {
  const { sizes, fill } = settings;
  const tracked: Tracked[] = [];
  const count = countFilled(call.args);
  let position = 0;
  const size = (expression: DimExpr): number => evaluate(expression, sizes);
  const anyNumber = (integer: boolean): number =>
    (integer ? ANY_INTEGERS : ANY_NUMBERS)[settings.numberChoice % NUMBER_CHOICES] as number;

  const build = (arg: ArgSpec, path: ArgPath): unknown => {
    switch (arg.kind) {
      case 'array': {
        if (arg.dtype === 'float16' && !library.hasFloat16) {
          throw new CannotBuildError('this runtime has no native Float16Array');
        }
        const shape = arg.shape.map(size);
        const strides = arg.strides === null ? layoutStrides(settings.layout, shape) : arg.strides.map(size);
        const { array, storage } = buildArray(library, arg, shape, strides);
        fillStorage(storage, arg.dtype, fill, position++, count);
        tracked.push({ kind: 'array', path, raw: array._raw ?? array });
        return array;
      }
      case 'typed': {
        const Constructor = globalThis[arg.ctor] as new (length: number) => TypedArray;
        if (Constructor === undefined) throw new CannotBuildError(`this runtime has no native ${arg.ctor}`);
        const data = new Constructor(checkCount(size(arg.length)));
        fillTyped(data, fill, position++, count);
        tracked.push({ kind: 'typed', path, data });
        return data;
      }
      case 'int':
        return (path.length === 1 ? settings.integers?.[path[0] as number] : undefined) ?? size(arg.value);
      case 'float':
        return typeof arg.value === 'number' ? arg.value : SPECIAL_NUMBERS[arg.value];
      case 'anyNumber':
        return anyNumber(arg.integer);
      case 'bigint':
        return BigInt(arg.value);
      case 'string':
        return mapSliceNumbers(arg.value, (_, symbol) => (symbol === null ? null : size({ sym: symbol })));
      case 'boolean':
        return arg.value;
      case 'null':
        return null;
      case 'undefined':
        return undefined;
      case 'complex':
        return new library.Complex(arg.re, arg.im);
      case 'list':
        return arg.items.map((item, index) => build(item, [...path, index]));
      case 'listOf': {
        const length = checkCount(size(arg.length));
        const mine = position++;
        return Array.from({ length }, (_, index) => buildItem(arg.item, [...path, index], index, mine));
      }
      case 'object':
        return Object.fromEntries(
          Object.entries(arg.fields).map(([name, field]) => [name, build(field, [...path, name])]),
        );
    }
  };

  const buildItem = (item: ArgSpec, path: ArgPath, index: number, mine: number): unknown => {
    if (item.kind !== 'anyNumber') return build(item, path);
    const value = fillValue(fill, index, mine, count);
    return item.integer ? value : value + 0.25;
  };

  return { values: call.args.map((arg, index) => build(arg, [index])), tracked };
}
