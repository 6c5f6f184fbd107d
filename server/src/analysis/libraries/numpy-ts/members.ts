/** Properties and methods of library arrays. */
import { itemBytes, logicalBytes } from '../../domain/bytes.ts';
import type { State } from '../../domain/state.ts';
import { Sym } from '../../domain/sym.ts';
import { ANY_STRING, type ArrayValue, join, numberOf, str, UNDEFINED, type Value } from '../../domain/value.ts';
import { ANYTHING, fits } from '../../domain/values.ts';
import {
  dispose,
  elementOfArray,
  escapeArray,
  event,
  factOf,
  observe,
  storedValues,
  write,
} from '../../interp/arrays.ts';
import type { Context, Frame, Where } from '../../interp/context.ts';
import { num, size } from '../../interp/numbers.ts';
import { keepsShape } from '../../interp/shapes.ts';
import { callLibrary, type LibraryResult } from './call.ts';

const NOTHING: Omit<LibraryResult, 'value'> = { law: null, made: new Set(), overflow: false, exact: false };

/** Reads and writes of single elements, which take no memory: their numbers are those of the storage. */
const ELEMENT_READS = new Set(['get', 'iget', 'item']);
const ELEMENT_WRITES = new Set(['set', 'iset']);

/** Properties by which the program sees what the array is made of. */
const TELLING = new Set(['dtype', 'nbytes', 'itemsize', 'strides', 'flags', 'base']);

/** The list is the array's own: who writes it changes the array. */
function shapeList(
  c: Context,
  frame: Frame,
  at: Where,
  a: ArrayValue,
  shape: readonly (Sym | null)[],
  state: State,
): Value {
  const list = c.list(state, frame, at.id, shape.map(size), Sym.of(shape.length));
  keepsShape(c, [list], a);
  return list;
}

/** A property that the handle itself knows, or null. */
function ownProperty(c: Context, frame: Frame, at: Where, a: ArrayValue, name: string, state: State): Value | null {
  switch (name) {
    case 'shape':
      if (!a.shape)
        return c.allocate(state, frame, at.id, 'shape', {
          t: 'list',
          items: null,
          element: size(null),
          length: null,
          multi: false,
        });
      return shapeList(c, frame, at, a, a.shape, state);
    case 'ndim':
      return a.shape ? num(a.shape.length) : size(null);
    case 'size':
      return size(a.shape && !a.shape.includes(null) ? Sym.product(a.shape as Sym[]) : null);
    case 'dtype':
      return a.dtypes?.length === 1 ? str(a.dtypes[0] as string) : ANY_STRING;
    case 'nbytes':
      return size(logicalBytes(a));
    case 'itemsize': {
      const bytes = itemBytes(a.dtypes);
      return bytes === null ? size(null) : num(bytes);
    }
    case 'strides':
      if (!a.strides)
        return c.allocate(state, frame, at.id, 'strides', {
          t: 'list',
          items: null,
          element: numberOf({ lo: -Infinity, hi: Infinity, integral: true, finite: true }),
          length: null,
          multi: false,
        });
      return c.list(
        state,
        frame,
        at.id,
        a.strides.map((s) =>
          s.value === null ? numberOf({ lo: -Infinity, hi: Infinity, integral: true, finite: true }, s) : num(s.value),
        ),
        Sym.of(a.strides.length),
      );
    default:
      return null;
  }
}

/** Whether the array may be of either class, of which only one has the member. */
function mayHave(c: Context, a: ArrayValue, name: string): boolean {
  return (
    a.cls === 'either' && c.laws.memberKind('NDArrayCore', name) === null && c.laws.memberKind('NDArray', name) !== null
  );
}

/** What its class has under a name; of either, what both have. */
function memberKind(c: Context, a: ArrayValue, name: string): 'method' | 'property' | null {
  return c.laws.memberKind(a.cls === 'NDArray' ? 'NDArray' : 'NDArrayCore', name);
}

/** The array that owns the memory of a view, where it still has the shape that it was made with. */
export function rootNow(c: Context, a: ArrayValue): ArrayValue | null {
  const root = a.root?.array ?? null;
  return root && c.reshaped.has(root.handle) ? null : root;
}

