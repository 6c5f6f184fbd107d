/**
 * An expression of arrays computed in one pass, block by block, without intermediate arrays. Everything here is in steps,
 * for `evaluate` and `evaluateAsync` alike.
 */
import type { NDArray } from 'numpy-ts';
import { runParallel } from '../threads/parallel.ts';
import { type ArrayRef, refOf } from './arrays.ts';
import { ChainedEngine, runChained } from './chained.ts';
import { driving, elementsOfCall, plan } from './drive.ts';
import { parametersOf, withEngine } from './engines.ts';
import { EvaluateError, ExpressionError } from './errors.ts';
import { asNumber, Combiner, finish, unsign } from './fold.ts';
import { broadcast, broadcastStrides, product } from './layout.ts';
import { call, type DType, isArray, type LibraryArray, librarysStorage, scalarArray, wrap } from './library.ts';
import {
  type Checked,
  checkCast,
  checked,
  checkShape,
  type EvaluateOptions,
  type Given,
  given,
  type Result,
  type Variables,
} from './options.ts';
import { poolMemory } from './pool-memory.ts';
import { type Loop, type Parsed, type Program, parsed, programFor } from './program.ts';
import { reduceAxis } from './reduce-axis.ts';
import { apart, newResult, orderOf } from './results.ts';
import type { Steps } from './steps.ts';
import { type Reduction, type ScalarValues, type VariableType, worthOf } from './typed.ts';
import { MOST_FOLDED } from './wasm/reduce.ts';

interface Task {
  readonly program: Program;
  readonly options: Checked;
  readonly inputs: readonly ArrayRef[];
  readonly scalars: ScalarValues;
  /** The shape of the elements, before a reduction. */
  readonly shape: readonly number[];
}

function typesOf({ arrays, scalars }: Given): Map<string, VariableType> {
  const types = new Map<string, VariableType>();
  for (const [name, { dtype }] of arrays) types.set(name, { kind: 'array', dtype });
  for (const [name, value] of scalars) types.set(name, { kind: 'scalar', value, baked: false });
  return types;
}

/** The elements of an expression, in `out` or a new array. */
function* elements({ program, options, inputs, scalars, shape }: Task): Steps<Result> {
  const { out, mask } = options;
  const target = out?.storage ?? newResult(shape, program.stored, inputs, orderOf(options.order, inputs));
  const result = refOf(target);
  if (mask !== null && out === null) {
    const { buffer, byteOffset, byteLength } = result.data;
    new Uint8Array(buffer, byteOffset, byteLength).fill(0);
  }
  if (product(shape) > 0) {
    const own = apart(mask === null ? inputs : [...inputs, mask], result);
    const arrays = [...own, ...(mask === null ? [] : [result]), result];
    yield* store(program, arrays, scalars, shape);
  }
  return out === null ? wrap(target) : (out as NDArray);
}

/** Computes the elements of `arrays` but the last, which is the result. */
function* store(
  program: Program,
  arrays: readonly ArrayRef[],
  scalars: ScalarValues,
  shape: readonly number[],
): Steps<void> {
  if (!program.hasLanes) {
    const engine = new ChainedEngine(program.chained(), scalars);
    yield* driving(plan(engine, shape, arrays, true, [], elementsOfCall(arrays)), () => {});
    return;
  }
  const loop = program.elements();
  const data = arrays.map((array) => array.data);
  yield* withEngine(loop, data, function* (engine) {
    const made = plan(engine, shape, arrays, true, parametersOf(loop, scalars), elementsOfCall(arrays));
    if (!runParallel(engine, made)) yield* driving(made, () => {});
  });
}

/** All elements folded into one number. */
function* foldAll({ program, inputs, scalars, shape }: Task): Steps<number | bigint> {
  const loop = program.folding();
  const fold = loop.fold as NonNullable<Loop['fold']>;
  const combiner = new Combiner(fold);
  if (product(shape) > 0) {
    const data = inputs.map((array) => array.data);
    yield* withEngine(loop, data, function* (engine) {
      const made = plan(engine, shape, inputs, false, parametersOf(loop, scalars), MOST_FOLDED);
      const take = (value: number | bigint) => combiner.take(unsign(value, fold));
      if (!runParallel(engine, made, take)) yield* driving(made, take);
    });
  }
  return finish(program.expression.reduction as Reduction, combiner.result(), product(shape));
}

