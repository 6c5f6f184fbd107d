/** `ufunc`: numpy-ts's element-wise functions with the options and methods that they have in NumPy. */
import type { Complex, NDArray } from 'numpy-ts';
import { holds } from '../dtypes/holds.ts';
import { type DType, infoOf } from '../dtypes/table.ts';
import { BytelensError, shapeText, valueText } from '../errors.ts';
import { overlapOf } from '../layout/overlap.ts';
import { assign } from '../layout/runs.ts';
import { newArray, type View, viewOf } from '../layout/view.ts';
import { accumulateInto } from './accumulate.ts';
import { binaryAt, type Indices, unaryAt } from './at.ts';
import { type Compute, type ElementwiseOptions, elementwise, evaluate, isSamePlace } from './elementwise.ts';
import { UfuncError } from './errors.ts';
import { type BinaryName, KERNELS, type Kernel } from './kernels.ts';
import type { Value } from './lanes.ts';
import {
  axesOf,
  axisOf,
  dtypeOf,
  type Input,
  inputOf,
  maskOf,
  type Operand,
  type Out,
  outOf,
  takeScalar,
  type Where,
} from './operand.ts';
import { axesOfReduction, InexactSum, type Reduction, reduceAlong, reduceInto, sumsInDoubles } from './reduce.ts';
import { type Loop, laneOf, methodLoop, pairLoop } from './resolve.ts';

export interface ReduceOptions {
  /** The axis or axes to reduce, counted from the end where negative; `null` all of them. By default 0. */
  axis?: number | readonly number[] | null;
  /** Of the computation and the result. By default `out`'s; else int64 or uint64 for sums and products of smaller integers, and what numpy-ts gives for two such arrays for all else. */
  dtype?: DType;
  /** An array for the result, of its shape. */
  out?: Out;
  /** What to begin with. Must be exactly representable in the dtype, but that floats are rounded. */
  initial?: number | bigint | { readonly re: number; readonly im: number };
  /** Which elements to take; needs `initial` where the function has no identity. */
  where?: Where;
  /** Whether reduced axes stay, with size 1. */
  keepdims?: boolean;
}

export interface AccumulateOptions {
  /** Counted from the end where negative. By default 0. */
  axis?: number;
  dtype?: DType;
  out?: Out;
}

/** A result: an array, or a number where all axes were reduced. */
export type Reduced = NDArray | number | bigint | Complex;

/** A ufunc of one operand. */
export interface UnaryUfunc {
  /** The function of each element: values and dtype as numpy-ts's. */
  <O extends Out>(x: Operand, options: ElementwiseOptions & { out: O }): O;
  (x: Operand, options?: ElementwiseOptions): NDArray;
  readonly ufuncName: string;
  /** Replaces `a[indices]` by the function of it, as often as an index is given. */
  at(a: Out, indices: Indices): void;
}

/** A ufunc of two operands. */
export interface BinaryUfunc {
  /** The function of each pair of elements; operands broadcast. Values and dtype as numpy-ts's. */
  <O extends Out>(a: Operand, b: Operand, options: ElementwiseOptions & { out: O }): O;
  (a: Operand, b: Operand, options?: ElementwiseOptions): NDArray;
  readonly ufuncName: string;
  /** The value of a reduction of nothing; null where there is none. */
  readonly identity: number | null;
  /**
   * Applies the function to element after element along `axis`: `add.reduce` is the sum.
   *
   * @returns an array without the reduced axes; a number where none is left and `keepdims` is not set: a bigint for
   *   64-bit integers or where `dtype` asks for them, else a number
   */
  reduce<O extends Out>(array: Operand, options: ReduceOptions & { out: O }): O;
  reduce(array: Operand, options: ReduceOptions & { keepdims: true }): NDArray;
  reduce(array: Operand, options?: ReduceOptions): Reduced;
  /** All results on the way of `reduce` along one axis: `add.accumulate` is the running sum. Of the array's shape. */
  accumulate<O extends Out>(array: Operand, options: AccumulateOptions & { out: O }): O;
  accumulate(array: Operand, options?: AccumulateOptions): NDArray;
  /**
   * Reduces slices of one axis: result `i` is `reduce` of `indices[i]` to `indices[i + 1]` (the last one to the end), and
   * just element `indices[i]` where that is not below `indices[i + 1]`.
   */
  reduceat<O extends Out>(
    array: Operand,
    indices: readonly number[] | Operand,
    options: AccumulateOptions & { out: O },
  ): O;
  reduceat(array: Operand, indices: readonly number[] | Operand, options?: AccumulateOptions): NDArray;
  /** The function of each element of `a` with each of `b`: shape `(*a.shape, *b.shape)`. */
  outer<O extends Out>(a: Operand, b: Operand, options: ElementwiseOptions & { out: O }): O;
  outer(a: Operand, b: Operand, options?: ElementwiseOptions): NDArray;
  /** `a[indices] = f(a[indices], b)`, as often as an index is given. */
  at(a: Out, indices: Indices, b: Operand): void;
}

