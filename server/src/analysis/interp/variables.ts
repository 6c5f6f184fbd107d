/** Reading and writing variables: which frame holds them, and when a write adds instead of replacing. */
import type { State } from '../domain/state.ts';
import { type FrameId, join, type Value } from '../domain/value.ts';
import type { Variable } from '../ir/types.ts';
import type { Context, Frame } from './context.ts';

/** The frame that holds a variable: up the chain of enclosing functions. */
function holder(c: Context, frame: Frame, variable: Variable): FrameId | null {
  if (variable.fn === frame.fn.index) return frame.id;
  let id: FrameId | null = frame.parent;
  while (id !== null) {
    const info = c.frames.get(id);
    if (!info) return null;
    if (info.fn === variable.fn) return id;
    id = info.parent;
  }
  return variable.fn === 0 ? (c.moduleFrames.get(frame.module.path) ?? null) : null;
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
  const weak = variable.captured && c.fixDepth > 0 && old !== undefined;
  state.vars.set(key, weak ? join(old, value) : value);
}
