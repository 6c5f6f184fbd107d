/** The enumerable keys that an object has itself, in the language's order: what `for … in` and `Object.keys` go over. */
import type { State } from '../domain/state.ts';
import { HOLE, type Value } from '../domain/value.ts';
import { accessorField } from '../ir/types.ts';
import { isCollection } from './builtins/collections.ts';
import { mayBeMissing } from './literals.ts';

/** The keys, or null where they are not all known. */
export function enumerableKeys(v: Value, state: State): readonly string[] | null {
  const id = v.k === 'object' && v.ids.length === 1 ? (v.ids[0] as number) : -1;
  const cell = state.heap.get(id);
  if (!cell || cell.given || isCollection(id, state)) return null;
  if (cell.t === 'list') {
    if (cell.iterator || cell.live || !cell.items) return null;
    return cell.items.flatMap((item, n) => (item === HOLE ? [] : [String(n)]));
  }
  if (cell.rest !== null || cell.multi) return null;
  const names = new Set<string>();
  for (const [name, value] of cell.fields) {
    if (name.startsWith('#')) continue;
    const accessor = (['get', 'set'] as const).find((kind) => name.startsWith(accessorField(kind, '')));
    // A field that one branch sets may not be there, and `__proto__` is none.
    if (accessor === undefined && (mayBeMissing(value) || name === '__proto__')) return null;
    names.add(accessor === undefined ? name : name.slice(accessorField(accessor, '').length));
  }
  return inOrder([...names]);
}

/** Integers come first, in their order. */
export function inOrder(names: readonly string[]): string[] {
  return names.toSorted((m, n) => (indexOf(m) === indexOf(n) ? 0 : indexOf(m) - indexOf(n)));
}

function indexOf(name: string): number {
  return /^(0|[1-9]\d*)$/.test(name) && Number(name) < 2 ** 32 - 1 ? Number(name) : Number.POSITIVE_INFINITY;
}
