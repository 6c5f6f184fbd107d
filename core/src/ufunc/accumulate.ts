/** `accumulate`: all results of a running operation along one axis, in one pass and one array. */
import { infoOf } from '../dtypes/table.ts';
import type { View } from '../layout/view.ts';
import type { Lane } from './lanes.ts';
import { type Axis, byStride, CHUNK, forEachIndex, innermost, type Place } from './traverse.ts';

const SHORT_RUN = 32;

/** Writes to `out`, which has the shape of `view` and lies apart from it or exactly on it. */
export function accumulateInto(lane: Lane, view: View, out: View, along: number): void {
  if (view.shape.includes(0)) return;
  const axes = view.shape.map(
    (size, axis): Axis => ({ size, input: view.strides[axis] ?? 0, mask: 0, out: out.strides[axis] ?? 0 }),
  );
  const axis = axes[along] as Axis;
  const others = axes.filter((other) => other !== axis);
  const place: Place = { input: view.offset, mask: 0, out: out.offset };
  const run = innermost(others);
  const steps =
    run !== null &&
    run.size > 1 &&
    (axis.size < SHORT_RUN || (run.size >= SHORT_RUN && Math.abs(run.input) <= Math.abs(axis.input)));
  if (steps) stepAlong(lane, view, out, axis, run, others, place);
  else scanAlong(lane, view, out, axis, others, place);
}

/** A run of accumulators takes one run of elements after the other, and is stored each time. */
function stepAlong(
  lane: Lane,
  view: View,
  out: View,
  axis: Axis,
  run: Axis,
  others: readonly Axis[],
  place: Place,
): void {
  const info = infoOf(view.dtype);
  const outInfo = infoOf(out.dtype);
  const size = Math.min(CHUNK, run.size);
  const acc = lane.buffer(size);
  const row = lane.buffer(size);
  forEachIndex(byStride(others.filter((other) => other !== run)), place, () => {
    for (let start = 0; start < run.size; start += size) {
      const count = Math.min(size, run.size - start);
      for (let index = 0; index < axis.size; index++) {
        const from = place.input + start * run.input + index * axis.input;
        lane.load(view.data, info, from, run.input, count, index === 0 ? acc : row);
        if (index > 0) lane.step(acc, row, count, null);
        lane.store(acc, count, out.data, outInfo, place.out + start * run.out + index * axis.out, run.out);
      }
    }
  });
}

/** One accumulator goes along the axis. */
function scanAlong(lane: Lane, view: View, out: View, axis: Axis, others: readonly Axis[], place: Place): void {
  const info = infoOf(view.dtype);
  const outInfo = infoOf(out.dtype);
  const size = Math.min(CHUNK, axis.size);
  const acc = lane.buffer(1);
  const row = lane.buffer(size);
  forEachIndex(byStride(others), place, () => {
    for (let start = 0; start < axis.size; ) {
      const first = start === 0;
      const count = first ? 1 : Math.min(size, axis.size - start);
      lane.load(view.data, info, place.input + start * axis.input, axis.input, count, row);
      if (first) lane.copy(row, 1, acc);
      else lane.scan(acc, row, count);
      lane.store(row, count, out.data, outInfo, place.out + start * axis.out, axis.out);
      start += count;
    }
  });
}
