/** Sizes that the numbers in an array decide, as far as these are known. By the definition of each function. */
import type { ValueArg } from './values/store.ts';

/** Of these, the largest size that was observed, over all contents that were probed, is the largest that there is. */
export const BOUNDED: ReadonlySet<string> = new Set([
  'unique',
  'nonzero',
  'flatnonzero',
  'argwhere',
  'bindex',
  'extract',
  'compress',
  'where',
  'setdiff1d',
  'intersect1d',
  'union1d',
  'setxor1d',
  'trim_zeros',
]);

export interface Counted {
  readonly least: number;
  readonly most: number;
}

/** How many bins `bincount(x, weights, minlength)` has: one for each number up to the largest, and at least `minlength`. */
export function binsOf(args: readonly ValueArg[]): Counted | null {
  const [x, , minlength] = args;
  if (x?.kind !== 'array' || !x.values.integral || !x.values.finite || x.values.lo < 0 || !x.size) return null;
  if (minlength?.kind === 'options') return null;
  const fewest = minlength?.kind === 'number' ? minlength.values : { lo: 0, hi: 0 };
  if (fewest.lo !== fewest.hi || (minlength && minlength.kind !== 'number' && !isAbsent(minlength))) return null;
  return { least: Math.max(fewest.lo, x.values.lo + 1), most: Math.max(fewest.lo, x.values.hi + 1) };
}

function isAbsent(v: ValueArg): boolean {
  return v.kind === 'other' && 'constant' in v && v.constant === undefined;
}
