/**
 * Reductions along one axis. Where the elements of that axis lie side by side, each line is folded into one number; else
 * whole rows are combined, one after another: integers, minima and maxima in the result itself, sums and products of
 * floats in float64, a part of a row at a time (`add-rows.ts`).
 */

import { shapeText } from '../errors.ts';
import { sumRows } from './add-rows.ts';
import { type ArrayRef, refOf } from './arrays.ts';
import { elementsOfCall, planWalk } from './drive.ts';
import { driveWith, parametersOf } from './engines.ts';
import { EvaluateError } from './errors.ts';
import { Combiner, finish, unsign } from './fold.ts';
import { isFloat, type Lane, laneOf } from './lanes.ts';
import { broadcastStrides, type Iteration, product } from './layout.ts';
import { type Storage, wrap } from './library.ts';
import { lineStart } from './lines.ts';
import type { Loop, Program } from './program.ts';
import { newResult } from './results.ts';
import type { Reduction, ScalarValues } from './typed.ts';
import { MOST_FOLDED, neutral } from './wasm/reduce.ts';

function axisOf(axis: number, shape: readonly number[]): number {
  const place = axis < 0 ? axis + shape.length : axis;
  if (place >= 0 && place < shape.length) return place;
  throw new EvaluateError('axis', `an axis of an array of shape ${shapeText(shape)}`, String(axis));
}

function without<T>(list: readonly T[], place: number): T[] {
  return list.filter((_, index) => index !== place);
}

/** The array that results from a reduction of elements of `shape` along the reduction's axis. */
export function reduceAxis(
  program: Program,
  inputs: readonly ArrayRef[],
  scalars: ScalarValues,
  shape: readonly number[],
  order: 'C' | 'F',
): Storage {
  const reduction = program.expression.reduction as Reduction;
  const axis = axisOf(reduction.axis as number, shape);
  const kept = without(shape, axis);
  if (shape[axis] === 0 && (reduction.op === 'min' || reduction.op === 'max')) {
    throw new EvaluateError('expression', `at least one element for \`${reduction.op}\``, 'none');
  }
  const whole = inputs.map((input) => broadcastStrides(input.shape, input.strides, shape));
  const result = newResult(kept, reduction.dtype, inputs, order);
  const leading = whole.find((_, index) => product((inputs[index] as ArrayRef).shape) === product(shape)) ?? whole[0];
  const fold = product(kept) === 0 || isLineByLine(leading ?? [], shape, axis);
  const reduce = fold ? foldLines : addRows;
  reduce(program, inputs, whole, scalars, shape, axis, refOf(result));
  if (!reduction.keepdims) return result;
  const sizes = shape.map((size, place) => (place === axis ? 1 : size));
  return wrap(result).reshape(sizes).storage;
}

/** Lines and rows shorter than this cost more to begin than to do. */
const SHORT = 64;

/**
 * Whether each line along the axis is folded by itself, rather than rows added to the result: where the line's elements
 * lie side by side, unless it is short and the rows are not, or the other way round.
 */
function isLineByLine(strides: readonly number[], shape: readonly number[], axis: number): boolean {
  const others = without([...shape.keys()], axis).filter((place) => strides[place] !== 0 && shape[place] !== 1);
  if (others.length === 0) return true;
  const stride = (place: number) => Math.abs(strides[place] ?? 0);
  const inner = others.reduce((best, place) => (stride(place) < stride(best) ? place : best));
  const length = shape[axis] as number;
  const row = shape[inner] as number;
  if (length < SHORT !== row < SHORT) return row < SHORT;
  return stride(axis) <= stride(inner);
}

function foldLines(
  program: Program,
  inputs: readonly ArrayRef[],
  strides: readonly (readonly number[])[],
  scalars: ScalarValues,
  shape: readonly number[],
  axis: number,
  result: ArrayRef,
): void {
  const reduction = program.expression.reduction as Reduction;
  const length = shape[axis] as number;
  const kept = without(shape, axis);
  const numbers = result.data as unknown as Record<number, number | bigint>;
  const loop = program.folding();
  const fold = loop.fold as NonNullable<Loop['fold']>;
  const lines = product(kept);
  if (length === 0) {
    for (let line = 0; line < lines; line++) numbers[line] = finish(reduction, null, 0);
    return;
  }
  if (lines === 0) return;
  const walk = {
    shape: [...kept, length],
    strides: strides.map((each) => [...without(each, axis), each[axis] as number]),
  };
  let line = 0;
  let done = 0;
  let combiner = new Combiner(fold);
  driveWith(
    loop,
    inputs.map(({ data }) => data),
    (engine) => planWalk(engine, walk, inputs, false, parametersOf(loop, scalars), MOST_FOLDED, 1),
    (value, count) => {
      combiner.take(unsign(value, fold));
      done += count;
      if (done < length) return;
      numbers[lineStart(kept, result.strides, line++)] = finish(reduction, combiner.result(), length);
      done = 0;
      combiner = new Combiner(fold);
    },
  );
}

/** The iteration of `addRows`: the axis that is reduced goes round just outside of the rows. */
function rowWalk(
  strides: readonly (readonly number[])[],
  shape: readonly number[],
  axis: number,
  result: ArrayRef,
): Iteration {
  const order = without([...shape.keys()], axis);
  const byStride = order.map((place, index) => ({ place, own: result.strides[index] as number }));
  // Axes of size 1 make no rows: they go outermost.
  const weight = ({ place, own }: { place: number; own: number }) =>
    shape[place] === 1 ? Number.POSITIVE_INFINITY : own;
  byStride.sort((a, b) => weight(b) - weight(a));
  const inner = byStride.pop() as { place: number; own: number };
  const axes = [...byStride.map(({ place }) => place), axis, inner.place];
  const ownStrides = [...byStride.map(({ own }) => own), 0, inner.own];
  return {
    shape: axes.map((place) => shape[place] as number),
    strides: [...strides.map((each) => axes.map((place) => each[place] as number)), ownStrides],
  };
}

function addRows(
  program: Program,
  inputs: readonly ArrayRef[],
  strides: readonly (readonly number[])[],
  scalars: ScalarValues,
  shape: readonly number[],
  axis: number,
  result: ArrayRef,
): void {
  const { op, dtype } = program.expression.reduction as Reduction;
  const walk = rowWalk(strides, shape, axis, result);
  if (op !== 'min' && op !== 'max' && isFloat(laneOf(dtype) as Lane)) {
    sumRows(program, inputs, scalars, walk, result);
    return;
  }
  const fold = program.folding().fold as NonNullable<Loop['fold']>;
  const start = op === 'min' || op === 'max' ? neutral({ ...fold, op }) : op === 'prod' ? 1 : 0;
  const data = result.data as unknown as { fill(value: number | bigint): void };
  data.fill(dtype === 'int64' || dtype === 'uint64' ? BigInt(start) : Number(start));
  const loop = program.accumulating(dtype);
  const own = walk.strides.at(-1) as readonly number[];
  const arrays = [...inputs, result, result];
  driveWith(
    loop,
    arrays.map((array) => array.data),
    (engine) => {
      const whole = { ...walk, strides: [...walk.strides, own] };
      return planWalk(engine, whole, arrays, true, parametersOf(loop, scalars), elementsOfCall(arrays), 1);
    },
    () => {},
  );
}
