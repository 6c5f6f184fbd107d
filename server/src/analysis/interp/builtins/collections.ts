/**
 * `Map` and `Set`: what their keys and values are, all of them together; and, as long as all keys are plain values that
 * are known, which key has which value, in their order.
 */
import { type Cell, elementOf, goneOver, type State } from '../../domain/state.ts';
import { Sym } from '../../domain/sym.ts';
import {
  ANY_BOOL,
  bool,
  constantOf,
  join,
  NULL,
  type ObjectId,
  str,
  UNDEFINED,
  type Value,
} from '../../domain/value.ts';
import type { Instr } from '../../ir/types.ts';
import { escapeValue, event, putInto } from '../arrays.ts';
import type { Context, Frame } from '../context.ts';
import { setCell } from '../interleave.ts';
import { mayBeMissing } from '../literals.ts';
import { num } from '../numbers.ts';
import { MAIN } from '../tasks.ts';

/** Hidden fields of a collection's record: lists of which only the element is known. */
const VALUES = '[[Values]]';
const KEYS = '[[Keys]]';
/** A record of the values by their keys, as `keyName` writes them; what else may be in it is its rest. */
const ENTRIES = '[[Entries]]';

/** The key as a field's name; null where it is an object, or not known. */
function keyName(key: Value): string | null {
  switch (key.k) {
    case 'undefined':
    case 'null':
      return key.k;
    case 'bool':
      return key.value === null ? null : `bool ${key.value}`;
    case 'bigint':
      return key.value === null ? null : `bigint ${key.value}`;
    case 'str':
      return key.value === null || key.absent ? null : `str ${key.value}`;
    case 'num': {
      const n = constantOf(key);
      // -0 is the same key as 0.
      return n === null || key.absent ? null : `num ${n + 0}`;
    }
    default:
      return null;
  }
}

/** The key that a field's name stands for. */
function keyOf(name: string): Value {
  const value = name.slice(name.indexOf(' ') + 1);
  if (name === 'undefined') return UNDEFINED;
  if (name === 'null') return NULL;
  if (name.startsWith('str ')) return str(value);
  if (name.startsWith('num ')) return num(Number(value));
  return name.startsWith('bool ') ? bool(value === 'true') : { k: 'bigint', value };
}

type Entries = Cell & { t: 'record' };

/** The record of the entries, where it is one and nobody else has it. */
function entriesCell(
  o: Value & { k: 'object' },
  state: State,
): { readonly id: ObjectId; readonly cell: Entries } | null {
  if (o.ids.length !== 1) return null;
  const found = hidden(o, ENTRIES, state);
  if (found.k !== 'object' || found.ids.length !== 1) return null;
  const [id] = found.ids as readonly [ObjectId];
  const cell = state.heap.get(id);
  return cell?.t === 'record' && !cell.given ? { id, cell } : null;
}

/** All entries in their order, where they are all known. */
function exactEntries(o: Value & { k: 'object' }, state: State): readonly (readonly [Value, Value])[] | null {
  const found = entriesCell(o, state);
  if (!found || found.cell.multi || found.cell.rest !== null) return null;
  const all = [...found.cell.fields].map(([name, v]) => [keyOf(name), v] as const);
  return all.some(([, v]) => mayBeMissing(v)) ? null : all;
}

function setEntry(c: Context, o: Value & { k: 'object' }, key: Value, v: Value, state: State): void {
  const found = entriesCell(o, state);
  if (!found) {
    // Which of several it is put into is not known.
    for (const id of o.ids) loseEntries(c, { k: 'object', ids: [id] }, v, state);
    return;
  }
  const { id, cell } = found;
  const name = keyName(key);
  if (name === null) {
    loseEntries(c, o, v, state);
    return;
  }
  const own = cell.fields.get(name);
  const old = own ?? cell.rest ?? UNDEFINED;
  const fields = new Map(cell.fields).set(name, cell.multi ? join(old, v) : v);
  // Whether it was there already decides where it stands now.
  const rest = own && mayBeMissing(own) ? (cell.rest ?? UNDEFINED) : cell.rest;
  setCell(c, state, id, { ...cell, fields, rest });
}

