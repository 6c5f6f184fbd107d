/** What going over an object gives that says so itself (`[Symbol.iterator]`), and asking iterators for one value. */
import { elementOf, goneOver, type State } from '../domain/state.ts';
import { ANY_BOOL, join, mapMembers, type ObjectId, UNDEFINED, type Value } from '../domain/value.ts';
import type { Instr } from '../ir/types.ts';
import { member } from './access.ts';
import { isCollection } from './builtins/collections.ts';
import { callClosures } from './calls.ts';
import type { Context, Frame } from './context.ts';
import { interleave } from './interleave.ts';

const OWN = ['[Symbol.iterator]', '[Symbol.asyncIterator]'];

/** The iterator of an object that has one of its own which is followed; any other value as it is. */
export function opened(c: Context, frame: Frame, at: Instr, v: Value, state: State): Value {
  if (v.k !== 'object') return v;
  const plain = v.ids.every((id) => {
    const cell = state.heap.get(id);
    return cell?.t === 'record' && !cell.given && !isCollection(id, state);
  });
  if (!plain || v.ids.length === 0) return v;
  for (const name of OWN) {
    const f = member(c, frame, at, v, name, state);
    if (f.k !== 'fn') continue;
    const own = f.closures.map((x) => ({ ...x, self: x.self ?? v }));
    const made = callClosures(c, frame, at, own, [], state);
    return made.k === 'generator' || isIterator(made, state) ? made : v;
  }
  return v;
}

/** Whether it is an iterator over a list or a collection. */
export function isIterator(v: Value, state: State): boolean {
  if (v.k !== 'object') return false;
  return v.ids.every((id) => {
    const cell = state.heap.get(id);
    return cell?.t === 'list' && cell.iterator === true;
  });
}

/** `iterator.next()`: a value, or that there is none. */
export function nextOf(c: Context, frame: Frame, i: Instr, v: Value, state: State): Value {
  let value: Value;
  if (v.k === 'generator') {
    interleave(c, frame, i.span, state);
    value = join(v.value, v.result ?? UNDEFINED);
  } else {
    const ids = v.k === 'object' ? v.ids : [];
    value = ids.map((id) => takenFrom(id, state)).reduce(join, UNDEFINED);
  }
  const result = c.allocate(state, frame, i.id, 'next', {
    t: 'record',
    fields: new Map([
      ['value', value],
      ['done', ANY_BOOL],
    ]),
    rest: null,
    cls: null,
    multi: false,
  });
  return v.k === 'generator' && v.isAsync ? { k: 'promise', value: result } : result;
}

function takenFrom(id: ObjectId, state: State): Value {
  const cell = state.heap.get(id);
  if (cell?.t !== 'list') return UNDEFINED;
  state.heap.set(id, goneOver(cell));
  return elementOf(cell) ?? UNDEFINED;
}

/** What an async generator yields where it yields a promise: what that gives. */
export function settled(v: Value): Value {
  return mapMembers(v, (m) => (m.k === 'promise' ? m.value : m));
}
