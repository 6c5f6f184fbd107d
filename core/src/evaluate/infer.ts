/**
 * Which dtype a call gives: what numpy-ts gives when it is called on small arrays of the same dtypes. They are larger
 * than the sizes (up to 32) at which numpy-ts 1.7.0 changes from JavaScript to WebAssembly, since `evaluate` is for
 * large arrays; with a native `Float16Array` the dtypes are the same on both sides.
 */
import type { FunctionSpec } from './functions.ts';
import { call, type DType, isArray } from './library.ts';

/** An argument as far as dtypes go: an array's dtype, or a plain number, whose worth can matter (`power`). */
export type ArgumentType = { readonly dtype: DType } | { readonly scalar: number };

/** Beyond every size at which numpy-ts chooses another kernel by default. */
const PROBE_SIZE = 64;

const answers = new Map<string, DType | Error>();

function probe(numpy: string, args: readonly ArgumentType[]): DType {
  const arrays = args.map((arg) => ('dtype' in arg ? call('ones', [PROBE_SIZE], arg.dtype) : arg.scalar));
  try {
    const result = call(numpy, ...arrays);
    if (!isArray(result)) throw new TypeError(`${numpy} gives no array`);
    const { dtype } = result;
    result.storage.dispose();
    return dtype as DType;
  } finally {
    for (const array of arrays) if (isArray(array)) array.storage.dispose();
  }
}

function ask(numpy: string, args: readonly ArgumentType[]): DType {
  const key = `${numpy}(${args.map((arg) => ('dtype' in arg ? arg.dtype : arg.scalar)).join(',')})`;
  let answer = answers.get(key);
  if (answer === undefined) {
    try {
      answer = probe(numpy, args);
    } catch (error) {
      answer = error as Error;
    }
    answers.set(key, answer);
  }
  if (answer instanceof Error) throw answer;
  return answer;
}

/** In numpy-ts a number stands second in a call of two arguments, so the call is asked for with the two exchanged. */
export function resultDType(spec: FunctionSpec, args: readonly ArgumentType[]): DType {
  const [first, second] = args;
  if (spec.arity === 2 && first !== undefined && second !== undefined && !('dtype' in first) && 'dtype' in second) {
    // A negative exponent makes integers floating-point, a negative base does not.
    return ask(spec.swapped ?? spec.numpy, [second, { scalar: Math.abs(first.scalar) }]);
  }
  return ask(spec.numpy, args);
}

/** The dtype to which two arrays are brought before they are compared: that of their sum. */
export function commonDType(a: DType, b: DType): DType {
  return ask('add', [{ dtype: a }, { dtype: b }]);
}

/** The dtype of a reduction of an array along an axis. */
export function reducedDType(reduction: string, dtype: DType): DType {
  const key = `${reduction}[${dtype}]`;
  let answer = answers.get(key);
  if (answer === undefined) {
    const sample = call('ones', [PROBE_SIZE, 2], dtype);
    const result = call(reduction, sample, 0);
    if (!isArray(result) || !isArray(sample)) throw new TypeError(`${reduction} gives no array`);
    answer = result.dtype as DType;
    result.storage.dispose();
    sample.storage.dispose();
    answers.set(key, answer);
  }
  if (answer instanceof Error) throw answer;
  return answer;
}