/** Any entry may be `v` now, or there may be another one. */
function loseEntries(c: Context, o: Value & { k: 'object' }, v: Value, state: State): void {
  const found = entriesCell(o, state);
  if (!found) return;
  const fields = new Map([...found.cell.fields].map(([n, x]) => [n, join(x, v)] as const));
  setCell(c, state, found.id, { ...found.cell, fields, rest: join(found.cell.rest ?? UNDEFINED, v) });
}

/** What is under a key; null where that is not told apart from what is under others. */
function entryOf(o: Value & { k: 'object' }, key: Value, state: State): Value | null {
  const found = entriesCell(o, state);
  const name = keyName(key);
  if (!found || name === null) return null;
  return found.cell.fields.get(name) ?? found.cell.rest ?? UNDEFINED;
}

function removeEntry(c: Context, o: Value & { k: 'object' }, key: Value | null, state: State): void {
  const found = entriesCell(o, state);
  if (!found) {
    for (const id of o.ids) if (o.ids.length > 1) loseEntries(c, { k: 'object', ids: [id] }, UNDEFINED, state);
    return;
  }
  // When it runs, and what is there by then, is not known.
  if (c.tasks.current !== MAIN) {
    loseEntries(c, o, UNDEFINED, state);
    return;
  }
  const { id, cell } = found;
  const name = key ? keyName(key) : null;
  const fields = new Map(cell.fields);
  const unsure = cell.multi || (key !== null && name === null);
  if (unsure) for (const [n, x] of fields) fields.set(n, join(x, UNDEFINED));
  else if (name !== null) fields.delete(name);
  else fields.clear();
  setCell(c, state, id, { ...cell, fields });
}

/** How many entries there are, where they are all known. */
export function collectionSize(id: ObjectId, state: State): Sym | null {
  const all = exactEntries({ k: 'object', ids: [id] }, state);
  return all ? Sym.of(all.length) : null;
}

/** A collection that is gone over, or what its `keys`, `values` or `entries` give: it may be changed meanwhile. */
export interface Live {
  readonly of: Value & { k: 'object' };
  readonly part: Part;
}

export function liveOf(v: Value, state: State): Live | null {
  if (v.k !== 'object' || v.ids.length !== 1) return null;
  const [id] = v.ids as readonly [ObjectId];
  if (isCollection(id, state)) return { of: v, part: isMap(v, state) ? 'entries' : 'values' };
  const cell = state.heap.get(id);
  return cell?.t === 'list' ? (cell.live ?? null) : null;
}

/** All that it gives now, where that is known. */
export function liveItems(c: Context, frame: Frame, { of, part }: Live, state: State): readonly Value[] | null {
  const all = exactEntries(of, state);
  if (!all) return null;
  if (part === 'keys') return all.map(([key]) => key);
  if (part === 'values') return all.map(([, v]) => v);
  return all.map(([key, v]) => pairOf(c, frame, -1, key, v, state));
}

/** What any one of its items is. */
export function liveItem(c: Context, frame: Frame, { of, part }: Live, state: State): Value {
  if (part === 'entries') return collectionEntry(c, frame, { id: -1 }, of, state);
  return collectionItem(of, part === 'keys' && isMap(of, state), state);
}

/** The names of its keys in their order, where all are known. */
export function liveNames({ of }: Live, state: State): readonly string[] | null {
  return exactEntries(of, state)?.map(([key]) => keyName(key) ?? '') ?? null;
}

function isMap(o: Value & { k: 'object' }, state: State): boolean {
  return collectionItem(o, true, state).k !== 'undefined';
}

type Part = NonNullable<(Cell & { t: 'list' })['live']>['part'];

