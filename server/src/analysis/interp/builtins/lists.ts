/** JavaScript arrays: their methods. Those with callbacks call them by `callbacks.ts`. */
import { elementOf, type State } from '../../domain/state.ts';
import { Sym } from '../../domain/sym.ts';
import {
  ANY_BOOL,
  ANY_STRING,
  constantOf,
  HOLE,
  join,
  NULL,
  numberOf,
  UNDEFINED,
  type Value,
} from '../../domain/value.ts';
import { between } from '../../domain/values.ts';
import type { Instr } from '../../ir/types.ts';
import { elementOfArray, escapeValue, event, putInto } from '../arrays.ts';
import { callOne } from '../calls.ts';
import type { Context, Frame } from '../context.ts';
import { grownBy } from '../fixpoint.ts';
import { setCell } from '../interleave.ts';
import { spreadItems, stringified } from '../literals.ts';
import { num, partLength, size, truthiness } from '../numbers.ts';
import { type Call, current, each, fixpoint, isThere, type List, reduce, until, withIndex } from './callbacks.ts';

export function callListMethod(
  c: Context,
  frame: Frame,
  i: Instr,
  o: Value & { k: 'object' },
  name: string,
  args: readonly Value[],
  state: State,
  self: Value = o,
): Value {
  const cells = o.ids.map((id) => state.heap.get(id) as List);
  const cell: List =
    cells.length === 1
      ? (cells[0] as List)
      : { t: 'list', items: null, element: joined(cells), length: null, multi: true };
  const call: Call = { c, frame, i, state, self, ids: o.ids, cell, args };
  if (name === 'indexOf' || name === 'includes' || name === 'lastIndexOf') {
    for (const v of args) if (v.k === 'array') event(c, frame, i, v, 'observe', '===');
  }
  for (const v of args) if (v.k !== 'fn') putInto(c, frame, i, o.ids, v, state);
  const method = cells.some((x) => x.iterator) ? undefined : METHODS[name];
  if (method) return method(call);
  for (const v of [o, ...args]) escapeValue(c, frame, i, v, state, `.${name}()`);
  return c.unknown(frame, `.${name}() of a list is not followed`, i.span);
}

/** Whether lists have a method of this name. */
export function isListMethod(name: string): boolean {
  return name in METHODS || name in Array.prototype;
}

function joined(cells: readonly List[]): Value | null {
  const all = cells.map(elementOf).filter((x) => x !== null);
  return all.length === 0 ? null : all.reduce(join);
}

function list(
  x: Call,
  items: readonly Value[] | null,
  element: Value | null,
  length: Sym | null,
  what = 'list',
): Value {
  return x.c.allocate(x.state, x.frame, x.i.id, what, {
    t: 'list',
    items,
    element,
    length: items ? Sym.of(items.length) : length,
    multi: false,
  });
}

/** Writes the list itself; weakly where it stands for several. */
function update(x: Call, next: List): void {
  const weak = x.ids.length > 1 || x.cell.multi;
  for (const id of x.ids) {
    const old = x.state.heap.get(id) as List;
    if (!weak) setCell(x.c, x.state, id, next);
    else {
      const element = joined([old, next]);
      setCell(x.c, x.state, id, { t: 'list', items: null, element, length: null, multi: old.multi });
    }
  }
}

