/** What the language and the platform provide: `Math`, `console`, `Array`, `JSON`, … */
import type { Cell, State } from '../../domain/state.ts';
import { Sym } from '../../domain/sym.ts';
import {
  ANY_BOOL,
  ANY_STRING,
  type ArrayValue,
  bool,
  join,
  numberOf,
  str,
  UNDEFINED,
  unknown,
  type Value,
} from '../../domain/value.ts';
import { ANYTHING, between } from '../../domain/values.ts';
import type { Instr } from '../../ir/types.ts';
import { newArena } from '../../libraries/bytelens/arena.ts';
import { callCore, coreMember, coreName, isCore } from '../../libraries/bytelens/call.ts';
import { callBufferStatic } from '../../libraries/node/buffers.ts';
import { callNode, memberOfNode } from '../../libraries/node/call.ts';
import { SPECIFIERS } from '../../libraries/numpy-ts/names.ts';
import { callTypedStatic } from '../../libraries/typed-array/construct.ts';
import { makeDataView } from '../../libraries/typed-array/dataview.ts';
import { isTypedArrayName } from '../../libraries/typed-array/names.ts';
import { member } from '../access.ts';
import { calledFrom, escapeValue, reach } from '../arrays.ts';
import { unknownCall } from '../calls.ts';
import type { Context, Frame } from '../context.ts';
import { itemsOf } from '../iteration.ts';
import { inOrder } from '../keys.ts';
import { mayBeMissing, spreadFields, stringified, template } from '../literals.ts';
import { noted, plainResult } from '../notes.ts';
import { isCertain, num, text } from '../numbers.ts';
import { importValue, runAnyTimes } from '../program.ts';
import { setMember } from '../writes.ts';
import { structuredClone } from './clone.ts';
import { makeCollection } from './collections.ts';
import { arrayFrom, newArray } from './lists.ts';
import { callMath, MATH_CONSTANTS } from './math.ts';
import { promiseAll, promiseOf } from './promises.ts';

const OBJECTS = new Set([
  'Math',
  'console',
  'Array',
  'Object',
  'JSON',
  'Number',
  'String',
  'Boolean',
  'BigInt',
  'Promise',
  'performance',
  'Date',
  'process',
  'Symbol',
  'Reflect',
  'globalThis',
  'crypto',
  'structuredClone',
  'Error',
  'TypeError',
  'RangeError',
  'Map',
  'Set',
  'WeakMap',
  'WeakSet',
  'parseInt',
  'parseFloat',
  'isNaN',
  'isFinite',
  'setTimeout',
  'setInterval',
  'clearTimeout',
  'clearInterval',
  'queueMicrotask',
  'ArrayBuffer',
  'SharedArrayBuffer',
  'DataView',
  'TextEncoder',
  'TextDecoder',
  'URL',
  'require',
  'fetch',
  'Intl',
  'RegExp',
  'AbortController',
  'Buffer',
]);

/** Names of the object that holds all globals. */
const GLOBAL_OBJECTS = new Set(['globalThis', 'global', 'window', 'self']);

export function globalValue(c: Context, frame: Frame, i: Instr, name: string, state: State): Value {
  if (name === 'arguments' && frame.fn.index !== 0) {
    if (!frame.generic) return c.list(state, frame, i.id, frame.args, Sym.of(frame.args.length));
    return c.unknown(frame, 'arguments of a caller that is not seen', i.span);
  }
  // From here on, reading a property of what is not known may run the program's own code.
  if (name === 'Proxy') c.proxies = true;
  if (name === 'eval') {
    // It may write whatever the code around it sees.
    for (const key of [...state.vars.keys()]) {
      escapeValue(c, frame, i, state.vars.get(key) ?? UNDEFINED, state, 'eval');
      state.vars.set(key, c.unknown(frame, 'eval may write any variable', i.span));
    }
  }
  if (GLOBAL_OBJECTS.has(name)) return { k: 'builtin', path: 'globalThis' };
  if (name === 'NaN') return num(Number.NaN);
  if (name === 'Infinity') return num(Number.POSITIVE_INFINITY);
  if (OBJECTS.has(name) || isTypedArrayName(name)) return { k: 'builtin', path: name };
  return c.unknown(frame, `${name} is not declared in this file`, i.span);
}

