/**
 * The state of the abstract machine at one program point: variables, heap objects, array storages, bytes held.
 *
 * States are cloned where control splits and joined where it meets; `null` in the interpreter stands for an
 * unreachable point.
 */
import type { Reason } from '../api.ts';
import { LayeredMap } from './layered-map.ts';
import { maxSym, Sym } from './sym.ts';
import {
  type HandleId,
  join,
  type ObjectId,
  type StoreId,
  same,
  UNDEFINED,
  type UnknownValue,
  type Value,
} from './value.ts';
import { joinValues, sameValues, type ValueFact, widenValues } from './values.ts';

/** A heap object: a JavaScript array, or a record (object literal, class instance). */
export type Cell =
  | {
      readonly t: 'list';
      /** Elements in order where all are known; else null and `element` describes each. */
      readonly items: readonly Value[] | null;
      readonly element: Value | null;
      readonly length: Sym | null;
      readonly multi: boolean;
      /** How many elements it has got in a pass of a loop, where nothing else was done to it in that pass. */
      readonly grown?: { readonly pass: number; readonly by: number };
      /** It is gone over once: what is left after that is not followed. */
      readonly iterator?: true;
      /** It is what a collection gives, which may be changed while a loop goes over it. */
      readonly live?: {
        readonly of: Value & { k: 'object' };
        readonly part: 'keys' | 'values' | 'entries';
      };
      /** Why all of it is not known: code that is not followed has it, and may change it at any time. */
      readonly given?: UnknownValue;
    }
  | {
      readonly t: 'record';
      readonly fields: ReadonlyMap<string, Value>;
      /** What an unlisted field may be; null where unlisted fields are undefined. */
      readonly rest: Value | null;
      readonly cls: Value | null;
      readonly multi: boolean;
      readonly given?: UnknownValue;
    };

/** The memory of arrays. */
export interface Store {
  readonly values: ValueFact;
  /** Bytes it takes where it lives; null where not known. */
  readonly bytes: Sym | null;
  /** Handles that keep it alive and are not disposed. */
  readonly refs: number;
  /** Came from outside what is analysed, or was given away: anything may hold or write it. */
  readonly external: boolean;
  /** It stands for the memory of several arrays. */
  readonly many?: true;
}

export class State {
  vars = new LayeredMap<string, Value>();
  heap = new LayeredMap<ObjectId, Cell>();
  stores = new LayeredMap<StoreId, Store>();
  /** Handles that are disposed. */
  disposed = new LayeredMap<HandleId, true>();
  /** Tasks that are started and may not be done: the function that each runs. */
  pending: ReadonlyMap<number, string> = new Map();
  /** `Context.sharedWrites` when what unseen code may write was last joined in: it holds as long as nothing is written. */
  outside = -1;
  /** Bytes held beyond those at the program's start, and at the most. */
  held = Sym.of(0);
  peak = Sym.of(0);
  /** Why these are not exact but lower bounds, or null. */
  lost: Reason | null = null;

  clone(): State {
    const s = new State();
    s.assign(this);
    s.vars = this.vars.clone();
    s.heap = this.heap.clone();
    s.stores = this.stores.clone();
    s.disposed = this.disposed.clone();
    return s;
  }

  /** Takes over everything of `o` (sharing its maps). */
  assign(o: State): void {
    this.vars = o.vars;
    this.heap = o.heap;
    this.stores = o.stores;
    this.disposed = o.disposed;
    this.pending = o.pending;
    this.outside = o.outside;
    this.held = o.held;
    this.peak = o.peak;
    this.lost = o.lost;
  }

  /**
   * Bytes that a step takes: `kept` stay, `transient` are given back when it ends. Where one is not known it counts as
   * nothing, and from then on the figures are only known to be at least so much (`lost` says why).
   */
  take(kept: Sym | null, transient: Sym | null, why: Reason | null): void {
    if (why !== null || kept === null || transient === null) this.lost ??= why;
    const held = kept === null ? this.held : this.held.add(kept);
    this.peak = maxSym(this.peak, transient === null ? held : held.add(transient));
    this.held = held;
  }

  give(bytes: Sym | null): void {
    if (bytes !== null) this.held = this.held.sub(bytes);
  }
}

export function joinStates(a: State | null, b: State | null): State | null {
  if (a === null) return b;
  if (b === null || a === b) return a;
  const out = a.clone();
  joinMaps(out.vars, b.vars, join);
  joinMaps(out.heap, b.heap, joinCells);
  joinMaps(out.stores, b.stores, (x, y) => joinStores(x, y, joinValues));
  for (const h of out.disposed.differing(b.disposed)) if (!b.disposed.has(h)) out.disposed.delete(h);
  if (b.pending !== a.pending) out.pending = new Map([...a.pending, ...b.pending]);
  if (a.outside !== b.outside) out.outside = -1;
  out.held = maxSym(a.held, b.held);
  out.peak = maxSym(a.peak, b.peak);
  out.lost = a.lost ?? b.lost;
  return out;
}

