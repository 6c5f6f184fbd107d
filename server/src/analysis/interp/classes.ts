/** Classes and their instances: records with the class beside them, from which methods come. */
import type { State } from '../domain/state.ts';
import { type ClassValue, type Closure, join, mapMembers, same, UNDEFINED, type Value } from '../domain/value.ts';
import type { Instr, NewInstr } from '../ir/types.ts';
import { constructTyped } from '../libraries/typed-array/construct.ts';
import { escapeValue } from './arrays.ts';
import { constructBuiltin, ERRORS } from './builtins/index.ts';
import { argumentValues, callClosure, callOne } from './calls.ts';
import { type Context, closureKey, type Frame } from './context.ts';
import { setCell } from './interleave.ts';
import { noted, plainResult } from './notes.ts';
import { variableKey } from './variables.ts';

const COMPUTED = 'what has a computed name is not followed';

export function makeClass(
  c: Context,
  frame: Frame,
  i: Instr & { op: 'class' },
  base: Value | null,
  state: State,
): Value {
  const statics = c.allocate(state, frame, i.id, 'statics', {
    t: 'record',
    fields: new Map(),
    rest: i.cls.methods.some((m) => m.isStatic && m.isComputed) ? c.unknown(frame, COMPUTED, i.span) : null,
    cls: null,
    multi: false,
  });
  const id = statics.k === 'object' ? (statics.ids[0] as number) : 0;
  const cls: ClassValue = { module: frame.module.path, cls: i.cls, frame: frame.scope, base, statics: id };
  const value: Value = { k: 'class', cls };
  for (const m of i.cls.methods) {
    const self = m.isStatic ? value : instanceFor(c, frame, i, value, state);
    const closure = { module: cls.module, fn: m.fn, frame: frame.scope, self, home: cls };
    c.madeClosures.set(closureKey(closure), closure);
  }
  giveComputed(c, frame, i, cls, value, true, state);
  // Its own static code knows it by its name.
  for (const v of frame.fn.variables)
    if (v.kind === 'class' && v.name === i.cls.name) state.vars.set(variableKey(c, frame, v), value);
  if (i.cls.statics !== null) {
    c.constructing.set(id, c.tasks.current);
    callClosure(
      c,
      frame,
      i,
      { module: cls.module, fn: i.cls.statics, frame: frame.scope, self: value, home: cls },
      [],
      state,
    );
    c.constructing.delete(id);
  }
  return value;
}

/** Members of which the name is computed may be called or read wherever some member is. */
function giveComputed(
  c: Context,
  frame: Frame,
  i: Instr,
  cls: ClassValue,
  self: Value,
  isStatic: boolean,
  state: State,
): void {
  const own = cls.cls.methods.filter((m) => m.isComputed && m.isStatic === isStatic);
  const closures = own.map((m) => ({ module: cls.module, fn: m.fn, frame: cls.frame, self, home: cls }));
  for (const f of closures) c.madeClosures.set(closureKey(f), f);
  if (closures.length > 0) escapeValue(c, frame, i, { k: 'fn', closures }, state, 'a member with a computed name');
  if (!isStatic && cls.base?.k === 'class') giveComputed(c, frame, i, cls.base.cls, self, isStatic, state);
}

/** Whether instances have members of which the name is computed. */
function hasComputed(cls: ClassValue): boolean {
  const own = cls.cls.methods.some((m) => m.isComputed && !m.isStatic);
  return own || (cls.base?.k === 'class' && hasComputed(cls.base.cls));
}

/** An instance of which nothing is known but its class: the `this` of methods that no seen code calls. */
function instanceFor(c: Context, frame: Frame, i: Instr, cls: Value, state: State): Value {
  const rest = c.unknown(frame, 'a field of an object whose making is not seen', i.span);
  return c.allocate(state, frame, i.id, 'instance', { t: 'record', fields: new Map(), rest, cls, multi: true });
}

/** Whether the class, or one that it extends, may have methods that are not in its text. */
export function isPatched(c: Context, cls: ClassValue): boolean {
  return c.patched.has(cls.cls) || (cls.base?.k === 'class' && isPatched(c, cls.base.cls));
}

/** A method (or accessor) of a class or of what it extends. */
export function methodOf(cls: ClassValue, name: string, kind: 'method' | 'get' | 'set'): Closure | null {
  // The nearest class that has something under the name hides what those behind it have.
  const own = cls.cls.methods.filter((x) => x.name === name && !x.isStatic);
  const m = own.find((x) => x.kind === kind);
  if (m) return { module: cls.module, fn: m.fn, frame: cls.frame, self: null, home: cls };
  if (own.length > 0) return null;
  return cls.base?.k === 'class' ? methodOf(cls.base.cls, name, kind) : null;
}

