/** What both kinds of arrays (library and typed) have in common: numbers of a storage, writes, escapes, disposal. */
import type { Span } from '../api.ts';
import { giveCell, type State } from '../domain/state.ts';
import {
  type ArrayValue,
  type ClassValue,
  type Closure,
  join,
  numberOf,
  type ObjectId,
  type StoreId,
  unknown,
  type Value,
} from '../domain/value.ts';
import { ANYTHING, contains, DTYPE_INFO, dtypeRange, joinValues, type ValueFact } from '../domain/values.ts';
import { type Context, closureKey, type Frame, type Where } from './context.ts';
import { setCell } from './interleave.ts';
import { runAnyTimes } from './program.ts';
import type { EventKind } from './records.ts';

/** The numbers that the array may hold. */
export function factOf(a: ArrayValue, state: State): ValueFact {
  if (a.stores.length === 0) return rangeOf(a);
  let fact: ValueFact | null = null;
  for (const id of a.stores) {
    const s = state.stores.get(id);
    const f = s && !s.external ? s.values : rangeOf(a);
    fact = fact ? joinValues(fact, f) : f;
  }
  return fact ?? rangeOf(a);
}

function rangeOf(a: ArrayValue): ValueFact {
  if (!a.dtypes || a.dtypes.length === 0) return ANYTHING;
  return a.dtypes.map(dtypeRange).reduce(joinValues);
}

/** One element, as JavaScript reads it. */
export function elementOfArray(a: ArrayValue, state: State): Value {
  const kinds = new Set(
    (a.dtypes ?? []).map((d) =>
      d === 'int64' || d === 'uint64' ? 'bigint' : DTYPE_INFO[d].kind === 'complex' ? 'complex' : 'num',
    ),
  );
  if (kinds.size === 0) return numberOf(ANYTHING);
  const members: Value[] = [];
  if (kinds.has('num')) members.push(numberOf(factOf(a, state)));
  if (kinds.has('bigint')) members.push({ k: 'bigint', value: null });
  if (kinds.has('complex')) members.push({ k: 'plain', what: 'a complex number' });
  return members.reduce(join);
}

export function event(c: Context, frame: Frame, at: Where, a: ArrayValue, kind: EventKind, by: string): void {
  const time = c.tick();
  for (const store of a.stores) {
    const task = c.tasks.current;
    c.records.events.push({ kind, store, handle: a.handle, time, path: frame.module.path, span: at.span, by, task });
  }
}

/** The program looks at what the array is made of: an edit that changes it can be seen. */
export function observe(c: Context, frame: Frame, at: Where, a: ArrayValue, by: string): void {
  event(c, frame, at, a, 'observe', by);
  c.records.escapes.push({ path: frame.module.path, span: at.span, how: by, value: a, facts: null });
}

/** The array's numbers may now also be those of `values`. */
export function write(
  c: Context,
  frame: Frame,
  at: Where,
  a: ArrayValue,
  values: ValueFact,
  state: State,
  by: string,
): void {
  event(c, frame, at, a, 'write', by);
  c.writes++;
  c.sharedWrites++;
  for (const id of a.stores) {
    const s = state.stores.get(id);
    if (s) state.stores.set(id, { ...s, values: joinValues(s.values, values) });
    c.records.holds(id, values);
    c.records.mutated.add(id);
    c.tasks.wroteNumbers(id, c.records.makers.get(id) ?? '', values);
  }
}

/** The memory is read as another dtype than it was written as: what its bytes mean there, and what is written there means here, is not known. */
export function reinterpret(c: Context, stores: readonly StoreId[], state: State): void {
  c.writes++;
  c.sharedWrites++;
  for (const id of stores) {
    const s = state.stores.get(id);
    if (s) state.stores.set(id, { ...s, values: ANYTHING });
    c.records.holds(id, ANYTHING);
    c.records.mutated.add(id);
    c.tasks.wroteNumbers(id, c.records.makers.get(id) ?? '', ANYTHING);
  }
}

/** Something outside the analysis may read or write it from here on. */
export function escapeArray(
  c: Context,
  frame: Frame,
  at: Where,
  a: ArrayValue,
  state: State,
  by: string,
  mayWrite: boolean,
): void {
  event(c, frame, at, a, mayWrite ? 'escape' : 'observe', by);
  if (!mayWrite) return;
  c.writes++;
  c.sharedWrites++;
  for (const id of a.stores) {
    const s = state.stores.get(id);
    if (s) state.stores.set(id, { ...s, external: true });
    c.records.holds(id, rangeOf(a));
    c.records.mutated.add(id);
  }
}

type FunctionValue = Extract<Value, { k: 'fn' }>;

/** Walks everything that a value reaches through lists and records. */
export function reach(
  v: Value,
  state: State,
  visit: (a: ArrayValue) => void,
  seen: Set<number> = new Set(),
  called: (f: FunctionValue) => void = () => {},
): void {
  switch (v.k) {
    case 'array':
      visit(v);
      return;
    case 'fn':
      called(v);
      return;
    case 'union':
      for (const m of v.members) reach(m, state, visit, seen, called);
      return;
    case 'promise':
    case 'generator':
      reach(v.value, state, visit, seen, called);
      return;
    case 'bound':
      reach(v.receiver, state, visit, seen, called);
      return;
    case 'object':
      for (const id of v.ids) {
        if (seen.has(id)) continue;
        seen.add(id);
        const cell = state.heap.get(id);
        if (!cell) continue;
        const inside =
          cell.t === 'list'
            ? (cell.items ?? (cell.element ? [cell.element] : []))
            : [...cell.fields.values(), ...(cell.rest ? [cell.rest] : [])];
        for (const x of inside) reach(x, state, visit, seen, called);
      }
      return;
    default:
      return;
  }
}