/** Joins two ways that a program may take: where they take different memory, how much it takes is not known. */
export function joinWays(a: State | null, b: State | null): State | null {
  const joined = joinStates(a, b);
  if (a && b && joined && !(a.held.equals(b.held) && a.peak.equals(b.peak)))
    joined.lost ??= { message: 'how much memory is taken depends on which way is taken', path: '', span: null };
  return joined;
}

/** Joins `b` into `a`, key by key; what only one has stays as it is. */
function joinMaps<K, V>(a: LayeredMap<K, V>, b: LayeredMap<K, V>, join: (x: V, y: V) => V): void {
  for (const k of a.differing(b)) {
    const x = a.get(k);
    const y = b.get(k);
    if (y === undefined || x === y) continue;
    a.set(k, x === undefined ? y : join(x, y));
  }
}

function joinStores(a: Store, b: Store, values: (x: ValueFact, y: ValueFact) => ValueFact): Store {
  return {
    values: values(a.values, b.values),
    bytes: a.bytes && b.bytes?.equals(a.bytes) ? a.bytes : null,
    refs: Math.max(a.refs, b.refs),
    external: a.external || b.external,
    ...(a.many || b.many ? { many: true } : {}),
  };
}

/** What is left of an object when code that is not followed has it. Functions in its fields stay what they are. */
export function giveCell(cell: Cell, given: UnknownValue): Cell {
  if (cell.t === 'list') return { t: 'list', items: null, element: given, length: null, multi: cell.multi, given };
  const fields = new Map([...cell.fields].map(([n, x]) => [n, x.k === 'fn' ? x : given]));
  return { ...cell, fields, rest: given, given };
}

export function joinCells(a: Cell, b: Cell): Cell {
  const given = a.given ?? b.given;
  const joined = joinKinds(a, b);
  return given ? giveCell(joined, given) : joined;
}

/** Whether the names that both have stand in the same order in both. */
function inOneOrder(a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>): boolean {
  if (a.size < 2 || b.size < 2) return true;
  const common = [...b.keys()].filter((name) => a.has(name));
  let at = 0;
  for (const name of a.keys()) if (name === common[at]) at++;
  return at === common.length;
}

type ListCell = Cell & { t: 'list' };

function grownAlike(a: ListCell, b: ListCell): Pick<ListCell, 'grown'> {
  const both = a.grown && b.grown && a.grown.pass === b.grown.pass && a.grown.by === b.grown.by;
  return both ? { grown: a.grown } : {};
}

function joinKinds(a: Cell, b: Cell): Cell {
  if (a.t === 'list' && b.t === 'list') {
    const multi = a.multi || b.multi;
    if (a.items && b.items && a.items.length === b.items.length) {
      const other = b.items;
      return {
        t: 'list',
        items: a.items.map((x, i) => join(x, other[i] as Value)),
        element: null,
        length: a.length,
        multi,
        ...grownAlike(a, b),
        ...(a.live && b.live ? { live: a.live } : {}),
      };
    }
    const elements = [elementOf(a), elementOf(b)].filter((x) => x !== null);
    return {
      t: 'list',
      items: null,
      element: elements.length === 0 ? null : elements.reduce(join),
      length: a.length && b.length?.equals(a.length) ? a.length : null,
      multi,
      ...grownAlike(a, b),
    };
  }
  if (a.t === 'record' && b.t === 'record') {
    const fields = new Map(a.fields);
    for (const name of new Set([...a.fields.keys(), ...b.fields.keys()])) {
      const x = a.fields.get(name) ?? a.rest ?? UNDEFINED;
      const y = b.fields.get(name) ?? b.rest ?? UNDEFINED;
      fields.set(name, join(x, y));
    }
    // Where the order of the fields is not known, not all is known of it.
    const known = a.rest === null && b.rest === null && inOneOrder(a.fields, b.fields);
    const rest = known ? null : join(a.rest ?? UNDEFINED, b.rest ?? UNDEFINED);
    return { t: 'record', fields, rest, cls: a.cls ?? b.cls, multi: a.multi || b.multi };
  }
  return a;
}

/** What any one element of a list is, or null where it has none. */
export function elementOf(c: Cell & { t: 'list' }): Value | null {
  if (c.items) return c.items.length === 0 ? null : c.items.reduce(join);
  return c.element;
}

