/**
 * `at`: an operation in place on elements chosen by indices, once for each time an index is given. `a[indices] += b`
 * done by `put` or `iindex` counts an index that is given twice only once.
 */
import type { NDArrayCore } from 'numpy-ts';
import { copyRun, domainOf } from '../dtypes/convert.ts';
import { holds } from '../dtypes/holds.ts';
import { type DType, infoOf, type TypedArray } from '../dtypes/table.ts';
import { shapeText, valueText } from '../errors.ts';
import { overlapOf } from '../layout/overlap.ts';
import { forEachRun, gather } from '../layout/runs.ts';
import { type AnyTypedArray, newArray, orderedStrides, product, type View, viewOf } from '../layout/view.ts';
import { UfuncError } from './errors.ts';
import type { BinaryName } from './kernels.ts';
import { NumberLane } from './lanes.ts';
import {
  broadcastShape,
  broadcastTo,
  copyOf,
  type Input,
  inputOf,
  isScalar,
  type Operand,
  outOf,
  requireCast,
  type Scalar,
  scalarArray,
} from './operand.ts';
import { type Loop, laneOf, libraryFunction, pairLoop, resultDType } from './resolve.ts';

/** The index of one axis: an integer, a slice as numpy-ts writes it (`'1:3'`, `':'`), or integers in any array. */
export type AxisIndex = number | string | readonly number[] | AnyTypedArray | NDArrayCore;
/**
 * Which elements: integers for the first axis, or a mask of dtype bool (also as a list of booleans); or a list of one
 * index per axis, which is one if any of its items is not a number.
 */
export type Indices = AxisIndex | readonly AxisIndex[] | readonly boolean[];

/** Elements of a view that indices choose: places in its data, in C order of `shape`. */
interface Chosen {
  readonly shape: readonly number[];
  readonly places: Float64Array;
}

interface Picked {
  readonly places: readonly number[] | Float64Array;
  /** Null: an integer or an array of them, which broadcast with the others; else a slice, an axis of its own. */
  readonly slice: boolean;
  readonly shape: readonly number[];
}

function integersOf(called: string, view: View, size: number, axis: number, stride: number): Picked {
  const { kind } = infoOf(view.dtype);
  if (kind !== 'i' && kind !== 'u') {
    throw new UfuncError(called, 'indices', 'integers, or a mask of dtype bool', `dtype ${view.dtype}`);
  }
  const count = product(view.shape);
  const places = new Float64Array(count);
  gather(view, 0, count, places, 'float64', 0);
  for (const [at, index] of places.entries()) places[at] = placeOf(called, index, size, axis) * stride;
  return { places, slice: false, shape: view.shape };
}

function placeOf(called: string, index: number, size: number, axis: number): number {
  const place = index < 0 ? index + size : index;
  if (Number.isInteger(place) && place >= 0 && place < size) return place;
  throw new UfuncError(called, 'indices', `integers below ${size} for axis ${axis}`, String(index));
}

const SLICE = /^\s*(-?\d+)?\s*:\s*(-?\d+)?\s*(?::\s*(-?\d+)?\s*)?$/;

function sliceOf(called: string, text: string, size: number, stride: number): Picked {
  const match = SLICE.exec(text);
  const step = Number(match?.[3] ?? 1);
  if (match === null || step === 0)
    throw new UfuncError(called, 'indices', "a slice such as '1:3' or '::2'", valueText(text));
  const bound = (part: string | undefined, without: number): number => {
    if (part === undefined) return without;
    const value = Number(part) < 0 ? Number(part) + size : Number(part);
    return Math.min(Math.max(value, step < 0 ? -1 : 0), step < 0 ? size - 1 : size);
  };
  const start = bound(match[1], step < 0 ? size - 1 : 0);
  const stop = bound(match[2], step < 0 ? -1 : size);
  const places: number[] = [];
  for (let place = start; step < 0 ? place > stop : place < stop; place += step) places.push(place * stride);
  return { places, slice: true, shape: [places.length] };
}

