/** The elements of a view in C order, as runs of equal steps: how strided arrays are copied in pieces. */
import { copyRun } from '../dtypes/convert.ts';
import { infoOf, type TypedArray } from '../dtypes/table.ts';
import { product, type View } from './view.ts';

/** A view with the fewest axes that have the same elements in the same order: axes that continue each other are one. */
export function merged(view: View): View {
  const shape: number[] = [];
  const strides: number[] = [];
  for (const [axis, size] of view.shape.entries()) {
    if (size === 1) continue;
    const stride = view.strides[axis] ?? 0;
    const last = shape.length - 1;
    if (last >= 0 && strides[last] === stride * size) {
      shape[last] = (shape[last] as number) * size;
      strides[last] = stride;
    } else {
      shape.push(size);
      strides.push(stride);
    }
  }
  return { ...view, shape, strides };
}

/**
 * Calls `visit` for runs that together are elements `start` to `start + count` of the view in C order: the first element
 * of the run in the data, the step to the next, how many, and how many came before.
 */
export function forEachRun(
  view: View,
  start: number,
  count: number,
  visit: (at: number, stride: number, length: number, before: number) => void,
): void {
  const ndim = view.shape.length;
  if (count === 0) return;
  if (ndim === 0) {
    visit(view.offset, 0, count, 0);
    return;
  }
  const index = new Array<number>(ndim).fill(0);
  let rest = start;
  let at = view.offset;
  for (let axis = ndim - 1; axis >= 0; axis--) {
    const size = view.shape[axis] as number;
    index[axis] = rest % size;
    rest = Math.floor(rest / size);
    at += (index[axis] as number) * (view.strides[axis] as number);
  }
  const row = view.shape[ndim - 1] as number;
  const stride = view.strides[ndim - 1] as number;
  for (let done = 0; done < count; ) {
    const place = index[ndim - 1] as number;
    const length = Math.min(row - place, count - done);
    visit(at, stride, length, done);
    done += length;
    at -= place * stride;
    index[ndim - 1] = 0;
    for (let axis = ndim - 2; axis >= 0; axis--) {
      const next = (index[axis] as number) + 1;
      at += view.strides[axis] as number;
      if (next < (view.shape[axis] as number)) {
        index[axis] = next;
        break;
      }
      index[axis] = 0;
      at -= next * (view.strides[axis] as number);
    }
  }
}

/** Copies elements `start` to `start + count` (in C order) to `to`, from element `into` on, as elements of its dtype. */
export function gather(
  view: View,
  start: number,
  count: number,
  to: TypedArray,
  dtype: View['dtype'],
  into: number,
): void {
  const info = infoOf(view.dtype);
  const toInfo = infoOf(dtype);
  forEachRun(view, start, count, (at, stride, length, before) =>
    copyRun(view.data, info, at, stride, length, to, toInfo, into + before, 1),
  );
}

/** Copies `count` elements of `from` to elements `start` and on (in C order) of the view, as elements of its dtype. */
export function scatter(
  from: TypedArray,
  dtype: View['dtype'],
  first: number,
  view: View,
  start: number,
  count: number,
): void {
  const info = infoOf(dtype);
  const toInfo = infoOf(view.dtype);
  forEachRun(view, start, count, (at, stride, length, before) =>
    copyRun(from, info, first + before, 1, length, view.data, toInfo, at, stride),
  );
}

/** Copies all elements of one view to another of the same shape. The two must not overlap. */
export function assign(from: View, to: View): void {
  const source = merged(from);
  const info = infoOf(from.dtype);
  const toInfo = infoOf(to.dtype);
  let start = 0;
  const size = product(to.shape);
  const target = merged(to);
  forEachRun(target, 0, size, (at, stride, length, before) => {
    start = before;
    forEachRun(source, start, length, (fromAt, fromStride, piece, done) =>
      copyRun(from.data, info, fromAt, fromStride, piece, to.data, toInfo, at + done * stride, stride),
    );
  });
}