/** What is left of an iterator that was gone over, or of which some was taken: any of its elements, once more. */
export function goneOver(cell: ListCell, element: Value | null = elementOf(cell)): ListCell {
  return { t: 'list', items: null, element, length: null, multi: true, iterator: true };
}

/** Whether `b` adds nothing to `a` (for the fixpoint of a loop). */
export function covers(a: State, b: State): boolean {
  const pending = new Set(a.pending.values());
  return (
    [...b.pending.values()].every((task) => pending.has(task)) &&
    coversMap(a.vars, b.vars, same) &&
    coversMap(a.stores, b.stores, (x, y) => sameValues(x.values, y.values) && x.external === y.external) &&
    coversMap(a.heap, b.heap, sameCell)
  );
}

/** Whether what there was in `before` may be something else in `after`. What is new there does not count. */
export function changedSince(before: State, after: State): boolean {
  return (
    changedMap(before.vars, after.vars, same) ||
    changedMap(before.heap, after.heap, sameCell) ||
    changedMap(before.stores, after.stores, (x, y) => sameValues(x.values, y.values) && x.external === y.external)
  );
}

function changedMap<K, V>(before: LayeredMap<K, V>, after: LayeredMap<K, V>, same: (x: V, y: V) => boolean): boolean {
  for (const k of before.differing(after)) {
    const x = before.get(k);
    const y = after.get(k);
    if (x !== undefined && y !== undefined && x !== y && !same(x, y)) return true;
  }
  return false;
}

function coversMap<K, V>(a: LayeredMap<K, V>, b: LayeredMap<K, V>, same: (x: V, y: V) => boolean): boolean {
  for (const k of a.differing(b)) {
    const y = b.get(k);
    if (y === undefined) continue;
    const x = a.get(k);
    if (x === undefined || (x !== y && !same(x, y))) return false;
  }
  return true;
}

function sameCell(a: Cell, b: Cell): boolean {
  if (a === b) return true;
  if (a.multi !== b.multi || (a.given === undefined) !== (b.given === undefined)) return false;
  if (a.t === 'list' && b.t === 'list') {
    if ((a.items === null) !== (b.items === null) || a.length?.key !== b.length?.key) return false;
    if (a.items && b.items)
      return a.items.length === b.items.length && a.items.every((x, i) => same(x, b.items?.[i] as Value));
    if (a.element === null || b.element === null) return a.element === b.element;
    return same(a.element, b.element);
  }
  if (a.t === 'record' && b.t === 'record') {
    if (a.fields.size !== b.fields.size || (a.rest === null) !== (b.rest === null)) return false;
    if (a.rest && b.rest && !same(a.rest, b.rest)) return false;
    if (a.rest === null && !inOneOrder(a.fields, b.fields)) return false;
    return [...a.fields].every(([n, v]) => same(v, b.fields.get(n) ?? { k: 'undefined' }));
  }
  return false;
}

/** Join for a loop's head: numbers that move are widened, so that the fixpoint is reached. */
export function widenStates(before: State, after: State): State {
  const out = joinStates(before, after) as State;
  widenMap(out.vars, before.vars, widenValue);
  widenMap(out.heap, before.heap, widenCell);
  widenMap(out.stores, before.stores, (old, now) => ({ ...now, values: widenValues(old.values, now.values) }));
  return out;
}

function widenMap<K, V>(out: LayeredMap<K, V>, before: LayeredMap<K, V>, widen: (old: V, now: V) => V): void {
  for (const k of out.differing(before)) {
    const old = before.get(k);
    const now = out.get(k);
    if (old !== undefined && now !== undefined && old !== now) out.set(k, widen(old, now));
  }
}

function widenCell(old: Cell, now: Cell): Cell {
  if (old.t === 'list' && now.t === 'list') {
    if (old.items && now.items)
      return { ...now, items: now.items.map((v, i) => widenValue(old.items?.[i] as Value, v)) };
    if (old.element && now.element) return { ...now, element: widenValue(old.element, now.element) };
  }
  if (old.t === 'record' && now.t === 'record') {
    const fields = new Map(now.fields);
    for (const [n, v] of fields) {
      const o = old.fields.get(n);
      if (o) fields.set(n, widenValue(o, v));
    }
    return { ...now, fields };
  }
  return now;
}

/** A value that has changed: a number that moves jumps to the next threshold. */
export function widenValue(old: Value, now: Value): Value {
  if (old.k === 'num' && now.k === 'num' && !same(old, now)) {
    return { k: 'num', sym: now.sym, fact: widenValues(old.fact, now.fact) };
  }
  return now;
}
