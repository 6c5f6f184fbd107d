/** Node's `Buffer`: typed arrays of bytes of which some methods do something else than theirs. */
import type { State } from '../../domain/state.ts';
import { elementOf } from '../../domain/state.ts';
import { Sym } from '../../domain/sym.ts';
import {
  ANY_BOOL,
  ANY_NUMBER,
  ANY_STRING,
  type ArrayValue,
  numberOf,
  UNDEFINED,
  type Value,
} from '../../domain/value.ts';
import { between, dtypeRange, exactly, type ValueFact } from '../../domain/values.ts';
import { escapeValue, event, write } from '../../interp/arrays.ts';
import type { Context, Frame } from '../../interp/context.ts';
import { noted, plainResult } from '../../interp/notes.ts';
import { text } from '../../interp/numbers.ts';
import type { Instr } from '../../ir/types.ts';
import { bufferOf, constructTyped, makeTyped } from '../typed-array/construct.ts';

const BYTES = dtypeRange('uint8');

/** A buffer with bytes of its own; `pooled` where they may be a part of memory that several buffers share. */
export function newBuffer(
  c: Context,
  frame: Frame,
  i: Instr,
  length: Sym | null,
  values: ValueFact,
  pooled: boolean,
  state: State,
  why: string,
): ArrayValue {
  const made = makeTyped(c, frame, i, 'Uint8Array', length, values, state, why);
  outOfSight(c, frame, i, state);
  return { ...made, buffer: true, ...(pooled ? { owns: 'unknown', part: true } : {}) };
}

/** What the platform takes to make it, and whether it shares memory with others, is not seen. */
function outOfSight(c: Context, frame: Frame, i: Instr, state: State): void {
  state.lost ??= c.reason(frame, 'what the platform takes for this is not known', i.span);
}

/** How many bytes a text takes in UTF-8; null where it is not known. */
function bytesOfText(v: Value | undefined, encoding: Value | undefined): Sym | null {
  const s = v ? text(v) : null;
  if (s === null || (encoding && encoding.k !== 'undefined' && !/^utf-?8$/i.test(text(encoding) ?? ''))) return null;
  let bytes = 0;
  for (const character of s) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return Sym.of(bytes);
}

/** `new TextEncoder().encode(text)` */
export function encoded(c: Context, frame: Frame, i: Instr, given: Value | undefined, state: State): Value {
  const length = given === undefined ? Sym.of(0) : bytesOfText(given, undefined);
  const made = makeTyped(c, frame, i, 'Uint8Array', length, BYTES, state, 'how long the text is is not known');
  outOfSight(c, frame, i, state);
  return noted(c, frame, i, 'typed-array', 'encode', given ? [given] : [], plainResult(made), state);
}

/** `Buffer.alloc(…)` and the like; null where `path` is none of these. */
export function callBufferStatic(
  c: Context,
  frame: Frame,
  i: Instr,
  path: string,
  values: readonly Value[],
  state: State,
): Value | null {
  const [first = UNDEFINED, second] = values;
  switch (path) {
    case 'Buffer.alloc':
    case 'Buffer.allocUnsafe':
    case 'Buffer.allocUnsafeSlow': {
      const filled = path === 'Buffer.alloc' && values.length === 1 ? exactly(0) : BYTES;
      const length = first.k === 'num' ? first.sym : null;
      return newBuffer(c, frame, i, length, filled, path === 'Buffer.allocUnsafe', state, 'its length is not known');
    }
    case 'Buffer.from':
      return fromValue(c, frame, i, first, values, state);
    case 'Buffer.of':
      return newBuffer(c, frame, i, Sym.of(values.length), BYTES, true, state, '');
    case 'Buffer.concat': {
      const cell = first.k === 'object' && first.ids.length === 1 ? state.heap.get(first.ids[0] as number) : undefined;
      const parts = cell?.t === 'list' ? cell.items : null;
      const lengths = parts?.map((p) => (p.k === 'array' ? (p.shape?.[0] ?? null) : null)) ?? [null];
      const all = lengths.includes(null) ? null : (lengths as Sym[]).reduce((x, y) => x.add(y), Sym.of(0));
      for (const p of parts ?? (cell?.t === 'list' ? [elementOf(cell)] : []))
        if (p?.k === 'array') event(c, frame, i, p, 'read', path);
      const length = second && second.k !== 'undefined' ? (second.k === 'num' ? second.sym : null) : all;
      return newBuffer(c, frame, i, length, BYTES, true, state, 'how long its parts are is not known');
    }
    case 'Buffer.byteLength': {
      const n = bytesOfText(first, second)?.value ?? null;
      return n === null
        ? numberOf({ lo: 0, hi: Infinity, integral: true, finite: true })
        : numberOf(exactly(n), Sym.of(n));
    }
    case 'Buffer.isBuffer':
    case 'Buffer.isEncoding':
      return ANY_BOOL;
    case 'Buffer.compare':
      return numberOf(between(-1, 1, true));
    default:
      return null;
  }
}

function fromValue(
  c: Context,
  frame: Frame,
  i: Instr,
  first: Value,
  values: readonly Value[],
  state: State,
): Value | null {
  if (first.k === 'str') {
    const length = bytesOfText(first, values[1]);
    return newBuffer(c, frame, i, length, BYTES, true, state, 'how long the text is is not known');
  }
  if (bufferOf(first, state)) {
    const view = constructTyped(c, frame, i, 'Uint8Array', values, state);
    return view?.k === 'array' ? { ...view, buffer: true } : view;
  }
  if (first.k === 'array' && first.library === 'typed-array') {
    event(c, frame, i, first, 'read', 'Buffer.from');
    return newBuffer(c, frame, i, first.shape?.[0] ?? null, BYTES, true, state, 'its length is not known');
  }
  const cell = first.k === 'object' && first.ids.length === 1 ? state.heap.get(first.ids[0] as number) : undefined;
  if (cell?.t !== 'list' || cell.iterator || cell.given) return null;
  return newBuffer(c, frame, i, cell.length, BYTES, true, state, 'its length is not known');
}

/** A method that buffers have and other typed arrays have not, or have otherwise; null where it is none. */
export function callBufferMethod(
  c: Context,
  frame: Frame,
  i: Instr,
  a: ArrayValue,
  name: string,
  args: readonly Value[],
  state: State,
): Value | null {
  if (/^read(U?Int|Float|Double)/i.test(name)) return ANY_NUMBER;
  if (/^readBig/.test(name)) return { k: 'bigint', value: null };
  if (/^write/.test(name) || /^swap\d/.test(name)) {
    write(c, frame, i, a, BYTES, state, name);
    return name.startsWith('write') ? numberOf({ lo: 0, hi: Infinity, integral: true, finite: true }) : a;
  }
  switch (name) {
    case 'toString':
    case 'toLocaleString':
      return ANY_STRING;
    case 'equals':
    case 'includes':
      return ANY_BOOL;
    case 'compare':
      return numberOf(between(-1, 1, true));
    case 'copy': {
      const [target = UNDEFINED] = args;
      if (target.k === 'array') write(c, frame, i, target, BYTES, state, name);
      else escapeValue(c, frame, i, target, state, name);
      return numberOf({ lo: 0, hi: Infinity, integral: true, finite: true });
    }
    default:
      return null;
  }
}
