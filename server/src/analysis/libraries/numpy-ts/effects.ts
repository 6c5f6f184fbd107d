/** Functions that are never executed because they change the library itself, but whose result is plain. */
import { numberOf, UNDEFINED, type Value } from '../../domain/value.ts';
import { between } from '../../domain/values.ts';

const RESULTS: Readonly<Record<string, Value>> = {
  configureWasm: UNDEFINED,
  'random.seed': UNDEFINED,
  set_printoptions: UNDEFINED,
  wasmFreeBytes: numberOf(between(0, 2 ** 32, true)),
};

/** What the function returns, or null where it is none of these. They take no memory for arrays. */
export function effectOf(name: string): Value | null {
  return RESULTS[name] ?? null;
}
