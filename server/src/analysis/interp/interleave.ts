/**
 * Starting tasks and waiting for them: what a task finds when it goes on, and what who started it finds. What the tasks
 * write is noted in `tasks.ts`.
 */
import type { Span } from '../api.ts';
import type { LayeredMap } from '../domain/layered-map.ts';
import { type Cell, elementOf, giveCell, joinStates, type State } from '../domain/state.ts';
import { join, NO_HANDLE, type ObjectId, same, UNDEFINED, type Value } from '../domain/value.ts';
import { contains, joinValues } from '../domain/values.ts';
import { escapeValue } from './arrays.ts';
import { type Context, type Frame, outsideFrame } from './context.ts';
import { catching } from './exceptions.ts';
import { forgetShapes } from './shapes.ts';
import {
  ANY_FIELD,
  holdsArray,
  type TaskFunction,
  type TaskKey,
  type Touched,
  taskKey,
  type Written,
} from './tasks.ts';

/**
 * The current task waits: what other tasks may write meanwhile is joined into what is known. What they do with arrays
 * is noted as their writes, at this place.
 */
export function interleave(c: Context, frame: Frame, span: Span, state: State): void {
  const others = c.tasks.waiting([...state.pending.values()]);
  for (const w of others) joinWritten(c, frame, span, w, state);
}

/** The task that stands for the calls of a function inside itself. */
function recursionKey(f: TaskFunction): TaskKey {
  return `recursion ${taskKey(f)}`;
}

/** Runs a call of a function inside itself, and gathers what it writes. */
export function recursion<T>(c: Context, f: TaskFunction, run: () => T): T {
  return c.tasks.run(recursionKey(f), false, run).result;
}

/** In place of a call that is nested too deeply: whatever its calls write may have been written. */
export function joinRecursion(c: Context, frame: Frame, span: Span, f: TaskFunction, state: State): void {
  joinWrittenBy(c, frame, span, recursionKey(f), state);
}

/** Whatever a task writes in any pass may have been written. */
export function joinWrittenBy(c: Context, frame: Frame, span: Span, key: TaskKey, state: State): void {
  const w = c.tasks.writtenBy(key);
  if (w) joinWritten(c, frame, span, w, state);
}

/** Code that is not seen runs: it may call what it has got hold of, which then writes what it writes in any pass. */
export function joinOutside(c: Context, frame: Frame, span: Span, state: State): void {
  if (c.escapedFunctions.size === 0 || state.outside === c.sharedWrites) return;
  for (const w of c.tasks.writtenOutside()) joinWritten(c, frame, span, w, state);
  state.outside = c.sharedWrites;
}

function joinWritten(c: Context, frame: Frame, span: Span, w: Written, state: State): void {
  c.writes++;
  c.sharedWrites++;
  if (w.variables.size > 0) joinVariables(c, frame, w, state);
  if (w.fields.size > 0 || w.elements.size > 0) joinObjects(c, w, state);
  if (w.numbers.size > 0) joinNumbers(c, frame, span, w, state);
}

function joinVariables(c: Context, frame: Frame, w: Written, state: State): void {
  for (const { fn, id, value } of w.variables.values()) {
    // Who runs this function at the same time has variables of its own.
    const own = fn === `${frame.module.path}#${frame.fn.index}` && frame.fn.index !== 0 && c.tasks.current === fn;
    if (own && w.task === fn) continue;
    for (const frameId of c.framesOf.get(fn) ?? []) {
      const key = `${frameId}:${id}`;
      const old = state.vars.get(key);
      const next = old ? join(old, value) : undefined;
      if (!old || !next || same(old, next)) continue;
      state.vars.set(key, next);
      c.records.unsourced ||= holdsArray(value);
    }
  }
}

function joinObjects(c: Context, w: Written, state: State): void {
  for (const [site, written] of w.elements)
    for (const id of c.objectsAt.get(site) ?? []) {
      const cell = state.heap.get(id);
      if (cell?.t !== 'list' || cell.given) continue;
      const all = [elementOf(cell), written].filter((x) => x !== null);
      const element = all.length === 0 ? null : all.reduce(join);
      const known = cell.items !== null || cell.length !== null;
      if (!known && element && cell.element && same(element, cell.element)) continue;
      state.heap.set(id, { t: 'list', items: null, element, length: null, multi: cell.multi });
      c.records.unsourced ||= written !== null && holdsArray(written);
    }
  for (const [site, fields] of w.fields)
    for (const id of c.objectsAt.get(site) ?? []) {
      const cell = state.heap.get(id);
      const next = cell?.t === 'record' && !cell.given ? withFields(cell, fields) : null;
      if (!next) continue;
      state.heap.set(id, next);
      c.records.unsourced ||= [...fields.values()].some(holdsArray);
    }
}

