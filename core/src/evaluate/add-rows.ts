/**
 * Sums, means and products of floats along an axis whose rows lie side by side. They are made in float64, whatever the
 * dtype, and pairwise: a part of a row at a time, some rows are added up one after another, and such sums come together
 * as a balanced tree, so that the error grows with the logarithm of their number.
 */
import { type ArrayRef, refOf } from './arrays.ts';
import { drive, type Plan, planWalk } from './drive.ts';
import { parametersOf, withEngine } from './engines.ts';
import { type Iteration, product } from './layout.ts';
import { lineStart } from './lines.ts';
import type { Program } from './program.ts';
import { newResult } from './results.ts';
import { runNow } from './steps.ts';
import type { Reduction, ScalarValues } from './typed.ts';

/** Elements of a part of a row; a few dozen sums of so many (one for each doubling of the rows) take less than 1 MiB. */
const MOST_WIDTH = 2048;
/** Rows that are added one after another. */
const ROWS = 128;

interface Partial {
  readonly values: Float64Array;
  /** How many sums of `ROWS` rows it is made of. */
  readonly size: number;
}

/** A plan for fewer rows and narrower ones than it was made for, and arrays that begin elsewhere. */
function moved(plan: Plan, rows: number, width: number, offsets: readonly number[]): Plan {
  const places = plan.places.map((place, index) => ({
    ...place,
    array: { ...place.array, offset: offsets[index] as number },
  }));
  return { ...plan, places, cut: { outer: [rows], line: [width], lineSize: width } };
}

/**
 * Combines rows into `result`. The last two axes of `walk` are the one that is reduced and the row; its last strides are
 * the result's.
 */
export function sumRows(
  program: Program,
  inputs: readonly ArrayRef[],
  scalars: ScalarValues,
  walk: Iteration,
  result: ArrayRef,
): void {
  const { op } = program.expression.reduction as Reduction;
  const start = op === 'prod' ? 1 : 0;
  const outer = walk.shape.slice(0, -2);
  const [length, rowSize] = walk.shape.slice(-2) as [number, number];
  const mostWidth = Math.min(rowSize, MOST_WIDTH);
  const mostRows = Math.max(1, Math.min(length, ROWS));
  const storage = newResult([mostWidth], 'float64', inputs, 'C');
  const sums = refOf(storage);
  const numbers = sums.data as Float64Array;
  const loop = program.accumulating('float64');
  const arrays = [...inputs, sums, sums];
  const own = walk.strides.at(-1) as readonly number[];
  const steps = walk.strides.slice(0, -1);
  const part = {
    shape: [mostRows, mostWidth],
    strides: [...steps.map((each) => each.slice(-2)), [0, 1], [0, 1]],
  };

  const join = (before: Float64Array, after: Float64Array, width: number): Float64Array => {
    for (let index = 0; index < width; index++) {
      const [a, b] = [before[index] as number, after[index] as number];
      before[index] = op === 'prod' ? a * b : a + b;
    }
    return before;
  };
  /** The elements of a row from `column` on, reduced over all rows. */
  const reduced = (plan: Plan, line: number, column: number, width: number): Float64Array => {
    const stack: Partial[] = [];
    const starts = steps.map(
      (each, index) =>
        (inputs[index] as ArrayRef).offset + lineStart(outer, each, line) + column * (each.at(-1) as number),
    );
    for (let row = 0; row < length; row += ROWS) {
      const offsets = steps.map((each, index) => (starts[index] as number) + row * (each.at(-2) as number));
      numbers.fill(start, sums.offset, sums.offset + width);
      drive(moved(plan, Math.min(ROWS, length - row), width, [...offsets, sums.offset, sums.offset]), () => {});
      let entry: Partial = { values: numbers.slice(sums.offset, sums.offset + width), size: 1 };
      while (stack.at(-1)?.size === entry.size) {
        const before = stack.pop() as Partial;
        entry = { values: join(before.values, entry.values, width), size: 2 * entry.size };
      }
      stack.push(entry);
    }
    let total: Float64Array = stack.pop()?.values ?? new Float64Array(width).fill(start);
    for (let before = stack.pop(); before !== undefined; before = stack.pop())
      total = join(before.values, total, width);
    return total;
  };

  const target = result.data as unknown as Record<number, number>;
  const stride = own.at(-1) as number;
  try {
    runNow(
      withEngine(
        loop,
        arrays.map((array) => array.data),
        function* (engine) {
          const plan = planWalk(engine, part, arrays, true, parametersOf(loop, scalars), mostWidth, 1);
          for (let line = 0; line < product(outer); line++) {
            for (let column = 0; column < rowSize; column += MOST_WIDTH) {
              const width = Math.min(MOST_WIDTH, rowSize - column);
              const totals = reduced(plan, line, column, width);
              let place = result.offset + lineStart(outer, own, line) + column * stride;
              for (let index = 0; index < width; index++, place += stride) {
                const total = totals[index] as number;
                target[place] = op === 'mean' ? total / length : total;
              }
            }
          }
          yield;
        },
      ),
    );
  } finally {
    storage.dispose();
  }
}
