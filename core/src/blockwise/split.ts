/** The arguments of `blockwise`, checked, and which arrays are split along which of their axes. */
import type { NDArrayCore } from 'numpy-ts';
import { dtypeTable, isDType } from '../dtypes/table.ts';
import { product } from '../layout/view.ts';
import { BlockwiseError, shapeText, valueText } from './errors.ts';
import type { Rows } from './plan.ts';
import { type DType, type Storage, storageClass } from './storage.ts';

/** One array of the call: the axis of it that is split, or null where each block is given all of it. */
export interface Operand {
  readonly storage: Storage;
  readonly axis: number | null;
}

export interface Settings {
  readonly dtype: DType | null;
  readonly axis: number;
  /** Null: by the size of the arrays. */
  readonly blockBytes: number | null;
}

export function readOptions(options: { dtype?: unknown; axis?: unknown; blockBytes?: unknown }): Settings {
  const { dtype, axis = 0, blockBytes = null } = options;
  const known = isDType(dtype) ? dtype : undefined;
  if (dtype !== undefined && known === undefined) {
    throw new BlockwiseError('dtype', `one of ${[...dtypeTable().keys()].join(', ')}`, valueText(dtype));
  }
  if (typeof axis !== 'number' || !Number.isInteger(axis)) {
    throw new BlockwiseError('axis', 'an integer', valueText(axis));
  }
  if (blockBytes !== null && (typeof blockBytes !== 'number' || !(blockBytes >= 1))) {
    throw new BlockwiseError('blockBytes', 'a number of bytes, at least 1', valueText(blockBytes));
  }
  return { dtype: known ?? null, axis, blockBytes };
}

function isArray(value: unknown): value is NDArrayCore {
  const storage = (value as { storage?: { dtype?: unknown; wasmRegion?: unknown } } | null | undefined)?.storage;
  return typeof storage?.dtype === 'string' && storage.wasmRegion !== undefined;
}

/** Requires that each of `arrays` is a numpy-ts array, all of one copy of numpy-ts. */
export function requireArrays(arrays: readonly unknown[]): readonly [NDArrayCore, ...NDArrayCore[]] {
  const checked = arrays.map((array, index) => {
    if (isArray(array)) return array;
    throw new BlockwiseError('arrays', 'numpy-ts arrays', `${valueText(array)} at index ${index}`);
  });
  const [first, ...others] = checked;
  if (first === undefined) throw new BlockwiseError('arrays', 'at least one array', 'none');
  if (others.some(({ storage }) => storageClass(storage) !== storageClass(first.storage))) {
    throw new BlockwiseError('arrays', 'arrays of one copy of numpy-ts', 'arrays of several');
  }
  return [first, ...others];
}

/** Requires that what `f` returned is a numpy-ts array of the same copy of numpy-ts as `like`. */
export function requireResult(value: unknown, like: NDArrayCore): NDArrayCore {
  if (isArray(value) && storageClass(value.storage) === storageClass(like.storage)) return value;
  const hint = typeof value === 'number' || typeof value === 'bigint' ? ' (does it reduce over the split axis?)' : '';
  throw new BlockwiseError('result of f', 'a numpy-ts array', valueText(value) + hint);
}

/** Finds each array's part of the split axis, aligning shapes from the right, and how long that axis is. */
export function align(arrays: readonly NDArrayCore[], axis: number): { operands: Operand[]; count: number } {
  const ndim = Math.max(...arrays.map((array) => array.ndim));
  const place = axis < 0 ? axis + ndim : axis;
  if (place < 0 || place >= Math.max(1, ndim)) {
    throw new BlockwiseError('axis', `an axis of ${ndim} dimensions`, String(axis));
  }
  const own = (array: NDArrayCore): number => place - (ndim - array.ndim);
  const lengths = arrays.map((array) => array.shape[own(array)] ?? 1);
  const count = lengths.find((length) => length !== 1) ?? 1;
  if (lengths.some((length) => length !== 1 && length !== count)) {
    const shapes = arrays.map((array) => shapeText(array.shape)).join(' and ');
    throw new BlockwiseError('arrays', `one size, or 1, along axis ${axis}`, `shapes ${shapes}`);
  }
  const operands = arrays.map((array, index) => ({
    storage: array.storage,
    axis: count !== 1 && lengths[index] === count ? own(array) : null,
  }));
  return { operands, count };
}

/** The shape that the arrays broadcast to, or null where they don't (`f` need not broadcast them). */
function broadcastShape(operands: readonly Operand[]): number[] | null {
  const ndim = Math.max(...operands.map(({ storage }) => storage.ndim));
  const shape = new Array<number>(ndim).fill(1);
  for (const { storage } of operands) {
    for (const [index, size] of storage.shape.entries()) {
      const place = ndim - storage.ndim + index;
      if (size === 1 || size === shape[place]) continue;
      if (shape[place] !== 1) return null;
      shape[place] = size;
    }
  }
  return shape;
}

/** What the planner needs to know of the split arrays and of what they broadcast to. */
export function rowsOf(operands: readonly Operand[], count: number): Rows {
  const elements: number[] = [];
  const inner: number[] = [];
  let bytes = 0;
  let itemBytes = 0;
  for (const { storage, axis } of operands) {
    const wide = storage.dtype === 'complex128' || storage.dtype === 'complex64' ? 2 : 1;
    itemBytes = Math.max(itemBytes, storage.data.BYTES_PER_ELEMENT * wide);
    if (axis === null) continue;
    elements.push(storage.size / count);
    inner.push(product(storage.shape.slice(axis + 1)));
    bytes += (storage.size / count) * storage.data.BYTES_PER_ELEMENT * wide;
  }
  const shape = broadcastShape(operands);
  const splitAt = operands.find(({ axis }) => axis !== null);
  if (shape !== null && splitAt?.axis != null) {
    const axis = shape.length - splitAt.storage.ndim + splitAt.axis;
    elements.push(product(shape) / count);
    inner.push(product(shape.slice(axis + 1)));
    bytes = Math.max(bytes, (product(shape) / count) * itemBytes);
  }
  return { count, bytes, elements, inner };
}
