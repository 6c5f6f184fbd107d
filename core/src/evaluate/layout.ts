/**
 * Shapes and strides: broadcasting, and bringing the axes of several operands into the form with the fewest and longest
 * runs. Strides are in elements.
 */
import { shapeText } from '../errors.ts';
import { EvaluateError } from './errors.ts';

/** An operand's strides along the axes of the iteration; 0 where it is repeated. */
export interface Iteration {
  /** Sizes of the axes, outermost first. At least one axis. */
  readonly shape: readonly number[];
  /** Of each operand, in the order in which they were given. */
  readonly strides: readonly (readonly number[])[];
}

export function product(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total * size, 1);
}

/** The shape that shapes broadcast to. `names` are for the error. */
export function broadcast(shapes: readonly (readonly number[])[], names: readonly string[]): number[] {
  const rank = Math.max(0, ...shapes.map((shape) => shape.length));
  const result = new Array<number>(rank).fill(1);
  for (const [which, shape] of shapes.entries()) {
    for (const [axis, size] of shape.entries()) {
      const at = rank - shape.length + axis;
      if (size === 1 || size === result[at]) continue;
      if (result[at] !== 1) {
        const others = shapes.slice(0, which).map(shapeText).join(' and ');
        throw new EvaluateError(
          names[which] ?? 'variables',
          `a shape that broadcasts with ${others}`,
          shapeText(shape),
        );
      }
      result[at] = size;
    }
  }
  return result;
}

/** Strides of an operand along the axes of a shape that its own shape broadcasts to. */
export function broadcastStrides(
  shape: readonly number[],
  strides: readonly number[],
  to: readonly number[],
): number[] {
  const missing = to.length - shape.length;
  return to.map((_, axis) => {
    const own = axis - missing;
    return own < 0 || shape[own] === 1 ? 0 : (strides[own] ?? 0);
  });
}

/** Strides of a contiguous array: C-ordered, or Fortran-ordered. */
export function contiguousStrides(shape: readonly number[], order: 'C' | 'F'): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let step = 0; step < shape.length; step++) {
    const axis = order === 'C' ? shape.length - 1 - step : step;
    strides[axis] = stride;
    stride *= shape[axis] ?? 1;
  }
  return strides;
}

export function isContiguous(shape: readonly number[], strides: readonly number[], order: 'C' | 'F'): boolean {
  const wanted = contiguousStrides(shape, order);
  return product(shape) === 0 || shape.every((size, axis) => size === 1 || strides[axis] === wanted[axis]);
}

/**
 * The iteration over `shape` in the memory order of the first operand (the result): axes of size 1 dropped, axes sorted
 * by its strides, and neighbouring axes merged where every operand goes through them in one line.
 */
export function iteration(shape: readonly number[], strides: readonly (readonly number[])[]): Iteration {
  const [leading] = strides as [readonly number[]];
  const axes = shape.map((_, axis) => axis).filter((axis) => shape[axis] !== 1);
  const step = (axis: number) => Math.abs(leading[axis] ?? 0);
  axes.sort((a, b) => step(b) - step(a) || a - b);
  const merged: { size: number; strides: number[] }[] = [];
  for (const axis of axes) {
    const size = shape[axis] as number;
    const own = strides.map((each) => each[axis] ?? 0);
    const outer = merged.at(-1);
    if (outer?.strides.every((stride, operand) => stride === (own[operand] as number) * size)) {
      outer.size *= size;
      outer.strides = own;
    } else {
      merged.push({ size, strides: own });
    }
  }
  if (merged.length === 0) merged.push({ size: product(shape), strides: strides.map(() => 0) });
  return {
    shape: merged.map(({ size }) => size),
    strides: strides.map((_, operand) => merged.map((axis) => axis.strides[operand] as number)),
  };
}
