/**
 * Lists that arrays keep as their shape. numpy-ts 1.7 does not copy the list that `zeros(dims)` or `reshape(dims)` is
 * given, and `x.shape` hands out its own: a later `dims.push(3)` changes the array.
 */
import type { State } from '../domain/state.ts';
import { type ArrayValue, join, type ObjectId, type Value } from '../domain/value.ts';
import type { Context } from './context.ts';

/** The array has (one of) these lists as its shape. */
export function keepsShape(c: Context, lists: readonly Value[], array: Value): void {
  const members = array.k === 'union' ? array.members : [array];
  for (const list of lists)
    for (const id of list.k === 'object' ? list.ids : [])
      for (const a of members) {
        if (a.k !== 'array' || a.library !== 'numpy-ts') continue;
        const handles = c.shapeLists.get(id) ?? new Set();
        c.shapeLists.set(id, handles.add(a.handle));
      }
}

/** A list is written: what arrays have it as their shape, is not known any more. */
export function forgetShapes(c: Context, state: State, id: ObjectId): void {
  const handles = c.shapeLists.get(id);
  for (const handle of handles ?? []) c.reshaped.add(handle);
  if (handles) forget(state, (a) => handles.has(a.handle), 'the list that is its shape was changed');
}

/** A buffer is moved or resized: how long what lies over it is, is not known any more. */
export function forgetLengths(state: State, buffer: ArrayValue): void {
  const over = (a: ArrayValue): boolean => a.stores.some((s) => buffer.stores.includes(s));
  forget(state, over, 'the buffer under it was moved');
}

type Test = (a: ArrayValue) => boolean;

/** Wherever these arrays are, their shapes are not known any more. */
function forget(state: State, test: Test, why: string): void {
  for (const key of state.vars.keys()) {
    const v = state.vars.get(key) as Value;
    const next = without(v, test, why);
    if (next !== v) state.vars.set(key, next);
  }
  for (const key of state.heap.keys()) {
    const cell = state.heap.get(key);
    if (cell?.t === 'record') {
      const fields = new Map([...cell.fields].map(([n, x]) => [n, without(x, test, why)]));
      if ([...fields].some(([n, x]) => x !== cell.fields.get(n))) state.heap.set(key, { ...cell, fields });
    } else if (cell?.t === 'list') {
      const items = cell.items?.map((x) => without(x, test, why)) ?? null;
      const element = cell.element ? without(cell.element, test, why) : null;
      if (items?.some((x, n) => x !== cell.items?.[n]) || element !== cell.element)
        state.heap.set(key, { ...cell, items, element });
    }
  }
}

function without(v: Value, test: Test, message: string): Value {
  if (v.k === 'union') {
    const members = v.members.map((m) => without(m, test, message));
    return members.some((m, n) => m !== v.members[n]) ? members.reduce(join) : v;
  }
  if (v.k !== 'array' || !test(v)) return v;
  const why = { message, path: '', span: null };
  return { ...v, shape: null, strides: null, why, plan: null };
}

/** Notes it for a library call: which of its arguments is the shape is not asked for. */
export function noteShapes(c: Context, args: readonly Value[], result: Value, state: State): void {
  const lists = args.filter((a) => a.k === 'object' && a.ids.every((id) => state.heap.get(id)?.t === 'list'));
  if (lists.length > 0) keepsShape(c, lists, result);
}
