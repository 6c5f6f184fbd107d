/** Properties and methods of typed arrays, by the language's own definition. */
import type { State } from '../../domain/state.ts';
import { ANY_BOOL, ANY_STRING, type ArrayValue, join, numberOf, UNDEFINED, type Value } from '../../domain/value.ts';
import { ANYTHING, between, DTYPE_INFO, type ValueFact } from '../../domain/values.ts';
import { elementOfArray, escapeArray, event, factOf, observe, storedValues, write } from '../../interp/arrays.ts';
import { callListMethod } from '../../interp/builtins/lists.ts';
import type { Context, Frame } from '../../interp/context.ts';
import { num, partLength, size } from '../../interp/numbers.ts';
import type { Instr } from '../../ir/types.ts';
import { callBufferMethod } from '../node/buffers.ts';
import { aroundView, bufferRecord, constructorsOf, makeTyped, offsetOf } from './construct.ts';

function itemSize(a: ArrayValue): number | null {
  const d = a.dtypes?.length === 1 ? a.dtypes[0] : undefined;
  return d ? DTYPE_INFO[d].bytes : null;
}

/** Members that show of what dtype it is, or where it lies. */
const SHOWS = new Set(['byteLength', 'BYTES_PER_ELEMENT', 'byteOffset', 'buffer', 'constructor']);

export function typedMember(c: Context, frame: Frame, i: Instr, a: ArrayValue, name: string, state: State): Value {
  const length = a.shape?.[0] ?? null;
  const item = itemSize(a);
  if (SHOWS.has(name)) observe(c, frame, i, a, `.${name}`);
  switch (name) {
    case 'length':
      return size(length);
    case 'byteLength':
      return size(length && item ? length.scale(item) : null);
    case 'BYTES_PER_ELEMENT':
      return item ? num(item) : size(null);
    case 'byteOffset':
      return a.owns === 'owns' ? num(0) : size(offsetOf(c, a));
    case 'buffer': {
      escapeArray(c, frame, i, a, state, '.buffer', false);
      const own = length && item ? length.scale(item) : null;
      const bytes = a.owns === 'owns' ? own : aroundView(c, a, own);
      return bufferRecord(c, frame, i, { ...a, ctor: 'Uint8Array', dtypes: ['uint8'], shape: [bytes] }, a.ctor, state);
    }
    default:
      return { k: 'bound', receiver: a, name };
  }
}

const KEEPS = new Set(['reverse', 'sort', 'copyWithin']);
const COPIES = new Set(['toReversed', 'toSorted']);
const CALLBACKS = new Set(['forEach', 'reduce', 'some', 'every', 'find', 'findIndex']);
const NUMBERS = new Set(['indexOf', 'lastIndexOf', 'findLastIndex']);

