/**
 * Executes a call at its true size on the real library in this process, and says whether a law told the truth.
 */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as np from 'numpy-ts';
import type { ArgPath, ArgSpec, CallSpec, LawAnswer, Outcome, ResultDim } from '../../../core/src/laws/types.ts';

type AnyArray = np.NDArray & { _raw?: object };
interface Region {
  readonly ptr: number;
  readonly byteLength: number;
}
type Stored = { data: { buffer: ArrayBufferLike; byteOffset: number; byteLength: number }; wasmRegion: Region | null };

/** Half of the pool: with what else the test holds, more may not fit. */
const POOL_BYTES = 2 ** 27;

function number(value: unknown): number {
  if (typeof value !== 'number') throw new TypeError('only concrete sizes can be executed');
  return value;
}

/** A small generator, so that failures can be repeated. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function build(arg: ArgSpec, random: () => number): unknown {
  switch (arg.kind) {
    case 'array': {
      const shape = arg.shape.map(number);
      const array = np.zeros(shape, arg.dtype);
      const { data } = array as unknown as { data: Record<number, number | bigint> & { length: number } };
      const bigint = arg.dtype.endsWith('int64');
      for (let index = 0; index < data.length; index++) {
        // Integers may be used as indices, and the library does not check all of them before it writes.
        const value = Math.floor(random() * (arg.dtype === 'bool' || arg.dtype === 'int32' ? 2 : 90));
        data[index] = bigint ? BigInt(value) : value;
      }
      return array;
    }
    case 'typed': {
      const Constructor = globalThis[arg.ctor] as Float64ArrayConstructor;
      return new Constructor(number(arg.length)).fill(3);
    }
    case 'int':
      return number(arg.value);
    case 'float':
      return Number(arg.value);
    case 'anyNumber':
      return arg.integer ? Math.floor(random() * 10) : random() * 10;
    case 'string':
    case 'boolean':
      return arg.value;
    case 'undefined':
      return undefined;
    case 'list':
      return arg.items.map((item) => build(item, random));
    case 'listOf':
      return Array.from({ length: number(arg.length) }, () => build(arg.item, random));
    default:
      throw new TypeError(`no test builds ${arg.kind}`);
  }
}

export function invoke(call: CallSpec, values: readonly unknown[]): unknown {
  const { target } = call;
  if (target.kind === 'function') {
    let owner: unknown;
    let value: unknown = np;
    for (const name of target.path.split('.')) {
      // A function on the way is one that gives an object: `random.default_rng.normal`.
      owner = typeof value === 'function' ? value(1) : value;
      value = (owner as Record<string, unknown>)[name];
    }
    const method = value as ((...args: unknown[]) => unknown) | undefined;
    return method?.(...values);
  }
  const receiver = values[0] as Record<string, unknown>;
  if (target.kind === 'property') return receiver[target.name];
  if (target.kind === 'index') return receiver[String(values[1])];
  return (receiver[target.name] as (...args: unknown[]) => unknown)(...values.slice(1));
}

function at(values: readonly unknown[], path: ArgPath): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], values);
}

function storage(value: unknown): Stored {
  return (value as unknown as { storage: Stored }).storage;
}

function sharesMemory(a: unknown, b: unknown): boolean {
  const left = a instanceof np.NDArrayCore ? storage(a) : { data: a as Stored['data'], wasmRegion: null };
  const right = b instanceof np.NDArrayCore ? storage(b) : { data: b as Stored['data'], wasmRegion: null };
  if (left.data.buffer !== right.data.buffer) return false;
  return (
    left.data.byteOffset < right.data.byteOffset + right.data.byteLength &&
    right.data.byteOffset < left.data.byteOffset + left.data.byteLength
  );
}

const POOL = storage(np.zeros([1])).data.buffer;

function inPool(array: AnyArray): boolean {
  return storage(array).data.buffer === POOL;
}

function allArrays(values: readonly unknown[]): unknown[] {
  return values.flatMap((value) => {
    if (Array.isArray(value)) return allArrays(value);
    return value instanceof np.NDArrayCore || ArrayBuffer.isView(value) ? [value] : [];
  });
}

function dimProblem(dim: ResultDim, actual: number, what: string): string[] {
  if (typeof dim === 'number') return dim === actual ? [] : [`${what}: law ${dim}, really ${actual}`];
  if (!('unknown' in dim)) return [`${what}: a concrete call got the expression ${JSON.stringify(dim)}`];
  if (dim.atMost === undefined) return [];
  return typeof dim.atMost === 'number' && actual <= dim.atMost
    ? []
    : [`${what}: bound ${JSON.stringify(dim.atMost)}, really ${actual}`];
}

/** What a law says wrongly about a real result; empty when all of it is true. */
export function problems(outcome: Outcome, result: unknown, args: readonly unknown[], where = 'result'): string[] {
  switch (outcome.kind) {
    case 'array': {
      if (!(result instanceof np.NDArrayCore)) return [`${where}: law array, really ${typeof result}`];
      const array = result as AnyArray;
      const found: string[] = [];
      if (array.dtype !== outcome.dtype) found.push(`${where}: law ${outcome.dtype}, really ${array.dtype}`);
      if (result instanceof np.NDArray !== (outcome.cls === 'NDArray'))
        found.push(`${where}: class is not ${outcome.cls}`);
      if (array.shape.length !== outcome.shape.length)
        return [...found, `${where}: rank is really ${array.shape.length}`];
      for (const [axis, dim] of outcome.shape.entries()) {
        found.push(...dimProblem(dim, array.shape[axis] as number, `${where}.shape[${axis}]`));
      }
      for (const [axis, stride] of (outcome.strides ?? []).entries()) {
        found.push(...dimProblem(stride, array.strides[axis] as number, `${where}.strides[${axis}]`));
      }
      const shared = allArrays(args).some((arg) => sharesMemory(array, arg));
      if (array.size > 0 && outcome.storage.kind === 'owns' && shared) found.push(`${where}: shares memory`);
      if (outcome.storage.kind === 'view' && !sharesMemory(array, at(args, outcome.storage.of)))
        found.push(`${where}: no view`);
      const region = storage(array).wasmRegion;
      if (outcome.storage.kind === 'owns' && array.size > 0) {
        // Where a few bytes lie is of no weight, and small results are made by other means. What is larger than the
        // pool lies elsewhere; the analysis knows that of the program as a whole.
        if (array.nbytes > 1024 && array.nbytes < POOL_BYTES && inPool(array) !== (outcome.backing === 'pool'))
          found.push(`${where}: backing is not ${outcome.backing}`);
        const held = region?.byteLength ?? 0;
        if (region !== null && outcome.heldBytes === undefined && held !== array.size * outcome.storedItemBytes) {
          found.push(`${where}: law ${outcome.storedItemBytes} B per element, really ${held} for ${array.size}`);
        }
        if (region !== null && outcome.heldBytes !== undefined)
          found.push(...dimProblem(outcome.heldBytes, held, `${where}.heldBytes`));
      }
      return found;
    }
    case 'typed': {
      if (!ArrayBuffer.isView(result)) return [`${where}: law ${outcome.ctor}, really ${typeof result}`];
      const actual = result as Float64Array;
      const name = actual[Symbol.toStringTag];
      return [
        ...(String(name) === outcome.ctor ? [] : [`${where}: law ${outcome.ctor}, really ${name}`]),
        ...dimProblem(outcome.length, actual.length, `${where}.length`),
      ];
    }
    case 'scalar': {
      const type = result instanceof np.Complex ? 'complex' : typeof result;
      return type === outcome.type ? [] : [`${where}: law ${outcome.type}, really ${type}`];
    }
    case 'list': {
      if (!Array.isArray(result) || result.length !== outcome.items.length)
        return [`${where}: no list of ${outcome.items.length}`];
      return outcome.items.flatMap((item, index) => problems(item, result[index], args, `${where}[${index}]`));
    }
    case 'listOf': {
      if (!Array.isArray(result)) return [`${where}: no list`];
      const first = result.length > 0 ? problems(outcome.item, result[0], args, `${where}[0]`) : [];
      return [...dimProblem(outcome.length, result.length, `${where}.length`), ...first];
    }
    case 'object':
      return Object.entries(outcome.fields).flatMap(([name, field]) =>
        problems(field, (result as Record<string, unknown>)[name], args, `${where}.${name}`),
      );
    case 'undefined':
      return result === undefined ? [] : [`${where}: really ${typeof result}`];
    case 'null':
      return result === null ? [] : [`${where}: really ${typeof result}`];
    case 'other':
      return [];
  }
}

const collect = (() => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
})();

/**
 * Gives back the pool memory of arrays that are not used any more. Disposing them by hand would free memory twice where
 * the library makes views without counting them.
 */
export async function reclaim(): Promise<void> {
  collect();
  await new Promise((resolve) => setImmediate(resolve));
}

export type Verdict = 'agrees' | 'wrong' | 'unknown' | 'throws';

/** Compares a law with one execution at true size. */
export function verify(
  call: CallSpec,
  answer: LawAnswer,
  random: () => number,
): { verdict: Verdict; details: string[] } {
  const values = call.args.map((arg) => build(arg, random));
  try {
    const result = invoke(call, values);
    if (result instanceof Promise) {
      result.catch(() => {});
      return { verdict: 'agrees', details: [] };
    }
    if (!answer.ok) return { verdict: answer.throws === undefined ? 'unknown' : 'wrong', details: [answer.reason] };
    const details = problems(answer.law.outcome, result, values);
    return { verdict: details.length === 0 ? 'agrees' : 'wrong', details };
  } catch (error) {
    return { verdict: 'throws', details: [String(error)] };
  }
}
