/** What calls do or tell beyond their laws. */
import { numberOf, UNDEFINED, type Value } from '../../domain/value.ts';
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
 * What a function returns that is never executed because it changes the library itself, or null where it is none of
 * these. They take no memory for arrays.
 */
export function effectOf(name: string): Value | null {
  return RESULTS[name] ?? null;
}
