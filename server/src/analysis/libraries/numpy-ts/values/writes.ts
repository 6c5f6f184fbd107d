/** What a call that changes its target stores into it. */
import { ANYTHING, type ValueFact } from '../../../domain/values.ts';
import * as I from './interval.ts';
import { elements, store, type ValueArg } from './store.ts';

/** Where the numbers come from. All other calls store anything that the target's dtype can hold. */
const SOURCES: Readonly<Record<string, number>> = {
  fill: 1,
  set: 2,
  iset: 2,
  put: 2,
  copyto: 1,
  place: 2,
  putmask: 2,
  fill_diagonal: 1,
  put_along_axis: 2,
};

/** Calls that only reorder the elements of the target. */
const REORDER = ['random.shuffle', 'shuffle'];

/**
 * The fact of the stored values alone, not joined with what the target held before (`random.shuffle`: of all of its
 * values). `targetIndex` is the position of the target in `args`.
 */
export function writeValues(path: string, args: readonly ValueArg[], targetIndex: number): ValueFact {
  const target = args[targetIndex];
  const dtype = target?.kind === 'array' ? target.dtype : null;
  const anything = dtype === null ? ANYTHING : store(ANYTHING, dtype).values;
  if (REORDER.includes(path)) return elements(target) ?? anything;
  const at = SOURCES[path];
  const source = at === undefined ? null : elements(args[at]);
  if (!source || targetIndex !== 0) return anything;
  return store(dtype === 'bool' && !source.integral ? I.join(source, I.fact(0, 1, true, true)) : source, dtype).values;
}

/** Whether a number that is stored may not fit the target, or lose its fraction. */
export function writeOverflows(path: string, args: readonly ValueArg[], targetIndex: number): boolean {
  const target = args[targetIndex];
  const dtype = target?.kind === 'array' ? target.dtype : null;
  if (REORDER.includes(path)) return false;
  const at = SOURCES[path];
  const source = at === undefined || targetIndex !== 0 ? null : elements(args[at]);
  return store(source ?? ANYTHING, dtype).overflow;
}