interface Target {
  readonly view: View;
  /** What was made for the result; null where the caller gave an array. */
  readonly made: NDArray | null;
}

function targetOf(called: string, given: Out | undefined, shape: readonly number[], dtype: DType): Target {
  if (given === undefined) {
    const made = newArray(shape, dtype);
    return { view: viewOf(made) as View, made };
  }
  const view = outOf(called, given);
  if (shapeText(view.shape) !== shapeText(shape)) {
    throw new UfuncError(called, 'out', `shape ${shapeText(shape)}`, `shape ${shapeText(view.shape)}`);
  }
  return { view, made: null };
}

/** Runs `work`, and gives back what was made for operands, and for the result if it fails. */
function withOwned<T>(inputs: readonly (Input | null)[], work: () => T): T {
  try {
    return work();
  } finally {
    for (const input of inputs) input?.owned?.dispose();
  }
}

/** Lets `write` fill the target: or an array of its own, which is then copied, where the operand lies under the target. */
function writeApart(target: Target, operand: View, sameAllowed: boolean, write: (out: View) => void): void {
  try {
    const { view } = target;
    const apart = overlapOf(operand, view) === 'none' || (sameAllowed && isSamePlace(operand, view));
    if (apart) {
      write(view);
      return;
    }
    const aside = newArray(view.shape, view.dtype);
    write(viewOf(aside) as View);
    assign(viewOf(aside) as View, view);
    aside.dispose();
  } catch (error) {
    target.made?.dispose();
    throw error;
  }
}

/** What accumulators begin with: null for the first element. */
function initialOf(called: string, loop: Loop, options: ReduceOptions, masked: boolean, empty: boolean): Value | null {
  const { initial } = options;
  if (initial !== undefined) {
    const real = typeof initial === 'number' || typeof initial === 'bigint';
    const valid = real || (typeof initial === 'object' && initial !== null);
    if (valid && (holds(loop.dtype, initial) || (real && infoOf(loop.dtype).kind === 'f'))) {
      return loop.kernel.kind === 'arithmetic' ? initial : Number(initial) === 0 ? 0 : 1;
    }
    throw new UfuncError(called, 'initial', `a value that ${loop.dtype} can hold`, valueText(initial));
  }
  const { identity } = loop.kernel;
  if (identity !== null) return identity;
  if (masked)
    throw new UfuncError(called, 'initial', `a value, since ${loop.name} with \`where\` has no identity`, 'none');
  if (empty)
    throw new UfuncError(called, 'array', `elements, since ${loop.name} has no identity`, 'none along the axis');
  return null;
}

