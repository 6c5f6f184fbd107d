/** How often a loop runs, and over what. */
import type { Span } from '../api.ts';
import { type Cell, elementOf, goneOver, type State } from '../domain/state.ts';
import { Sym } from '../domain/sym.ts';
import { constantOf, HOLE, join, type ObjectId, UNDEFINED, type Value } from '../domain/value.ts';
import type { ValueFact } from '../domain/values.ts';
import type { Block, Region, Temp, Variable } from '../ir/types.ts';
import { readElement } from '../libraries/numpy-ts/members.ts';
import { elementOfArray, escapeValue, event } from './arrays.ts';
import { definitionsOf } from './assume.ts';
import { liveItem, liveItems, liveOf } from './builtins/collections.ts';
import { unknownCall } from './calls.ts';
import type { Context, Frame } from './context.ts';
import { runInstruction } from './instructions.ts';
import { interleave } from './interleave.ts';
import { num } from './numbers.ts';
import { readVariable, variableKey } from './variables.ts';

export interface Iteration {
  readonly count: Sym;
  /** What the counter is compared with. */
  readonly bound: Value;
  /** The counter's numbers inside the body, where its bounds are numbers. */
  readonly range: { readonly variable: string; readonly fact: ValueFact } | null;
}

/**
 * The number of rounds of `for (let i = a; i < b; i += s)`, or with `i + c < b`, where the counter is written only by the update and `b`
 * does not change: ceil((b − a) / s). Null where the loop is not of that form, or may be left early.
 */
export function iterationOf(c: Context, frame: Frame, r: Region & { op: 'loop' }, state: State): Iteration | null {
  if (r.test === null || r.cond === null) return null;
  const defs = definitionsOf(frame.fn);
  const cond = defs.get(r.cond);
  if (cond?.op !== 'binary') return null;
  const sum = defs.get(cond.a);
  const added = sum?.op === 'binary' && sum.operator === '+' ? sum.b : null;
  const counter = sum?.op === 'binary' && added !== null ? defs.get(sum.a) : sum;
  if (counter?.op !== 'load' || !['<', '<=', '>', '>='].includes(cond.operator)) return null;
  const variable = counter.variable;
  const step = stepOf(c, frame, r, variable, state);
  if (step === null || writes(r.body, variable) || leavesEarly(r.body, r.label)) return null;
  const bound = boundValue(c, frame, r, cond.b, state);
  const init = readVariable(c, frame, variable, state);
  const more = added === null ? num(0) : boundValue(c, frame, r, added, state);
  if (init?.k !== 'num' || !init.sym || bound?.k !== 'num' || !bound.sym || more?.k !== 'num' || !more.sym) return null;
  const limit = bound.sym.sub(more.sym);
  const up = cond.operator.startsWith('<');
  if (up !== step > 0) return null;
  const distance = up ? limit.sub(init.sym) : init.sym.sub(limit);
  const reach = cond.operator.length === 2 ? distance.add(Sym.of(1)) : distance;
  const count = reach.ceildiv(Sym.of(Math.abs(step)));
  const n = count.value;
  const first = constantOf(init);
  const range =
    n !== null && first !== null && n > 0
      ? { variable: variableKey(c, frame, variable), fact: rangeFact(first, first + (n - 1) * step) }
      : null;
  return { count: n !== null ? Sym.of(Math.max(0, n)) : count, bound, range };
}

function rangeFact(a: number, b: number): ValueFact {
  return { lo: Math.min(a, b), hi: Math.max(a, b), integral: Number.isInteger(a) && Number.isInteger(b), finite: true };
}

/** The number that the update adds to the counter, where it does nothing else to it. */
function stepOf(c: Context, frame: Frame, r: Region & { op: 'loop' }, v: Variable, state: State): number | null {
  const defs = definitionsOf(frame.fn);
  const stores = r.update.filter((s) => s.op === 'store' && s.variable === v);
  const [only] = stores;
  if (stores.length !== 1 || only?.op !== 'store') return null;
  const sum = defs.get(only.src);
  if (sum?.op !== 'binary' || (sum.operator !== '+' && sum.operator !== '-')) return null;
  const base = defs.get(sum.a);
  const by = boundValue(c, frame, r, sum.b, state);
  const n = by ? constantOf(by) : null;
  if (base?.op !== 'load' || base.variable !== v || n === null || n === 0) return null;
  return sum.operator === '+' ? n : -n;
}

/** What the counter is compared with, in this state. */
export function boundOf(c: Context, frame: Frame, r: Region & { op: 'loop' }, state: State): Value | null {
  const cond = r.cond === null ? undefined : definitionsOf(frame.fn).get(r.cond);
  return cond?.op === 'binary' ? boundValue(c, frame, r, cond.b, state) : null;
}

/** The bound, where the text of the loop does not change it. */
function boundValue(c: Context, frame: Frame, r: Region & { op: 'loop' }, t: Temp, state: State): Value | null {
  const d = definitionsOf(frame.fn).get(t);
  if (!d || !r.test) return null;
  if (d.op === 'const' && d.value.kind === 'number') return num(d.value.value);
  if (d.op === 'load') {
    const changes = d.variable.kind !== 'const' && (d.variable.captured || writes(r.body, d.variable));
    return changes ? null : (readVariable(c, frame, d.variable, state) ?? null);
  }
  // A length or an expression over one: read it as the first test would. Whether it stays the same is seen afterwards.
  const before = state.clone();
  for (const s of r.test) {
    if (s.op === 'load' && s.variable.kind !== 'const' && (s.variable.captured || writes(r.body, s.variable))) {
      if (s.dst !== firstLoad(r.test)) return null;
    }
    if (
      !('dst' in s) ||
      (s.op !== 'load' && s.op !== 'member' && s.op !== 'element' && s.op !== 'const' && s.op !== 'binary')
    )
      return null;
    runInstruction(c, frame, s, before);
  }
  return frame.temps[t] ?? null;
}

