/** Bytes that arrays take: logical (`nbytes`) and resident (what the library really holds). */
import type { DType } from 'bytelens/laws';
import { poolClassBytes, usablePoolBytes } from 'bytelens/pool';
import { Sym } from './sym.ts';
import type { ArrayValue, Backing } from './value.ts';
import { DTYPE_INFO } from './values.ts';

/** Bytes per element by the dtype, or null where it may be of different sizes. */
export function itemBytes(dtypes: readonly DType[] | null): number | null {
  if (!dtypes || dtypes.length === 0) return null;
  const sizes = new Set(dtypes.map((d) => DTYPE_INFO[d].bytes));
  return sizes.size === 1 ? ([...sizes][0] as number) : null;
}

/** Elements as an expression, or null where an axis is not known. */
export function elementCount(shape: readonly (Sym | null)[] | null): Sym | null {
  if (!shape) return null;
  if (shape.some((d) => d === null)) return null;
  return Sym.product(shape as readonly Sym[]);
}

/** `nbytes` as NumPy defines it: elements × bytes per element. */
export function logicalBytes(a: ArrayValue): Sym | null {
  const item = itemBytes(a.dtypes);
  const count = elementCount(a.shape);
  return item === null || count === null ? null : count.scale(item);
}

/** The same at most, where the sizes of some axes are not known and how large they are at most is. */
export function mostBytes(a: ArrayValue): Sym | null {
  const { shape, most } = a;
  if (!shape?.includes(null) || !most) return null;
  return logicalBytes({ ...a, shape: shape.map((d, axis) => d ?? most[axis] ?? null) });
}

/** Bytes that memory for `items` elements takes where it lives, or null where that cannot be said. */
export function storeBytes(items: Sym | null, perItem: number | null, backing: Backing): Sym | null {
  if (items === null || perItem === null) return null;
  if (backing === 'js') return items.scale(perItem);
  const n = items.value;
  if (backing !== 'pool' || n === null) return null;
  return Sym.of(poolClassBytes(n * perItem));
}

/** The same, or where that cannot be said at least so much (`exact` is false); null where the sizes are not known. */
export function blockCost(
  items: Sym | null,
  perItem: number | null,
  backing: Backing,
): { readonly bytes: Sym | null; readonly exact: boolean } {
  const bytes = storeBytes(items, perItem, backing);
  if (bytes) return { bytes, exact: true };
  return { bytes: items && perItem !== null ? items.scale(perItem) : null, exact: false };
}

/** What this value itself takes: its block, or nothing where it is a view. */
export function residentBytes(a: ArrayValue): Sym | null {
  if (a.owns === 'view') return Sym.of(0);
  if (a.owns === 'unknown') return null;
  const stored = a.storedItemBytes ?? itemBytes(a.dtypes);
  return storeBytes(elementCount(a.shape), stored, a.backing);
}

/** So much of the pool may be taken by what is not seen, or lie in pieces that are too small. */
const POOL_MARGIN = 5 * 2 ** 20;

/**
 * More than this may not fit into numpy-ts's pool, as the program configures it: arrays beyond it are kept in
 * JavaScript's own memory, at their exact size.
 */
export function poolBytes(maxMemory?: number, scratchSize?: number): number {
  return Math.max(0, usablePoolBytes(maxMemory, scratchSize) - POOL_MARGIN);
}
