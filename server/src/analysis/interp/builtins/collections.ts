/** `Map` and `Set`: what their keys and values are, all of them together. Which key has which value is not kept. */
import { elementOf, type State } from '../../domain/state.ts';
import { Sym } from '../../domain/sym.ts';
import { ANY_BOOL, join, type ObjectId, UNDEFINED, type Value } from '../../domain/value.ts';
import type { Instr } from '../../ir/types.ts';
import { escapeValue, event, putInto } from '../arrays.ts';
import type { Context, Frame } from '../context.ts';
import { setCell } from '../interleave.ts';

/** Hidden fields of a collection's record: lists of which only the element is known. */
const VALUES = '[[Values]]';
const KEYS = '[[Keys]]';

export function isCollection(id: ObjectId, state: State): boolean {
  const cell = state.heap.get(id);
  return cell?.t === 'record' && cell.fields.has(VALUES);
}

/** `new Map(pairs?)`, `new Set(items?)`; null where what is given is not known. */
export function makeCollection(
  c: Context,
  frame: Frame,
  i: Instr,
  kind: 'Map' | 'Set',
  given: Value | undefined,
  state: State,
): Value | null {
  const list = (what: string): Value =>
    c.allocate(state, frame, i.id, what, { t: 'list', items: null, element: null, length: null, multi: true });
  const fields = new Map([
    [VALUES, list('collection values')],
    [KEYS, list('collection keys')],
  ]);
  const made = c.allocate(state, frame, i.id, 'collection', {
    t: 'record',
    fields,
    rest: null,
    cls: null,
    multi: true,
  });
  if (!given || given.k === 'undefined' || given.k === 'null') return made;
  const cell = given.k === 'object' && given.ids.length === 1 ? state.heap.get(given.ids[0] as number) : undefined;
  if (cell?.t !== 'list' || made.k !== 'object') return null;
  for (const item of cell.items ?? [elementOf(cell) ?? UNDEFINED]) {
    if (kind === 'Set') {
      compared(c, frame, i, item);
      add(c, made, VALUES, item, state);
    } else if (!addPair(c, frame, i, made, item, state)) return null;
  }
  return made;
}

/** Keys, and what a set holds, are told apart by identity. */
function compared(c: Context, frame: Frame, i: Instr, v: Value): void {
  for (const m of v.k === 'union' ? v.members : [v]) if (m.k === 'array') event(c, frame, i, m, 'observe', '===');
}

function addPair(
  c: Context,
  frame: Frame,
  i: Instr,
  made: Value & { k: 'object' },
  pair: Value,
  state: State,
): boolean {
  const cell = pair.k === 'object' && pair.ids.length === 1 ? state.heap.get(pair.ids[0] as number) : undefined;
  if (cell?.t !== 'list' || cell.items?.length !== 2) return false;
  compared(c, frame, i, cell.items[0] as Value);
  add(c, made, KEYS, cell.items[0] as Value, state);
  add(c, made, VALUES, cell.items[1] as Value, state);
  return true;
}

/** The list behind a hidden field, or what became of it where the collection was given away. */
function hidden(o: Value & { k: 'object' }, field: string, state: State): Value {
  const all = o.ids.map((id) => {
    const cell = state.heap.get(id);
    return cell?.t === 'record' ? (cell.fields.get(field) ?? UNDEFINED) : UNDEFINED;
  });
  return all.reduce(join);
}

function add(c: Context, o: Value & { k: 'object' }, field: string, v: Value, state: State): void {
  const list = hidden(o, field, state);
  for (const id of list.k === 'object' ? list.ids : []) {
    const cell = state.heap.get(id);
    if (cell?.t !== 'list') continue;
    const old = elementOf(cell);
    setCell(c, state, id, { t: 'list', items: null, element: old ? join(old, v) : v, length: null, multi: true });
  }
}

/** What one value (or key) of the collection is; undefined where it has none. */
export function collectionItem(o: Value & { k: 'object' }, keys: boolean, state: State): Value {
  const list = hidden(o, keys ? KEYS : VALUES, state);
  if (list.k !== 'object') return list;
  const cell = state.heap.get(list.ids[0] as number);
  return (cell?.t === 'list' ? elementOf(cell) : null) ?? UNDEFINED;
}

/** What `for … of` over the collection gives: pairs of a map, values of a set. */
export function collectionEntry(
  c: Context,
  frame: Frame,
  at: { readonly id: number },
  o: Value & { k: 'object' },
  state: State,
): Value {
  const key = collectionItem(o, true, state);
  const value = collectionItem(o, false, state);
  if (key.k === 'undefined') return value;
  const items = [key, value];
  return c.allocate(state, frame, at.id, 'collection entry', {
    t: 'list',
    items,
    element: null,
    length: Sym.of(2),
    multi: false,
  });
}

export function callCollection(
  c: Context,
  frame: Frame,
  i: Instr,
  o: Value & { k: 'object' },
  name: string,
  args: readonly Value[],
  state: State,
): Value {
  const [first = UNDEFINED, second = UNDEFINED] = args;
  compared(c, frame, i, first);
  for (const v of args) putInto(c, frame, i, o.ids, v, state);
  const listed = (element: Value): Value & { k: 'object' } =>
    c.allocate(state, frame, i.id, 'collection list', {
      t: 'list',
      items: null,
      element,
      length: null,
      multi: false,
    }) as Value & { k: 'object' };
  switch (name) {
    case 'set':
      add(c, o, KEYS, first, state);
      add(c, o, VALUES, second, state);
      return o;
    case 'add':
      add(c, o, VALUES, first, state);
      return o;
    case 'get':
      return join(collectionItem(o, false, state), UNDEFINED);
    case 'has':
    case 'delete':
      return ANY_BOOL;
    case 'clear':
      return UNDEFINED;
    case 'values':
      return listed(collectionItem(o, false, state));
    case 'keys': {
      const key = collectionItem(o, true, state);
      return listed(key.k === 'undefined' ? collectionItem(o, false, state) : key);
    }
    case 'entries':
      return listed(collectionEntry(c, frame, i, o, state));
    default:
      for (const v of [o, ...args]) escapeValue(c, frame, i, v, state, `.${name}()`);
      return c.unknown(frame, `.${name}() of a collection is not followed`, i.span);
  }
}
