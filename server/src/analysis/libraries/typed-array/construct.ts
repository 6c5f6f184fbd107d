/** Making typed arrays: `new T(…)`, `T.from(…)`, `T.of(…)`, and array buffers. By the language's own definition. */
import { TYPED_ARRAYS, type TypedArrayName } from 'bytelens/laws';
import { blockCost, itemBytes } from '../../domain/bytes.ts';
import { elementOf, type State } from '../../domain/state.ts';
import { Sym } from '../../domain/sym.ts';
import { type ArrayValue, join, NO_HANDLE, str, UNDEFINED, type Value } from '../../domain/value.ts';
import {
  ANYTHING,
  contains,
  DTYPE_INFO,
  dtypeRange,
  exactly,
  joinValues,
  type ValueFact,
} from '../../domain/values.ts';
import { elementOfArray, escapeValue, event, factOf, reinterpret } from '../../interp/arrays.ts';
import { arrayFrom } from '../../interp/builtins/lists.ts';
import type { Context, Frame } from '../../interp/context.ts';
import { partLength } from '../../interp/numbers.ts';
import type { Instr } from '../../ir/types.ts';
import { typedDType } from '../numpy-ts/outcome.ts';
import { isTypedArrayName } from './names.ts';

/** The constructors that an array may be of. */
export function constructorsOf(a: ArrayValue): readonly TypedArrayName[] {
  if (a.ctor) return [a.ctor];
  return TYPED_ARRAYS.filter((name) => a.dtypes?.includes(typedDType(name)));
}

/** A new typed array with memory of its own, of one of some constructors. */
export function makeTyped(
  c: Context,
  frame: Frame,
  i: Instr,
  of: TypedArrayName | readonly TypedArrayName[],
  length: Sym | null,
  values: ValueFact,
  state: State,
  why: string | null = null,
): ArrayValue {
  const ctors = [of].flat();
  const dtypes = [...new Set(ctors.map(typedDType))].sort();
  const kept = ctors.map((ctor) => stored(ctor, values)).reduce(joinValues);
  const { bytes, exact } = blockCost(length, itemBytes(dtypes), 'js');
  const store = c.store(state, frame, i.id, 'typed', kept, bytes, false);
  state.take(bytes, Sym.of(0), exact ? null : c.reason(frame, 'the length of this typed array is not known', i.span));
  return {
    k: 'array',
    library: 'typed-array',
    cls: 'NDArray',
    ctor: ctors.length === 1 ? (ctors[0] as TypedArrayName) : null,
    dtypes,
    shape: [length],
    strides: [Sym.of(1)],
    stores: [store],
    handle: c.handle(state, frame, i.id, 'typed'),
    owns: 'owns',
    part: false,
    storedItemBytes: null,
    backing: 'js',
    why: length === null ? c.reason(frame, why ?? 'its length is not known', i.span) : null,
    plan: null,
  };
}

/** Numbers as the typed array keeps them: clamped, rounded to its precision, or wrapped (then anything in range). */
export function stored(ctor: TypedArrayName, fact: ValueFact): ValueFact {
  const range = dtypeRange(typedDType(ctor));
  if (!range.integral) {
    if (ctor === 'Float64Array') return fact;
    const round = ctor === 'Float32Array' ? Math.fround : (x: number) => x;
    if (ctor === 'Float16Array')
      return fact.integral && Math.abs(fact.lo) <= 2048 && Math.abs(fact.hi) <= 2048 ? fact : ANYTHING;
    return {
      ...fact,
      lo: round(fact.lo),
      hi: round(fact.hi),
      finite: fact.finite && Number.isFinite(round(fact.hi)) && Number.isFinite(round(fact.lo)),
    };
  }
  if (ctor === 'Uint8ClampedArray' && !Number.isNaN(fact.lo)) {
    return {
      lo: Math.min(255, Math.max(0, Math.round(fact.lo))),
      hi: Math.min(255, Math.max(0, Math.round(fact.hi))),
      integral: true,
      finite: true,
    };
  }
  if (!fact.finite) return range;
  const whole = { lo: Math.trunc(fact.lo), hi: Math.trunc(fact.hi), integral: true, finite: true };
  return contains(range, whole) ? whole : range;
}