/** A reduction of complex numbers: numpy-ts's own, over all elements at once. */
function reduceComplex({ program, inputs, scalars, shape }: Task): Result {
  const Class = librarysStorage();
  const arrays = inputs.map((input) => {
    const strides = broadcastStrides(input.shape, input.strides, shape);
    return wrap(new Class(input.data, Array.from(shape), strides, input.offset, input.dtype, null).copy());
  });
  const computed = runChained(program.expression.root, arrays, scalars);
  const { op, axis, keepdims } = program.expression.reduction as Reduction;
  const result = call(op, computed, axis ?? undefined, keepdims);
  for (const array of [...arrays, computed]) array.storage.dispose();
  return result as Result;
}

function* reduced(task: Task): Steps<Result> {
  const { program, options, inputs, scalars, shape } = task;
  const { axis, dtype } = program.expression.reduction as Reduction;
  if (options.mask !== null) throw new EvaluateError('where', 'no mask for a reduction', 'one');
  const { out } = options;
  let result: Result;
  if (!program.hasLanes) result = reduceComplex(task);
  else if (axis === null) result = asNumber(yield* foldAll(task), program.dtype);
  else result = wrap(reduceAxis(program, inputs, scalars, shape, orderOf(options.order, inputs)));
  if (out === null) return result;
  const array = isArray(result) ? result : (call('array', result) as LibraryArray);
  checkShape(out, Array.from(array.shape));
  checkCast('out', dtype, out.dtype as DType, options.casting);
  return yield* evaluateSteps(parsed('x'), { x: array }, { out, casting: 'unsafe' });
}

/**
 * An expression without arrays: a 0-dimensional array, as numpy-ts makes one of the number (of an integer beyond int64,
 * uint64). Options mean what they mean for that array.
 */
function* scalarResult(
  { expression: { root } }: Program,
  text: string,
  scalars: ScalarValues,
  options: EvaluateOptions,
): Steps<Result> {
  if (root.kind !== 'scalar') throw new TypeError('an expression of arrays');
  const value = worthOf(root, scalars);
  if (typeof value === 'bigint' && (value < -(2n ** 63n) || value >= 2n ** 64n)) {
    throw new ExpressionError(text, 0, 'the result is an integer that neither int64 nor uint64 holds');
  }
  const array = scalarArray(value);
  if (Object.keys(options).length === 0) return array;
  return yield* evaluateSteps(parsed('x'), { x: array }, options);
}

/** Evaluates an expression that was parsed, in steps. */
export function* evaluateSteps(source: Parsed, variables: Variables, rawOptions: EvaluateOptions): Steps<Result> {
  const options = checked(rawOptions);
  const values = given(source, variables);
  // Found by making a few small arrays: before the result is made, so that they do not come on top of it.
  poolMemory();
  const { out, mask, dtype } = options;
  const types = typesOf(values);
  const purpose = { dtype, stored: null, masked: mask !== null };
  let program = programFor(source, types, purpose);
  const { natural, reduction, inputs: names } = program.expression;
  if (natural === null) return yield* scalarResult(program, source.text, values.scalars, rawOptions);
  if (dtype !== null) checkCast('dtype', natural, dtype, options.casting);
  const inputs = names.map((name) => values.arrays.get(name) as ArrayRef);
  const labels = names.map((name) => `variable \`${name}\``);
  const broadcasting = mask === null || reduction !== null ? inputs : [...inputs, mask];
  const shape = broadcast(
    broadcasting.map((array) => array.shape),
    [...labels, 'where'],
  );
  if (reduction !== null) return yield* reduced({ program, options, inputs, scalars: values.scalars, shape });
  if (out !== null) {
    checkShape(out, shape);
    checkCast('out', program.dtype, out.dtype as DType, options.casting);
    if (out.dtype !== program.stored) program = programFor(source, types, { ...purpose, stored: out.dtype as DType });
  }
  return yield* elements({ program, options, inputs, scalars: values.scalars, shape });
}