export function callTypedMethod(
  c: Context,
  frame: Frame,
  i: Instr,
  a: ArrayValue,
  name: string,
  args: readonly Value[],
  state: State,
): Value {
  if (name === '[Symbol.iterator]') return callTypedMethod(c, frame, i, a, 'values', args, state);
  const ctors = constructorsOf(a);
  event(c, frame, i, a, 'read', name);
  const own = a.buffer ? callBufferMethod(c, frame, i, a, name, args, state) : null;
  if (own) return own;
  if (name === 'subarray' || (name === 'slice' && a.buffer)) {
    const length = partLength(a.shape?.[0] ?? null, args);
    const why = length === null ? (a.why ?? c.reason(frame, 'which part this is is not known', i.span)) : null;
    return {
      ...a,
      shape: [length],
      handle: c.handle(state, frame, i.id, 'subarray'),
      owns: a.buffer === 'maybe' ? 'unknown' : 'view',
      why,
    };
  }
  if (name === 'set') return setAll(c, frame, i, a, args, state);
  if (name === 'fill') {
    const v = args[0] ?? UNDEFINED;
    const fact = storedValues(a, v.k === 'num' ? v.fact : ANYTHING);
    if (args.length === 1 && a.owns === 'owns' && a.stores.length === 1) overwrite(a, fact, state);
    write(c, frame, i, a, fact, state, 'fill');
    return a;
  }
  if (KEEPS.has(name)) {
    write(c, frame, i, a, factOf(a, state), state, name);
    return a;
  }
  if (name === 'at') return join(elementOfArray(a, state), UNDEFINED);
  if (NUMBERS.has(name)) return numberOf(between(-1, 2 ** 53, true));
  if (name === 'includes') return ANY_BOOL;
  if (name === 'join' || name === 'toString') return ANY_STRING;
  if (ctors.length > 0 && (name === 'slice' || COPIES.has(name))) {
    const length = name === 'slice' ? partLength(a.shape?.[0] ?? null, args) : (a.shape?.[0] ?? null);
    return makeTyped(c, frame, i, ctors, length, factOf(a, state), state, a.why?.message ?? null);
  }
  if (name === 'map' && ctors.length > 0) return alike(a, mapped(c, frame, i, a, ctors, args, state));
  if (CALLBACKS.has(name) || name === 'filter' || name === 'entries' || name === 'values' || name === 'keys') {
    const list = asList(c, frame, i, a, state);
    const r = callListMethod(c, frame, i, list, name, args, state, a);
    if (name === 'filter' && ctors.length > 0)
      return alike(
        a,
        makeTyped(
          c,
          frame,
          i,
          ctors,
          null,
          factOf(a, state),
          state,
          'how many elements a filter keeps depends on the data',
        ),
      );
    return r;
  }
  return c.unknown(frame, `.${name}() of a typed array is not followed`, i.span);
}

/** What the methods of a buffer make anew is a buffer too. */
function alike(a: ArrayValue, made: Value): Value {
  return made.k === 'array' && a.buffer ? { ...made, buffer: a.buffer } : made;
}

function overwrite(a: ArrayValue, fact: ValueFact, state: State): void {
  const id = a.stores[0] as number;
  const s = state.stores.get(id);
  if (s && s.refs <= 1) state.stores.set(id, { ...s, values: fact });
}

function setAll(c: Context, frame: Frame, i: Instr, a: ArrayValue, args: readonly Value[], state: State): Value {
  const source = args[0] ?? UNDEFINED;
  let fact: ValueFact = ANYTHING;
  if (source.k === 'array') {
    event(c, frame, i, source, 'read', 'set');
    fact = factOf(source, state);
  } else if (source.k === 'object' && source.ids.length === 1) {
    const cell = state.heap.get(source.ids[0] as number);
    const items = cell?.t === 'list' ? (cell.items ?? (cell.element ? [cell.element] : [])) : [];
    const e = items.length ? items.reduce(join) : null;
    if (e?.k === 'num') fact = e.fact;
  }
  write(c, frame, i, a, storedValues(a, fact), state, 'set');
  return UNDEFINED;
}

function asList(c: Context, frame: Frame, i: Instr, a: ArrayValue, state: State): Value & { k: 'object' } {
  const cell = {
    t: 'list' as const,
    items: null,
    element: elementOfArray(a, state),
    length: a.shape?.[0] ?? null,
    multi: false,
  };
  return c.allocate(state, frame, i.id, 'elements', cell) as Value & { k: 'object' };
}

function mapped(
  c: Context,
  frame: Frame,
  i: Instr,
  a: ArrayValue,
  ctors: ReturnType<typeof constructorsOf>,
  args: readonly Value[],
  state: State,
): Value {
  const list = callListMethod(c, frame, i, asList(c, frame, i, a, state), 'map', args, state, a);
  const cell = list.k === 'object' ? state.heap.get(list.ids[0] as number) : undefined;
  const e = cell?.t === 'list' ? cell.element : null;
  const fact = e?.k === 'num' ? e.fact : ANYTHING;
  return makeTyped(c, frame, i, ctors, a.shape?.[0] ?? null, fact, state, a.why?.message ?? null);
}