export function constructTyped(
  c: Context,
  frame: Frame,
  i: Instr,
  name: string,
  values: readonly Value[],
  state: State,
): Value | null {
  if (name === 'ArrayBuffer' || name === 'SharedArrayBuffer')
    // With options it may be resized, and what lies over it with it.
    return makeBuffer(c, frame, i, values.length === 1 ? (values[0] as Value) : UNDEFINED, state);
  if (!isTypedArrayName(name)) return null;
  const [first = UNDEFINED] = values;
  if (first.k === 'undefined') return makeTyped(c, frame, i, name, Sym.of(0), exactly(0), state);
  if (first.k === 'num') return makeTyped(c, frame, i, name, first.sym ?? wholePart(first), exactly(0), state);
  if (first.k === 'array') {
    if (first.library === 'numpy-ts')
      return c.unknown(
        frame,
        `new ${name} of an array of numpy-ts reads it as an iterable, which is not followed`,
        i.span,
      );
    event(c, frame, i, first, 'read', `new ${name}`);
    return makeTyped(c, frame, i, name, first.shape?.[0] ?? null, factOf(first, state), state);
  }
  const buffer = bufferOf(first, state);
  if (buffer) return overBuffer(c, frame, i, name, buffer, madeAs(first, state), values, state);
  const cell = first.k === 'object' && first.ids.length === 1 ? state.heap.get(first.ids[0] as number) : undefined;
  if (cell?.t === 'list') return makeTyped(c, frame, i, name, cell.length, numbersIn(cell, state), state);
  escapeValue(c, frame, i, first, state, `new ${name}`, false);
  // A buffer that is not known makes a view of it; anything else is copied.
  const made = makeTyped(c, frame, i, name, null, ANYTHING, state, first.k === 'unknown' ? first.reason.message : null);
  return { ...made, owns: 'unknown' };
}

function numbersIn(cell: import('../../domain/state.ts').Cell & { t: 'list' }, _state: State): ValueFact {
  const e = elementOf(cell);
  if (!e) return exactly(0);
  return e.k === 'num' ? e.fact : ANYTHING;
}

/** An `ArrayBuffer`: a record that remembers its storage, so that views over it share. */
function makeBuffer(c: Context, frame: Frame, i: Instr, length: Value, state: State): Value {
  const bytes = length.k === 'num' ? length.sym : null;
  const a = makeTyped(c, frame, i, 'Uint8Array', bytes, exactly(0), state);
  return bufferRecord(c, frame, i, a, 'Uint8Array', state);
}

/** `ctor` is what the memory was made as: read as anything else, its bytes are other numbers. */
export function bufferRecord(
  c: Context,
  frame: Frame,
  i: Pick<Instr, 'id'>,
  bytes: ArrayValue,
  ctor: ArrayValue['ctor'],
  state: State,
): Value {
  const { buffer: _, ...memory } = bytes;
  const length: Value = {
    k: 'num',
    sym: bytes.shape?.[0] ?? null,
    fact: { lo: 0, hi: Infinity, integral: true, finite: true },
  };
  const fields = new Map<string, Value>([
    ['byteLength', length],
    [BUFFER, memory],
    [MADE_AS, ctor === null ? UNDEFINED : str(ctor)],
  ]);
  return c.allocate(state, frame, i.id, 'buffer', { t: 'record', fields, rest: null, cls: null, multi: false });
}

/** Where in its buffer a view starts, and how many bytes lie behind it: sizes that are of no interest by themselves. */
const OFFSET = 'the offset of a view';
const BEHIND = 'the bytes behind a view';

/** Where a view starts in its buffer; null where it may be one of several. */
export function offsetOf(c: Context, a: ArrayValue): Sym | null {
  return c.rounds > 0 || a.handle === NO_HANDLE ? null : Sym.symbol(OFFSET, `${a.handle}`);
}

/** How long the buffer of a view is: what lies before it, the view, and what lies behind it. */
export function aroundView(c: Context, a: ArrayValue, bytes: Sym | null): Sym | null {
  const offset = offsetOf(c, a);
  return offset && bytes ? offset.add(bytes).add(Sym.symbol(BEHIND, `${a.handle}`)) : null;
}

/** What is left of a buffer behind an offset, in bytes. */
export function restOfBuffer(bytes: ArrayValue, skipped: Sym | null): Sym | null {
  const whole = bytes.shape?.[0] ?? null;
  const rest = whole && skipped ? whole.sub(skipped) : null;
  return rest && !isPlace(rest) ? rest : null;
}

function isPlace(s: Sym): boolean {
  return [...s.symbols()].some((id) => id.startsWith(OFFSET) || id.startsWith(BEHIND));
}

/** The hidden field of a buffer's record: its bytes. */
const BUFFER = '[[ArrayBufferData]]';
/** And the constructor of the array that it was made for. */
const MADE_AS = '[[MadeAs]]';

