/** Evaluates single instructions. */

import type { Span } from '../api.ts';
import type { State } from '../domain/state.ts';
import { elementOf } from '../domain/state.ts';
import { Sym } from '../domain/sym.ts';
import {
  ANY_STRING,
  bool,
  constantOf,
  HOLE,
  join,
  mapMembers,
  maybeAbsent,
  NULL,
  numberOf,
  present,
  str,
  UNDEFINED,
  type Value,
} from '../domain/value.ts';
import type { Constant, Instr, PropertyEntry } from '../ir/types.ts';
import { accessorField } from '../ir/types.ts';
import { readElement, readProperty } from '../libraries/numpy-ts/members.ts';
import { libraryMember } from '../libraries/numpy-ts/names.ts';
import { typedMember } from '../libraries/typed-array/members.ts';
import { annotated } from './annotations.ts';
import { dispose, elementOfArray, escapeValue, event, factOf } from './arrays.ts';
import { isCollection } from './builtins/collections.ts';
import { globalValue, memberOfBuiltin } from './builtins/index.ts';
import { isListMethod } from './builtins/lists.ts';
import { callClosure, callValue, invoke } from './calls.ts';
import { classMember, isPatched, makeClass, makeInstance, methodOf, superCall, superMember } from './classes.ts';
import { type Context, closureKey, type Frame } from './context.ts';
import { itemsOf } from './iteration.ts';
import { binary, isCertain, num, size, text, unary } from './numbers.ts';
import { exportOf, importedVariable, importValue, runEscaped } from './program.ts';
import { awaitValue, waitForOthers } from './tasks.ts';
import { assignVariable, readVariable, variableKey } from './variables.ts';
import { setElement, setMember } from './writes.ts';

export function runInstruction(c: Context, frame: Frame, i: Instr, state: State): void {
  if ('dst' in i) {
    const v = evaluate(c, frame, i, state);
    frame.temps[i.dst] = v;
    return;
  }
  const at = (t: number): Value => frame.temps[t] ?? UNDEFINED;
  switch (i.op) {
    case 'store': {
      const v = at(i.src);
      assignVariable(c, frame, i.variable, v, state);
      if (!i.init || i.variable.kind === 'var')
        c.tasks.wroteVariable(variableKey(c, frame, i.variable), frame.module.path, i.variable, v);
      if (i.init && i.variable.span && v.k === 'array') noteName(c, frame, i.variable.span, v, state);
      return;
    }
    case 'setMember':
      setMember(c, frame, i, at(i.obj), i.name, at(i.src), state);
      return;
    case 'setElement':
      setElement(c, frame, i, at(i.obj), at(i.index), at(i.src), state);
      return;
    case 'dispose': {
      const v = at(i.src);
      if (v.k === 'array') dispose(c, frame, i, v, state);
      // Its own [Symbol.dispose] runs.
      else if (v.k !== 'null' && v.k !== 'undefined') escapeValue(c, frame, i, v, state, 'the end of `using`');
      return;
    }
  }
}

type Valued = Extract<Instr, { dst: number }>;

function awaited(c: Context, frame: Frame, i: Instr, v: Value, state: State): Value {
  awaitValue(c, frame, i.span, v, state);
  runEscaped(c, state);
  return mapMembers(v, (m) => (m.k === 'promise' ? m.value : m));
}

