/**
 * What earlier rounds of a loop made and nobody can reach any more is forgotten: so an object that is made in each round
 * is one object in each, and not the sum of all that were made at its place.
 */
import type { State } from '../domain/state.ts';
import type { ObjectId, Value } from '../domain/value.ts';
import type { Context, Frame } from './context.ts';

/** Drops the objects that were not there before the loop and that nothing leads to. `kept` are values that are held aside. */
export function forgetUnreachable(c: Context, before: State, state: State, kept: readonly Value[]): void {
  // Code that is not seen may hold anything. What is noted of tasks names no objects.
  if (c.escapedFunctions.size > 0) return;
  const made = [...state.heap.keys()].filter((id) => !before.heap.has(id));
  if (made.length === 0) return;
  const reached = new Set<ObjectId>();
  const open: Value[] = [...kept];
  for (const key of state.vars.keys()) open.push(state.vars.get(key) as Value);
  for (const frame of c.running) open.push(...heldBy(frame));
  for (let v = open.pop(); v !== undefined; v = open.pop()) visit(v, state, reached, open);
  for (const id of made) {
    const cell = state.heap.get(id);
    if (!reached.has(id) && !cell?.given) state.heap.delete(id);
  }
}

function heldBy(frame: Frame): Value[] {
  const temps = frame.temps.filter((t) => t !== undefined);
  return [...temps, ...frame.args, frame.self, ...(frame.yields ? [frame.yields] : [])];
}

function visit(v: Value, state: State, reached: Set<ObjectId>, open: Value[]): void {
  switch (v.k) {
    case 'object':
      for (const id of v.ids) visitObject(id, state, reached, open);
      return;
    case 'union':
      open.push(...v.members);
      return;
    case 'fn':
      for (const f of v.closures) {
        if (f.self) open.push(f.self);
        if (f.home) open.push({ k: 'class', cls: f.home });
      }
      return;
    case 'class':
      if (v.cls.base) open.push(v.cls.base);
      visitObject(v.cls.statics, state, reached, open);
      return;
    case 'bound':
      open.push(v.receiver);
      return;
    case 'promise':
      open.push(v.value);
      return;
    case 'generator':
      open.push(v.value, ...(v.result ? [v.result] : []));
      return;
    default:
      return;
  }
}

function visitObject(id: ObjectId, state: State, reached: Set<ObjectId>, open: Value[]): void {
  if (reached.has(id)) return;
  reached.add(id);
  const cell = state.heap.get(id);
  if (!cell) return;
  if (cell.t === 'list') {
    open.push(...(cell.items ?? []), ...(cell.element ? [cell.element] : []), ...(cell.live ? [cell.live.of] : []));
    return;
  }
  open.push(...cell.fields.values(), ...(cell.rest ? [cell.rest] : []), ...(cell.cls ? [cell.cls] : []));
}