export function bufferOf(v: Value, state: State): ArrayValue | null {
  const cell = v.k === 'object' && v.ids.length === 1 ? state.heap.get(v.ids[0] as number) : undefined;
  const bytes = cell?.t === 'record' ? cell.fields.get(BUFFER) : undefined;
  return bytes?.k === 'array' ? bytes : null;
}

/** `buffer.slice(a, b)`: a copy of some of its bytes. */
export function sliceBuffer(
  c: Context,
  frame: Frame,
  i: Instr,
  buffer: Value & { k: 'object' },
  args: readonly Value[],
  state: State,
): Value {
  const parts = buffer.ids.map((id) => bufferOf({ k: 'object', ids: [id] }, state)?.shape?.[0] ?? null);
  const [whole = null] = parts;
  const same = whole !== null && parts.every((p) => p?.equals(whole));
  for (const id of buffer.ids) {
    const bytes = bufferOf({ k: 'object', ids: [id] }, state);
    if (bytes) event(c, frame, i, bytes, 'read', 'slice');
  }
  const length = partLength(same ? whole : null, args);
  const made = makeTyped(c, frame, i, 'Uint8Array', length, ANYTHING, state);
  return bufferRecord(c, frame, i, made, null, state);
}

function madeAs(v: Value, state: State): string | null {
  const cell = v.k === 'object' && v.ids.length === 1 ? state.heap.get(v.ids[0] as number) : undefined;
  const made = cell?.t === 'record' ? cell.fields.get(MADE_AS) : undefined;
  return made?.k === 'str' ? made.value : null;
}

function overBuffer(
  c: Context,
  frame: Frame,
  i: Instr,
  ctor: TypedArrayName,
  bytes: ArrayValue,
  made: string | null,
  values: readonly Value[],
  state: State,
): Value {
  const item = DTYPE_INFO[typedDType(ctor)].bytes;
  const [, offset = UNDEFINED, length = UNDEFINED] = values;
  const skipped = offset.k === 'num' ? offset.sym : offset.k === 'undefined' ? Sym.of(0) : null;
  const rest = restOfBuffer(bytes, skipped);
  const given = length.k === 'num' ? (length.sym ?? wholePart(length)) : null;
  const count = length.k !== 'undefined' ? given : (rest?.floordiv(Sym.of(item)) ?? null);
  for (const id of bytes.stores) {
    const s = state.stores.get(id);
    if (s) state.stores.set(id, { ...s, refs: s.refs + 1 });
  }
  if (ctor !== made) reinterpret(c, bytes.stores, state);
  return {
    ...bytes,
    ctor,
    dtypes: [typedDType(ctor)],
    shape: [count],
    handle: c.handle(state, frame, i.id, 'typed view'),
    owns: 'view',
    why: count === null ? c.reason(frame, 'the part of the buffer is not known', i.span) : null,
  };
}

/** A length that is a quotient: what is behind the point does not count. */
function wholePart({ quotient }: Value & { k: 'num' }): Sym | null {
  return quotient ? quotient[0].floordiv(quotient[1]) : null;
}

/** `Float32Array.from(x, f?)`, `Uint8Array.of(…)`; null where `path` is none of these. */
export function callTypedStatic(
  c: Context,
  frame: Frame,
  i: Instr,
  path: string,
  values: readonly Value[],
  state: State,
): Value | null {
  const [name, method] = path.split('.') as [string, string | undefined];
  if (!isTypedArrayName(name)) return null;
  if (method === 'of') {
    const all = values.length === 0 ? null : values.reduce(join);
    return makeTyped(c, frame, i, name, Sym.of(values.length), all?.k === 'num' ? all.fact : ANYTHING, state);
  }
  if (method !== 'from') return c.unknown(frame, `${path} is not followed`, i.span);
  const [source = UNDEFINED, f] = values;
  if (source.k === 'array' && source.library === 'typed-array' && !f) {
    event(c, frame, i, source, 'read', path);
    return makeTyped(c, frame, i, name, source.shape?.[0] ?? null, factOf(source, state), state);
  }
  const listed = source.k === 'array' && source.library === 'typed-array' ? elementOfArray(source, state) : null;
  const v = arrayFrom(c, frame, i, values, state);
  const cell = v.k === 'object' ? state.heap.get(v.ids[0] as number) : undefined;
  if (cell?.t === 'list') {
    const e = elementOf(cell) ?? listed;
    return makeTyped(c, frame, i, name, cell.length, e?.k === 'num' ? e.fact : ANYTHING, state);
  }
  return makeTyped(c, frame, i, name, null, ANYTHING, state);
}