const NUMBER_CONSTANTS: Record<string, number> = {
  MAX_SAFE_INTEGER: Number.MAX_SAFE_INTEGER,
  MIN_SAFE_INTEGER: Number.MIN_SAFE_INTEGER,
  MAX_VALUE: Number.MAX_VALUE,
  MIN_VALUE: Number.MIN_VALUE,
  EPSILON: Number.EPSILON,
  POSITIVE_INFINITY: Number.POSITIVE_INFINITY,
  NEGATIVE_INFINITY: Number.NEGATIVE_INFINITY,
  NaN: Number.NaN,
};

const BYTES_PER_ELEMENT: Record<string, number> = {
  Float64Array: 8,
  Float32Array: 4,
  Float16Array: 2,
  BigInt64Array: 8,
  BigUint64Array: 8,
  Int32Array: 4,
  Uint32Array: 4,
  Int16Array: 2,
  Uint16Array: 2,
  Int8Array: 1,
  Uint8Array: 1,
  Uint8ClampedArray: 1,
};

export function memberOfBuiltin(c: Context, frame: Frame, i: Instr, path: string, name: string, state: State): Value {
  if (path === 'Math' && name in MATH_CONSTANTS) return num(MATH_CONSTANTS[name] as number);
  if (path === 'Number' && name in NUMBER_CONSTANTS) return num(NUMBER_CONSTANTS[name] as number);
  if (name === 'BYTES_PER_ELEMENT' && path in BYTES_PER_ELEMENT) return num(BYTES_PER_ELEMENT[path] as number);
  if (path === 'process' && (name === 'argv' || name === 'env'))
    return c.allocate(state, frame, i.id, `process ${name}`, processData(name));
  if (path === 'globalThis') return globalValue(c, frame, i, name, state);
  if (isCore(path))
    return coreMember(path, name) ?? c.unknown(frame, `.${name} of ${coreName(path)} is not followed`, i.span);
  if (path === 'node:process') return memberOfBuiltin(c, frame, i, 'process', name, state);
  return memberOfNode(`${path}.${name}`) ?? { k: 'builtin', path: `${path}.${name}` };
}

/** Texts that are known only when the program runs. */
function processData(name: 'argv' | 'env'): Cell {
  if (name === 'argv') return { t: 'list', items: null, element: ANY_STRING, length: null, multi: true };
  return { t: 'record', fields: new Map(), rest: join(ANY_STRING, UNDEFINED), cls: null, multi: true };
}

/** Calls that look at their arguments and keep nothing of them. */
const LOOKING = /^(console\.\w+|JSON\.stringify|process\.(stdout|stderr)\.write|Object\.is)$/;

function notePrinted(c: Context, values: readonly Value[], state: State): void {
  const visit = (a: ArrayValue): void => {
    c.records.printsArrays ||= a.library === 'numpy-ts';
  };
  for (const v of values) reach(v, state, visit, new Set());
}

/** Functions that run with whatever the variables hold then, like functions that nothing seen calls. */
function runsLater(c: Context, values: readonly Value[], state: State): void {
  const functions = values.flatMap((v) => (v.k === 'union' ? v.members : [v])).filter((v) => v.k === 'fn');
  const keys = new Set(functions.flatMap((v) => v.closures.map((f) => calledFrom(c, f))));
  for (const key of keys) c.escapedFunctions.add(key);
  // What it does then, whoever waits finds done; here only what it sees and writes is noted.
  runAnyTimes(c, keys, state.clone());
}

/** Whether objects among the values have functions that turn them into text, or are functions. */
function runsFunctions(values: readonly Value[], state: State): boolean {
  let found = false;
  for (const v of values)
    reach(
      v,
      state,
      () => {},
      new Set(),
      () => {
        found = true;
      },
    );
  return found;
}