function reduce(name: BinaryName, array: unknown, options: ReduceOptions = {}): Reduced | Out {
  const called = `ufunc.${name}.reduce`;
  const input = inputOf(called, 'array', array);
  const { view } = input;
  let mask: Input | null = null;
  return withOwned([input, { view, owned: null }], () => {
    const asked = dtypeOf(called, options.dtype);
    const given = options.out === undefined ? null : outOf(called, options.out);
    const loop = methodLoop(called, name, view.dtype, asked, given?.dtype ?? null);
    const axes = axesOf(called, options.axis === undefined ? 0 : options.axis, view.shape.length);
    if (axes.length > 1 && !loop.kernel.reorderable) {
      throw new UfuncError(called, 'axis', `one axis, since ${name} depends on the order`, `(${axes.join(', ')})`);
    }
    mask = maskOf(called, options.where, view.shape, given);
    try {
      const keep = options.keepdims === true;
      const shape = view.shape.flatMap((size, axis) => (axes.includes(axis) ? (keep ? [1] : []) : [size]));
      const some = !shape.includes(0);
      const empty = some && axes.some((axis) => view.shape[axis] === 0);
      const initial = initialOf(called, loop, options, mask !== null, empty);
      const target = targetOf(called, options.out, shape, loop.result);
      writeApart(target, view, false, (out) => {
        const dense = keep ? withoutAxes(out, axes) : out;
        runReduction(called, { loop, view, mask: mask?.view ?? null, out: dense, reduced: axes, initial });
      });
      if (target.made === null) return options.out as Out;
      return shape.length > 0 || keep ? target.made : scalarOf(target.made, view.dtype, asked);
    } finally {
      mask?.owned?.dispose();
    }
  });
}

function withoutAxes(view: View, axes: readonly number[]): View {
  const stays = (_: number, axis: number): boolean => !axes.includes(axis);
  return { ...view, shape: view.shape.filter(stays), strides: view.strides.filter(stays) };
}

/**
 * A full reduction as a number. Sums of small integers are numbers, as numpy-ts's `sum` gives them, though they are made
 * in 64 bits; who asks for int64 gets a bigint.
 */
function scalarOf(result: NDArray, input: DType, asked: DType | null): number | bigint | Complex {
  const value = takeScalar(result);
  return typeof value === 'bigint' && !infoOf(input).bigint && asked === null ? Number(value) : value;
}

interface Run {
  readonly loop: Loop;
  readonly view: View;
  readonly mask: View | null;
  readonly out: View;
  readonly reduced: readonly number[];
  readonly initial: Value | null;
}

function canSumInDoubles({ loop, view, initial, reduced }: Run): boolean {
  return loop.name === 'add' && infoOf(loop.dtype).bigint && initial === 0 && sumsInDoubles(view, reduced);
}

function runReduction(called: string, run: Run): void {
  const job = (exact: boolean): Reduction => ({ ...run, lane: laneOf(run.loop, true, exact), exact });
  guarded(called, () => {
    if (canSumInDoubles(run)) {
      try {
        reduceInto(job(true));
        return;
      } catch (error) {
        if (!(error instanceof InexactSum)) throw error;
      }
    }
    reduceInto(job(false));
  });
}

/** Errors of kernels (a negative exponent) as errors of the call. */
function guarded(called: string, work: () => void, argument = 'array'): void {
  try {
    work();
  } catch (error) {
    if (error instanceof BytelensError || !(error instanceof RangeError) || error.name !== 'NegativeExponentError')
      throw error;
    throw new UfuncError(called, argument, 'exponents that are not negative', 'a negative integer exponent', {
      cause: error,
    });
  }
}

function accumulate(name: BinaryName, array: unknown, options: AccumulateOptions = {}): NDArray | Out {
  const called = `ufunc.${name}.accumulate`;
  const input = inputOf(called, 'array', array);
  const { view } = input;
  return withOwned([input], () => {
    const given = options.out === undefined ? null : outOf(called, options.out).dtype;
    const loop = methodLoop(called, name, view.dtype, dtypeOf(called, options.dtype), given);
    if (view.shape.length === 0) throw new UfuncError(called, 'array', 'at least one dimension', 'a number');
    const axis = axisOf(called, options.axis === undefined ? 0 : options.axis, view.shape.length);
    const target = targetOf(called, options.out, view.shape, loop.result);
    writeApart(target, view, true, (out) => {
      guarded(called, () => accumulateInto(laneOf(loop, false), view, out, axis));
    });
    return target.made ?? (options.out as Out);
  });
}