const METHODS: Record<string, (x: Call) => Value> = {
  push: (x) => grow(x, x.args, false),
  unshift: (x) => grow(x, x.args, true),
  pop: (x) => shrink(x, true),
  shift: (x) => shrink(x, false),
  at: (x) => {
    const n = x.args[0] ? constantOf(x.args[0]) : 0;
    if (x.cell.items && n !== null) return x.cell.items.at(n) ?? UNDEFINED;
    return elementOf(x.cell) ?? UNDEFINED;
  },
  map: (x) => {
    const r = each(x, x.args[0] ?? UNDEFINED, withIndex(x));
    return r.results ? list(x, r.results, null, null) : list(x, null, r.result, x.cell.length);
  },
  flatMap: (x) => {
    const r = each(x, x.args[0] ?? UNDEFINED, withIndex(x));
    return flatten(x, (r.results ?? [r.result ?? UNDEFINED]).filter(isThere), r.results !== null, 1);
  },
  forEach: (x) => {
    each(x, x.args[0] ?? UNDEFINED, withIndex(x));
    return UNDEFINED;
  },
  filter: (x) => {
    const r = each(x, x.args[0] ?? UNDEFINED, withIndex(x));
    if (r.results) {
      const verdicts = r.results.map((v) => (v === HOLE ? false : truthiness(v)));
      if (!verdicts.includes(null))
        return list(
          x,
          r.items.filter((_, n) => verdicts[n]),
          null,
          null,
        );
    }
    return list(x, null, elementOf(current(x)), null);
  },
  reduce: (x) => reduce(x),
  some: (x) => {
    until(x, true);
    return ANY_BOOL;
  },
  every: (x) => {
    until(x, false);
    return ANY_BOOL;
  },
  find: (x) => {
    until(x, true);
    return join(elementOf(current(x)) ?? UNDEFINED, UNDEFINED);
  },
  findLast: (x) => {
    each(x, x.args[0] ?? UNDEFINED, withIndex(x), () => null);
    return join(elementOf(current(x)) ?? UNDEFINED, UNDEFINED);
  },
  findLastIndex: (x) => {
    each(x, x.args[0] ?? UNDEFINED, withIndex(x), () => null);
    return numberOf(between(-1, 2 ** 32, true));
  },
  lastIndexOf: () => numberOf(between(-1, 2 ** 32, true)),
  with: (x) => {
    const [index, v = UNDEFINED] = x.args;
    const n = index ? constantOf(index) : null;
    const at = n !== null && n < 0 ? n + (x.cell.items?.length ?? 0) : n;
    if (x.cell.items && at !== null && Number.isInteger(at) && at >= 0 && at < x.cell.items.length)
      return list(x, x.cell.items.with(at, v), null, null);
    return list(x, null, join(elementOf(x.cell) ?? v, v), x.cell.length);
  },
  toSpliced: (x) => {
    const [start, count] = x.args.map(constantOf);
    const inserted = x.args.slice(2);
    if (x.cell.items && start != null && count != null)
      return list(x, x.cell.items.toSpliced(start, count, ...inserted), null, null);
    const all = [elementOf(x.cell), ...inserted].filter((v) => v !== null);
    return list(x, null, all.length ? all.reduce(join) : null, null);
  },
  findIndex: (x) => {
    until(x, true);
    return numberOf(between(-1, 2 ** 32, true));
  },
  indexOf: () => numberOf(between(-1, 2 ** 32, true)),
  includes: () => ANY_BOOL,
  join: (x) => joinedText(x),
  toString: (x: Call) => joinedText(x),
  slice: (x) => {
    const [a, b] = x.args.map(constantOf);
    if (x.cell.items && a !== null && b !== null) return list(x, x.cell.items.slice(a, b), null, null);
    return list(x, null, elementOf(x.cell), partLength(x.cell.length, x.args));
  },
  concat: (x) => flatten(x, [x.self, ...x.args], !isSpread(x), 1),
  flat: (x) => {
    const depth = x.args[0] ? constantOf(x.args[0]) : 1;
    const items = x.cell.items?.filter(isThere) ?? [elementOf(x.cell) ?? UNDEFINED];
    return flatten(x, items, x.cell.items !== null && depth !== null, depth ?? Infinity);
  },
  reverse: (x) => {
    if (x.cell.items) update(x, { ...x.cell, items: x.cell.items.toReversed() });
    return x.self;
  },
  toReversed: (x) => list(x, x.cell.items?.toReversed() ?? null, x.cell.element, x.cell.length),
  sort: (x) => {
    sorted(x);
    return x.self;
  },
  toSorted: (x) => list(x, null, elementOf(x.cell), x.cell.length),
  fill: (x) => fill(x),
  splice: (x) => {
    const inserted = x.args.slice(2);
    const element = [elementOf(x.cell), ...inserted].filter((v) => v !== null);
    update(x, {
      t: 'list',
      items: null,
      element: element.length ? element.reduce(join) : null,
      length: null,
      multi: x.cell.multi,
    });
    return list(x, null, elementOf(x.cell), null, 'removed');
  },
  keys: (x) => iterator(x, x.cell.items?.map((_, n) => num(n)) ?? null, size(null)),
  '[Symbol.iterator]': (x) => iterator(x, x.cell.items, elementOf(x.cell)),
  values: (x) => iterator(x, x.cell.items, elementOf(x.cell)),
  entries: (x) => {
    const pair = (n: Value, v: Value, k: string): Value => list(x, [n, v], null, null, `entry ${k}`);
    const items = x.cell.items?.map((v, n) => pair(num(n), v, String(n))) ?? null;
    return iterator(x, items, items ? null : pair(size(null), elementOf(x.cell) ?? UNDEFINED, ''));
  },
};