/** The record with what was written joined in; null where that changes nothing. */
function withFields(cell: Cell & { t: 'record' }, written: ReadonlyMap<string, Value>): Cell | null {
  const fields = new Map(cell.fields);
  let rest = cell.rest;
  let changed = false;
  const joined = (old: Value, value: Value): Value => {
    const next = join(old, value);
    changed ||= !same(old, next);
    return next;
  };
  for (const [name, value] of written) {
    if (name === ANY_FIELD) {
      for (const [n, x] of fields) fields.set(n, joined(x, value));
      changed ||= rest === null;
      rest = joined(rest ?? UNDEFINED, value);
    } else fields.set(name, joined(fields.get(name) ?? rest ?? UNDEFINED, value));
  }
  return changed ? { ...cell, fields, rest } : null;
}

function joinNumbers(c: Context, frame: Frame, span: Span, w: Written, state: State): void {
  for (const [site, values] of w.numbers)
    for (const id of c.storesAt.get(site) ?? []) {
      const store = state.stores.get(id);
      if (!store || contains(store.values, values)) continue;
      state.stores.set(id, { ...store, values: joinValues(store.values, values) });
      c.records.holds(id, values);
      c.records.mutated.add(id);
      c.records.events.push({
        kind: 'write',
        store: id,
        handle: NO_HANDLE,
        time: c.tick(),
        path: frame.module.path,
        span,
        by: 'code that runs while this waits',
        task: c.tasks.current,
      });
    }
}

/** For who started the task: what the task found changed, but has not written itself, is as it was. */
export function forgetFound(before: State, after: State, touched: Touched): void {
  restore(before.vars, after.vars, touched.vars);
  restore(before.heap, after.heap, touched.heap);
  restore(before.stores, after.stores, touched.stores);
}

function restore<K, V>(before: LayeredMap<K, V>, after: LayeredMap<K, V>, touched: ReadonlySet<unknown>): void {
  for (const k of [...after.differing(before)]) {
    const old = before.get(k);
    if (old !== undefined && !touched.has(k)) after.set(k, old);
  }
}

/** A task that was started and, as far as is known, goes on by itself. */
export interface StartedTask<T> {
  readonly result: T;
  /** Under which it is pending. */
  readonly id: number;
}

/**
 * Starts a task: `run` is its code, which returns its end (null where it never comes to one). What follows here finds
 * it waiting, or done. An exception ends it, and reaches nobody but who waits for it.
 */
export function startTask<T extends { readonly end: State | null }>(
  c: Context,
  task: TaskFunction,
  state: State,
  repeated: boolean,
  run: (state: State) => T,
): StartedTask<T> {
  const { result: ran, catcher } = catching(c, state, false, () =>
    c.tasks.run(taskKey(task), repeated || c.fixDepth > 0, () => run(state.clone())),
  );
  const { result, touched, suspended } = ran;
  const id = c.fresh();
  const { end } = result;
  const after = (end ? joinStates(suspended, end.clone()) : suspended) ?? state.clone();
  for (const s of [after, end]) if (s) forgetFound(state, s, touched);
  const module = c.modules.load(task.module);
  const fn = module?.functions[task.fn];
  if (catcher.left && module && fn) {
    const frame = outsideFrame(module, fn);
    joinWrittenBy(c, frame, fn.span, taskKey(task), after);
    // What it throws, whoever waits for its promise gets hold of.
    const at = { id: -1, span: fn.span, stmt: fn.span };
    if (catcher.error) escapeValue(c, frame, at, catcher.error, after, 'who catches it');
  }
  c.ended = end ? { id, step: c.steps, state: end } : null;
  state.assign(after);
  state.pending = new Map(state.pending).set(id, taskKey(task));
  return { result, id };
}

/** The current task waits for a value: for a promise, until its tasks are done; meanwhile others run. */
export function awaitValue(c: Context, frame: Frame, span: Span, v: Value, state: State): void {
  const tasks = v.k === 'promise' ? (v.tasks ?? []) : [];
  // `await f()`: nothing happened between the start of the task and this, so all is as the task left it.
  const directly = c.ended !== null && c.ended.step === c.steps - 1 && tasks.includes(c.ended.id);
  if (directly && c.ended) {
    state.assign(c.ended.state);
    settle(tasks, state);
  }
  c.ended = null;
  waitForOthers(c, frame, span, state);
  settle(tasks, state);
}

/** The current task waits: who started it goes on from here, and what it knew may change. */
export function waitForOthers(c: Context, frame: Frame, span: Span, state: State): void {
  c.tasks.suspend(state);
  interleave(c, frame, span, state);
}

/** These tasks are done. */
function settle(tasks: readonly number[], state: State): void {
  if (!tasks.some((t) => state.pending.has(t))) return;
  state.pending = new Map([...state.pending].filter(([id]) => !tasks.includes(id)));
}

/** Writes an object or list; all but its making goes through here, so that tasks that wait know of it. */
export function setCell(c: Context, state: State, id: ObjectId, cell: Cell): void {
  const old = state.heap.get(id);
  const kept = old?.given ? giveCell(cell, old.given) : cell;
  c.touched.at(-1)?.add(id);
  c.writes++;
  c.sharedWrites++;
  // What its own constructor sets at once, nobody has seen before; what it starts may set it at any time.
  const isOwn = c.constructing.get(id) === c.tasks.current;
  c.tasks.wroteCell(id, isOwn ? null : (c.sites.get(id) ?? null), old, kept);
  state.heap.set(id, kept);
  forgetShapes(c, state, id);
}
