/** Lists, objects and texts as they are written in the program, with what is spread into them and taken out of them. */
import { joinStates, type State } from '../domain/state.ts';
import { Sym } from '../domain/sym.ts';
import { ANY_STRING, join, str, UNDEFINED, type Value } from '../domain/value.ts';
import type { Instr, PropertyEntry } from '../ir/types.ts';
import { accessorField } from '../ir/types.ts';
import { fieldOf, member } from './access.ts';
import { escapeValue, observe, reach } from './arrays.ts';
import { isCollection } from './builtins/collections.ts';
import { callClosure } from './calls.ts';
import type { Context, Frame } from './context.ts';
import type { Valued } from './instructions.ts';
import { itemsOf } from './iteration.ts';
import { opened } from './iterators.ts';
import { text } from './numbers.ts';

/** Numbers that a varying template part is tried with. */
function sampleNumbers(v: Value): readonly number[] | null {
  if (v.k !== 'num' || !v.fact.finite || !v.fact.integral) return null;
  const { lo, hi } = v.fact;
  if (!Number.isFinite(lo) || !Number.isFinite(hi)) return null;
  const middle = Math.floor((lo + hi) / 2);
  return [...new Set([lo, Math.min(lo + 1, hi), middle, Math.max(hi - 1, lo), hi])];
}

export function template(strings: readonly string[], parts: readonly Value[]): Value {
  const texts = parts.map(text);
  const known = texts.every((t) => t !== null);
  const fill = (xs: readonly string[]): string => strings.reduce((out, s, i) => out + s + (xs[i] ?? ''), '');
  if (known) return str(fill(texts as string[]));
  const varying = texts.flatMap((t, i) => (t === null ? [i] : []));
  const numbers = varying.length === 1 ? sampleNumbers(parts[varying[0] as number] as Value) : null;
  if (numbers) return { k: 'str', value: null, samples: numbers.map((n) => fill(texts.map((t) => t ?? String(n)))) };
  if (!varying.every((n) => parts[n]?.k === 'num')) return ANY_STRING;
  const samples = rangesLike(fill(texts.map((t) => t ?? HOLE_MARK)));
  return samples ? { k: 'str', value: null, samples } : ANY_STRING;
}

/** In the place of a number that varies. */
const HOLE_MARK = '#';

/**
 * Two ranges that a template such as `#:7` or `-#:` may be, of which one holds an element more than the other: from what
 * they have in common, nothing is concluded but the rank. Null for any other template.
 */