export function callBuiltin(
  c: Context,
  frame: Frame,
  i: Instr,
  path: string,
  values: readonly Value[],
  state: State,
): Value {
  const first = values[0] ?? UNDEFINED;
  if (c.replaced.has(path) || c.replaced.has(`${path.split('.')[0]}.*`)) {
    for (const v of values) escapeValue(c, frame, i, v, state, path);
    return c.unknown(frame, `the program replaces ${path}`, i.span);
  }
  if (path.startsWith('Math.')) return callMath(path.slice(5), values);
  if (LOOKING.test(path)) {
    for (const v of values) escapeValue(c, frame, i, v, state, path, false);
    if (path !== 'Object.is') notePrinted(c, values, state);
    if (path === 'JSON.stringify' && runsFunctions(values, state))
      for (const v of values) escapeValue(c, frame, i, v, state, path);
    return path === 'JSON.stringify' ? ANY_STRING : path === 'Object.is' ? ANY_BOOL : UNDEFINED;
  }
  if (isCore(path)) {
    const core = callCore(c, frame, i, path, values, state);
    return noted(c, frame, i, 'bytelens', coreName(path), values, core, state);
  }
  if (path.startsWith('node:')) {
    const known = callNode(c, frame, i, path, values, state);
    if (known) return known;
  }
  const buffer = path.startsWith('Buffer.') ? callBufferStatic(c, frame, i, path, values, state) : null;
  if (buffer) return noted(c, frame, i, 'typed-array', path, values, plainResult(buffer), state);
  const typed = callTypedStatic(c, frame, i, path, values, state);
  if (typed) return noted(c, frame, i, 'typed-array', path, values, plainResult(typed), state);
  switch (path) {
    case 'Array':
      return newArray(c, frame, i, values, state);
    case 'Array.from':
      return arrayFrom(c, frame, i, values, state);
    case 'Array.of':
      return c.list(state, frame, i.id, values, Sym.of(values.length));
    case 'Array.isArray':
      return bool(
        first.k === 'object'
          ? first.ids.every((id) => state.heap.get(id)?.t === 'list')
            ? true
            : null
          : isCertain(first)
            ? false
            : null,
      );
    case 'Object.freeze':
    case 'Object.seal':
      // It tells this array from all others.
      if (first.k === 'array') escapeValue(c, frame, i, first, state, path);
      return first;
    case 'Object.keys':
    case 'Object.values':
    case 'Object.entries':
      return objectParts(c, frame, i, path.slice(7), first, state);
    case 'Object.fromEntries':
      return fromEntries(c, frame, i, first, state);
    case 'Object.assign':
      return assignFields(c, frame, i, values, state);
    case 'Number':
    case 'parseFloat':
    case 'Number.parseFloat': {
      if (first.k === 'num') return first;
      const t = text(first);
      return t === null ? numberOf(ANYTHING) : num(path === 'Number' ? Number(t) : Number.parseFloat(t));
    }
    case 'parseInt':
    case 'Number.parseInt': {
      const t = text(first);
      return t === null || values.length > 1 ? numberOf({ ...ANYTHING, integral: false }) : num(Number.parseInt(t, 10));
    }
    case 'Number.isInteger':
    case 'Number.isFinite':
    case 'Number.isNaN':
    case 'Number.isSafeInteger':
    case 'isNaN':
    case 'isFinite':
    case 'Boolean':
      return ANY_BOOL;
    case 'String':
    case 'String.fromCharCode': {
      stringified(c, frame, i, first, state);
      if (path === 'String' && first.k === 'num') return template(['', ''], [first]);
      const t = path === 'String' ? text(first) : null;
      return t === null ? ANY_STRING : str(t);
    }
    case 'BigInt':
    case 'BigInt.asIntN':
    case 'BigInt.asUintN': {
      const t = path === 'BigInt' ? text(first) : null;
      return { k: 'bigint', value: t !== null && /^-?\d+$/.test(t) ? t : null };
    }
    case 'performance.now':
    case 'Date.now':
      return numberOf(between(0, 2 ** 53, false));
    case 'process.memoryUsage':
      return { k: 'plain', what: 'memory figures' };
    case 'Promise.resolve':
      return first.k === 'promise' ? first : { k: 'promise', value: first };
    case 'Promise.all':
    case 'Promise.allSettled':
      return promiseAll(c, frame, i, first, path === 'Promise.allSettled', state);
    case 'Symbol':
    case 'Symbol.for':
      return { k: 'plain', what: 'a symbol' };
    case 'process.on':
      runsLater(c, values, state);
      return UNDEFINED;
    case 'process.exit':
    case 'clearTimeout':
    case 'clearInterval':
      return UNDEFINED;
    case 'setTimeout':
    case 'setInterval':
    case 'queueMicrotask':
      // What is given behind the delay, the callback is called with.
      for (const v of values.slice(2)) escapeValue(c, frame, i, v, state, path);
      runsLater(c, values, state);
      return { k: 'plain', what: 'a timer' };
    case 'require': {
      const spec = text(first);
      if (spec !== null && spec in SPECIFIERS) return importValue(c, frame, spec, '*', i.span, state);
      return spec === null
        ? c.unknown(frame, 'what is required here is not known', i.span)
        : importValue(c, frame, spec, '*', i.span, state);
    }
    case 'structuredClone':
      for (const v of values) escapeValue(c, frame, i, v, state, path, false);
      return values.length === 1
        ? structuredClone(c, frame, i, first, state)
        : c.unknown(frame, 'what is transferred is not followed', i.span);
    case 'JSON.parse':
      for (const v of values) escapeValue(c, frame, i, v, state, path);
      return c.unknown(frame, 'what JSON.parse gives is known only when the program runs', i.span);
    case 'fetch':
      return c.unknown(frame, 'what fetch gives is known only when the program runs', i.span);
  }
  for (const v of values) escapeValue(c, frame, i, v, state, path);
  unknownCall(c, frame, i, state);
  if (REMAKES.test(path)) remake(frame, i, first, state, path);
  return c.unknown(frame, `${path} is not followed`, i.span);
}

