/** Copying between strided arrays and contiguous blocks, element by element. Offsets and strides are in elements. */
import type { Data } from './library.ts';

export interface Strided {
  readonly data: Data;
  readonly offset: number;
  /** Values of the data that make one element: 2 for complex numbers. */
  readonly width: number;
}

/** Calls `row(offset, count)` for the parts along the last axis of `count` elements from number `start` on. */
function rows(
  shape: readonly number[],
  strides: readonly number[],
  start: number,
  count: number,
  row: (offset: number, count: number) => void,
): void {
  const last = shape.length - 1;
  const inner = shape[last] as number;
  let done = 0;
  while (done < count) {
    let rest = Math.floor((start + done) / inner);
    const first = (start + done) % inner;
    let offset = first * (strides[last] as number);
    for (let axis = last - 1; axis >= 0; axis--) {
      const size = shape[axis] as number;
      offset += (rest % size) * (strides[axis] as number);
      rest = Math.floor(rest / size);
    }
    const take = Math.min(inner - first, count - done);
    row(offset, take);
    done += take;
  }
}

type Numbers = Record<number, number>;

/** Copies `count` elements, from number `start` of the iteration on, to `target`, one after another. */
export function gather(
  target: Data,
  from: Strided,
  shape: readonly number[],
  strides: readonly number[],
  start: number,
  count: number,
): void {
  const to = target as unknown as Numbers;
  const source = from.data as unknown as Numbers;
  const { width } = from;
  const stride = (strides.at(-1) as number) * width;
  let at = 0;
  rows(shape, strides, start, count, (offset, taken) => {
    const begin = (from.offset + offset) * width;
    if (stride === width && taken > 32) {
      target.set(from.data.subarray(begin, begin + taken * width) as never, at);
      at += taken * width;
      return;
    }
    for (let index = 0, place = begin; index < taken; index++, place += stride) {
      for (let part = 0; part < width; part++) to[at++] = source[place + part] as number;
    }
  });
}

/** The reverse: copies `source` to its places in a strided array. */
export function scatter(
  source: Data,
  to: Strided,
  shape: readonly number[],
  strides: readonly number[],
  start: number,
  count: number,
): void {
  const target = to.data as unknown as Numbers;
  const from = source as unknown as Numbers;
  const { width } = to;
  const stride = (strides.at(-1) as number) * width;
  let at = 0;
  rows(shape, strides, start, count, (offset, taken) => {
    const begin = (to.offset + offset) * width;
    if (stride === width && taken > 32) {
      to.data.set(source.subarray(at, at + taken * width) as never, begin);
      at += taken * width;
      return;
    }
    for (let index = 0, place = begin; index < taken; index++, place += stride) {
      for (let part = 0; part < width; part++) target[place + part] = from[at++] as number;
    }
  });
}