function segmentsOf(called: string, indices: unknown, size: number): number[] {
  const input = inputOf(called, 'indices', indices);
  return withOwned([input], () => {
    const { view } = input;
    if (view.shape.length !== 1) throw new UfuncError(called, 'indices', 'one dimension', shapeText(view.shape));
    const list = Array.from({ length: view.shape[0] ?? 0 }, (_, index) =>
      Number(view.data[view.offset + index * (view.strides[0] ?? 1)]),
    );
    for (const index of list) {
      if (Number.isInteger(index) && index >= 0 && index < size) continue;
      throw new UfuncError(called, 'indices', `integers from 0, below ${size}`, String(index));
    }
    return list;
  });
}

function reduceat(name: BinaryName, array: unknown, indices: unknown, options: AccumulateOptions = {}): NDArray | Out {
  const called = `ufunc.${name}.reduceat`;
  const input = inputOf(called, 'array', array);
  const { view } = input;
  return withOwned([input], () => {
    const given = options.out === undefined ? null : outOf(called, options.out).dtype;
    const loop = methodLoop(called, name, view.dtype, dtypeOf(called, options.dtype), given);
    if (view.shape.length === 0) throw new UfuncError(called, 'array', 'at least one dimension', 'a number');
    const along = axisOf(called, options.axis === undefined ? 0 : options.axis, view.shape.length);
    const size = view.shape[along] as number;
    const starts = segmentsOf(called, indices, size);
    const shape = view.shape.map((own, axis) => (axis === along ? starts.length : own));
    const target = targetOf(called, options.out, shape, loop.result);
    writeApart(target, view, false, (out) => {
      guarded(called, () => reduceSegments(loop, view, out, along, starts));
    });
    return target.made ?? (options.out as Out);
  });
}

function reduceSegments(loop: Loop, view: View, out: View, along: number, starts: readonly number[]): void {
  const step = out.strides[along] ?? 0;
  const across = withoutAxes(out, [along]);
  const base = { view, mask: null, out: across, reduced: [along], initial: null };
  const { kept, gone } = axesOfReduction({ ...base, lane: laneOf(loop, true), exact: false });
  const [axis] = gone;
  if (axis === undefined) return;
  const reduction: Reduction = { ...base, lane: laneOf(loop, true), exact: false };
  for (const [index, start] of starts.entries()) {
    const next = starts[index + 1] ?? axis.size;
    const place = { input: view.offset + start * axis.input, mask: 0, out: out.offset + index * step };
    reduceAlong(reduction, kept, [{ ...axis, size: Math.max(1, next - start) }], place);
  }
}

function outer(name: BinaryName, a: unknown, b: unknown, options: ElementwiseOptions = {}): NDArray | Out {
  const called = `ufunc.${name}.outer`;
  const first = inputOf(called, 'a', a);
  const second = inputOf(called, 'b', b);
  const ones = second.view.shape.map(() => 1);
  const spread: View = {
    ...first.view,
    shape: [...first.view.shape, ...ones],
    strides: [...first.view.strides, ...ones.map(() => 0)],
  };
  return evaluate(called, name, [{ view: spread, owned: first.owned }, second], options, pairwise(called, name));
}