function evaluate(c: Context, frame: Frame, i: Valued, state: State): Value {
  const at = (t: number): Value => frame.temps[t] ?? UNDEFINED;
  switch (i.op) {
    case 'const':
      return constant(i.value);
    case 'load': {
      const live = i.variable.kind === 'import' ? importedVariable(c, frame, i.variable, i.span, state) : null;
      const v = live ?? readVariable(c, frame, i.variable, state);
      if (v?.k === 'array' && i.variable.kind !== 'hidden') noteName(c, frame, i.span, v, state);
      if (v) return v;
      if (i.variable.kind === 'hidden') return UNDEFINED;
      if (i.variable.kind === 'var' && i.variable.fn === frame.fn.index) return UNDEFINED;
      return c.unknown(frame, `${i.variable.name} is read before it is set`, i.span);
    }
    case 'global':
      return globalValue(c, frame, i, i.name, state);
    case 'this':
      return frame.self;
    case 'param':
      return parameter(c, frame, i, state);
    case 'binary':
      if (i.operator.length === 3)
        for (const v of [at(i.a), at(i.b)]) if (v.k === 'array') event(c, frame, i, v, 'observe', i.operator);
      if (!i.operator.startsWith('==') && !i.operator.startsWith('!='))
        for (const v of [at(i.a), at(i.b)]) stringified(c, frame, i, v, state);
      return binary(i.operator, at(i.a), at(i.b));
    case 'unary':
      if (i.operator !== '!' && i.operator !== 'typeof') stringified(c, frame, i, at(i.a), state);
      return unary(i.operator, at(i.a));
    case 'member': {
      const v = member(c, frame, i, at(i.obj), i.name, state);
      if (isAccess(i))
        // What else a property of an unknown value is, is not asked: most are no arrays.
        recordSite(c, frame, i, v, state, i.name === 'T');
      return v;
    }
    case 'element': {
      stringified(c, frame, i, at(i.index), state);
      const v = element(c, frame, i, at(i.obj), at(i.index), state);
      if (isAccess(i)) recordSite(c, frame, i, v, state, false);
      return v;
    }
    case 'call':
    case 'invoke':
    case 'new': {
      const v =
        i.op === 'call'
          ? callValue(c, frame, i, at(i.callee), i.args, state)
          : i.op === 'invoke'
            ? invoke(c, frame, i, at(i.obj), state)
            : makeInstance(c, frame, i, at(i.callee), state);
      recordSite(c, frame, i, v, state, true);
      return v;
    }
    case 'list':
      return listLiteral(c, frame, i, state);
    case 'object':
      return objectLiteral(c, frame, i, i.entries, state);
    case 'template':
      for (const t of i.parts) stringified(c, frame, i, at(t), state);
      return template(i.strings, i.parts.map(at));
    case 'closure': {
      const closure = {
        module: frame.module.path,
        fn: i.fn,
        frame: frame.scope,
        self: frame.module.functions[i.fn]?.isArrow ? frame.self : null,
        ...(frame.home && frame.module.functions[i.fn]?.isArrow ? { home: frame.home } : {}),
      };
      c.madeClosures.set(closureKey(closure), closure);
      return { k: 'fn', closures: [closure] };
    }
    case 'class':
      return makeClass(c, frame, i, i.base === null ? null : at(i.base), state);
    case 'superCall':
      return superCall(c, frame, i, state);
    case 'superMember':
      return superMember(c, frame, i, i.name, state);
    case 'await':
      return awaited(c, frame, i, at(i.src), state);
    case 'yield':
      if (i.src !== null) escapeValue(c, frame, i, at(i.src), state, 'who runs the generator');
      state.lost ??= c.reason(frame, 'what runs while a generator waits is not known', i.span);
      waitForOthers(c, frame, i.span, state);
      runEscaped(c, state);
      return c.unknown(frame, 'what a generator is sent is not followed', i.span);
    case 'annotate':
      return annotated(c, frame, i, at(i.src), i.type, i.asserted, state);
    case 'rest':
      return restOf(c, frame, i, at(i.src), state);
    case 'isNullish': {
      const v = at(i.src);
      const parts = (v.k === 'union' ? v.members : [v]).map((m) =>
        isCertain(m) ? m.k === 'undefined' || m.k === 'null' : null,
      );
      return bool(parts.every((p) => p === true) ? true : parts.every((p) => p === false) ? false : null);
    }
    case 'import':
      return i.dynamic
        ? { k: 'promise', value: importValue(c, frame, i.module, i.name, i.span, state) }
        : importValue(c, frame, i.module, i.name, i.span, state);
    case 'opaque':
      for (const t of i.inputs) escapeValue(c, frame, i, at(t), state, 'something that is not followed');
      if (i.runs) state.lost ??= c.reason(frame, i.reason, i.span);
      return c.unknown(frame, i.reason, i.span);
  }
}

function noteName(c: Context, frame: Frame, span: Span, v: Value & { k: 'array' }, state: State): void {
  c.records.note(c.records.names, frame.module.path, span, v, factOf(v, state));
}