/** The load of the counter itself, which every round changes. */
function firstLoad(test: Block): Temp | null {
  const s = test[0];
  return s?.op === 'load' ? s.dst : null;
}

function writes(block: Block, v: Variable): boolean {
  return some(block, (s) => s.op === 'store' && s.variable === v);
}

export function leavesEarly(block: Block, label: string): boolean {
  const inner = new Set([label]);
  some(block, (s) => {
    if (s.op === 'loop' || s.op === 'forOf') inner.add(s.label);
    return false;
  });
  return some(block, (s) => {
    if (s.op === 'continue') return !inner.has(s.label);
    return s.op === 'break' || s.op === 'return' || s.op === 'throw';
  });
}

function some(block: Block, test: (s: Block[number]) => boolean): boolean {
  return block.some((s) => {
    if (test(s)) return true;
    if (s.op === 'if') return some(s.then, test) || some(s.else, test);
    if (s.op === 'loop') return some(s.body, test) || some(s.update, test) || (s.test !== null && some(s.test, test));
    if (s.op === 'forOf' || s.op === 'block') return some(s.body, test);
    if (s.op === 'try') return some(s.body, test) || some(s.handler ?? [], test) || some(s.final ?? [], test);
    return false;
  });
}

/** What `for … of` goes over: all items where they are known, else what each one is. */
export function itemsOf(
  c: Context,
  frame: Frame,
  state: State,
  v: Value,
  span: Span,
): { items: readonly Value[] | null; item: Value; count: Sym | null } {
  if (v.k === 'object' && v.ids.length === 1) {
    const id = v.ids[0] as number;
    const cell = state.heap.get(id);
    const live = liveOf(v, state);
    if (live) {
      const items = liveItems(c, frame, live, state);
      const item = liveItem(c, frame, live, state);
      // An iterator is gone over once.
      if (cell?.t === 'list') state.heap.set(id, goneOver(cell, item));
      return { items, item, count: items ? Sym.of(items.length) : null };
    }
    if (cell?.t === 'list') {
      const items = cell.items?.map((x) => (x === HOLE ? UNDEFINED : x)) ?? null;
      if (cell.iterator) state.heap.set(id, goneOver(cell));
      if (items) return { items, item: items.length > 0 ? items.reduce(join) : num(0), count: cell.length };
      const item = elementOf(cell);
      if (item) return { items: null, item, count: cell.length };
    }
  } else if (v.k === 'object' && v.ids.every((id) => state.heap.get(id)?.t === 'list')) {
    const all = v.ids.map((id) => elementOf(state.heap.get(id) as Cell & { t: 'list' })).filter((x) => x !== null);
    if (all.length > 0) return { items: null, item: all.reduce(join), count: null };
  }
  if (v.k === 'array' && v.library === 'typed-array') {
    event(c, frame, { id: -1, span, stmt: span }, v, 'read', 'of');
    return { items: null, item: elementOfArray(v, state), count: v.shape?.[0] ?? null };
  }
  if (v.k === 'array' && v.shape !== null) {
    const at = { id: -1, span, stmt: span };
    event(c, frame, at, v, 'read', 'of');
    // All items are alike; where there is none, nothing is done with it.
    const item = v.shape.length <= 1 ? elementOfArray(v, state) : readElement(c, frame, at, v, num(0), state).value;
    return { items: null, item, count: v.shape[0] ?? null };
  }
  if (v.k === 'generator') {
    interleave(c, frame, span, state);
    return { items: null, item: v.value, count: null };
  }
  // Going over it runs code of its own, and hands out what it holds.
  const at = { id: -1, span, stmt: span };
  escapeValue(c, frame, at, v, state, 'what goes over it');
  unknownCall(c, frame, at, state);
  return { items: null, item: c.unknown(frame, 'what this loop goes over is not known', span), count: null };
}

/**
 * The number of rounds of `while (list.length < n)`, where each adds so many elements to the list and does nothing else
 * to it, and `n` does not change: until there are n. Null where the loop is not of that form, or may be left early.
 */
export function roundsUntilFull(
  c: Context,
  frame: Frame,
  r: Region & { op: 'loop' },
  start: State,
  head: State,
  growths: ReadonlyMap<ObjectId, number>,
): Sym | null {
  if (r.cond === null || r.bodyFirst || growths.size === 0 || leavesEarly(r.body, r.label)) return null;
  const defs = definitionsOf(frame.fn);
  const cond = defs.get(r.cond);
  const length = cond?.op === 'binary' && cond.operator === '<' ? defs.get(cond.a) : undefined;
  if (length?.op !== 'member' || length.name !== 'length') return null;
  const list = frame.temps[length.obj];
  const [id] = list?.k === 'object' && list.ids.length === 1 ? list.ids : [];
  const by = id === undefined ? undefined : growths.get(id);
  const cell = id === undefined ? undefined : start.heap.get(id);
  if (by === undefined || cell?.t !== 'list' || !cell.length) return null;
  const [before, after] = [boundOf(c, frame, r, start), boundOf(c, frame, r, head)];
  if (before?.k !== 'num' || after?.k !== 'num' || !before.sym || !after.sym?.equals(before.sym)) return null;
  const missing = before.sym.sub(cell.length);
  const rounds = missing.ceildiv(Sym.of(by));
  return Sym.max([rounds, Sym.of(0)]);
}
