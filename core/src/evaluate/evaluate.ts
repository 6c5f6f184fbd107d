/**
 * `evaluate`: an expression of arrays computed in one pass, block by block, without intermediate arrays.
 */
import type { Complex, NDArray } from 'numpy-ts';
import { sharedMemory } from '../shared/memory.ts';
import { sharedStorage } from '../shared/storage.ts';
import { type ArrayRef, isSamePlace, mayOverlap, refOf } from './arrays.ts';
import { ChainedEngine, runChained } from './chained.ts';
import { drive, MOST_ELEMENTS, plan } from './drive.ts';
import type { Engine } from './engine.ts';
import { EvaluateError } from './errors.ts';
import { asNumber, Combiner, finish, unsign } from './fold.ts';
import { Interpreter } from './interpret.ts';
import { toLane } from './lanes.ts';
import { broadcast, broadcastStrides, contiguousStrides, isContiguous, product } from './layout.ts';
import { call, type Data, type DType, type LibraryArray, librarysStorage, type Storage, scalarArray, wrap } from './library.ts';
import { type Checked, checkCast, checked, checkShape, type EvaluateOptions, type Given, given, type Variables } from './options.ts';
import { type Loop, type Parsed, type Program, parsed, programFor } from './program.ts';
import { reduceAxis } from './reduce-axis.ts';
import { runParallel } from '../threads/parallel.ts';
import type { ScalarValues, VariableType } from './typed.ts';
import { WasmEngine } from './wasm/engine.ts';
import { MOST_FOLDED } from './wasm/reduce.ts';

/** What an evaluation gives: an array, or, for a reduction of everything, a plain value as numpy-ts's reductions do. */
export type Result = NDArray | number | bigint | Complex;

/** Whether WebAssembly may be compiled here; found out by the first attempt that fails. */
let compiles = true;

/** Makes evaluations use the interpreter, as where WebAssembly may not be compiled. For tests. */
export function forbidCompiling(forbidden: boolean): void {
  compiles = !forbidden;
}

export function engineFor(loop: Loop, arrays: readonly Data[]): Engine {
  if (!compiles || loop.wasm === null) return new Interpreter(loop.graph, loop.fold);
  return new WasmEngine(loop.wasm, arrays);
}

/** Runs something with an engine; with the interpreter where compiling turns out to be forbidden. */
export function withEngine<T>(loop: Loop, arrays: readonly Data[], run: (engine: Engine) => T): T {
  const engine = engineFor(loop, arrays);
  try {
    return run(engine);
  } catch (error) {
    if (!(error instanceof WebAssembly.CompileError || error instanceof EvalError) || engine.name !== 'wasm') throw error;
    compiles = false;
    return withEngine(loop, arrays, run);
  } finally {
    engine.end();
  }
}

export function parametersOf(loop: Loop, scalars: ScalarValues): (number | bigint)[] {
  return loop.graph.parameters.map(({ scalar, lane }) => toLane(scalar.evaluate(scalars), lane));
}

function typesOf({ arrays, scalars }: Given): Map<string, VariableType> {
  const types = new Map<string, VariableType>();
  for (const [name, { dtype }] of arrays) types.set(name, { kind: 'array', dtype });
  for (const [name, value] of scalars) types.set(name, { kind: 'scalar', value, baked: false });
  return types;
}

/** A contiguous copy, in JavaScript's own memory. */
function copyOf(array: ArrayRef): ArrayRef {
  const Class = librarysStorage();
  const { data, shape, strides, offset, dtype } = array;
  const storage = new Class(data, shape, strides, offset, dtype, null).copy();
  return refOf(storage);
}

/** Inputs that may be read safely while `out` is written: those that overlap it otherwise than exactly are copied. */
export function apart(inputs: readonly ArrayRef[], out: ArrayRef): ArrayRef[] {
  return inputs.map((input) => {
    if (!mayOverlap(input, out)) return input;
    const strides = broadcastStrides(input.shape, input.strides, out.shape);
    return isSamePlace({ ...input, shape: out.shape, strides }, out) ? input : copyOf(input);
  });
}

/** A new result: in shared memory if all arrays are there, else where numpy-ts puts its own. */
export function newResult(shape: readonly number[], dtype: DType, inputs: readonly ArrayRef[], order: 'C' | 'F'): Storage {
  const sizes = Array.from(shape);
  const arena = inputs.length > 0 && inputs.every(({ data }) => data.buffer instanceof SharedArrayBuffer) ? sharedMemory() : null;
  const inArena = arena !== null && inputs.every(({ data }) => arena.holds(data.buffer));
  const storage = inArena ? sharedStorage(sizes, dtype) : librarysStorage().empty(sizes, dtype);
  if (order === 'C' || sizes.length < 2) return storage;
  const Class = librarysStorage();
  return new Class(storage.data, sizes, contiguousStrides(sizes, 'F'), 0, dtype, storage.wasmRegion);
}

function orderOf(order: Checked['order'], inputs: readonly ArrayRef[]): 'C' | 'F' {
  if (order === 'C' || order === 'F') return order;
  const arrays = inputs.filter(({ shape }) => shape.length > 1);
  return arrays.length > 0 && arrays.every(({ shape, strides }) => isContiguous(shape, strides, 'F')) ? 'F' : 'C';
}

interface Task {
  readonly program: Program;
  readonly options: Checked;
  readonly inputs: readonly ArrayRef[];
  readonly scalars: ScalarValues;
  /** The shape of the elements, before a reduction. */
  readonly shape: readonly number[];
}

