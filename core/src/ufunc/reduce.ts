/**
 * Reductions: `reduce` and `reduceat`.
 *
 * One axis is gone along a run of elements at a time. Where it is one of the reduced axes (`Fold`), each run is folded
 * into one accumulator; where it is one of those that stay (`Step`), a run of accumulators takes one run of elements
 * after the other. Which of the two is chosen by what lies next to each other in memory, so that both orders are read in
 * order, with no more than a few buffers of 32 KiB.
 */

import { infoOf } from '../dtypes/table.ts';
import { product, type View } from '../layout/view.ts';
import type { Buffer, Lane, Mask, Value } from './lanes.ts';
import { type Axis, byStride, CHUNK, forEachIndex, innermost, loadMask, type Place } from './traverse.ts';

/** Runs shorter than this are not worth to be gone along, if another axis is longer. */
const SHORT_RUN = 32;
/** The greatest sum of integers that a double holds exactly. */
const EXACT = 2 ** 53;

/** Thrown where a sum of integers got too large for numbers; the caller makes it again in 64-bit integers. */
export class InexactSum extends RangeError {
  constructor() {
    super('a sum of integers exceeds 2^53');
    this.name = 'InexactSum';
  }
}

export interface Reduction {
  readonly lane: Lane;
  readonly view: View;
  /** Of the operand's shape. */
  readonly mask: View | null;
  /** Of the shape of the axes that stay. */
  readonly out: View;
  /** Axes of the operand. */
  readonly reduced: readonly number[];
  /** What accumulators begin with; null: with the first element. */
  readonly initial: Value | null;
  /** Whether sums of integers are made in doubles, so that they must not exceed 2⁵³. */
  readonly exact: boolean;
  /** Buffers that many short reductions of the same kind share. */
  buffers?: Buffers;
}

interface Buffers {
  readonly elements: number;
  readonly acc: Buffer;
  readonly row: Buffer;
  readonly taken: Mask;
}

function buffersFor(reduction: Reduction, elements: number): Buffers {
  const { lane, mask, buffers } = reduction;
  if (buffers !== undefined && buffers.elements >= elements) return buffers;
  const taken: Mask = mask === null ? null : new Uint8Array(elements);
  reduction.buffers = { elements, acc: lane.buffer(elements), row: lane.buffer(elements), taken };
  return reduction.buffers;
}

/** The axes of a reduction, those that stay and those that are reduced. */
export function axesOfReduction({ view, mask, out, reduced }: Reduction): { kept: Axis[]; gone: Axis[] } {
  const kept: Axis[] = [];
  const gone: Axis[] = [];
  for (const [axis, size] of view.shape.entries()) {
    const steps = { size, input: view.strides[axis] ?? 0, mask: mask?.strides[axis] ?? 0 };
    if (reduced.includes(axis)) gone.push({ ...steps, out: 0 });
    else kept.push({ ...steps, out: out.strides[kept.length] ?? 0 });
  }
  return { kept, gone };
}

export function reduceInto(reduction: Reduction): void {
  const { kept, gone } = axesOfReduction(reduction);
  const { view, mask, out } = reduction;
  reduceAlong(reduction, kept, gone, { input: view.offset, mask: mask?.offset ?? 0, out: out.offset });
}

/** Reduces from `place` on, which is put back where it was. */
export function reduceAlong(reduction: Reduction, kept: readonly Axis[], gone: readonly Axis[], place: Place): void {
  if (kept.some(({ size }) => size === 0)) return;
  const stays = innermost(kept);
  const goes = innermost(gone);
  if (stays !== null && (goes === null || prefersSteps(stays, goes))) stepAlong(reduction, stays, kept, gone, place);
  else foldAlong(reduction, goes, kept, gone, place);
}

function prefersSteps(stays: Axis, goes: Axis): boolean {
  if (goes.size < SHORT_RUN && stays.size > goes.size) return true;
  if (stays.size < SHORT_RUN && goes.size > stays.size) return false;
  return Math.abs(stays.input) <= Math.abs(goes.input);
}

