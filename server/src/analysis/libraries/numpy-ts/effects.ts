/** What calls do or tell beyond their laws. */
import { poolBytes } from '../../domain/bytes.ts';
import type { State } from '../../domain/state.ts';
import { constantOf, numberOf, UNDEFINED, type Value } from '../../domain/value.ts';
import { between } from '../../domain/values.ts';

const RESULTS: Readonly<Record<string, Value>> = {
  configureWasm: UNDEFINED,
  'random.seed': UNDEFINED,
  set_printoptions: UNDEFINED,
  wasmFreeBytes: numberOf(between(0, 2 ** 32, true)),
};

/** Functions whose result is about the dtype of what they are given. */
export const TELLS_DTYPE: ReadonlySet<string> = new Set([
  'can_cast',
  'common_type',
  'finfo',
  'iinfo',
  'iscomplexobj',
  'isdtype',
  'isrealobj',
  'issubdtype',
  'min_scalar_type',
  'promote_types',
  'result_type',
  'tobytes',
  'typename',
]);

/**
 * Bytes that fit into the pool which `configureWasm(options)` makes; null where that is not known. The configured pool
 * may be larger or smaller than what a program has otherwise.
 */
export function configuredPool(args: readonly Value[], state: State): number | null {
  const [options] = args;
  const cell = options?.k === 'object' && options.ids.length === 1 ? state.heap.get(options.ids[0] as number) : null;
  if (cell?.t !== 'record' || cell.rest) return null;
  const given = ['maxMemory', 'scratchSize'].map((name) => {
    const field = cell.fields.get(name);
    return field === undefined || field.k === 'undefined' ? undefined : (constantOf(field) ?? null);
  });
  if (given.includes(null)) return null;
  const [maxMemory, scratchSize] = given as (number | undefined)[];
  return poolBytes(maxMemory, scratchSize);
}

/**
 * What a function returns that is never executed because it changes the library itself, or null where it is none of
 * these. They take no memory for arrays.
 */
export function effectOf(name: string): Value | null {
  return RESULTS[name] ?? null;
}
