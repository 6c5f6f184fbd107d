/** Reading and writing variables: which frame holds them, and when a write adds instead of replacing. */

import type { State } from '../domain/state.ts';
import { type FrameId, join, type Value } from '../domain/value.ts';
import type { Block, Region, Variable } from '../ir/types.ts';
import type { Context, Frame } from './context.ts';

/** The frame that holds a variable: up the chain of enclosing functions. */
function holder(c: Context, frame: Frame, variable: Variable): FrameId | null {
  let id: FrameId | null = frame.scope;
  while (id !== null) {
    const info = c.frames.get(id);
    // Of a function of which is not known where it was made, only the module around it is.
    if (!info) return variable.fn === 0 && !isPerRound(c, frame, variable) ? moduleFrame(c, frame) : null;
    if (info.fn === variable.fn && (info.only === null || info.only.has(variable.id))) return id;
    id = info.parent;
  }
  return variable.fn === 0 ? moduleFrame(c, frame) : null;
}

function moduleFrame(c: Context, frame: Frame): FrameId | null {
  return c.moduleFrames.get(frame.module.path) ?? null;
}

/** Whether each round of a loop at the top level has a variable of its own. */
function isPerRound(c: Context, frame: Frame, variable: Variable): boolean {
  const frames = c.framesOf.get(`${frame.module.path}#0`) ?? [];
  return [...frames].some((id) => c.frames.get(id)?.only?.has(variable.id));
}

export function variableKey(c: Context, frame: Frame, variable: Variable): string {
  return `${holder(c, frame, variable) ?? 'lost'}:${variable.id}`;
}

export function readVariable(c: Context, frame: Frame, variable: Variable, state: State): Value | undefined {
  return state.vars.get(variableKey(c, frame, variable));
}

/**
 * Writes a variable. Inside a fixpoint one key stands for the variable of many rounds, and a closure may still see
 * the value of an earlier one: there a captured variable keeps what it may have been.
 */
export function assignVariable(c: Context, frame: Frame, variable: Variable, value: Value, state: State): void {
  const key = variableKey(c, frame, variable);
  const old = state.vars.get(key);
  const many = c.fixDepth > 0 || c.manyFrames.has(holder(c, frame, variable) ?? -1);
  const weak = variable.captured && many && old !== undefined;
  c.writes++;
  if (variable.captured || variable.fn === 0) c.sharedWrites++;
  state.vars.set(key, weak ? join(old, value) : value);
}

const fresh = new WeakMap<Region, ReadonlySet<number>>();

/** The variables that each round of a loop has anew and that functions made in that round may still see later. */
function freshIn(r: Region & { op: 'loop' | 'forOf' }): ReadonlySet<number> {
  let found = fresh.get(r);
  if (!found) {
    const ids = new Set(r.op === 'loop' ? r.perRound.filter((v) => v.captured).map((v) => v.id) : []);
    declared(r.body, ids);
    found = ids;
    fresh.set(r, found);
  }
  return found;
}

function declared(block: Block, into: Set<number>): void {
  for (const s of block) {
    if (s.op === 'store' && s.init && s.variable.captured && s.variable.kind !== 'var') into.add(s.variable.id);
    if (s.op === 'if') {
      declared(s.then, into);
      declared(s.else, into);
    } else if (s.op === 'block') declared(s.body, into);
    else if (s.op === 'try') {
      declared(s.body, into);
      declared(s.handler ?? [], into);
      declared(s.final ?? [], into);
    }
  }
}

/**
 * Starts a round of a loop that is followed round by round: its captured variables get a frame of their own, with the
 * values they had. `outside` is the scope around the loop.
 */
export function enterRound(
  c: Context,
  frame: Frame,
  r: Region & { op: 'loop' | 'forOf' },
  outside: FrameId,
  state: State,
): void {
  const only = freshIn(r);
  if (only.size === 0) return;
  const id = c.fresh();
  const values = frame.fn.variables
    .filter((v) => only.has(v.id))
    .map((v) => [v.id, state.vars.get(variableKey(c, frame, v))] as const);
  for (const [v, value] of values) if (value) state.vars.set(`${id}:${v}`, value);
  c.addFrame(id, { module: frame.module.path, fn: frame.fn.index, parent: outside, only });
  frame.scope = id;
}