function pick(called: string, index: unknown, axis: number, view: View): Picked {
  const size = view.shape[axis] ?? 0;
  const stride = view.strides[axis] ?? 0;
  if (typeof index === 'number')
    return { places: [placeOf(called, index, size, axis) * stride], slice: false, shape: [] };
  if (typeof index === 'string') return sliceOf(called, index, size, stride);
  if (Array.isArray(index)) {
    const places = index.map((one: unknown) => {
      if (typeof one !== 'number') throw new UfuncError(called, 'indices', 'integers', valueText(one));
      return placeOf(called, one, size, axis) * stride;
    });
    return { places, slice: false, shape: [places.length] };
  }
  const integers = viewOf(index);
  if (integers === null)
    throw new UfuncError(called, 'indices', 'integers, a slice or an array of integers', valueText(index));
  return integersOf(called, integers, size, axis, stride);
}

/** The elements where a mask is True. */
function masked(called: string, mask: View, view: View): Picked {
  const fits = mask.shape.length <= view.shape.length && mask.shape.every((size, axis) => size === view.shape[axis]);
  if (!fits) {
    throw new UfuncError(
      called,
      'indices',
      `a mask whose shape begins ${shapeText(view.shape)}`,
      shapeText(mask.shape),
    );
  }
  const flags = new Uint8Array(product(mask.shape));
  gather(mask, 0, flags.length, flags as TypedArray, 'bool', 0);
  const places: number[] = [];
  const part: View = { ...view, shape: mask.shape, strides: view.strides.slice(0, mask.shape.length), offset: 0 };
  forEachRun(part, 0, flags.length, (at, stride, length, before) => {
    for (let index = 0; index < length; index++) if (flags[before + index] !== 0) places.push(at + index * stride);
  });
  return { places, slice: false, shape: [places.length] };
}

/** A list of booleans as a mask; null for anything else. */
function listedMask(indices: unknown): View | null {
  if (!Array.isArray(indices) || indices.length === 0) return null;
  if (!indices.every((flag) => typeof flag === 'boolean')) return null;
  const data = Uint8Array.from(indices, Number);
  return { data, dtype: 'bool', shape: [data.length], strides: [1], offset: 0 };
}

function choose(called: string, indices: unknown, view: View): Chosen {
  const single = viewOf(indices) ?? listedMask(indices);
  if (single?.dtype === 'bool') return combine(view, [masked(called, single, view)], single.shape.length);
  const isTuple = Array.isArray(indices) && indices.some((index) => typeof index !== 'number');
  const list: readonly unknown[] = isTuple ? indices : [indices];
  if (list.length > view.shape.length) {
    throw new UfuncError(called, 'indices', `at most ${view.shape.length} indices`, String(list.length));
  }
  const picked = list.map((index, axis) => pick(called, index, axis, view));
  return combine(view, picked, picked.length, called);
}

/**
 * Puts the indices of the axes together as NumPy does: arrays broadcast with each other, and stand where the first of
 * them stood, or first of all where a slice separates them.
 */
function combine(view: View, picked: readonly Picked[], axes: number, called = 'at'): Chosen {
  const advanced = picked.flatMap((one, at) => (one.slice ? [] : [at]));
  const joined = broadcastShape(advanced.map((at) => (picked[at] as Picked).shape));
  if (joined === null) {
    const shapes = advanced.map((at) => shapeText((picked[at] as Picked).shape)).join(' and ');
    throw new UfuncError(called, 'indices', 'arrays that broadcast together', `shapes ${shapes}`);
  }
  const [first = 0] = advanced;
  const together = advanced.every((at, order) => at === first + order);
  const before = together ? picked.slice(0, first).filter((one) => one.slice) : [];
  const after = picked.filter((one) => one.slice && !before.includes(one));
  const count = product(joined);
  const sums = new Float64Array(count);
  for (const at of advanced) addPlaces(sums, picked[at] as Picked, joined);
  const rest: Picked[] = view.shape.slice(axes).map((size, at) => {
    const stride = view.strides[axes + at] ?? 0;
    return { places: Array.from({ length: size }, (_, index) => index * stride), slice: true, shape: [size] };
  });
  const factors: Picked[] = [...before, { places: sums, slice: false, shape: joined }, ...after, ...rest];
  let places = new Float64Array([view.offset]);
  for (const { places: steps } of factors) {
    const next = new Float64Array(places.length * steps.length);
    let at = 0;
    for (const place of places) for (const step of steps) next[at++] = place + step;
    places = next;
  }
  return { shape: factors.flatMap(({ shape }) => shape), places };
}