function rangesLike(template: string): string[] | null {
  const [, from, to] = /^\s*(-?#|-?\d+|)\s*:\s*(-?#|-?\d+|)\s*$/.exec(template) ?? [];
  if (from === undefined || to === undefined) return null;
  const start = from.replace('#', from.startsWith('-') ? '3' : '0');
  if (to.includes('#')) {
    // From a fixed start, up to it and one further; from the end, all but one and all.
    const at = Number(start === '' ? 0 : start);
    const ends = to.startsWith('-') ? ['-1', '-1000000'] : at < 0 ? ['0', '1000000'] : [`${at}`, `${at + 1}`];
    return ends.map((end) => `${start}:${end}`);
  }
  if (!from.includes('#')) return null;
  return (from.startsWith('-') ? ['-1', '-1000000'] : ['0', '1']).map((first) => `${first}:${to}`);
}

/** What may run to make a string or a number of an object. */
export function stringified(c: Context, frame: Frame, i: Instr, v: Value, state: State): void {
  reach(v, state, (a) => observe(c, frame, i, a, 'as text'));
  if (v.k !== 'object') return;
  for (const id of v.ids) {
    if (state.heap.get(id)?.t !== 'record') continue;
    for (const name of ['[Symbol.toPrimitive]', 'toString', 'valueOf']) {
      const f = fieldOf(c, frame, i, id, v, name, state);
      for (const x of f.k === 'fn' ? f.closures : []) {
        // Which of them runs depends on what is asked for.
        const s = state.clone();
        callClosure(c, frame, i, { ...x, self: v }, [], s);
        state.assign(joinStates(state.clone(), s) as State);
      }
    }
  }
}

export function listLiteral(c: Context, frame: Frame, i: Valued & { op: 'list' }, state: State): Value {
  const items: Value[] = [];
  let element: Value | null = null;
  let spreads: Sym | null = Sym.of(0);
  for (const a of i.items) {
    const v = frame.temps[a.temp] ?? UNDEFINED;
    if (!a.spread) {
      items.push(v);
      continue;
    }
    const spread = spreadItems(c, frame, i, v, state);
    if (spread.items) items.push(...spread.items);
    else {
      element = element ? join(element, spread.element) : spread.element;
      spreads = spreads && spread.length ? spreads.add(spread.length) : null;
    }
  }
  if (element === null) return c.list(state, frame, i.id, items, Sym.of(items.length));
  const all = [...items, element].reduce(join);
  const length = spreads ? spreads.add(Sym.of(items.length)) : null;
  return c.allocate(state, frame, i.id, 'list', { t: 'list', items: null, element: all, length, multi: false });
}

/** The elements of a value that is spread (`...v`). */
export function spreadItems(
  c: Context,
  frame: Frame,
  at: Instr,
  v: Value,
  state: State,
): { items: readonly Value[] | null; element: Value; length: Sym | null } {
  if (v.k === 'str' && v.value !== null) {
    const items = [...v.value].map((x) => str(x));
    return { items, element: UNDEFINED, length: Sym.of(items.length) };
  }
  if (v.k === 'str') return { items: null, element: ANY_STRING, length: null };
  const s = itemsOf(c, frame, state, opened(c, frame, at, v, state), at.span);
  return { items: s.items, element: s.item, length: s.count };
}

export function objectLiteral(
  c: Context,
  frame: Frame,
  i: Valued,
  entries: readonly PropertyEntry[],
  state: State,
): Value {
  const fields = new Map<string, Value>();
  let rest: Value | null = null;
  for (const e of entries) {
    if (e.kind === 'field' && e.name === '__proto__') {
      escapeValue(c, frame, i, frame.temps[e.temp] ?? UNDEFINED, state, 'an object that inherits from it');
      rest = c.unknown(frame, 'what a prototype holds is not followed', i.span);
    } else if (e.kind === 'field') fields.set(e.name, frame.temps[e.temp] ?? UNDEFINED);
    else if (e.kind === 'computed') {
      const key = text(frame.temps[e.key] ?? UNDEFINED);
      const v = frame.temps[e.temp] ?? UNDEFINED;
      if (key !== null) fields.set(key, v);
      else {
        rest = join(rest ?? UNDEFINED, v);
        for (const [n, x] of fields) fields.set(n, join(x, v));
      }
    } else {
      const all = spreadFields(c, frame, i, frame.temps[e.temp] ?? UNDEFINED, state);
      if (all.rest) {
        // It may have any of the fields that stand before it.
        for (const [n, x] of fields) fields.set(n, join(x, all.rest));
        rest = join(rest ?? UNDEFINED, all.rest);
      }
      for (const [n, x] of all.fields) fields.set(n, mayBeMissing(x) ? join(x, fields.get(n) ?? UNDEFINED) : x);
    }
  }
  return c.allocate(state, frame, i.id, 'object', { t: 'record', fields, rest, cls: null, multi: false });
}

/** What `{ ...v }` copies: the values of fields and getters that an object has itself. */
export function spreadFields(
  c: Context,
  frame: Frame,
  i: Instr,
  v: Value,
  state: State,
): { fields: Map<string, Value>; rest: Value | null } {
  const fields = new Map<string, Value>();
  if (v.k === 'undefined' || v.k === 'null' || v.k === 'num' || v.k === 'bool') return { fields, rest: null };
  const id = v.k === 'object' && v.ids.length === 1 ? (v.ids[0] as number) : -1;
  const cell = state.heap.get(id);
  if (cell?.t !== 'record' || isCollection(id, state)) {
    escapeValue(c, frame, i, v, state, 'a spread');
    return { fields, rest: c.unknown(frame, 'what is spread into this object is not known', i.span) };
  }
  for (const [n, x] of cell.fields) {
    if (n.startsWith('#') || n.startsWith(accessorField('set', ''))) continue;
    const getter = n.startsWith(accessorField('get', '')) ? n.slice(accessorField('get', '').length) : null;
    if (getter === null) fields.set(n, x);
    else fields.set(getter, member(c, frame, i, v, getter, state));
  }
  return { fields, rest: cell.rest };
}

/** Whether a field may not be there: one branch has set it, another has not. */
export function mayBeMissing(v: Value): boolean {
  return v.k === 'undefined' || v.k === 'unknown' || (v.k === 'union' && v.members.some((m) => m.k === 'undefined'));
}

export function restOf(c: Context, frame: Frame, i: Valued & { op: 'rest' }, v: Value, state: State): Value {
  const cell = v.k === 'object' && v.ids.length === 1 ? state.heap.get(v.ids[0] as number) : undefined;
  if (cell?.t === 'list') {
    if (cell.items && !cell.iterator) {
      const items = cell.items.slice(i.from);
      return c.list(state, frame, i.id, items, Sym.of(items.length));
    }
    return c.allocate(state, frame, i.id, 'rest', {
      t: 'list',
      items: null,
      element: cell.element,
      length: cell.length ? cell.length.sub(Sym.of(i.from)) : null,
      multi: false,
    });
  }
  if (cell?.t === 'record') {
    const all = spreadFields(c, frame, i, v, state);
    for (const n of i.omit) all.fields.delete(n);
    return c.allocate(state, frame, i.id, 'rest', { t: 'record', ...all, cls: null, multi: false });
  }
  escapeValue(c, frame, i, v, state, 'a pattern');
  return c.unknown(frame, 'what is taken apart here is not known', i.span);
}