/** Whether it stands in the program as `a.b` or `a[b]`, and is not a part of a pattern. */
function isAccess(i: { readonly span: Span; readonly objSpan: Span }): boolean {
  return i.objSpan.start === i.span.start && i.objSpan.end < i.span.end;
}

/** Notes the value of an expression that is, or may be, an array. */
function recordSite(c: Context, frame: Frame, i: Valued, v: Value, state: State, isCall: boolean): void {
  const members = v.k === 'union' ? v.members : [v];
  const arrays = members.some((m) => m.k === 'array');
  const lost = isCall && members.some((m) => m.k === 'unknown');
  if (!arrays && !lost) {
    const key = `${frame.module.path}:${i.span.start}:${i.span.end}`;
    const old = c.records.sites.get(key);
    if (old) old.value = join(old.value, v);
    return;
  }
  const facts = v.k === 'array' ? factOf(v, state) : null;
  c.records.note(c.records.sites, frame.module.path, i.span, v, facts);
}

function constant(k: Constant): Value {
  switch (k.kind) {
    case 'number':
      return num(k.value);
    case 'bigint':
      return { k: 'bigint', value: k.value };
    case 'string':
      return str(k.value);
    case 'boolean':
      return bool(k.value);
    case 'null':
      return NULL;
    case 'undefined':
      return UNDEFINED;
    case 'hole':
      return HOLE;
    case 'regexp':
      return { k: 'plain', what: 'a regular expression' };
  }
}

function parameter(c: Context, frame: Frame, i: Valued & { op: 'param' }, state: State): Value {
  if (i.rest) {
    if (frame.generic) {
      const element = c.unknown(frame, `${i.name} comes from a caller that is not seen`, i.span);
      return c.allocate(state, frame, i.id, 'rest', { t: 'list', items: null, element, length: null, multi: false });
    }
    const items = frame.args.slice(i.index);
    return c.list(state, frame, i.id, items, Sym.of(items.length));
  }
  return (
    frame.args[i.index] ??
    (frame.generic
      ? c.unknown(frame, `${i.name} comes from a caller that is not seen, and has no type that says what it is`, i.span)
      : UNDEFINED)
  );
}

/** Numbers that a varying template part is tried with. */
function sampleNumbers(v: Value): readonly number[] | null {
  if (v.k !== 'num' || !v.fact.finite || !v.fact.integral) return null;
  const { lo, hi } = v.fact;
  if (!Number.isFinite(lo) || !Number.isFinite(hi)) return null;
  const middle = Math.floor((lo + hi) / 2);
  return [...new Set([lo, Math.min(lo + 1, hi), middle, Math.max(hi - 1, lo), hi])];
}

function template(strings: readonly string[], parts: readonly Value[]): Value {
  const texts = parts.map(text);
  const known = texts.every((t) => t !== null);
  const fill = (xs: readonly string[]): string => strings.reduce((out, s, i) => out + s + (xs[i] ?? ''), '');
  if (known) return str(fill(texts as string[]));
  const varying = texts.flatMap((t, i) => (t === null ? [i] : []));
  // Parts that vary independently are not sampled: which of their numbers meet is not known.
  if (varying.length !== 1) return ANY_STRING;
  const samples = sampleNumbers(parts[varying[0] as number] as Value);
  if (!samples) return ANY_STRING;
  return { k: 'str', value: null, samples: samples.map((n) => fill(texts.map((t) => t ?? String(n)))) };
}

/** What a template runs to make a string of an object. */
export function stringified(c: Context, frame: Frame, i: Instr, v: Value, state: State): void {
  if (v.k !== 'object') return;
  for (const id of v.ids) {
    if (state.heap.get(id)?.t !== 'record') continue;
    for (const name of ['toString', 'valueOf']) {
      const f = fieldOf(c, frame, i, id, v, name, state);
      if (f.k === 'fn') for (const x of f.closures) callClosure(c, frame, i, { ...x, self: v }, [], state);
    }
  }
}