function stepAlong(reduction: Reduction, run: Axis, kept: readonly Axis[], gone: readonly Axis[], place: Place): void {
  const { lane, view, mask, out, initial, exact } = reduction;
  const info = infoOf(view.dtype);
  const outInfo = infoOf(out.dtype);
  const size = Math.min(CHUNK, run.size);
  const { acc, row, taken } = buffersFor(reduction, size);
  const others = byStride(kept.filter((axis) => axis !== run));
  const along = byStride(gone);
  forEachIndex(others, place, () => {
    for (let start = 0; start < run.size; start += size) {
      const count = Math.min(size, run.size - start);
      place.input += start * run.input;
      place.mask += start * run.mask;
      let first = initial === null;
      if (initial !== null) lane.fill(acc, initial, count);
      forEachIndex(along, place, () => {
        if (first) {
          lane.load(view.data, info, place.input, run.input, count, acc);
          first = false;
        } else {
          const lent = lane.borrow(view.data, info, place.input, run.input, count);
          if (lent === null) lane.load(view.data, info, place.input, run.input, count, row);
          if (taken !== null && mask !== null) loadMask(mask, place.mask, run.mask, count, taken);
          lane.step(acc, lent ?? row, count, taken);
        }
      });
      place.input -= start * run.input;
      place.mask -= start * run.mask;
      if (exact) requireExact(acc, count);
      lane.store(acc, count, out.data, outInfo, place.out + start * run.out, run.out);
    }
  });
}

function foldAlong(
  reduction: Reduction,
  run: Axis | null,
  kept: readonly Axis[],
  gone: readonly Axis[],
  place: Place,
): void {
  const { lane, view, mask, out, initial, exact } = reduction;
  const info = infoOf(view.dtype);
  const outInfo = infoOf(out.dtype);
  const length = run?.size ?? 1;
  const size = Math.min(CHUNK, length);
  const { acc, row, taken } = buffersFor(reduction, size);
  const others = byStride(gone.filter((axis) => axis !== run));
  const [stride, maskStride] = [run?.input ?? 0, run?.mask ?? 0];
  forEachIndex(kept, place, () => {
    let first = initial === null;
    if (initial !== null) lane.fill(acc, initial, 1);
    forEachIndex(others, place, () => {
      for (let start = 0; start < length; ) {
        if (first) {
          lane.load(view.data, info, place.input, stride, 1, acc);
          first = false;
          start = 1;
          continue;
        }
        const count = Math.min(size, length - start);
        // A fold with a mask may change the run that it is given.
        const lent = taken === null ? lane.borrow(view.data, info, place.input + start * stride, stride, count) : null;
        if (lent === null) lane.load(view.data, info, place.input + start * stride, stride, count, row);
        if (taken !== null && mask !== null) loadMask(mask, place.mask + start * maskStride, maskStride, count, taken);
        lane.fold(acc, lent ?? row, count, taken);
        if (exact) requireExact(acc, 1);
        start += count;
      }
    });
    lane.store(acc, 1, out.data, outInfo, place.out, 0);
  });
}

function requireExact(acc: Buffer, count: number): void {
  for (let index = 0; index < count; index++) {
    if (Math.abs(acc[index] as number) > EXACT) throw new InexactSum();
  }
}

/**
 * Whether sums of this many integers of a dtype can be made in doubles: one sum at a time is checked after every run,
 * but several (`stepAlong`) only at the end, and must be exact whatever the values.
 */
export function sumsInDoubles(view: View, reduced: readonly number[]): boolean {
  const { kind, itemBytes } = infoOf(view.dtype);
  if (itemBytes > 4 || !(kind === 'i' || kind === 'u' || kind === 'b')) return false;
  const count = product(reduced.map((axis) => view.shape[axis] ?? 1));
  return reduced.length === view.shape.length || count * 2 ** (8 * itemBytes) <= EXACT;
}