function joinedText(x: Call): Value {
  for (const item of x.cell.items ?? [elementOf(x.cell) ?? UNDEFINED]) stringified(x.c, x.frame, x.i, item, x.state);
  return ANY_STRING;
}

/** Whether the call has a spread argument of which the number of elements is not known. */
function isSpread(x: Call): boolean {
  return x.i.op === 'invoke' && x.i.args.some((a) => a.spread);
}

/** What goes over the list once. */
function iterator(x: Call, items: readonly Value[] | null, element: Value | null): Value {
  return x.c.allocate(x.state, x.frame, x.i.id, 'iterator', {
    t: 'list',
    items: items?.map((v) => (v === HOLE ? UNDEFINED : v)) ?? null,
    element: items ? null : element,
    length: x.cell.length,
    multi: false,
    iterator: true,
  });
}

/** Whether what a list holds is followed one by one: not of one that earlier rounds of a loop have filled. */
function isFollowed({ c, ids, cell }: Call): boolean {
  const [id] = ids;
  return c.fixDepth === 0 || (ids.length === 1 && id !== undefined && !cell.multi && c.isNew(id));
}

function grow(x: Call, added: readonly Value[], front: boolean): Value {
  if (x.cell.items && !isSpread(x) && isFollowed(x)) {
    const items = front ? [...added, ...x.cell.items] : [...x.cell.items, ...added];
    update(x, { ...x.cell, items, length: Sym.of(items.length) });
    return num(items.length);
  }
  const element = [elementOf(x.cell), ...added].filter((v) => v !== null);
  const [id] = x.ids;
  const one = id !== undefined && x.ids.length === 1 && !x.cell.multi && !isSpread(x);
  const length = one && x.cell.length ? x.cell.length.add(Sym.of(added.length)) : null;
  update(x, {
    t: 'list',
    items: null,
    element: element.length ? element.reduce(join) : null,
    length,
    multi: x.cell.multi,
    ...(one ? grownBy(x.c, x.cell, id, x.c.touched.at(-1), added.length) : {}),
  });
  return size(length);
}

function shrink(x: Call, last: boolean): Value {
  if (x.cell.items && isFollowed(x) && x.ids.length === 1 && !x.cell.multi) {
    const v = last ? x.cell.items.at(-1) : x.cell.items[0];
    const items = last ? x.cell.items.slice(0, -1) : x.cell.items.slice(1);
    update(x, { ...x.cell, items, length: Sym.of(items.length) });
    return v ?? UNDEFINED;
  }
  const v = elementOf(x.cell);
  update(x, { t: 'list', items: null, element: v, length: null, multi: x.cell.multi });
  return v ? join(v, UNDEFINED) : UNDEFINED;
}

/** The elements of `parts`, with those that are lists taken apart `depth` levels down. */
function flatten(x: Call, parts: readonly Value[], ordered: boolean, depth: number): Value {
  const out: Value[] = [];
  let exact = ordered;
  const visit = (v: Value, left: number): void => {
    const members = v.k === 'union' ? v.members : [v];
    const cells = members.flatMap((m) => (m.k === 'object' ? m.ids.map((id) => x.state.heap.get(id)) : [undefined]));
    if (cells.length > 1 || v.k === 'unknown') exact = false;
    for (const cell of cells) {
      if (cell?.t !== 'list' || left <= 0) out.push(v);
      else if (cell.items) for (const item of cell.items) if (isThere(item)) visit(item, left - 1);
      if (cell?.t === 'list' && left > 0 && !cell.items) {
        exact = false;
        if (cell.element) visit(cell.element, left - 1);
      }
    }
  };
  for (const p of parts) visit(p, depth);
  if (exact) return list(x, out, null, null);
  return list(x, null, out.length ? out.reduce(join) : null, null);
}