function addPlaces(sums: Float64Array, one: Picked, shape: readonly number[]): void {
  const own = one.shape;
  const data = Float64Array.from(one.places);
  const view: View = { data, dtype: 'float64', shape: own, strides: orderedStrides(own), offset: 0 };
  const spread = new Float64Array(sums.length);
  gather(broadcastTo(view, shape) as View, 0, sums.length, spread, 'float64', 0);
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) + (spread[at] as number);
}

/** `a[indices] = f(a[indices])`, as often as an index is given. */
export function unaryAt(called: string, name: string, a: unknown, indices: unknown): void {
  const view = outOf(called, a);
  const { places } = choose(called, indices, view);
  const info = infoOf(view.dtype);
  const result = resultDType(name, [view.dtype]);
  if (result instanceof Error) {
    throw new UfuncError(called, 'array', `a dtype that ${name} is defined for`, view.dtype, { cause: result });
  }
  requireCast(called, 'array', result, view.dtype, 'same_kind');
  // Each round does what is given at least once more, all at once.
  for (let left = places; left.length > 0; ) {
    const seen = new Set<number>();
    const again: number[] = [];
    for (const place of left) {
      if (seen.has(place)) again.push(place);
      else seen.add(place);
    }
    const operand = newArray([seen.size], view.dtype);
    const { data } = operand.storage;
    let at = 0;
    for (const place of seen) copyRun(view.data, info, place, 1, 1, data, info, at++, 1);
    const done = libraryFunction(name)(operand);
    const parts = viewOf(done) as View;
    at = 0;
    for (const place of seen) copyRun(parts.data, infoOf(parts.dtype), at++, 1, 1, view.data, info, place, 1);
    operand.dispose();
    done.dispose();
    left = Float64Array.from(again);
  }
}

/** `a[indices] = f(a[indices], b)`, one index after the other. `b` broadcasts to what the indices choose. */
export function binaryAt(called: string, name: BinaryName, a: unknown, indices: unknown, b: Operand): void {
  const view = outOf(called, a);
  const chosen = choose(called, indices, view);
  const operand = isScalar(b) && holds(view.dtype, b) ? weakInput(called, b, view.dtype) : inputOf(called, 'b', b);
  try {
    const whole = broadcastTo(operand.view, chosen.shape);
    if (whole === null) {
      throw new UfuncError(
        called,
        'b',
        `a shape that broadcasts to ${shapeText(chosen.shape)}`,
        shapeText(operand.view.shape),
      );
    }
    const loop = pairLoop(called, name, view.dtype, operand.view.dtype);
    requireCast(called, 'array', loop.result, view.dtype, 'same_kind');
    const values = overlapOf(whole, view) === 'none' ? { view: whole, owned: null } : copyOf(whole);
    apply(loop, view, chosen.places, values.view);
    values.owned?.dispose();
  } finally {
    operand.owned?.dispose();
  }
}

/** A number in the dtype of the array that it meets. */
function weakInput(called: string, value: Scalar, dtype: DType): Input {
  const { storage } = scalarArray(called, 'b', value, dtype);
  return { view: viewOf({ storage }) as View, owned: storage };
}

/** Operands are loaded in groups of this many. */
const GROUP = 1024;

function apply(loop: Loop, view: View, places: Float64Array, values: View): void {
  const lane = laneOf(loop, false);
  const numbers: unknown = lane;
  const quick = loop.dtype === view.dtype && numbers instanceof NumberLane ? numbers : null;
  const info = infoOf(view.dtype);
  const operandInfo = infoOf(values.dtype);
  const acc = lane.buffer(1);
  const row = lane.buffer(GROUP);
  const one = lane.buffer(1);
  const width = domainOf(infoOf(loop.dtype)) === 'complex' ? 2 : 1;
  forEachRun(values, 0, places.length, (at, stride, length, before) => {
    for (let start = 0; start < length; start += GROUP) {
      const count = Math.min(GROUP, length - start);
      lane.load(values.data, operandInfo, at + start * stride, stride, count, row);
      if (quick !== null) {
        quick.stepAt(view.data, places, before + start, row as Float64Array, count);
        continue;
      }
      for (let index = 0; index < count; index++) {
        const place = places[before + start + index] as number;
        lane.load(view.data, info, place, 1, 1, acc);
        for (let part = 0; part < width; part++) one[part] = row[index * width + part] as never;
        lane.step(acc, one, 1, null);
        lane.store(acc, 1, view.data, info, place, 1);
      }
    }
  });
}