function elements({ program, options, inputs, scalars, shape }: Task): NDArray | LibraryArray {
  const { out, mask } = options;
  const target = out?.storage ?? newResult(shape, program.stored, inputs, orderOf(options.order, inputs));
  const result = refOf(target);
  const masked = mask !== null;
  if (masked && out === null) result.data.fill(0 as never);
  if (product(shape) > 0) {
    const own = apart(masked ? [...inputs, mask] : inputs, result);
    store(program, masked ? [...own, result] : own, result, scalars, shape);
  }
  return out ?? wrap(target);
}

function store(
  program: Program,
  inputs: readonly ArrayRef[],
  result: ArrayRef,
  scalars: ScalarValues,
  shape: readonly number[],
): void {
  const arrays = [...inputs, result];
  if (!program.hasLanes) {
    const engine = new ChainedEngine(program.chained(), scalars);
    drive(plan(engine, shape, arrays, true, [], MOST_ELEMENTS), () => {});
    return;
  }
  const loop = program.elements();
  withEngine(loop, arrays.map(({ data }) => data), (engine) => {
    const made = plan(engine, shape, arrays, true, parametersOf(loop, scalars), MOST_ELEMENTS);
    if (!runParallel(engine, made)) drive(made, () => {});
  });
}

/** All elements folded into one number. */
export function foldAll(program: Program, inputs: readonly ArrayRef[], scalars: ScalarValues, shape: readonly number[]): number | bigint {
  const { reduction } = program.expression;
  if (reduction === null) throw new TypeError('no reduction');
  const loop = program.folding();
  const fold = loop.fold as NonNullable<Loop['fold']>;
  const combiner = new Combiner(fold);
  if (product(shape) > 0) {
    withEngine(loop, inputs.map(({ data }) => data), (engine) => {
      const made = plan(engine, shape, inputs, false, parametersOf(loop, scalars), MOST_FOLDED);
      const take = (value: number | bigint) => combiner.take(unsign(value, fold));
      if (!runParallel(engine, made, take)) drive(made, take);
    });
  }
  return finish(reduction, combiner.result(), product(shape));
}

/** A reduction of complex numbers: numpy-ts's own, over the elements. */
function reduceComplex(task: Task): Result {
  const { program, inputs, scalars } = task;
  const Class = librarysStorage();
  const arrays = inputs.map(({ data, shape, strides, offset, dtype }) =>
    wrap(new Class(data, Array.from(task.shape), broadcastStrides(shape, strides, task.shape), offset, dtype, null).copy()),
  );
  const computed = runChained(program.expression.root, arrays, scalars);
  const { op, axis, keepdims } = program.expression.reduction as NonNullable<Program['expression']['reduction']>;
  const result = call(op, computed, axis ?? undefined, keepdims);
  for (const array of [...arrays, computed]) array.storage.dispose();
  return result as Result;
}

function reduced(task: Task): Result {
  const { program, options, inputs, scalars, shape } = task;
  const reduction = program.expression.reduction as NonNullable<Program['expression']['reduction']>;
  if (options.mask !== null) throw new EvaluateError('where', 'no mask for a reduction', 'one');
  const { out } = options;
  let result: Result;
  if (!program.hasLanes) {
    result = reduceComplex(task);
  } else if (reduction.axis === null) {
    result = asNumber(foldAll(program, inputs, scalars, shape), program.dtype);
  } else {
    result = wrap(reduceAxis(program, inputs, scalars, shape, orderOf(options.order, inputs)));
  }
  if (out === null) return result;
  const isNumber = typeof result === 'number' || typeof result === 'bigint' || !('storage' in result);
  const array = isNumber ? (call('array', result) as LibraryArray) : (result as NDArray);
  checkShape(out, Array.from(array.shape));
  checkCast('out', reduction.dtype, out.dtype as DType, options.casting);
  evaluateParsed(parsed('x'), { x: array }, { out, casting: 'unsafe' });
  return out as Result;
}

/** Evaluates an expression that was parsed. */
export function evaluateParsed(source: Parsed, variables: Variables, rawOptions: EvaluateOptions): Result {
  const options = checked(rawOptions);
  const values = given(source, variables);
  const { arrays, scalars } = values;
  const { out, mask, dtype } = options;
  const purpose = { dtype, stored: null, masked: mask !== null };
  let program = programFor(source, typesOf(values), purpose);
  const { root, natural, reduction, inputs: names } = program.expression;
  if (root.kind === 'scalar') return scalarResult(program, scalars, options);
  if (reduction === null && out !== null && out.dtype !== program.stored) {
    program = programFor(source, typesOf(values), { ...purpose, stored: out.dtype as DType });
  }
  if (dtype !== null) checkCast('dtype', natural as DType, dtype, options.casting);
  if (out !== null && reduction === null) checkCast('out', program.dtype, out.dtype as DType, options.casting);
  const inputs = names.map((name) => arrays.get(name) as ArrayRef);
  const shapes = inputs.map((input) => input.shape);
  const labels = names.map((name) => `variable \`${name}\``);
  if (mask !== null && reduction === null) {
    shapes.push(mask.shape);
    labels.push('where');
  }
  const shape = broadcast(shapes, labels);
  if (reduction === null && out !== null) checkShape(out, shape);
  const task = { program, options, inputs, scalars, shape };
  return reduction === null ? (elements(task) as NDArray) : reduced(task);
}

/** An expression without arrays: a 0-dimensional array, as numpy-ts makes one of the number. */
function scalarResult(program: Program, scalars: ScalarValues, options: Checked): Result {
  const { root } = program.expression;
  if (root.kind !== 'scalar') throw new TypeError('no scalar');
  const array = scalarArray(root.evaluate(scalars));
  if (options.out === null) return options.dtype === null ? array : array.astype(options.dtype);
  return evaluateParsed(parsed('x'), { x: array }, { out: options.out, casting: options.casting });
}