/** What a class has under a name; `self` is the class that it is read of, which may extend `cls`. */
export function classMember(
  c: Context,
  frame: Frame,
  i: Instr,
  cls: ClassValue,
  name: string,
  state: State,
  self: Value = { k: 'class', cls },
): Value {
  if (name === 'prototype') {
    c.patched.add(cls.cls);
    return c.unknown(frame, 'what a prototype holds is not followed', i.span);
  }
  const own = cls.cls.methods.find((x) => x.name === name && x.isStatic && x.kind !== 'set');
  const closure = own ? { module: cls.module, fn: own.fn, frame: cls.frame, self: null, home: cls } : null;
  if (closure && own?.kind === 'get') return callClosure(c, frame, i, { ...closure, self }, [], state);
  if (closure) return { k: 'fn', closures: [closure] };
  if (cls.cls.methods.some((x) => x.name === name && x.isStatic)) return UNDEFINED;
  const cell = state.heap.get(cls.statics);
  const value = cell?.t === 'record' ? (cell.fields.get(name) ?? cell.rest) : null;
  if (value) return value;
  if (name in Function.prototype) return c.unknown(frame, `.${name} of a class is not followed`, i.span);
  if (cls.base === null) return UNDEFINED;
  return cls.base.k === 'class'
    ? classMember(c, frame, i, cls.base.cls, name, state, self)
    : c.unknown(frame, `${cls.cls.name} extends a class that is not followed`, i.span);
}

export function setStatic(
  c: Context,
  frame: Frame,
  i: Instr,
  cls: ClassValue,
  name: string,
  v: Value,
  state: State,
): void {
  for (let k: ClassValue | null = cls; k !== null; k = k.base?.k === 'class' ? k.base.cls : null) {
    const m = k.cls.methods.find((x) => x.name === name && x.isStatic && x.kind === 'set');
    const self: Value = { k: 'class', cls };
    if (m) {
      callClosure(c, frame, i, { module: k.module, fn: m.fn, frame: k.frame, self, home: k }, [v], state);
      return;
    }
  }
  const cell = state.heap.get(cls.statics);
  if (cell?.t !== 'record') return;
  const old = cell.fields.get(name) ?? cell.rest ?? (c.constructing.has(cls.statics) ? v : UNDEFINED);
  setCell(c, state, cls.statics, { ...cell, fields: new Map(cell.fields).set(name, cell.multi ? join(old, v) : v) });
}

export function makeInstance(c: Context, frame: Frame, i: NewInstr, callee: Value, state: State): Value {
  const values = argumentValues(c, frame, i, i.args, state);
  if (values === null) return c.unknown(frame, 'how many arguments are spread here is not known', i.span);
  return mapMembers(callee, (f) => {
    if (f.k === 'class') return instantiate(c, frame, i, f.cls, values, state);
    if (f.k === 'builtin')
      return typedInstance(c, frame, i, f.path, values, state) ?? constructBuiltin(c, frame, i, f.path, values, state);
    if (f.k === 'fn') return constructFunction(c, frame, i, f, values, state);
    for (const v of values) escapeValue(c, frame, i, v, state, 'a constructor that is not known');
    if (f.k === 'library')
      return f.path === 'Complex'
        ? { k: 'plain', what: 'a complex number' }
        : c.unknown(frame, `new ${f.path} is not followed`, i.span);
    return f.k === 'unknown' ? f : c.unknown(frame, 'what is constructed here is not known', i.span);
  });
}

function instantiate(
  c: Context,
  frame: Frame,
  i: NewInstr,
  cls: ClassValue,
  values: readonly Value[],
  state: State,
): Value {
  const self = c.allocate(state, frame, i.id, 'instance', {
    t: 'record',
    fields: new Map(),
    rest: unseenMembers(c, frame, i, cls),
    cls: { k: 'class', cls },
    multi: false,
  });
  const ids = self.k === 'object' ? self.ids : [];
  for (const id of ids) c.constructing.set(id, c.tasks.current);
  const made = construct(c, frame, i, cls, self, values, state);
  for (const id of ids) c.constructing.delete(id);
  giveComputed(c, frame, i, cls, self, false, state);
  return made;
}

/** What members that are not seen in the text of a class may be; null where there are none. */
function unseenMembers(c: Context, frame: Frame, i: Instr, cls: ClassValue): Value | null {
  if (extendsUnknown(cls)) return c.unknown(frame, `${cls.cls.name} extends a class that is not followed`, i.span);
  return hasComputed(cls) ? c.unknown(frame, COMPUTED, i.span) : null;
}

