/**
 * Calls whose arguments have unknown strides are learned once for each of several layouts; what differs is not known.
 */

import { NoLawError } from './combine.ts';
import { contains } from './executor.ts';
import type { Layout } from './materialize.ts';
import type { CallSpec, Law, Outcome } from './types.ts';

export function layoutsOf(call: CallSpec): readonly Layout[] {
  const open = contains(call.args, (arg) => arg.kind === 'array' && arg.strides === null && arg.shape.length > 0);
  return open ? ['rows', 'columns', 'gaps'] : ['rows'];
}

/** Joins the laws of several layouts: what differs is not known. */
export function joinLayouts(laws: readonly Law[]): Law {
  const [first, ...rest] = laws as readonly [Law, ...Law[]];
  const writes = new Map(laws.flatMap((law) => law.writes).map((path) => [JSON.stringify(path), path]));
  const same = laws.every((law) => JSON.stringify(law.transient) === JSON.stringify(first.transient));
  const outcome = rest.reduce((joined, law) => joinOutcomes(joined, law.outcome), first.outcome);
  return { outcome, writes: [...writes.values()], transient: same ? first.transient : null, how: first.how };
}

function joinOutcomes(a: Outcome, b: Outcome): Outcome {
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  if (
    a.kind === 'array' &&
    b.kind === 'array' &&
    a.dtype === b.dtype &&
    a.shape.length === b.shape.length &&
    a.cls === b.cls
  ) {
    const same = (x: unknown, y: unknown): boolean => JSON.stringify(x) === JSON.stringify(y);
    return {
      ...a,
      shape: a.shape.map((dim, axis) => (same(dim, b.shape[axis]) ? dim : { unknown: 'depends on the layout' })),
      strides: same(a.strides, b.strides) ? a.strides : null,
      storage: same(a.storage, b.storage) ? a.storage : { kind: 'either', why: 'depends on the layout' },
    };
  }
  if (a.kind === 'list' && b.kind === 'list' && a.items.length === b.items.length) {
    return { kind: 'list', items: a.items.map((item, at) => joinOutcomes(item, b.items[at] as Outcome)) };
  }
  if (a.kind === 'typed' && b.kind === 'typed' && a.ctor === b.ctor) {
    return { ...a, storage: { kind: 'either', why: 'depends on the layout' } };
  }
  throw new NoLawError('the result depends on the layout of the arguments');
}
