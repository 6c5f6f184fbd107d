/**
 * Element-wise functions with `out`, `where`, `dtype` and `casting`, in blocks.
 *
 * Each block is computed by numpy-ts's own function, on C-ordered blocks of the operands, so that values and dtypes are
 * those of the same call without options on C-ordered arrays: numpy-ts 1.7.0 takes wrong elements of some views, and
 * broadcasts some functions wrongly, so views and broadcasting are done here. A block of a C-ordered operand is lent, any
 * other is copied. Apart from the result, nothing is as large as the arrays.
 */
import { NDArray, type NDArrayCore, ones, wasmConfig, zeros } from 'numpy-ts';
import { kernelElements } from '../blockwise/plan.ts';
import { adopt, inScope } from '../blockwise/scope.ts';
import { LentRegion, type StorageClass, storageClass } from '../blockwise/storage.ts';
import type { Casting } from '../dtypes/casting.ts';
import { holds } from '../dtypes/holds.ts';
import { type DType, infoOf, type TypedArray } from '../dtypes/table.ts';
import { shapeText, valueText } from '../errors.ts';
import { overlapOf } from '../layout/overlap.ts';
import { forEachRun, gather, merged, scatter } from '../layout/runs.ts';
import { isCOrdered, newArray, product, type Storage, type View } from '../layout/view.ts';
import { UfuncError } from './errors.ts';
import {
  broadcastShape,
  broadcastTo,
  castingOf,
  copyOf,
  dtypeOf,
  type Input,
  inputOf,
  isComplexValue,
  isScalar,
  maskOf,
  type Operand,
  type Out,
  outOf,
  requireCast,
  type Scalar,
  scalarArray,
  type Where,
} from './operand.ts';
import { libraryFunction, PROBE_ELEMENTS, resultDType } from './resolve.ts';

export interface ElementwiseOptions {
  /** An array for the result, of the shape that the operands broadcast to (they also broadcast to its shape). */
  out?: Out;
  /** Where to compute; elsewhere `out` keeps what it has, and a new array has zeros. */
  where?: Where;
  /** Of the computation: operands are converted to it before. */
  dtype?: DType;
  /** Which conversions (of operands to `dtype`, of the result to `out`) are allowed; `same_kind` unless given. */
  casting?: Casting;
}

/** Elements of a block: a few of them fit the second cache. A multiple of every kernel's step. */
const BLOCK = 16384;
/** A last block with fewer elements is joined to the one before it, for kernels differ below some size. */
const LEAST_REST = 64;

function blockElements(): number {
  const kernel = kernelElements(wasmConfig.thresholdMultiplier);
  return Number.isFinite(kernel) ? Math.max(BLOCK, Math.ceil(kernel / LEAST_REST) * LEAST_REST) : BLOCK;
}

/** An operand, or a number that numpy-ts takes as it is. */
type Argument = Input | { readonly scalar: number };

/** The dtype in which a number meets an array of a dtype: the array's where it holds the number. */
function weakDType(value: Scalar, other: DType): DType {
  const { kind } = infoOf(other);
  if (isComplexValue(value)) return kind === 'c' ? other : other === 'float32' ? 'complex64' : 'complex128';
  if (kind === 'f' || kind === 'c') return other;
  if (holds(other, value)) return other;
  return typeof value === 'bigint' ? (value < 0n || value < 2n ** 63n ? 'int64' : 'uint64') : 'float64';
}

function argumentsOf(called: string, names: readonly string[], values: readonly unknown[]): Argument[] {
  const array = values.find((value) => !isScalar(value));
  if (array === undefined || values.length === 1) {
    return values.map((value, index) => inputOf(called, names[index] ?? 'x', value));
  }
  const known = inputOf(called, names[values.indexOf(array)] ?? 'x', array);
  return values.map((value, index) => {
    if (value === array) return known;
    if (!isScalar(value)) return inputOf(called, names[index] ?? 'x', value);
    // numpy-ts takes a number as second operand only.
    if (index === 1 && (typeof value === 'number' || typeof value === 'boolean')) return { scalar: Number(value) };
    const { storage } = scalarArray(called, names[index] ?? 'x', value, weakDType(value, known.view.dtype));
    return { view: viewParts(storage), owned: storage };
  });
}

