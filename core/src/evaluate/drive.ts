/**
 * Runs an engine over whole arrays, block by block. Operands that lie side by side in memory that the engine reaches are
 * used in place; one element that is repeated is read once; all others are copied through scratch, a block at a time.
 */
import type { ArrayRef } from './arrays.ts';
import { type Engine, type Operand, type Runner, SCRATCH_BYTES } from './engine.ts';
import { gather, scatter } from './gather.ts';
import { broadcastStrides, type Iteration, iteration, product } from './layout.ts';
import type { Data, DataConstructor } from './library.ts';
import { lineStart } from './lines.ts';

/**
 * Elements of a call of an engine at most: as many as take `CALL_BYTES`. Small enough that V8 soon replaces a kernel's
 * first, slower code, and that threads finish together; large enough that the call itself does not show.
 */
export function elementsOfCall(arrays: readonly ArrayRef[]): number {
  const bytes = arrays.reduce((sum, { data, width }) => sum + data.BYTES_PER_ELEMENT * width, 0);
  return Math.max(LEAST_ELEMENTS, Math.floor(CALL_BYTES / Math.max(1, bytes) / BLOCK_STEP) * BLOCK_STEP);
}

const CALL_BYTES = 768 * 1024;
const LEAST_ELEMENTS = 8192;
/** Shorter rows are handled several at a time. */
const SHORT_ROW = 64;
const BLOCK_STEP = 64;

type Way = 'direct' | 'repeated' | 'copied' | 'copied once';

export interface Place {
  readonly array: ArrayRef;
  readonly strides: readonly number[];
  readonly way: Way;
  /** The copied block, where it is one. */
  block: Data | null;
}

/** How an iteration is cut: lines over the last axes, one for each index of the first ones. */
export interface Cut {
  readonly outer: readonly number[];
  readonly line: readonly number[];
  readonly lineSize: number;
}

/** Receives what a folding runner gives, and of how many elements. */
export type Take = (folded: number | bigint, count: number) => void;

export interface Plan {
  /** Which place is written; −1 where the elements are folded. */
  readonly written: number;
  readonly cut: Cut;
  readonly places: readonly Place[];
  /** Elements of a block. */
  readonly block: number;
  readonly runner: Runner;
}

function cutOf(shape: readonly number[], line: number): Cut {
  const last = shape.at(-1) as number;
  const at = line > 0 ? shape.length - line : last < SHORT_ROW ? 0 : shape.length - 1;
  return { outer: shape.slice(0, at), line: shape.slice(at), lineSize: product(shape.slice(at)) };
}

/** How one operand is reached along a line with these strides. */
function wayOf(
  engine: Engine,
  array: ArrayRef,
  line: readonly number[],
  strides: readonly number[],
  isResult: boolean,
): Way {
  const reached = engine.reaches(array.data.buffer) && array.width === 1;
  const still = strides.every((stride, axis) => stride === 0 || line[axis] === 1);
  let expected = 1;
  let contiguous = true;
  for (let axis = line.length - 1; axis >= 0; axis--) {
    if (line[axis] !== 1 && strides[axis] !== expected) contiguous = false;
    expected *= line[axis] as number;
  }
  if (contiguous && reached) return 'direct';
  if (!isResult && still && engine.repeats) return reached ? 'repeated' : 'copied once';
  return 'copied';
}

/**
 * Plans an evaluation over `shape`. `arrays` are the inputs, and last the result, where there is one (`hasResult`).
 * `most` bounds the elements of a block.
 */
export function plan(
  engine: Engine,
  shape: readonly number[],
  arrays: readonly ArrayRef[],
  hasResult: boolean,
  parameters: readonly (number | bigint)[],
  most: number,
): Plan {
  // The iteration follows the memory order of the result, or else of an input that is not broadcast.
  const strides = arrays.map((array) => broadcastStrides(array.shape, array.strides, shape));
  const full = hasResult
    ? arrays.length - 1
    : Math.max(
        0,
        arrays.findIndex((array) => product(array.shape) === product(shape)),
      );
  const order = [full, ...arrays.keys()];
  const walk = iteration(
    shape,
    order.map((index) => strides[index] as number[]),
  );
  return planWalk(engine, { ...walk, strides: walk.strides.slice(1) }, arrays, hasResult, parameters, most, 0);
}

/**
 * Plans an evaluation that goes through the axes of `walk` as they are. `line` is how many of its axes, from the last,
 * make a line; 0 leaves the choice.
 */
