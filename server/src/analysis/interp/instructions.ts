/** Evaluates single instructions. Reads of members are in `access.ts`, literals in `literals.ts`. */

import type { Span } from '../api.ts';
import type { State } from '../domain/state.ts';
import { Sym } from '../domain/sym.ts';
import { bool, HOLE, join, mapMembers, NULL, str, UNDEFINED, type Value } from '../domain/value.ts';
import type { Constant, Instr } from '../ir/types.ts';
import { element, member } from './access.ts';
import { annotated } from './annotations.ts';
import { dispose, escapeArray, escapeValue, event, factOf, reach } from './arrays.ts';
import { globalValue } from './builtins/index.ts';
import { callClosures, callValue, invoke, unknownCall } from './calls.ts';
import { makeClass, makeInstance, superCall, superMember } from './classes.ts';
import { type Context, closureKey, type Frame } from './context.ts';
import { hinted } from './hints.ts';
import { isInstance, runOwnTest } from './instances.ts';
import { awaitValue, joinOutside, waitForOthers } from './interleave.ts';
import { itemsOf } from './iteration.ts';
import { opened } from './iterators.ts';
import { listLiteral, objectLiteral, restOf, stringified, template } from './literals.ts';
import { binary, isCertain, num, unary } from './numbers.ts';
import { importedVariable, importValue } from './program.ts';
import { assignVariable, readVariable, variableKey } from './variables.ts';
import { windowOf } from './windows.ts';
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
    case 'elsewhere':
      joinOutside(c, frame, i.span, state);
      return;
    case 'dispose': {
      const v = at(i.src);
      if (v.k === 'array') dispose(c, frame, i, v, state);
      else if (v.k !== 'null' && v.k !== 'undefined') disposeObject(c, frame, i, v, state);
      return;
    }
  }
}

export type Valued = Extract<Instr, { dst: number }>;

function awaited(c: Context, frame: Frame, i: Instr, v: Value, state: State): Value {
  awaitValue(c, frame, i.span, v, state);
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
      if (i.operator === 'instanceof') {
        runOwnTest(c, frame, i, at(i.a), at(i.b), state);
        return bool(isInstance(c, at(i.a), at(i.b), state));
      }
      return binary(i.operator, at(i.a), at(i.b));
    case 'unary':
      if (i.operator !== '!' && i.operator !== 'typeof') stringified(c, frame, i, at(i.a), state);
      return unary(i.operator, at(i.a));
    case 'member': {
      const v = member(c, frame, i, at(i.obj), i.name, state);
      keepTrack(c, frame, i, v, at(i.obj), state);
      if (isAccess(i))
        // What else a property of an unknown value is, is not asked: most are no arrays.
        recordSite(c, frame, i, v, state, i.name === 'T');
      return v;
    }
    case 'element': {
      stringified(c, frame, i, at(i.index), state);
      const v = i.item ? item(c, frame, i, state) : element(c, frame, i, at(i.obj), at(i.index), state);
      keepTrack(c, frame, i, v, at(i.obj), state);
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
      keepTrack(c, frame, i, v, at(i.op === 'invoke' ? i.obj : i.callee), state);
      recordSite(c, frame, i, v, state, true);
      return v;
    }
    case 'list':
      return listLiteral(c, frame, i, state);
    case 'object':
      return objectLiteral(c, frame, i, i.entries, state);
    case 'template':
      for (const t of i.parts) stringified(c, frame, i, at(t), state);
      return withWindow(frame, i, template(i.strings, i.parts.map(at)));
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
      c.records.outsideTimes.push(c.tick());
      return awaited(c, frame, i, at(i.src), state);
    case 'yield':
      yielded(c, frame, i, i.src === null ? UNDEFINED : at(i.src), state);
      state.lost ??= c.reason(frame, 'what runs while a generator waits is not known', i.span);
      waitForOthers(c, frame, i.span, state);
      return c.unknown(frame, 'what a generator is sent is not followed', i.span);
    case 'annotate':
      return annotated(c, frame, i, at(i.src), i.type, state);
    case 'hint':
      return hinted(
        c,
        frame,
        i,
        at(i.src),
        i.sizes.map((t) => (t === null ? null : at(t))),
        state,
      );
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
      if (i.runs) {
        state.lost ??= c.reason(frame, i.reason, i.span);
        unknownCall(c, frame, i, state);
      }
      return c.unknown(frame, i.reason, i.span);
  }
}

/** `const [a, b] = v` goes over `v`, which runs code of its own where it is neither a list nor an array. */
function item(c: Context, frame: Frame, i: Instr & { op: 'element' }, state: State): Value {
  const obj = frame.temps[i.obj] ?? UNDEFINED;
  const own = (v: Value): boolean => v.k === 'object' && v.ids.some((id) => state.heap.get(id)?.t === 'record');
  if (!(obj.k === 'union' ? obj.members : [obj]).some(own))
    return element(c, frame, i, obj, frame.temps[i.index] ?? UNDEFINED, state);
  unknownCall(c, frame, i, state);
  return c.unknown(frame, 'what is taken apart here is not known', i.span);
}

/** What can hold arrays that are not its own. */
const HOLDERS: ReadonlySet<Value['k']> = new Set(['object', 'fn', 'class', 'bound', 'promise', 'generator']);

/**
 * Where knowledge is lost in this very instruction, its result may be anything that it was taken from holds: whoever gets
 * it may change that.
 */
function keepTrack(c: Context, frame: Frame, i: Instr, v: Value, from: Value, state: State): void {
  const parts = (x: Value): readonly Value[] => (x.k === 'union' ? x.members : [x]);
  if (!parts(v).some((m) => m.k === 'unknown' && m.reason.span === i.span)) return;
  for (const m of parts(from)) if (HOLDERS.has(m.k)) escapeValue(c, frame, i, m, state, 'what is not followed');
}

/** A text that varies, with the range that it is. */
function withWindow(frame: Frame, i: Instr & { op: 'template' }, v: Value): Value {
  const window = v.k === 'str' && v.value === null ? windowOf(frame, i) : null;
  return window && v.k === 'str' ? { ...v, window } : v;
}

/** At the end of `using` the object's own `[Symbol.dispose]` runs. */
function disposeObject(c: Context, frame: Frame, i: Instr, v: Value, state: State): void {
  const f = v.k === 'object' ? member(c, frame, i, v, '[Symbol.dispose]', state) : UNDEFINED;
  if (f.k !== 'fn') {
    escapeValue(c, frame, i, v, state, 'the end of `using`');
    return;
  }
  callClosures(
    c,
    frame,
    i,
    f.closures.map((x) => ({ ...x, self: x.self ?? v })),
    [],
    state,
  );
}

/** A generator hands out a value, and whoever goes over it may write the arrays in it. */
function yielded(c: Context, frame: Frame, i: Instr & { op: 'yield' }, v: Value, state: State): void {
  const by = 'who runs the generator';
  const each = i.delegates ? itemsOf(c, frame, state, opened(c, frame, i, v, state), i.span).item : v;
  frame.yields = frame.yields ? join(frame.yields, each) : each;
  const functions: Value[] = [];
  reach(
    v,
    state,
    (a) => escapeArray(c, frame, i, a, state, by, true),
    new Set(),
    (f) => functions.push(f),
  );
  for (const f of functions) escapeValue(c, frame, i, f, state, by);
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