function viewParts({ data, dtype, shape, strides, offset }: Storage): View {
  return { data, dtype, shape, strides, offset };
}

/** The element-wise function `name` of operands: `called` is how it is named in errors. */
export function elementwise(
  called: string,
  name: string,
  values: readonly Operand[],
  options: ElementwiseOptions = {},
): NDArray | Out {
  const names = values.length === 1 ? ['x'] : ['a', 'b'];
  return evaluate(called, name, argumentsOf(called, names, values), options);
}

/** Computes one block of the result from blocks of the operands. */
export type Compute = (...blocks: unknown[]) => NDArrayCore;

/** The same of operands that are views already, and computed by something else than numpy-ts's function (`outer`). */
export function evaluate(
  called: string,
  name: string,
  args: readonly Argument[],
  options: ElementwiseOptions,
  compute: Compute = libraryFunction(name),
): NDArray | Out {
  const owned: Storage[] = args.flatMap((arg) => (isInput(arg) && arg.owned !== null ? [arg.owned] : []));
  try {
    return run(called, name, args, options, compute, owned);
  } finally {
    // An operand that was given twice was made once.
    for (const storage of new Set(owned)) storage.dispose();
  }
}

function run(
  called: string,
  name: string,
  args: readonly Argument[],
  options: ElementwiseOptions,
  compute: Compute,
  owned: Storage[],
): NDArray | Out {
  const casting = castingOf(called, options.casting);
  const out = options.out === undefined ? null : outOf(called, options.out);
  const shape = resultShape(called, args, out);
  const wanted = loopDType(called, name, args, dtypeOf(called, options.dtype), casting);
  const mask = maskOf(called, options.where, shape, out);
  if (mask?.owned) owned.push(mask.owned);
  const operands = args.map((arg) => (isInput(arg) ? operandOf(arg, shape, wanted, out, owned) : arg.scalar));
  const task: Task = { called, name, compute, operands, shape, mask: mask?.view ?? null, casting };
  const size = product(shape);
  if (size === 0) return nothing(task, args, wanted, out, options.out);
  return blocks(task, size, out, options.out);
}

interface Block {
  /** Merged, of the result's shape. */
  readonly view: View;
  /** In which the function is to see it. */
  readonly dtype: DType;
  /** C-ordered, and of that dtype. */
  readonly lent: boolean;
  /** Where blocks are copied to; null where they are lent. */
  readonly scratch: NDArray | null;
  /** Whether all elements are one, so that the scratch is filled once. */
  readonly constant: boolean;
}

interface Task {
  readonly called: string;
  readonly name: string;
  readonly compute: Compute;
  readonly operands: readonly (Block | number)[];
  readonly shape: readonly number[];
  readonly mask: View | null;
  readonly casting: Casting;
}

function isInput(arg: Argument): arg is Input {
  return 'view' in arg;
}

function resultShape(called: string, args: readonly Argument[], out: View | null): number[] {
  const shapes = args.filter(isInput).map(({ view }) => view.shape);
  const shape = broadcastShape(shapes);
  if (shape === null) {
    throw new UfuncError(called, 'operands', 'shapes that broadcast together', shapes.map(shapeText).join(' and '));
  }
  if (out === null) return shape;
  const joined = broadcastShape([shape, out.shape]);
  if (joined === null || shapeText(joined) !== shapeText(out.shape)) {
    throw new UfuncError(called, 'out', `shape ${shapeText(shape)}`, `shape ${shapeText(out.shape)}`);
  }
  return joined;
}

/** The dtype that operands are converted to before; null where they are taken as they are. */
function loopDType(
  called: string,
  name: string,
  args: readonly Argument[],
  asked: DType | null,
  casting: Casting,
): DType | null {
  const own = args.filter(isInput).map(({ view }) => view.dtype);
  if (asked === null) return negativePowers(name, args) ? 'float64' : mixedBits(name, own);
  const natural = args.length === own.length ? resultDType(name, own) : null;
  const converted = resultDType(
    name,
    args.map(() => asked),
  );
  if (converted === asked) {
    for (const [index, dtype] of own.entries()) {
      requireCast(called, `operand ${index}, by dtype`, dtype, asked, casting);
    }
    return asked;
  }
  if (natural === asked) return null;
  const gives = converted instanceof Error ? 'nothing' : converted;
  throw new UfuncError(called, 'dtype', `a dtype in which ${name} gives itself`, `${asked}, which gives ${gives}`);
}

