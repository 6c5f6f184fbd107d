/** Promises: what they give, together and to those who wait for them. */
import type { State } from '../../domain/state.ts';
import { Sym } from '../../domain/sym.ts';
import { ANY_STRING, type Closure, join, mapMembers, UNDEFINED, type Value } from '../../domain/value.ts';
import type { Instr } from '../../ir/types.ts';
import { callOne } from '../calls.ts';
import type { Context, Frame } from '../context.ts';
import { startTask, waitForOthers } from '../interleave.ts';

/** `Promise.all(list)`, or `Promise.allSettled(list)`. */
export function promiseAll(c: Context, frame: Frame, i: Instr, v: Value, settles: boolean, state: State): Value {
  const cell = v.k === 'object' && v.ids.length === 1 ? state.heap.get(v.ids[0] as number) : undefined;
  const given = (x: Value): Value => mapMembers(x, (m) => (m.k === 'promise' ? m.value : m));
  let outcomes = 0;
  const settle = (x: Value): Value => (settles ? outcome(given(x)) : given(x));
  const outcome = (x: Value): Value =>
    c.allocate(state, frame, i.id, `outcome ${outcomes++}`, {
      t: 'record',
      fields: new Map([
        ['status', ANY_STRING],
        ['value', join(x, UNDEFINED)],
        ['reason', c.unknown(frame, 'why a promise is rejected is not followed', i.span)],
      ]),
      rest: null,
      cls: null,
      multi: false,
    });
  if (cell?.t !== 'list') return c.unknown(frame, 'what is awaited here is not known', i.span);
  if (cell.items)
    return {
      k: 'promise',
      value: c.list(state, frame, i.id, cell.items.map(settle), Sym.of(cell.items.length)),
      tasks: cell.items.flatMap((x) => (x.k === 'promise' ? (x.tasks ?? []) : [])),
    };
  const element = cell.element ? settle(cell.element) : null;
  return {
    k: 'promise',
    value: c.allocate(state, frame, i.id, 'all', {
      t: 'list',
      items: null,
      element,
      length: cell.length,
      multi: false,
    }),
  };
}

/** `new Promise(executor)` */
export function promiseOf(c: Context, frame: Frame, i: Instr, executor: Value | undefined, state: State): Value {
  const lost = c.unknown(frame, 'what this promise gives is not followed', i.span);
  if (executor) callOne(c, frame, i, executor, [lost, lost], state);
  return { k: 'promise', value: lost };
}

/** `then`, `catch` and `finally`. */
export function promiseMethod(
  c: Context,
  frame: Frame,
  i: Instr,
  o: Value & { k: 'promise' },
  name: string,
  values: readonly Value[],
  state: State,
): Value {
  const [f, rejected] = values;
  /** What a callback gives. It runs later than what follows here, or never. */
  const tasks = [...(o.tasks ?? [])];
  const given = (callback: Value, args: readonly Value[]): Value => {
    const task = callback.k === 'fn' ? (callback.closures[0] as Closure) : { module: frame.module.path, fn: -1 };
    const { held, peak } = state;
    const { result, id } = startTask(c, task, state, false, (s) => {
      waitForOthers(c, frame, i.span, s);
      return { value: callOne(c, frame, i, callback, args, s), end: s };
    });
    // It takes its memory when it runs, which is not here.
    state.held = held;
    state.peak = peak;
    const { value } = result;
    tasks.push(id, ...(value.k === 'promise' ? (value.tasks ?? []) : []));
    return value.k === 'promise' ? value.value : value;
  };
  const error = c.unknown(frame, 'why a promise is rejected is not followed', i.span);
  if (name === 'then' && f) {
    const value = given(f, [o.value]);
    return { k: 'promise', value: rejected ? join(value, given(rejected, [error])) : value, tasks };
  }
  if (name === 'catch' && f) return { k: 'promise', value: join(o.value, given(f, [error])), tasks };
  if (name === 'finally' && f) given(f, []);
  if (name === 'catch' || name === 'finally') return { ...o, tasks };
  return c.unknown(frame, `.${name}() of a promise is not followed`, i.span);
}
