/** Classes and their instances: records with the class beside them, from which methods come. */
import type { State } from '../domain/state.ts';
import { type ClassValue, type Closure, mapMembers, UNDEFINED, type Value } from '../domain/value.ts';
import type { Instr, NewInstr } from '../ir/types.ts';
import { constructTyped } from '../libraries/typed-array/construct.ts';
import { escapeValue } from './arrays.ts';
import { constructBuiltin } from './builtins/index.ts';
import { argumentValues, callClosure } from './calls.ts';
import { type Context, closureKey, type Frame } from './context.ts';
import { noted, plainResult } from './notes.ts';
import { setCell } from './tasks.ts';

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
    rest: null,
    cls: null,
    multi: false,
  });
  const id = statics.k === 'object' ? (statics.ids[0] as number) : 0;
  const cls: ClassValue = { module: frame.module.path, cls: i.cls, frame: frame.scope, base, statics: id };
  const value: Value = { k: 'class', cls };
  for (const m of i.cls.methods) {
    const self = m.isStatic ? value : instanceFor(c, frame, i, value, state);
    const closure = { module: cls.module, fn: m.fn, frame: frame.scope, self };
    c.madeClosures.set(closureKey(closure), closure);
  }
  if (i.cls.statics !== null) {
    c.constructing.add(id);
    callClosure(c, frame, i, { module: cls.module, fn: i.cls.statics, frame: frame.scope, self: value }, [], state);
    c.constructing.delete(id);
  }
  return value;
}

/** An instance of which nothing is known but its class: the `this` of methods that no seen code calls. */
function instanceFor(c: Context, frame: Frame, i: Instr, cls: Value, state: State): Value {
  const rest = c.unknown(frame, 'a field of an object whose making is not seen', i.span);
  return c.allocate(state, frame, i.id, 'instance', { t: 'record', fields: new Map(), rest, cls, multi: true });
}

/** A method (or accessor) of a class or of what it extends. */
export function methodOf(cls: ClassValue, name: string, kind: 'method' | 'get' | 'set'): Closure | null {
  const m = cls.cls.methods.find((x) => x.name === name && x.kind === kind && !x.isStatic);
  if (m) return { module: cls.module, fn: m.fn, frame: cls.frame, self: null };
  return cls.base?.k === 'class' ? methodOf(cls.base.cls, name, kind) : null;
}

export function classMember(c: Context, frame: Frame, i: Instr, cls: ClassValue, name: string, state: State): Value {
  const m = cls.cls.methods.find((x) => x.name === name && x.isStatic && x.kind === 'method');
  if (m) return { k: 'fn', closures: [{ module: cls.module, fn: m.fn, frame: cls.frame, self: { k: 'class', cls } }] };
  const cell = state.heap.get(cls.statics);
  const own = cell?.t === 'record' ? cell.fields.get(name) : undefined;
  if (own) return own;
  return cls.base?.k === 'class' ? classMember(c, frame, i, cls.base.cls, name, state) : UNDEFINED;
}

export function setStatic(c: Context, cls: ClassValue, name: string, v: Value, state: State): void {
  const cell = state.heap.get(cls.statics);
  if (cell?.t !== 'record') return;
  setCell(c, state, cls.statics, { ...cell, fields: new Map(cell.fields).set(name, v) });
}

export function makeInstance(c: Context, frame: Frame, i: NewInstr, callee: Value, state: State): Value {
  const values = argumentValues(c, frame, i, i.args, state);
  if (values === null) return c.unknown(frame, 'how many arguments are spread here is not known', i.span);
  return mapMembers(callee, (f) => {
    if (f.k === 'class') return instantiate(c, frame, i, f.cls, values, state);
    if (f.k === 'builtin')
      return typedInstance(c, frame, i, f.path, values, state) ?? constructBuiltin(c, frame, i, f.path, values, state);
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
  const value: Value = { k: 'class', cls };
  const outside = cls.base !== null && cls.base.k !== 'class';
  const rest =
    outside || usesSuper(cls) ? c.unknown(frame, `${cls.cls.name} extends a class that is not followed`, i.span) : null;
  const self = c.allocate(state, frame, i.id, 'instance', {
    t: 'record',
    fields: new Map(),
    rest,
    cls: value,
    multi: false,
  });
  construct(c, frame, i, cls, self, values, state);
  return self;
}

/** `super(...)` is not followed, so what the base class sets is not known. */
function usesSuper(cls: ClassValue): boolean {
  return cls.base !== null;
}

function construct(
  c: Context,
  frame: Frame,
  i: Instr,
  cls: ClassValue,
  self: Value,
  values: readonly Value[],
  state: State,
): void {
  const run = (fn: number, args: readonly Value[]): void => {
    callClosure(c, frame, i, { module: cls.module, fn, frame: cls.frame, self }, args, state);
  };
  const ids = self.k === 'object' ? self.ids : [];
  for (const id of ids) c.constructing.add(id);
  if (cls.cls.fields !== null) run(cls.cls.fields, []);
  if (cls.cls.ctor !== null) run(cls.cls.ctor, values);
  for (const id of ids) c.constructing.delete(id);
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
