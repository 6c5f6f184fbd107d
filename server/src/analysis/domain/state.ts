/**
 * The state of the abstract machine at one program point: variables, heap objects, array storages, bytes held.
 *
 * States are cloned where control splits and joined where it meets; `null` in the interpreter stands for an
 * unreachable point.
 */
import type { Reason } from '../api.ts';
import { maxSym, Sym } from './sym.ts';
import { type HandleId, join, type ObjectId, type StoreId, same, type Value } from './value.ts';
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
    }
  | {
      readonly t: 'record';
      readonly fields: ReadonlyMap<string, Value>;
      /** What an unlisted field may be; null where unlisted fields are undefined. */
      readonly rest: Value | null;
      readonly cls: Value | null;
      readonly multi: boolean;
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
}

export class State {
  vars: Map<string, Value>;
  heap: Map<ObjectId, Cell>;
  stores: Map<StoreId, Store>;
  disposed: Set<HandleId>;
  /** Bytes held beyond those at the program's start, and at the most. */
  held: Sym;
  peak: Sym;
  /** Why these are not exact but lower bounds, or null. */
  lost: Reason | null;

  constructor() {
    this.vars = new Map();
    this.heap = new Map();
    this.stores = new Map();
    this.disposed = new Set();
    this.held = Sym.of(0);
    this.peak = Sym.of(0);
    this.lost = null;
  }

  clone(): State {
    const s = new State();
    s.assign(this);
    s.vars = new Map(this.vars);
    s.heap = new Map(this.heap);
    s.stores = new Map(this.stores);
    s.disposed = new Set(this.disposed);
    return s;
  }

  /** Takes over everything of `o` (sharing its maps). */
  assign(o: State): void {
    this.vars = o.vars;
    this.heap = o.heap;
    this.stores = o.stores;
    this.disposed = o.disposed;
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
  for (const [k, v] of b.vars) {
    const mine = out.vars.get(k);
    out.vars.set(k, mine === undefined ? v : join(mine, v));
  }
  for (const [k, c] of b.heap) {
    const mine = out.heap.get(k);
    if (mine === undefined) out.heap.set(k, c);
    else if (mine !== c) out.heap.set(k, joinCells(mine, c));
  }
  for (const [k, s] of b.stores) {
    const mine = out.stores.get(k);
    if (mine === undefined) out.stores.set(k, s);
    else if (mine !== s) out.stores.set(k, joinStores(mine, s, joinValues));
  }
  for (const h of [...out.disposed]) if (!b.disposed.has(h) && b.stores.size > 0) out.disposed.delete(h);
  out.held = maxSym(a.held, b.held);
  out.peak = maxSym(a.peak, b.peak);
  out.lost = a.lost ?? b.lost;
  return out;
}

function joinStores(a: Store, b: Store, values: (x: ValueFact, y: ValueFact) => ValueFact): Store {
  return {
    values: values(a.values, b.values),
    bytes: a.bytes && b.bytes?.equals(a.bytes) ? a.bytes : null,
    refs: Math.max(a.refs, b.refs),
    external: a.external || b.external,
  };
}

export function joinCells(a: Cell, b: Cell): Cell {
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
      };
    }
    const elements = [elementOf(a), elementOf(b)].filter((x) => x !== null);
    return {
      t: 'list',
      items: null,
      element: elements.length === 0 ? null : elements.reduce(join),
      length: a.length && b.length?.equals(a.length) ? a.length : null,
      multi,
    };
  }
  if (a.t === 'record' && b.t === 'record') {
    const fields = new Map(a.fields);
    for (const name of new Set([...a.fields.keys(), ...b.fields.keys()])) {
      const x = a.fields.get(name) ?? a.rest ?? { k: 'undefined' as const };
      const y = b.fields.get(name) ?? b.rest ?? { k: 'undefined' as const };
      fields.set(name, join(x, y));
    }
    const rest = a.rest && b.rest ? join(a.rest, b.rest) : (a.rest ?? b.rest);
    return { t: 'record', fields, rest, cls: a.cls ?? b.cls, multi: a.multi || b.multi };
  }
  return a;
}

/** What any one element of a list is, or null where it has none. */
export function elementOf(c: Cell & { t: 'list' }): Value | null {
  if (c.items) return c.items.length === 0 ? null : c.items.reduce(join);
  return c.element;
}

/** Whether `b` adds nothing to `a` (for the fixpoint of a loop). */
export function covers(a: State, b: State): boolean {
  for (const [k, v] of b.vars) {
    const mine = a.vars.get(k);
    if (mine === undefined || !same(mine, v)) return false;
  }
  for (const [k, s] of b.stores) {
    const mine = a.stores.get(k);
    if (mine === undefined || !sameValues(mine.values, s.values) || mine.external !== s.external) return false;
  }
  for (const [k, c] of b.heap) {
    const mine = a.heap.get(k);
    if (mine === undefined || !sameCell(mine, c)) return false;
  }
  return true;
}

function sameCell(a: Cell, b: Cell): boolean {
  if (a === b) return true;
  if (a.t === 'list' && b.t === 'list') {
    if ((a.items === null) !== (b.items === null) || a.length?.key !== b.length?.key) return false;
    if (a.items && b.items)
      return a.items.length === b.items.length && a.items.every((x, i) => same(x, b.items?.[i] as Value));
    if (a.element === null || b.element === null) return a.element === b.element;
    return same(a.element, b.element);
  }
  if (a.t === 'record' && b.t === 'record') {
    if (a.fields.size !== b.fields.size) return false;
    return [...a.fields].every(([n, v]) => same(v, b.fields.get(n) ?? { k: 'undefined' }));
  }
  return false;
}

/** Join for a loop's head: numbers that move are widened, so that the fixpoint is reached. */
export function widenStates(before: State, after: State): State {
  const out = joinStates(before, after) as State;
  for (const [k, v] of out.vars) {
    const old = before.vars.get(k);
    if (old) out.vars.set(k, widenValue(old, v));
  }
  for (const [k, c] of out.heap) {
    const old = before.heap.get(k);
    if (old && old !== c) out.heap.set(k, widenCell(old, c));
  }
  for (const [k, s] of out.stores) {
    const old = before.stores.get(k);
    if (old && old !== s) out.stores.set(k, { ...s, values: widenValues(old.values, s.values) });
  }
  return out;
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

function widenValue(old: Value, now: Value): Value {
  if (old.k === 'num' && now.k === 'num' && !same(old, now)) {
    return { k: 'num', sym: now.sym, fact: widenValues(old.fact, now.fact) };
  }
  return now;
}