export function planWalk(
  engine: Engine,
  walk: Iteration,
  arrays: readonly ArrayRef[],
  hasResult: boolean,
  parameters: readonly (number | bigint)[],
  most: number,
  line: number,
): Plan {
  const cut = cutOf(walk.shape, line);
  const places = arrays.map((array, index): Place => {
    const own = walk.strides[index] as readonly number[];
    const isResult = hasResult && index === arrays.length - 1;
    return {
      array,
      strides: own,
      way: wayOf(engine, array, cut.line, own.slice(cut.outer.length), isResult),
      block: null,
    };
  });
  const copied = places.filter(({ way }) => way === 'copied');
  const bytes = copied.reduce((sum, { array }) => sum + array.data.BYTES_PER_ELEMENT * array.width, 0);
  const room = SCRATCH_BYTES - places.length * 2 * BLOCK_STEP;
  const fitting = bytes === 0 ? most : Math.max(BLOCK_STEP, Math.floor(room / bytes / BLOCK_STEP) * BLOCK_STEP);
  const block = Math.min(most, fitting, Math.ceil(cut.lineSize / BLOCK_STEP) * BLOCK_STEP);
  // Without room in this memory the engine has moved to another one, where other operands are in reach.
  if (!makeBlocks(engine, places, block)) return planWalk(engine, walk, arrays, hasResult, parameters, most, line);
  const inputs = hasResult ? places.slice(0, -1) : places;
  const operands = inputs.map(
    (place): Operand => ({
      data: place.block ?? place.array.data,
      repeated: place.way === 'repeated' || place.way === 'copied once',
    }),
  );
  const last = places.at(-1);
  const result = hasResult && last !== undefined ? (last.block ?? last.array.data) : null;
  return {
    written: hasResult ? places.length - 1 : -1,
    cut,
    places,
    block,
    runner: engine.bind(operands, result, parameters),
  };
}

/** Gives each copied operand its block; false if the engine has no room where it is. */
function makeBlocks(engine: Engine, places: readonly Place[], block: number): boolean {
  const sizes = places.map(({ way, array }) => {
    const elements = way === 'copied' ? block : way === 'copied once' ? 1 : 0;
    return Math.ceil((elements * array.data.BYTES_PER_ELEMENT * array.width) / BLOCK_STEP) * BLOCK_STEP;
  });
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total === 0) return true;
  const scratch = engine.scratch(total + BLOCK_STEP);
  if (scratch === null) return false;
  const { buffer, offset } = scratch;
  let at = Math.ceil(offset / BLOCK_STEP) * BLOCK_STEP;
  for (const [index, place] of places.entries()) {
    const size = sizes[index] as number;
    if (size === 0) continue;
    const Numbers = place.array.data.constructor as DataConstructor;
    place.block = new Numbers(buffer, at, size / place.array.data.BYTES_PER_ELEMENT);
    at += size;
  }
  return true;
}

/** Runs a plan from the first element to the last; `take` receives what a folding runner gives. */
export function drive(plan: Plan, take: Take): void {
  const steps = driving(plan, take);
  while (!steps.next().done);
}

/** Runs a plan and stops after each block, for a caller that has something else to do now and then. */
export function* driving(plan: Plan, take: Take): Generator<void, void> {
  const { written, cut, places, block, runner } = plan;
  const lines = product(cut.outer);
  const depth = cut.outer.length;
  const lineStrides = places.map(({ strides }) => strides.slice(depth));
  const offsets = new Array<number>(places.length);
  for (let line = 0; line < lines; line++) {
    const bases = places.map(({ array, strides }) => array.offset + lineStart(cut.outer, strides, line));
    for (let start = 0; start < cut.lineSize; start += block) {
      const count = Math.min(block, cut.lineSize - start);
      for (const [index, { way, array, block: copy }] of places.entries()) {
        const base = bases[index] as number;
        offsets[index] = copy !== null ? 0 : way === 'direct' ? base + start : base;
        if (copy === null || index === written) continue;
        if (way === 'copied once') {
          if (start === 0) gather(copy, { ...array, offset: base }, [1], [0], 0, 1);
        } else {
          gather(copy, { ...array, offset: base }, cut.line, lineStrides[index] as number[], start, count);
        }
      }
      const folded = runner.run(count, offsets);
      if (folded !== undefined) take(folded, count);
      const copy = places[written]?.block ?? null;
      if (copy !== null) {
        const to = { ...(places[written] as Place).array, offset: bases[written] as number };
        scatter(copy, to, cut.line, lineStrides[written] as number[], start, count);
      }
      yield;
    }
  }
}