export function readProperty(
  c: Context,
  frame: Frame,
  at: Where,
  a: ArrayValue,
  name: string,
  state: State,
): LibraryResult {
  if (TELLING.has(name)) observe(c, frame, at, a, `.${name}`);
  if (name === 'base' && a.owns !== 'owns') {
    const base = a.owns === 'view' && a.root?.told ? rootNow(c, a) : null;
    if (base) return { ...NOTHING, value: base };
    // Of flips and broadcasts, it is now this array and now null.
    escapeArray(c, frame, at, a, state, '.base', true);
    return { ...NOTHING, value: c.unknown(frame, 'which array .base of a view is, is not followed', at.span) };
  }
  const own = ownProperty(c, frame, at, a, name, state);
  if (own) return { ...NOTHING, value: own };
  if (mayHave(c, a, name)) {
    const full = readProperty(c, frame, at, { ...a, cls: 'NDArray' }, name, state);
    return { ...full, value: join(full.value, UNDEFINED) };
  }
  const kind = memberKind(c, a, name);
  if (kind === 'method') return { ...NOTHING, value: { k: 'bound', receiver: a, name } };
  if (kind === null && name in Object.prototype)
    return { ...NOTHING, value: c.unknown(frame, `.${name} of an array is not followed`, at.span) };
  if (kind === null) {
    event(c, frame, at, a, 'read', `.${name}`);
    const given = c.unknown(
      frame,
      `.${name} is a field that the program gives an array, which is not followed`,
      at.span,
    );
    return { ...NOTHING, value: c.arrayFields.has(name) ? given : UNDEFINED };
  }
  if (name === 'data') escapeArray(c, frame, at, a, state, `.${name}`, false);
  if (name === 'storage') {
    observe(c, frame, at, a, `.${name}`);
    // Through it the numbers can be reached, and other arrays made over them.
    escapeArray(c, frame, at, a, state, `.${name}`, true);
  }
  // The elements behind a view are all those of the memory that it is a part of.
  const root = name === 'data' && a.owns === 'view' ? rootNow(c, a) : null;
  if (root && root.dtypes?.join() === a.dtypes?.join()) return readProperty(c, frame, at, root, name, state);
  return callLibrary(c, frame, at, { module: 'numpy-ts', target: { kind: 'property', name }, name, args: [a] }, state);
}

export function callMethod(
  c: Context,
  frame: Frame,
  at: Where,
  a: ArrayValue,
  name: string,
  args: readonly Value[],
  state: State,
): LibraryResult {
  if (name === 'dispose') {
    dispose(c, frame, at, a, state);
    return { ...NOTHING, value: UNDEFINED };
  }
  // An array that may be of either class has the method, or the call throws.
  if (mayHave(c, a, name)) return callMethod(c, frame, at, { ...a, cls: 'NDArray' }, name, args, state);
  if (name === 'valueOf' && memberKind(c, a, name) === null) return { ...NOTHING, value: a };
  if (memberKind(c, a, name) === null && name in Object.prototype)
    return { ...NOTHING, value: c.unknown(frame, `.${name}() of an array is not followed`, at.span) };
  if (memberKind(c, a, name) === null) {
    const why = `${a.cls} has no method ${name}: this throws`;
    return { ...NOTHING, value: c.unknown(frame, why, at.span) };
  }
  if (ELEMENT_READS.has(name)) {
    event(c, frame, at, a, 'read', name);
    return { ...NOTHING, value: elementOfArray(a, state), exact: factOf(a, state).integral };
  }
  if (ELEMENT_WRITES.has(name)) {
    const v = args[1];
    const fact = v?.k === 'num' ? v.fact : ANYTHING;
    write(c, frame, at, a, storedValues(a, fact), state, name);
    return { ...NOTHING, value: UNDEFINED, overflow: !(a.dtypes?.every((d) => fits(fact, d)) ?? false) };
  }
  const target = { kind: 'method' as const, name };
  return callLibrary(c, frame, at, { module: 'numpy-ts', target, name, args: [a, ...args] }, state);
}

/** `x[i]`: an element of a one-dimensional array, else a view of the sub-array. */
export function readElement(
  c: Context,
  frame: Frame,
  at: Where,
  a: ArrayValue,
  index: Value,
  state: State,
): LibraryResult {
  if (a.shape !== null && a.shape.length <= 1) {
    event(c, frame, at, a, 'read', '[i]');
    return { ...NOTHING, value: elementOfArray(a, state) };
  }
  return callLibrary(
    c,
    frame,
    at,
    { module: 'numpy-ts', target: { kind: 'index' }, name: 'index', args: [a, index] },
    state,
  );
}