function listLiteral(c: Context, frame: Frame, i: Valued & { op: 'list' }, state: State): Value {
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
  if (v.k === 'array') {
    event(c, frame, at, v, 'read', '...');
    return { items: null, element: elementOfArray(v, state), length: v.shape?.[0] ?? null };
  }
  if (v.k === 'str' && v.value !== null) {
    const items = [...v.value].map((x) => str(x));
    return { items, element: UNDEFINED, length: Sym.of(items.length) };
  }
  if (v.k === 'str') return { items: null, element: ANY_STRING, length: null };
  const s = itemsOf(c, frame, state, v, at.span);
  return { items: s.items, element: s.item, length: s.count };
}

function objectLiteral(c: Context, frame: Frame, i: Valued, entries: readonly PropertyEntry[], state: State): Value {
  const fields = new Map<string, Value>();
  let rest: Value | null = null;
  for (const e of entries) {
    if (e.kind === 'field' && e.name === '__proto__')
      rest = c.unknown(frame, 'what a prototype holds is not followed', i.span);
    else if (e.kind === 'field') fields.set(e.name, frame.temps[e.temp] ?? UNDEFINED);
    else if (e.kind === 'computed') {
      const key = text(frame.temps[e.key] ?? UNDEFINED);
      const v = frame.temps[e.temp] ?? UNDEFINED;
      if (key !== null) fields.set(key, v);
      else {
        rest = rest ? join(rest, v) : v;
        for (const [n, x] of fields) fields.set(n, join(x, v));
      }
    } else {
      const all = spreadFields(c, frame, i, frame.temps[e.temp] ?? UNDEFINED, state);
      if (all.rest) {
        // It may have any of the fields that stand before it.
        for (const [n, x] of fields) fields.set(n, join(x, all.rest));
        rest = rest ? join(rest, all.rest) : all.rest;
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

function restOf(c: Context, frame: Frame, i: Valued & { op: 'rest' }, v: Value, state: State): Value {
  const cell = v.k === 'object' && v.ids.length === 1 ? state.heap.get(v.ids[0] as number) : undefined;
  if (cell?.t === 'list') {
    if (cell.items) {
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

/** Reads `obj.name`. */
export function member(c: Context, frame: Frame, i: Instr, obj: Value, name: string, state: State): Value {
  return mapMembers(present(obj), (o) => {
    switch (o.k) {
      case 'array':
        if (o.library === 'typed-array') return typedMember(c, frame, i, o, name, state);
        return readProperty(c, frame, i, o, name, state).value;
      case 'object':
        return o.ids.map((id) => fieldOf(c, frame, i, id, o, name, state)).reduce(join);
      case 'library':
        return libraryMember(c, o.module, o.path, name);
      case 'module':
        return exportOf(c, frame, o.path, name, i.span, state);
      case 'builtin':
        return memberOfBuiltin(c, frame, i, o.path, name, state);
      case 'str':
        if (name === 'length') return o.value === null ? size(null) : num(o.value.length);
        return { k: 'bound', receiver: o, name };
      case 'class':
        return classMember(c, frame, i, o.cls, name, state);
      case 'undefined':
      case 'null':
        return c.unknown(frame, `.${name} of ${o.k}`, i.span);
      case 'unknown':
        // Sizes are numbers whatever has them; what else a property of an unknown value is, nobody knows.
        return o;
      case 'plain':
        return o.what === 'a complex number' && (name === 're' || name === 'im')
          ? numberOf({ lo: -Infinity, hi: Infinity, integral: false, finite: false })
          : { k: 'plain', what: 'a value' };
      case 'fn':
        if (name === 'call' || name === 'apply' || name === 'bind') return { k: 'bound', receiver: o, name };
        return c.unknown(frame, 'a property of a function is not followed', i.span);
      default:
        return { k: 'bound', receiver: o, name };
    }
  });
}

function fieldOf(c: Context, frame: Frame, i: Instr, id: number, o: Value, name: string, state: State): Value {
  const cell = state.heap.get(id);
  if (!cell) return c.unknown(frame, 'this object is not known', i.span);
  if (cell.t === 'list') {
    if (name === 'length') return size(cell.length);
    return isListMethod(name)
      ? { k: 'bound', receiver: o, name }
      : c.unknown(frame, `.${name} of a list is not known`, i.span);
  }
  if (isCollection(id, state)) return name === 'size' ? size(null) : { k: 'bound', receiver: o, name };
  const own = cell.fields.get(name);
  if (own) return own;
  const getter = cell.fields.get(accessorField('get', name));
  if (getter?.k === 'fn') {
    return getter.closures.map((f) => callClosure(c, frame, i, { ...f, self: o }, [], state)).reduce(join);
  }
  if (cell.cls?.k === 'class') {
    if (isPatched(c, cell.cls.cls)) return c.unknown(frame, 'what a prototype holds is not followed', i.span);
    const method = methodOf(cell.cls.cls, name, 'get');
    if (method) return callClosure(c, frame, i, { ...method, self: o }, [], state);
    const plain = methodOf(cell.cls.cls, name, 'method');
    if (plain) return { k: 'fn', closures: [plain] };
  }
  return cell.rest ?? UNDEFINED;
}

function element(c: Context, frame: Frame, i: Instr, obj: Value, index: Value, state: State): Value {
  return mapMembers(present(obj), (o) => {
    if (o.k === 'array') {
      if (index.k === 'str' && index.value !== null) return member(c, frame, i, o, index.value, state);
      if (o.library === 'numpy-ts') return readElement(c, frame, i, o, index, state).value;
      event(c, frame, i, o, 'read', '[i]');
      return inRange(elementOfArray(o, state), index, o.shape?.[0] ?? null);
    }
    if (o.k === 'object') return o.ids.map((id) => elementAt(c, frame, i, id, o, index, state)).reduce(join);
    const name = text(index);
    if (o.k === 'str')
      return index.k === 'num' ? characterAt(o, index) : c.unknown(frame, 'a computed member is not followed', i.span);
    if (name !== null) return member(c, frame, i, o, name, state);
    return o.k === 'unknown' ? o : c.unknown(frame, 'a computed member is not followed', i.span);
  });
}

function characterAt(s: Value & { k: 'str' }, index: Value): Value {
  const n = constantOf(index);
  if (s.value === null || n === null) return maybeAbsent(ANY_STRING);
  const character = s.value[n];
  return character === undefined ? UNDEFINED : str(character);
}

/** An element of what has `length` of them: undefined where the index lies past the end. */
function inRange(inside: Value, index: Value, length: Sym | null): Value {
  if (index.k !== 'num') return maybeAbsent(inside);
  const { lo, hi, integral, finite } = index.fact;
  const n = length?.value ?? null;
  if (lo === hi && (lo < 0 || !integral || (n !== null && lo >= n))) return UNDEFINED;
  if (!integral || !finite || lo < 0) return maybeAbsent(inside);
  if (n !== null) return hi < n ? inside : maybeAbsent(inside);
  // The counter of a loop up to the length is smaller than it.
  const left = length && index.sym ? length.sub(index.sym).value : null;
  return left !== null && left > 0 ? inside : maybeAbsent(inside);
}

function elementAt(c: Context, frame: Frame, i: Instr, id: number, o: Value, index: Value, state: State): Value {
  const cell = state.heap.get(id);
  if (!cell) return c.unknown(frame, 'this object is not known', i.span);
  if (isCollection(id, state)) {
    // Taken apart, a collection hands out what it holds.
    escapeValue(c, frame, i, o, state, 'a pattern');
    return c.unknown(frame, 'what is taken apart here is not known', i.span);
  }
  if (cell.t === 'list') {
    const n = constantOf(index);
    if (cell.items && n !== null) return cell.items[n] ?? UNDEFINED;
    const inside = elementOf(cell);
    if (index.k === 'num') return inside ? inRange(inside, index, cell.length) : UNDEFINED;
    if (index.k === 'unknown') return inside ? maybeAbsent(inside) : UNDEFINED;
  }
  const name = text(index);
  if (name !== null) return fieldOf(c, frame, i, id, o, name, state);
  if (cell.t === 'record') {
    const all = [...cell.fields.values(), ...(cell.rest ? [cell.rest] : [])];
    return all.length === 0 ? UNDEFINED : all.reduce(join);
  }
  return c.unknown(frame, 'a computed member is not followed', i.span);
}
