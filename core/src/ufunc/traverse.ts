/** Going over the elements of strided arrays, run by run: shared by the methods. */
import type { TypedArray } from '../dtypes/table.ts';
import type { View } from '../layout/view.ts';

/** Elements that are loaded at a time: 32 KiB as numbers, so that a few such buffers fit the first cache. */
export const CHUNK = 4096;

/** An axis of the loop: its length, and the elements from one index to the next in the operand, the mask and the result. */
export interface Axis {
  readonly size: number;
  readonly input: number;
  readonly mask: number;
  readonly out: number;
}

/** Where a traversal stands: first elements in operand, mask and result. */
export interface Place {
  input: number;
  mask: number;
  out: number;
}

/** Calls `visit` for each combination of indices of `axes`, the last fastest, with `place` moved there; puts it back. */
export function forEachIndex(axes: readonly Axis[], place: Place, visit: () => void): void {
  walk(axes, 0, place, visit);
}

function walk(axes: readonly Axis[], depth: number, place: Place, visit: () => void): void {
  const axis = axes[depth];
  if (axis === undefined) {
    visit();
    return;
  }
  for (let index = 0; index < axis.size; index++) {
    walk(axes, depth + 1, place, visit);
    place.input += axis.input;
    place.mask += axis.mask;
    place.out += axis.out;
  }
  place.input -= axis.size * axis.input;
  place.mask -= axis.size * axis.mask;
  place.out -= axis.size * axis.out;
}

export function loadMask(mask: View, start: number, stride: number, count: number, into: Uint8Array): void {
  const from = mask.data as TypedArray as Uint8Array;
  if (stride === 1) into.set(from.subarray(start, start + count));
  else for (let index = 0, at = start; index < count; index++, at += stride) into[index] = from[at] as number;
}

/** The axes with the largest steps first, so that memory is gone through in order. */
export function byStride(axes: readonly Axis[]): Axis[] {
  return axes.toSorted((a, b) => Math.abs(b.input) - Math.abs(a.input));
}

/** The axis with the smallest step that has more than one index. */
export function innermost(axes: readonly Axis[]): Axis | null {
  let best: Axis | null = null;
  for (const axis of axes) {
    if (axis.size > 1 && (best === null || Math.abs(axis.input) < Math.abs(best.input))) best = axis;
  }
  return best;
}