/** Calls that may replace anything of an object, its methods and its prototype too. */
const REMAKES = /^(Object\.(defineProperty|defineProperties|setPrototypeOf)|Reflect\.\w+)$/;

function remake(frame: Frame, i: Instr, v: Value, state: State, by: string): void {
  const given = unknown(`${by} may have changed it`, frame.module.path, i.span);
  for (const id of v.k === 'object' ? v.ids : []) {
    if (state.heap.get(id)?.t === 'record')
      state.heap.set(id, { t: 'record', fields: new Map(), rest: given, cls: null, multi: false, given });
  }
}

function objectParts(c: Context, frame: Frame, i: Instr, what: string, v: Value, state: State): Value {
  const all = spreadFields(c, frame, i, v, state);
  const names = [...all.fields.keys()];
  // A field that one branch sets may not be there, and `__proto__` is none.
  const exact = all.rest === null && v.k === 'object' && !names.includes('__proto__');
  if (!exact || [...all.fields.values()].some((x) => mayBeMissing(x))) {
    if (what !== 'keys') escapeValue(c, frame, i, v, state, `Object.${what}`);
    const lost = c.unknown(frame, `the fields of this object are not known`, i.span);
    const pair = (): Value => c.list(state, frame, i.id, [ANY_STRING, lost], Sym.of(2));
    return c.allocate(state, frame, i.id, `some ${what}`, {
      t: 'list',
      items: null,
      element: what === 'keys' ? ANY_STRING : what === 'values' ? lost : pair(),
      length: null,
      multi: false,
    });
  }
  const items = inOrder(names).map((n, k) => {
    const x = all.fields.get(n) as Value;
    if (what === 'keys') return str(n);
    if (what === 'values') return x;
    return c.allocate(state, frame, i.id, `entry ${k}`, {
      t: 'list',
      items: [str(n), x],
      element: null,
      length: Sym.of(2),
      multi: false,
    });
  });
  return c.list(state, frame, i.id, items, Sym.of(items.length));
}

