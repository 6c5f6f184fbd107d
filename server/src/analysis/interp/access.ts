/** Reads members and elements: of arrays, of objects and lists, of what the language provides. */
import type { State } from '../domain/state.ts';
import { elementOf, goneOver } from '../domain/state.ts';
import type { Sym } from '../domain/sym.ts';
import {
  ANY_STRING,
  constantOf,
  join,
  mapMembers,
  maybeAbsent,
  numberOf,
  present,
  str,
  UNDEFINED,
  type Value,
} from '../domain/value.ts';
import type { Instr } from '../ir/types.ts';
import { accessorField } from '../ir/types.ts';
import { readElement, readProperty } from '../libraries/numpy-ts/members.ts';
import { libraryMember } from '../libraries/numpy-ts/names.ts';
import { bufferOf } from '../libraries/typed-array/construct.ts';
import { isDataView, isDataViewMethod } from '../libraries/typed-array/dataview.ts';
import { typedMember } from '../libraries/typed-array/members.ts';
import { elementOfArray, escapeValue, event } from './arrays.ts';
import { collectionSize, isCollection } from './builtins/collections.ts';
import { memberOfBuiltin } from './builtins/index.ts';
import { isListMethod } from './builtins/lists.ts';
import { callClosure } from './calls.ts';
import { classMember, isPatched, methodOf } from './classes.ts';
import type { Context, Frame } from './context.ts';
import { joinOutside } from './interleave.ts';
import { memberName, num, size } from './numbers.ts';
import { exportOf } from './program.ts';
import { forgetLengths } from './shapes.ts';

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
        if (c.proxies) joinOutside(c, frame, i.span, state);
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

/** What moves the memory of an `ArrayBuffer`. */
const MOVES = new Set(['transfer', 'transferToFixedLength']);

export function fieldOf(c: Context, frame: Frame, i: Instr, id: number, o: Value, name: string, state: State): Value {
  const cell = state.heap.get(id);
  if (!cell) return c.unknown(frame, 'this object is not known', i.span);
  if (cell.t === 'list') {
    if (name === 'length') return size(cell.length);
    return isListMethod(name)
      ? { k: 'bound', receiver: o, name }
      : c.unknown(frame, `.${name} of a list is not known`, i.span);
  }
  if (isCollection(id, state))
    return name === 'size' ? size(collectionSize(id, state)) : { k: 'bound', receiver: o, name };
  if (MOVES.has(name)) {
    const buffer = bufferOf({ k: 'object', ids: [id] }, state);
    if (buffer) forgetLengths(state, buffer);
    if (buffer) return c.unknown(frame, `.${name}() of a buffer is not followed`, i.span);
  }
  if (name === 'slice' && bufferOf({ k: 'object', ids: [id] }, state)) return { k: 'bound', receiver: o, name };
  if (isDataViewMethod(name) && isDataView(id, state)) return { k: 'bound', receiver: o, name };
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
  return cell.rest ?? (name in Object.prototype ? inherited(c, frame, i, cell.cls, name) : UNDEFINED);
}

/** What every object has from the language: its class as `constructor`, and functions that are not followed. */
function inherited(c: Context, frame: Frame, i: Instr, cls: Value | null, name: string): Value {
  if (cls?.k === 'class' && name === 'constructor') return cls;
  if (cls?.k === 'class' && name === '__proto__') c.patched.add(cls.cls.cls);
  return c.unknown(frame, `.${name} of an object is not followed`, i.span);
}

export function element(c: Context, frame: Frame, i: Instr, obj: Value, index: Value, state: State): Value {
  return mapMembers(present(obj), (o) => {
    if (o.k === 'array') {
      const named = index.k === 'str' || index.k === 'builtin' ? memberName(index) : null;
      if (named !== null) return member(c, frame, i, o, named, state);
      if (o.library === 'numpy-ts') return readElement(c, frame, i, o, index, state).value;
      event(c, frame, i, o, 'read', '[i]');
      return inRange(elementOfArray(o, state), index, o.shape?.[0] ?? null);
    }
    if (o.k === 'object') return o.ids.map((id) => elementAt(c, frame, i, id, o, index, state)).reduce(join);
    const name = memberName(index);
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
  if (inside.k === 'unknown') return inside;
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
  if (cell.t === 'list' && cell.iterator) {
    // Taken apart, it gives what is left of it.
    const inside = elementOf(cell);
    state.heap.set(id, goneOver(cell));
    return inside ? maybeAbsent(inside) : UNDEFINED;
  }
  const name = memberName(index);
  if (cell.t === 'list' && index.k === 'builtin' && name !== null) return fieldOf(c, frame, i, id, o, name, state);
  if (cell.t === 'list') {
    const isIndex = index.k === 'str' && name !== null && INDEX.test(name);
    const n = isIndex ? Number(name) : constantOf(index);
    if (cell.items && n !== null) return cell.items[n] ?? UNDEFINED;
    const inside = elementOf(cell);
    if (index.k === 'num') return inside ? inRange(inside, index, cell.length) : UNDEFINED;
    if (isIndex || index.k === 'unknown') return inside ? maybeAbsent(inside) : UNDEFINED;
    // A key that is a text may be that of an element.
    if (name === null) return c.unknown(frame, 'which member of this list is read is not known', i.span);
  }
  if (name !== null) return fieldOf(c, frame, i, id, o, name, state);
  if (cell.t === 'record') {
    const methods = cell.cls !== null || [...cell.fields.keys()].some((n) => n.startsWith(accessorField('get', '')));
    if (methods) return c.unknown(frame, 'which member of this object is read is not known', i.span);
    const all = [...cell.fields.values(), ...(cell.rest ? [cell.rest] : [])];
    return all.length === 0 ? UNDEFINED : maybeAbsent(all.reduce(join));
  }
  return c.unknown(frame, 'a computed member is not followed', i.span);
}

/** Names of elements. */
const INDEX = /^(0|[1-9]\d*)$/;
