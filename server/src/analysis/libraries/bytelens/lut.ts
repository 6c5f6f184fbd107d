/**
 * `lut`: a function of the program as a table, which no law can run. Applied to an array, the table gives by its
 * definition a C-ordered array of the same shape and of the dtype of its results, made as `empty` makes one.
 */
import type { DType } from 'bytelens/laws';
import type { State } from '../../domain/state.ts';
import { Sym } from '../../domain/sym.ts';
import { type ArrayValue, numberOf, str, UNDEFINED, type Value } from '../../domain/value.ts';
import { ANYTHING, isDType } from '../../domain/values.ts';
import { event, write } from '../../interp/arrays.ts';
import type { Context, Frame } from '../../interp/context.ts';
import { plainResult } from '../../interp/notes.ts';
import { num } from '../../interp/numbers.ts';
import type { Instr } from '../../ir/types.ts';
import { callLibrary, type LibraryResult } from '../numpy-ts/call.ts';
import { CORE } from './names.ts';

/** A table: the dtype of its results follows. */
const TABLE = `${CORE}table:`;

export function isTable(path: string): boolean {
  return path.startsWith(TABLE) && isDType(path.slice(TABLE.length));
}

/** The table that `lut(fn, dtype, options)` makes; null where the dtype of its results is not known. */
export function tableOf([, , options = UNDEFINED]: readonly Value[], state: State): Value | null {
  if (options.k === 'undefined') return { k: 'builtin', path: `${TABLE}float64` };
  const fields = fieldsOf(options, state);
  const result = fields?.get('result') ?? (fields ? str('float64') : null);
  const known = result?.k === 'str' && result.value !== null && isDType(result.value) ? result.value : null;
  return known === null ? null : { k: 'builtin', path: `${TABLE}${known}` };
}

/** The fields of an options object of which all are known. */
function fieldsOf(v: Value, state: State): ReadonlyMap<string, Value> | null {
  const cell = v.k === 'object' && v.ids.length === 1 ? state.heap.get(v.ids[0] as number) : undefined;
  return cell?.t === 'record' && !cell.rest && !cell.cls ? cell.fields : null;
}

/** Applies a table; null where what it is applied to is not an array of numpy-ts of known shape. */
export function applyTable(
  c: Context,
  frame: Frame,
  i: Instr,
  path: string,
  [input = UNDEFINED, options = UNDEFINED]: readonly Value[],
  state: State,
): LibraryResult | null {
  const fields = options.k === 'undefined' ? new Map<string, Value>() : fieldsOf(options, state);
  if (input.k !== 'array' || input.library !== 'numpy-ts' || !fields) return null;
  const out = fields.get('out') ?? UNDEFINED;
  if (out.k !== 'undefined' && out.k !== 'array') return null;
  const result = out.k === 'array' ? into(c, frame, i, input, out, state) : null;
  return result ?? made(c, frame, i, path.slice(TABLE.length) as DType, input, state);
}

function into(c: Context, frame: Frame, i: Instr, input: ArrayValue, out: ArrayValue, state: State): LibraryResult {
  event(c, frame, i, input, 'observe', 'lut');
  write(c, frame, i, out, ANYTHING, state, 'lut');
  // Over the array otherwise than exactly, it copies.
  const apart = out.stores.length > 0 && !out.stores.some((id) => input.stores.includes(id));
  if (!apart) state.take(null, null, c.reason(frame, 'whether this table copies what it reads is not known', i.span));
  return plainResult(out);
}

function made(c: Context, frame: Frame, i: Instr, dtype: DType, input: ArrayValue, state: State): LibraryResult | null {
  if (!input.shape || input.shape.includes(null)) return null;
  event(c, frame, i, input, 'observe', 'lut');
  const dims = (input.shape as readonly Sym[]).map((d) =>
    d.value === null ? numberOf({ ...ANYTHING, lo: 0, integral: true, finite: true }, d) : num(d.value),
  );
  const shape = c.list(state, frame, i.id, dims, Sym.of(dims.length));
  const target = { kind: 'function', path: 'empty' } as const;
  const call = { module: 'numpy-ts', target, name: 'empty', args: [shape, str(dtype)] } as const;
  const result = callLibrary(c, frame, i, call, state);
  if (result.value.k !== 'array') return { ...result, exact: false };
  for (const id of result.value.stores) {
    const store = state.stores.get(id);
    if (store) state.stores.set(id, { ...store, values: ANYTHING });
    c.records.holds(id, ANYTHING);
  }
  return { ...result, value: { ...result.value, plan: null }, exact: false };
}
