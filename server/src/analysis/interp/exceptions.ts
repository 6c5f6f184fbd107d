/** Exceptions: in which states code may be left when something in it throws. */
import type { Reason } from '../api.ts';
import { joinStates, type State } from '../domain/state.ts';
import { maxSym, type Sym } from '../domain/sym.ts';
import { join, type Value } from '../domain/value.ts';
import type { Instr } from '../ir/types.ts';
import type { Context, Frame } from './context.ts';

/** Gathers, while code runs, every state in which an exception may leave it. */
export class Catcher {
  /** All those states as one; null where nothing can throw. */
  state: State | null = null;
  /** What `throw` threw. */
  error: Value | null = null;
  #peak: Sym;
  #lost: Reason | null;
  #writes = -1;
  #held: Sym | null = null;
  readonly #fixDepth: number;
  /** Whether what follows is in the same function. For a task it is not: what it wrote until then is in its notes. */
  readonly #local: boolean;
  /** Whether anything may throw at all. */
  left = false;

  constructor(c: Context, before: State, local: boolean) {
    this.#local = local;
    this.#peak = before.peak;
    this.#lost = before.lost;
    this.#fixDepth = c.fixDepth;
  }

  /** Something may throw here. Where nothing has changed since the last time, there is nothing to add. */
  take(c: Context, state: State): void {
    this.left = true;
    if (!this.#local || (this.state && this.#writes === c.writes && this.#held === state.held)) return;
    this.#writes = c.writes;
    this.#held = state.held;
    this.notePeak(c, state);
    this.state = joinStates(this.state, state.clone());
  }

  /** Code that ran here may have thrown after it wrote something. What it returns, an exception does not leave behind. */
  takeWritten(c: Context, state: State): void {
    if (this.#writes !== c.writes) this.take(c, state);
  }

  /** `throw` itself: whether it is reached decides how much memory the code takes. */
  thrown(c: Context, frame: Frame, state: State, value: Value, at: Instr['span']): void {
    this.take(c, state);
    this.error = this.error ? join(this.error, value) : value;
    this.#lost ??= c.reason(frame, 'whether an exception ends this early is not known', at);
  }

  /** The statement that ends here, or is left here, has taken memory; inside a loop, how much in all is not known. */
  notePeak(c: Context, state: State): void {
    this.#lost ??= state.lost;
    if (c.fixDepth === this.#fixDepth) this.#peak = maxSym(this.#peak, state.peak);
    else this.#lost ??= { message: 'what is held when an exception leaves a loop is not known', path: '', span: null };
  }

  /** Where a handler starts, or what goes on being thrown. */
  start(): State | null {
    const s = this.state?.clone() ?? null;
    if (!s) return null;
    s.peak = maxSym(this.#peak, s.held);
    s.lost = this.#lost;
    return s;
  }

  /** Why the peak of the code itself is not known, where an exception may end it early. */
  get cutShort(): Reason | null {
    return this.error ? this.#lost : null;
  }
}

/** Runs `f`, and gathers how exceptions leave it. `local`: for code that goes on in the same function. */
export function catching<T>(c: Context, before: State, local: boolean, f: () => T): { result: T; catcher: Catcher } {
  const catcher = new Catcher(c, before, local);
  c.catchers.push(catcher);
  const result = f();
  c.catchers.pop();
  return { result, catcher };
}

const CALLS = new Set([
  'call',
  'invoke',
  'new',
  'await',
  'yield',
  'opaque',
  'import',
  'class',
  'template',
  'superCall',
]);
const ACCESSES = new Set(['member', 'element', 'setMember', 'setElement']);

/** Whether the instruction runs other code, which may throw. */
export function runsCode(i: Instr): boolean {
  return CALLS.has(i.op);
}

export function mayThrow(frame: Frame, i: Instr): boolean {
  if (runsCode(i)) return true;
  if (!ACCESSES.has(i.op) || !('obj' in i)) return false;
  const obj = frame.temps[i.obj];
  const kinds = obj?.k === 'union' ? obj.members.map((m) => m.k) : [obj?.k ?? 'undefined'];
  return kinds.some((k) => k === 'unknown' || k === 'undefined' || k === 'null' || k === 'plain' || k === 'bound');
}

/** Whether it calls something whose laws say whether it throws: the array library, or `Math` and `console`. */
export function callsLibrary(frame: Frame, i: Instr): boolean {
  const target = i.op === 'invoke' ? frame.temps[i.obj] : i.op === 'call' ? frame.temps[i.callee] : undefined;
  if (target?.k === 'builtin') return target.path === 'Math' || target.path === 'console';
  return target?.k === 'library' || target?.k === 'array';
}

/** Whether such a call may have thrown: what it gives is then not known. */
export function refused(frame: Frame, i: Instr): boolean {
  const v = 'dst' in i ? frame.temps[i.dst] : undefined;
  return v?.k === 'unknown' || (v?.k === 'union' && v.members.some((m) => m.k === 'unknown'));
}