/**
 * The dtype of `bitwise_and` and its like of arrays of two dtypes: numpy-ts 1.7.0 reads the narrower one as if it had the
 * wider one's elements, beyond its end.
 */
function mixedBits(name: string, own: readonly DType[]): DType | null {
  if (!/^bitwise_(and|or|xor)$/.test(name) || own.length < 2 || own[0] === own[1]) return null;
  const result = resultDType(name, own);
  return result instanceof Error ? null : result;
}

/** numpy-ts makes integer powers float64 if any exponent is negative, which one block cannot know of another. */
function negativePowers(name: string, args: readonly Argument[]): boolean {
  const [base, exponent] = args;
  if ((name !== 'power' && name !== 'pow') || base === undefined || exponent === undefined) return false;
  if (!isInput(base) || !isInput(exponent)) return false;
  const integer = (dtype: DType): boolean => 'iub'.includes(infoOf(dtype).kind);
  if (!integer(base.view.dtype) || infoOf(exponent.view.dtype).kind !== 'i') return false;
  let negative = false;
  const { view } = exponent;
  forEachRun(merged(view), 0, product(view.shape), (at, stride, length) => {
    for (let index = 0; index < length && !negative; index++) {
      negative = (view.data[at + index * stride] as number) < 0;
    }
  });
  return negative;
}

function operandOf(
  input: Input,
  shape: readonly number[],
  wanted: DType | null,
  out: View | null,
  owned: Storage[],
): Block {
  const whole = broadcastTo(input.view, shape) as View;
  let view = whole;
  if (out !== null && overlapOf(whole, out) !== 'none' && !isSamePlace(whole, out)) {
    const copy = copyOf(whole);
    if (copy.owned !== null) owned.push(copy.owned);
    view = copy.view;
  }
  const dtype = wanted ?? view.dtype;
  const lent = dtype === view.dtype && isCOrdered(view);
  const scratch = lent ? null : newArray([Math.min(blockElements() + LEAST_REST, product(shape))], dtype);
  if (scratch !== null) owned.push(scratch.storage);
  const constant = view.shape.every((size, axis) => size === 1 || view.strides[axis] === 0);
  const block: Block = { view: merged(view), dtype, lent, scratch, constant };
  if (constant && scratch !== null) gather(block.view, 0, scratch.size, scratch.storage.data, dtype, 0);
  return block;
}

/** Whether each element of the one lies exactly where the same element of the other does. */
export function isSamePlace(a: View, b: View): boolean {
  return (
    a.data.buffer === b.data.buffer &&
    infoOf(a.dtype).storedItemBytes === infoOf(b.dtype).storedItemBytes &&
    a.data.byteOffset + a.offset * infoOf(a.dtype).storedItemBytes ===
      b.data.byteOffset + b.offset * infoOf(b.dtype).storedItemBytes &&
    a.shape.length === b.shape.length &&
    a.shape.every((size, axis) => size === b.shape[axis] && (size === 1 || a.strides[axis] === b.strides[axis]))
  );
}

/** The buffer of numpy-ts's pool; only what lies there can be lent as such. */
function poolBuffer(): ArrayBufferLike | null {
  const probe = newArray([1], 'float64');
  const { storage } = probe;
  const buffer = storage.isWasmBacked ? storage.data.buffer : null;
  probe.dispose();
  return buffer;
}

function blockArray(
  block: Block,
  start: number,
  count: number,
  Class: StorageClass,
  pool: ArrayBufferLike | null,
): NDArray {
  const { view, dtype, scratch } = block;
  const width = infoOf(dtype).width;
  if (scratch !== null && !block.constant) gather(view, start, count, scratch.storage.data, dtype, 0);
  const first = scratch === null ? view.offset + start : 0;
  const data = (scratch?.storage.data ?? view.data) as Float64Array;
  const part = data.subarray(first * width, (first + count) * width) as TypedArray;
  const lent = part.buffer === pool ? new LentRegion(part.byteOffset, part.byteLength) : null;
  return NDArray.fromStorage(new Class(part, [count], [1], 0, dtype, lent as never));
}