function pairOf(c: Context, frame: Frame, instr: number, key: Value, v: Value, state: State): Value {
  const items = [key, v];
  return c.allocate(state, frame, instr, 'collection entry', {
    t: 'list',
    items,
    element: null,
    length: Sym.of(2),
    multi: false,
  });
}

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
  const entries = (): Value =>
    c.allocate(state, frame, i.id, 'collection entries', {
      t: 'record',
      fields: new Map(),
      rest: null,
      cls: null,
      multi: false,
    });
  const fields = new Map([
    [VALUES, list('collection values')],
    [KEYS, list('collection keys')],
    [ENTRIES, entries()],
  ]);
  const made = c.allocate(state, frame, i.id, 'collection', {
    t: 'record',
    fields,
    rest: null,
    cls: null,
    multi: true,
  });
  if (!given || given.k === 'undefined' || given.k === 'null') return made;
  if (made.k !== 'object') return null;
  const cell = given.k === 'object' && given.ids.length === 1 ? state.heap.get(given.ids[0] as number) : undefined;
  const live = liveOf(given, state);
  const known = live ? liveItems(c, frame, live, state) : cell?.t === 'list' ? cell.items : null;
  if (cell?.t === 'list' && cell.iterator)
    for (const id of (given as Value & { k: 'object' }).ids) state.heap.set(id, goneOver(cell));
  const isCopy = given.k === 'object' && given.ids.every((id) => isCollection(id, state));
  const element =
    cell?.t === 'list' ? elementOf(cell) : isCopy ? collectionEntry(c, frame, { id: i.id }, given, state) : null;
  if (!known && !element) return cell?.t === 'list' ? made : null;
  for (const item of known ?? [element as Value]) {
    if (kind === 'Set') {
      compared(c, frame, i, item);
      add(c, made, VALUES, item, state);
      if (known) setEntry(c, made, item, item, state);
      else loseEntries(c, made, item, state);
    } else if (!addPair(c, frame, i, made, item, known !== null, state)) return null;
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
  once: boolean,
  state: State,
): boolean {
  const cell = pair.k === 'object' && pair.ids.length === 1 ? state.heap.get(pair.ids[0] as number) : undefined;
  if (cell?.t !== 'list' || cell.items?.length !== 2) return false;
  compared(c, frame, i, cell.items[0] as Value);
  add(c, made, KEYS, cell.items[0] as Value, state);
  add(c, made, VALUES, cell.items[1] as Value, state);
  if (once) setEntry(c, made, cell.items[0] as Value, cell.items[1] as Value, state);
  else loseEntries(c, made, cell.items[1] as Value, state);
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
  return pairOf(c, frame, at.id, key, value, state);
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
  const listed = (element: Value, part: Part): Value & { k: 'object' } => {
    const items = liveItems(c, frame, { of: o, part }, state);
    return c.allocate(state, frame, i.id, 'collection list', {
      t: 'list',
      items,
      element: items ? null : element,
      length: items ? Sym.of(items.length) : null,
      multi: false,
      iterator: true,
      live: { of: o, part },
    }) as Value & { k: 'object' };
  };
  switch (name) {
    case 'set':
      add(c, o, KEYS, first, state);
      add(c, o, VALUES, second, state);
      setEntry(c, o, first, second, state);
      return o;
    case 'add':
      add(c, o, VALUES, first, state);
      setEntry(c, o, first, first, state);
      return o;
    case 'get':
      return entryOf(o, first, state) ?? join(collectionItem(o, false, state), UNDEFINED);
    case 'has': {
      const all = exactEntries(o, state);
      const name = keyName(first);
      return all && name !== null ? bool(all.some(([key]) => keyName(key) === name)) : ANY_BOOL;
    }
    case 'delete':
      removeEntry(c, o, first, state);
      return ANY_BOOL;
    case 'clear':
      removeEntry(c, o, null, state);
      return UNDEFINED;
    case 'values':
      return listed(collectionItem(o, false, state), 'values');
    case 'keys': {
      const key = collectionItem(o, true, state);
      return listed(key.k === 'undefined' ? collectionItem(o, false, state) : key, 'keys');
    }
    case '[Symbol.iterator]':
      return isMap(o, state)
        ? listed(collectionEntry(c, frame, i, o, state), 'entries')
        : listed(collectionItem(o, false, state), 'values');
    case 'entries':
      return listed(collectionEntry(c, frame, i, o, state), 'entries');
    default:
      for (const v of [o, ...args]) escapeValue(c, frame, i, v, state, `.${name}()`);
      return c.unknown(frame, `.${name}() of a collection is not followed`, i.span);
  }
}
