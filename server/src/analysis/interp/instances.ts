/** `instanceof` and `typeof`: of what class or kind a value is, and what a condition on that leaves of it. */
import type { State } from '../domain/state.ts';
import type { ClassValue, ObjectId, Value } from '../domain/value.ts';
import type { Instr } from '../ir/types.ts';
import { isTypedArrayName } from '../libraries/typed-array/names.ts';
import { callClosure } from './calls.ts';
import { isPatched } from './classes.ts';
import type { Context, Frame } from './context.ts';
import { typeOf } from './numbers.ts';

const PRIMITIVES: ReadonlySet<Value['k']> = new Set(['undefined', 'null', 'bool', 'num', 'bigint', 'str']);

/** Whether `v instanceof of`, or null where that is not known. */
export function isInstance(c: Context, v: Value, of: Value, state: State): boolean | null {
  if (v.k === 'union') return agreed(v.members.map((m) => isInstance(c, m, of, state)));
  if (v.k === 'unknown' || ('absent' in v && v.absent)) return null;
  if (of.k === 'class') return hasOwnTest(of.cls, state) || isPatched(c, of.cls) ? null : ofClass(v, of.cls, state);
  if (of.k === 'library') return ofLibrary(v, of.path, state);
  return of.k === 'builtin' ? ofBuiltin(v, of.path, state) : null;
}

function agreed(all: readonly (boolean | null)[]): boolean | null {
  return all.every((x) => x === all[0]) ? (all[0] ?? null) : null;
}

/** Whether the class, or one that it extends, may decide by itself what its instances are. */
function hasOwnTest(cls: ClassValue, state: State): boolean {
  const statics = state.heap.get(cls.statics);
  const open = statics?.t !== 'record' || statics.given !== undefined || statics.rest !== null;
  const own = cls.cls.methods.some((m) => m.isStatic && (m.isComputed || m.name.includes('Symbol')));
  const set = statics?.t === 'record' && [...statics.fields.keys()].some((name) => name.includes('Symbol'));
  return open || own || set || (cls.base?.k === 'class' && hasOwnTest(cls.base.cls, state));
}

/** Runs what a class decides with what its instances are: `static [Symbol.hasInstance](v)`. */
export function runOwnTest(c: Context, frame: Frame, i: Instr, v: Value, of: Value, state: State): void {
  if (of.k !== 'class') return;
  const { cls } = of.cls;
  const tests = cls.methods.filter((m) => m.isStatic && m.name === '[Symbol.hasInstance]');
  for (const { fn } of tests) {
    const closure = { module: of.cls.module, fn, frame: of.cls.frame, self: of, home: of.cls };
    callClosure(c, frame, i, closure, [v], state);
  }
}

function ofClass(v: Value, cls: ClassValue, state: State): boolean | null {
  if (PRIMITIVES.has(v.k)) return false;
  if (v.k === 'object') return agreed(v.ids.map((id) => isObjectOf(id, cls, state)));
  // What extends something that is not seen may be anything.
  return extendsUnseen(cls) ? null : v.k === 'array' || v.k === 'fn' || v.k === 'promise' ? false : null;
}

function isObjectOf(id: ObjectId, cls: ClassValue, state: State): boolean | null {
  const cell = state.heap.get(id);
  if (!cell || cell.given) return null;
  if (cell.t === 'list') return extendsUnseen(cls) ? null : false;
  if (cell.cls === null) return extendsUnseen(cls) ? null : false;
  for (let k: Value | null = cell.cls; k !== null; k = k.cls.base) {
    if (k.k !== 'class') return null;
    if (k.cls.cls !== cls.cls) continue;
    // One text may have made several classes.
    const { statics } = k.cls;
    return statics === cls.statics && !(state.heap.get(statics)?.multi ?? true) ? true : null;
  }
  return false;
}

function extendsUnseen(cls: ClassValue): boolean {
  return cls.base !== null && (cls.base.k !== 'class' || extendsUnseen(cls.base.cls));
}

function ofLibrary(v: Value, path: string, state: State): boolean | null {
  if (path !== 'NDArray' && path !== 'NDArrayCore') return null;
  if (PRIMITIVES.has(v.k) || v.k === 'fn') return false;
  if (v.k === 'object') return agreed(v.ids.map((id) => (isPlain(id, state) ? false : null)));
  if (v.k !== 'array') return null;
  if (v.library === 'typed-array') return false;
  if (path === 'NDArrayCore' || v.cls === 'NDArray') return true;
  return v.cls === 'NDArrayCore' ? false : null;
}

function ofBuiltin(v: Value, path: string, state: State): boolean | null {
  if (PRIMITIVES.has(v.k)) return false;
  if (path === 'Array') {
    if (v.k === 'object') return agreed(v.ids.map((id) => isList(id, state)));
    return v.k === 'array' || v.k === 'fn' ? false : null;
  }
  if (path === 'Buffer') return v.k === 'array' && v.buffer !== 'maybe' ? v.buffer === true : null;
  if (isTypedArrayName(path)) {
    if (v.k === 'array') return v.library === 'typed-array' ? (v.ctor === null ? null : v.ctor === path) : false;
    return v.k === 'object' ? agreed(v.ids.map((id) => (isPlain(id, state) ? false : null))) : null;
  }
  return null;
}

function isList(id: ObjectId, state: State): boolean | null {
  const cell = state.heap.get(id);
  if (!cell) return null;
  return cell.t === 'list' ? true : cell.cls === null && !cell.given ? false : null;
}

/** Whether it is a list, or an object of no class. */
function isPlain(id: ObjectId, state: State): boolean {
  const cell = state.heap.get(id);
  return cell !== undefined && !cell.given && (cell.t === 'list' || cell.cls === null);
}

/** Whether a member of a value can be of a type as `typeof` tells it, or of another one. */
export function mayBeOfType(m: Value, type: string, taken: boolean): boolean {
  const is = typeOf(m);
  return is === null || (is === type) === taken;
}