/** `Object.fromEntries(pairs)`; of pairs that are not all known, any field may be any of their values. */
function fromEntries(c: Context, frame: Frame, i: Instr, pairs: Value, state: State): Value {
  const { items, item } = itemsOf(c, frame, state, pairs, i.span);
  const fields = new Map<string, Value>();
  let rest: Value | null = null;
  for (const pair of items ?? [item]) {
    const cell = pair.k === 'object' && pair.ids.length === 1 ? state.heap.get(pair.ids[0] as number) : undefined;
    const [key, value] = cell?.t === 'list' ? (cell.items ?? []) : [];
    if (!key || !value || cell?.given) {
      escapeValue(c, frame, i, pairs, state, 'Object.fromEntries');
      return c.unknown(frame, 'what Object.fromEntries is given is not known', i.span);
    }
    const name = items && isCertain(key) ? text(key) : null;
    if (name !== null && name !== '__proto__') fields.set(name, value);
    else {
      rest = join(rest ?? UNDEFINED, value);
      for (const [n, x] of fields) fields.set(n, join(x, value));
    }
  }
  return c.allocate(state, frame, i.id, 'object', { t: 'record', fields, rest, cls: null, multi: false });
}

/** `Object.assign(target, ...sources)`: writes the sources' fields, one after the other. */
function assignFields(c: Context, frame: Frame, i: Instr, values: readonly Value[], state: State): Value {
  const [target = UNDEFINED, ...sources] = values;
  if (target.k === 'object' && target.ids.every((id) => state.heap.get(id)?.t === 'record')) {
    const all = sources.map((s) => spreadFields(c, frame, i, s, state));
    if (all.every((s) => s.rest === null)) {
      for (const { fields } of all)
        for (const [n, x] of fields) {
          const old = mayBeMissing(x) ? member(c, frame, i, target, n, state) : null;
          setMember(c, frame, i, target, n, old ? join(x, old) : x, state);
        }
      return target;
    }
  }
  for (const v of values) escapeValue(c, frame, i, v, state, 'Object.assign');
  return c.unknown(frame, 'Object.assign is not followed here', i.span);
}

/** Weak collections do what the others do, but cannot be gone over. */
const COLLECTIONS: Readonly<Record<string, 'Map' | 'Set'>> = { Map: 'Map', Set: 'Set', WeakMap: 'Map', WeakSet: 'Set' };

export const ERRORS = new Set(['Error', 'TypeError', 'RangeError']);
const PLAIN = new Set(['Date', 'URL', 'TextEncoder', 'TextDecoder', 'AbortController', 'RegExp']);

export function constructBuiltin(
  c: Context,
  frame: Frame,
  i: Instr,
  path: string,
  values: readonly Value[],
  state: State,
): Value {
  if (path === 'Array') return newArray(c, frame, i, values, state);
  if (ERRORS.has(path)) {
    for (const v of values) escapeValue(c, frame, i, v, state, `new ${path}`);
    return { k: 'plain', what: 'an error' };
  }
  if (PLAIN.has(path)) return { k: 'plain', what: `a ${path}` };
  const kind = COLLECTIONS[path];
  if (kind) {
    const made = makeCollection(c, frame, i, kind, values[0], state);
    if (made) return made;
  }
  if (path === 'DataView') {
    const view = makeDataView(c, frame, i, values, state);
    if (view) return view;
  }
  if (path === 'bytelens.Arena') return newArena();
  if (path === 'Promise') return promiseOf(c, frame, i, values[0], state);
  for (const v of values) escapeValue(c, frame, i, v, state, `new ${path}`);
  return c.unknown(frame, `what a ${path} holds is not followed`, i.span);
}