function blocks(task: Task, size: number, out: View | null, given: Out | undefined): NDArray | Out {
  const pool = poolBuffer();
  const Class = storageClass(newArray([0], 'float64').storage);
  const length = blockElements();
  let result: NDArray | null = null;
  let target: View | null = out === null ? null : merged(out);
  const mask = task.mask === null ? null : merged(task.mask);
  const taken = mask === null ? null : new Uint8Array(Math.min(size, length + LEAST_REST));
  const all = (): void => {
    for (let start = 0; start < size; ) {
      const count = size - start < length + LEAST_REST ? size - start : length;
      inScope(Class, (made) => {
        const args = task.operands.map((operand) =>
          typeof operand === 'number' ? operand : blockArray(operand, start, count, Class, pool),
        );
        const block = computed(task, args);
        if (target === null) {
          result =
            task.mask === null ? newArray(task.shape, block.dtype) : asFull(zeros(Array.from(task.shape), block.dtype));
          const place = made.indexOf(result.storage);
          if (place >= 0) made.splice(place, 1);
          target = merged(viewParts(result.storage));
        } else if (start === 0) requireCast(task.called, 'out', block.dtype, target.dtype, task.casting);
        put(block, target, start, count, mask, taken);
      });
      start += count;
    }
  };
  try {
    // A scope around those of the blocks: beginning to watch numpy-ts for each block would undo its optimised code.
    inScope(Class, all);
  } catch (error) {
    (result as NDArray | null)?.dispose();
    throw error;
  }
  if (given !== undefined) return given;
  const { storage } = result as unknown as NDArray;
  // Within somebody's scope the result is one of the arrays made there.
  adopt(storage);
  return result as unknown as NDArray;
}

function asFull(made: { storage: Storage }): NDArray {
  return made instanceof NDArray ? made : NDArray.fromStorage(made.storage);
}

function computed(task: Task, args: readonly unknown[]): View {
  return viewParts(computedArray(task, args).storage);
}

function computedArray(task: Task, args: readonly unknown[]): NDArrayCore {
  try {
    return task.compute(...args);
  } catch (error) {
    const dtypes = task.operands.map((operand) => (typeof operand === 'number' ? valueText(operand) : operand.dtype));
    throw new UfuncError(task.called, 'operands', `dtypes that ${task.name} is defined for`, dtypes.join(' and '), {
      cause: error,
    });
  }
}

/** Puts a block of the result in its place, where the mask says so. */
function put(
  block: View,
  target: View,
  start: number,
  count: number,
  mask: View | null,
  taken: Uint8Array | null,
): void {
  const source = isCOrdered(block) ? block : (copyOf(block).view as View);
  if (mask === null || taken === null) {
    scatter(source.data, source.dtype, source.offset, target, start, count);
    return;
  }
  gather(mask, start, count, taken as TypedArray, 'bool', 0);
  for (let from = 0; from < count; ) {
    // Runs of elements that are to be written.
    while (from < count && taken[from] === 0) from++;
    let to = from;
    while (to < count && taken[to] !== 0) to++;
    if (to > from) scatter(source.data, source.dtype, source.offset + from, target, start + from, to - from);
    from = to;
  }
}

/** A result without elements: its dtype is what the same call on some elements gives. */
function nothing(
  task: Task,
  args: readonly Argument[],
  wanted: DType | null,
  out: View | null,
  given: Out | undefined,
): NDArray | Out {
  const operands = args.map((arg) => (isInput(arg) ? ones([PROBE_ELEMENTS], wanted ?? arg.view.dtype) : arg.scalar));
  try {
    const { storage } = computedArray(task, operands);
    const { dtype } = storage;
    storage.dispose();
    if (out === null || given === undefined) return newArray(task.shape, dtype);
    requireCast(task.called, 'out', dtype, out.dtype, task.casting);
    return given;
  } finally {
    for (const operand of operands) if (typeof operand !== 'number') operand.dispose();
  }
}