function extendsUnknown(cls: ClassValue): boolean {
  return cls.base !== null && (cls.base.k !== 'class' || extendsUnknown(cls.base.cls));
}

/** Runs constructors and field initialisers in their order. Returns the object: `self`, or what a constructor returns. */
function construct(
  c: Context,
  frame: Frame,
  i: Instr,
  cls: ClassValue,
  self: Value,
  values: readonly Value[],
  state: State,
): Value {
  const closure = { module: cls.module, frame: cls.frame, self, home: cls };
  if (cls.cls.ctor === null) {
    constructBase(c, frame, i, cls, self, values, state);
    setFields(c, frame, i, cls, self, state);
    return self;
  }
  if (cls.base === null) setFields(c, frame, i, cls, self, state);
  return orSelf(callClosure(c, frame, i, { ...closure, fn: cls.cls.ctor }, values, state), self);
}

function setFields(c: Context, frame: Frame, i: Instr, cls: ClassValue, self: Value, state: State): void {
  if (cls.cls.fields === null) return;
  callClosure(c, frame, i, { module: cls.module, fn: cls.cls.fields, frame: cls.frame, self, home: cls }, [], state);
}

function constructBase(
  c: Context,
  frame: Frame,
  i: Instr,
  cls: ClassValue,
  self: Value,
  values: readonly Value[],
  state: State,
): void {
  if (cls.base === null) return;
  if (cls.base.k === 'class') {
    const made = construct(c, frame, i, cls.base.cls, self, values, state);
    // It gave another object, which gets the fields of this class.
    if (!same(made, self))
      for (const v of [made, self]) escapeValue(c, frame, i, v, state, 'a constructor that gives another object');
  } else if (cls.base.k === 'builtin' && ERRORS.has(cls.base.path))
    for (const v of values) escapeValue(c, frame, i, v, state, cls.base.path);
  else for (const v of [self, ...values]) escapeValue(c, frame, i, v, state, 'a class that is not followed');
}

/** What `new` gives where the constructor returned `v`: that, where it is an object. */
function orSelf(v: Value, self: Value): Value {
  return mapMembers(v, (m) => {
    switch (m.k) {
      case 'object':
      case 'array':
      case 'fn':
      case 'promise':
      case 'generator':
      case 'class':
        return m;
      case 'unknown':
        return m;
      default:
        return self;
    }
  });
}

/** `new f()` of a plain function: run with a new object as `this`. */
function constructFunction(
  c: Context,
  frame: Frame,
  i: NewInstr,
  f: Value & { k: 'fn' },
  values: readonly Value[],
  state: State,
): Value {
  const rest = c.unknown(frame, 'what a prototype holds is not followed', i.span);
  const self = c.allocate(state, frame, i.id, 'instance', {
    t: 'record',
    fields: new Map(),
    rest,
    cls: null,
    multi: false,
  });
  const closures = f.closures.map((x) => ({ ...x, self: x.self ?? self }));
  return orSelf(callOne(c, frame, i, { k: 'fn', closures }, values, state), self);
}

/** `super(...)`: the base class's part of the object is made, then this class's own fields. */
export function superCall(c: Context, frame: Frame, i: Instr & { op: 'superCall' }, state: State): Value {
  const values = argumentValues(c, frame, i, i.args, state);
  const { home, self } = frame;
  if (!home || values === null) {
    for (const a of i.args) escapeValue(c, frame, i, frame.temps[a.temp] ?? UNDEFINED, state, 'super');
    escapeValue(c, frame, i, self, state, 'super');
    return c.unknown(frame, 'what is extended here is not known', i.span);
  }
  constructBase(c, frame, i, home, self, values, state);
  setFields(c, frame, i, home, self, state);
  return self;
}

export function superMember(c: Context, frame: Frame, i: Instr, name: string, state: State): Value {
  const { home, self } = frame;
  if (home?.base?.k === 'class') {
    const base = home.base.cls;
    if (self.k === 'class') return classMember(c, frame, i, base, name, state, self);
    const getter = methodOf(base, name, 'get');
    if (getter) return callClosure(c, frame, i, { ...getter, self }, [], state);
    const method = methodOf(base, name, 'method');
    if (method) return { k: 'fn', closures: [method] };
    if (!extendsUnknown(base)) return UNDEFINED;
  }
  escapeValue(c, frame, i, self, state, 'super');
  return c.unknown(frame, 'what is extended here is not known', i.span);
}

function typedInstance(
  c: Context,
  frame: Frame,
  i: NewInstr,
  name: string,
  values: readonly Value[],
  state: State,
): Value | null {
  const value = constructTyped(c, frame, i, name, values, state);
  if (value === null) return null;
  return noted(c, frame, i, 'typed-array', `new ${name}`, values, plainResult(value), state);
}