/** Gives a value to something that is not analysed: arrays in it escape, lists and records may change. */
/** What the language provides as objects full of functions, and the objects that its own objects inherit from. */
const NAMESPACES = /^(Math|JSON|Reflect|Intl|globalThis)$|\.prototype$/;

export function escapeValue(
  c: Context,
  frame: Frame,
  at: Where,
  v: Value,
  state: State,
  by: string,
  mayWrite = true,
): void {
  const seen = new Set<number>();
  const visit = (x: ArrayValue): void => {
    escapeArray(c, frame, at, x, state, by, mayWrite);
    if (x === v) return;
    c.records.escapes.push({ path: frame.module.path, span: at.span, how: by, value: x, facts: factOf(x, state) });
  };
  const callable = new Set<string>();
  const called = (x: FunctionValue): void => {
    for (const f of x.closures) callable.add(calledFrom(c, f));
  };
  reach(v, state, visit, seen, called);
  if (mayWrite && v.k === 'class') c.patched.add(v.cls.cls);
  // Who gets hold of `Math` may put other functions in it.
  if (mayWrite && v.k === 'builtin' && NAMESPACES.test(v.path)) c.replaced.add(`${v.path.split('.')[0]}.*`);
  c.records.escapes.push({
    path: frame.module.path,
    span: at.span,
    how: by,
    value: v,
    facts: v.k === 'array' ? factOf(v, state) : null,
  });
  if (!mayWrite) return;
  const lost = unknown(`it was given to ${by}, which may change it`, frame.module.path, at.span as Span);
  for (const id of seen) {
    const cell = state.heap.get(id);
    if (cell && !cell.given) setCell(c, state, id, giveCell(cell, lost));
    if (cell?.t === 'record' && cell.cls?.k === 'class') escapeMethods(c, cell.cls.cls, id, callable);
  }
  if (callable.size === 0) return;
  for (const key of callable) c.escapedFunctions.add(key);
  // It may be called at once, any number of times, and take memory.
  state.lost ??= c.reason(frame, `${by} may call a function of the program`, at.span as Span);
  runAnyTimes(c, callable, state);
}

/** What is put into an object that code which is not followed has, it has too. */
export function putInto(c: Context, frame: Frame, at: Where, ids: readonly ObjectId[], v: Value, state: State): void {
  if (ids.some((id) => state.heap.get(id)?.given)) escapeValue(c, frame, at, v, state, 'an object that was given away');
}

/** Whoever has an instance may call its methods: adds them to `into`. */
function escapeMethods(c: Context, cls: ClassValue, id: ObjectId, into: Set<string>): void {
  for (const m of cls.cls.methods) {
    if (m.isStatic) continue;
    const self: Value = { k: 'object', ids: [id] };
    into.add(calledFrom(c, { module: cls.module, fn: m.fn, frame: cls.frame, self, home: cls }));
  }
  if (cls.base?.k === 'class') escapeMethods(c, cls.base.cls, id, into);
}

/** Code that is not followed has got hold of a function, and calls it on the `this` that it is bound to. */
export function calledFrom(c: Context, closure: Closure): string {
  const key = closureKey(closure);
  const { self } = closure;
  if (!self) return key;
  const old = c.escapedFunctions.has(key) ? c.madeClosures.get(key)?.self : null;
  c.madeClosures.set(key, { ...closure, self: old ? join(old, self) : self });
  return key;
}

/** Disposes one handle: the memory is given back with the last handle on it. */
export function dispose(c: Context, frame: Frame, at: Where, a: ArrayValue, state: State): void {
  event(c, frame, at, a, 'read', 'dispose');
  if (a.stores.length !== 1 || a.handle < 0 || state.stores.get(a.stores[0] as StoreId)?.many) {
    state.lost ??= c.reason(frame, 'which array is disposed here is not known', at.span);
    return;
  }
  if (state.disposed.has(a.handle)) return;
  c.writes++;
  c.sharedWrites++;
  state.disposed.set(a.handle, true);
  const id = a.stores[0] as StoreId;
  const s = state.stores.get(id);
  if (!s) return;
  const refs = s.refs - 1;
  state.stores.set(id, { ...s, refs });
  if (refs === 0 && !s.external) state.give(s.bytes);
}

/** What an element may be after a number of `fact` was assigned to it: wrapped into the dtype. */
export function storedValues(a: ArrayValue, fact: ValueFact): ValueFact {
  const range = rangeOf(a);
  const whole: ValueFact = range.integral
    ? { lo: Math.trunc(fact.lo), hi: Math.trunc(fact.hi), integral: true, finite: fact.finite, plainZero: true }
    : fact;
  return contains(range, whole) ? whole : range;
}