/** A block of `f(a, b)` by this library's own loops, as the other methods. */
function pairwise(called: string, name: BinaryName): Compute {
  return (...blocks) => {
    const [a, b] = blocks.map((block) => viewOf(block)) as [View, View];
    const loop = pairLoop(called, name, a.dtype, b.dtype);
    const count = a.shape[0] as number;
    const lane = laneOf(loop, false);
    const [acc, row] = [lane.buffer(count), lane.buffer(count)];
    lane.load(a.data, infoOf(a.dtype), a.offset, 1, count, acc);
    lane.load(b.data, infoOf(b.dtype), b.offset, 1, count, row);
    guarded(called, () => lane.step(acc, row, count, null));
    const result = newArray([count], loop.result);
    lane.store(acc, count, result.storage.data, infoOf(loop.result), 0, 1);
    return result;
  };
}

function binary(name: BinaryName): BinaryUfunc {
  const call = (a: Operand, b: Operand, options?: ElementwiseOptions): NDArray | Out =>
    elementwise(`ufunc.${name}`, name, [a, b], options);
  const kernel: Kernel = KERNELS[name];
  return Object.freeze(
    Object.assign(call, {
      ufuncName: name,
      identity: kernel.identity,
      reduce: (array: Operand, options?: ReduceOptions) => reduce(name, array, options),
      accumulate: (array: Operand, options?: AccumulateOptions) => accumulate(name, array, options),
      reduceat: (array: Operand, indices: Operand, options?: AccumulateOptions) =>
        reduceat(name, array, indices, options),
      outer: (a: Operand, b: Operand, options?: ElementwiseOptions) => outer(name, a, b, options),
      at: (a: Out, indices: Indices, b: Operand) => {
        const called = `ufunc.${name}.at`;
        guarded(called, () => binaryAt(called, name, a, indices, b), 'b');
      },
    }),
  ) as unknown as BinaryUfunc;
}

function unary(name: string): UnaryUfunc {
  const call = (x: Operand, options?: ElementwiseOptions): NDArray | Out =>
    elementwise(`ufunc.${name}`, name, [x], options);
  return Object.freeze(
    Object.assign(call, {
      ufuncName: name,
      at: (a: Out, indices: Indices) => unaryAt(`ufunc.${name}.at`, name, a, indices),
    }),
  ) as unknown as UnaryUfunc;
}

/** numpy-ts's element-wise functions of one array. */
export const UNARY_NAMES = [
  ...(['abs', 'absolute', 'fabs', 'negative', 'positive', 'sign', 'sqrt', 'cbrt', 'square', 'reciprocal'] as const),
  ...(['exp', 'exp2', 'expm1', 'log', 'log2', 'log10', 'log1p', 'sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh'] as const),
  ...(['arcsin', 'arccos', 'arctan', 'arcsinh', 'arccosh', 'arctanh', 'asin', 'acos', 'atan'] as const),
  ...(['asinh', 'acosh', 'atanh', 'degrees', 'radians', 'deg2rad', 'rad2deg'] as const),
  ...(['rint', 'floor', 'ceil', 'trunc', 'fix', 'isnan', 'isinf', 'isfinite', 'isneginf', 'isposinf'] as const),
  ...(['signbit', 'logical_not', 'bitwise_not', 'invert', 'bitwise_invert', 'bitwise_count'] as const),
  ...(['conj', 'conjugate', 'spacing', 'sinc', 'i0', 'angle'] as const),
] as const;
export type UnaryName = (typeof UNARY_NAMES)[number];

export type Ufuncs = { readonly [N in BinaryName]: BinaryUfunc } & { readonly [N in UnaryName]: UnaryUfunc };

/**
 * NumPy's ufuncs for numpy-ts: `ufunc.add(a, b, { out })`, `ufunc.add.reduce(a, { axis: 0 })`, `ufunc.sin(x, { out: x })`.
 *
 * Operands are numpy-ts arrays of any strides, typed arrays, lists and numbers. No call makes anything as large as the
 * arrays but its result, unless `out` lies over an operand in another way than exactly on it.
 */
export const ufunc: Ufuncs = Object.freeze(
  Object.fromEntries([
    ...Object.keys(KERNELS).map((name) => [name, binary(name as BinaryName)]),
    ...UNARY_NAMES.map((name) => [name, unary(name)]),
  ]),
) as Ufuncs;