function sorted(x: Call): void {
  const f = x.args[0];
  const element = elementOf(x.cell);
  if (f && element) fixpoint(x, null, (s) => callOne(x.c, x.frame, x.i, f, [element, element], s));
  update(x, { t: 'list', items: null, element, length: x.cell.length, multi: x.cell.multi });
}

function fill(x: Call): Value {
  const v = x.args[0] ?? UNDEFINED;
  if (x.args.length === 1) {
    update(x, {
      t: 'list',
      items: x.cell.items?.map(() => v) ?? null,
      element: v,
      length: x.cell.length,
      multi: x.cell.multi,
    });
  } else {
    const element = [elementOf(x.cell), v].filter((e) => e !== null).reduce(join);
    update(x, { t: 'list', items: null, element, length: x.cell.length, multi: x.cell.multi });
  }
  return x.self;
}

/** `Array(n)`, `new Array(n)`, `new Array(a, b)`. */
export function newArray(c: Context, frame: Frame, i: Instr, values: readonly Value[], state: State): Value {
  const [only] = values;
  if (values.length !== 1 || only?.k !== 'num') return c.list(state, frame, i.id, values, Sym.of(values.length));
  const n = constantOf(only);
  if (n !== null && n <= 4096)
    return c.list(
      state,
      frame,
      i.id,
      Array.from({ length: n }, () => HOLE),
      Sym.of(n),
    );
  return c.allocate(state, frame, i.id, 'list', {
    t: 'list',
    items: null,
    element: UNDEFINED,
    length: only.sym,
    multi: false,
  });
}

/** `Array.from(source, f?)`: of a list, a typed array, or `{ length }`. */
export function arrayFrom(c: Context, frame: Frame, i: Instr, values: readonly Value[], state: State): Value {
  const [source = UNDEFINED, f] = values;
  if (source.k === 'array') event(c, frame, i, source, 'read', 'Array.from');
  const cell = listOf(source, state) ?? spreadAsList(c, frame, i, source, state);
  const call: Call = { c, frame, i, state, self: NULL, ids: [], cell, args: f ? [f] : [] };
  if (!f) return list(call, cell.items, cell.element, cell.length);
  const r = each(call, f, (item, n) => [item, n]);
  return r.results ? list(call, r.results, null, null) : list(call, null, r.result, cell.length);
}

/** What going over a value gives. */
function spreadAsList(c: Context, frame: Frame, i: Instr, v: Value, state: State): List {
  const all = spreadItems(c, frame, i, v, state);
  return { t: 'list', items: all.items, element: all.items ? null : all.element, length: all.length, multi: false };
}

/** A value as a list, where `Array.from` can read it as one. */
function listOf(v: Value, state: State): List | null {
  if (v.k === 'array' && v.library === 'typed-array') {
    return { t: 'list', items: null, element: elementOfArray(v, state), length: v.shape?.[0] ?? null, multi: false };
  }
  if (v.k !== 'object' || v.ids.length !== 1) return null;
  const cell = state.heap.get(v.ids[0] as number);
  if (cell?.t === 'list' && cell.iterator) return null;
  if (cell?.t === 'list') return { ...cell, items: cell.items?.map((x) => (x === HOLE ? UNDEFINED : x)) ?? null };
  if (cell?.t === 'record' && (cell.rest || cell.fields.size !== 1)) return null;
  const length = cell?.t === 'record' ? cell.fields.get('length') : undefined;
  if (length?.k !== 'num') return null;
  const n = constantOf(length);
  if (n !== null && n <= 4096) {
    return {
      t: 'list',
      items: Array.from({ length: n }, () => UNDEFINED),
      element: null,
      length: Sym.of(n),
      multi: false,
    };
  }
  return { t: 'list', items: null, element: UNDEFINED, length: length.sym, multi: false };
}
