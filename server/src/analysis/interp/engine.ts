/** Runs blocks and regions: branches, try, jumps. Loops are in `loops.ts`, instructions in `instructions.ts`. */
import type { Span } from '../api.ts';
import { joinStates, joinWays, type State } from '../domain/state.ts';
import { maxSym, type Sym } from '../domain/sym.ts';
import { join, UNDEFINED, type Value } from '../domain/value.ts';
import type { Block, Region, Step } from '../ir/types.ts';
import { escapeValue } from './arrays.ts';
import { assume, narrowedTemp } from './assume.ts';
import { BUDGET, type Context, type Frame } from './context.ts';
import { callsLibrary, catching, mayThrow, refused, runsCode } from './exceptions.ts';
import { runInstruction } from './instructions.ts';
import { runForOf, runLoop } from './loops.ts';
import { truthiness } from './numbers.ts';

/** Where control can go from a block. `next` is null where the end is not reached. */
export interface Flow {
  next: State | null;
  readonly jumps: Map<string, State>;
  returned: State | null;
  value: Value | null;
  thrown: State | null;
}

const REGIONS = new Set(['if', 'loop', 'forOf', 'block', 'try', 'return', 'throw', 'break', 'continue']);

function isRegion(s: Step): s is Region {
  return REGIONS.has(s.op);
}

export function flow(next: State | null): Flow {
  return { next, jumps: new Map(), returned: null, value: null, thrown: null };
}

/** Everything of `from` but its end goes to `into` too. */
export function absorb(into: Flow, from: Flow): void {
  for (const [k, s] of from.jumps) into.jumps.set(k, joinWays(into.jumps.get(k) ?? null, s) as State);
  if (from.returned) {
    into.value = into.returned && into.value && from.value ? join(into.value, from.value) : (from.value ?? into.value);
    into.returned = joinWays(into.returned, from.returned);
  }
  into.thrown = joinStates(into.thrown, from.thrown);
}

/** Takes a jump to `label` out of the flow. */
export function takeJump(f: Flow, label: string): State | null {
  const s = f.jumps.get(label) ?? null;
  f.jumps.delete(label);
  return s;
}

export function runBlock(c: Context, frame: Frame, block: Block, start: State): Flow {
  const out = flow(start);
  let state: State | null = start;
  let window: PeakWindow | null = null;
  for (const step of block) {
    if (state === null) break;
    if (!window?.covers(step.stmt)) {
      window?.close(c, frame, state);
      // A loop or a branch is no statement whose own peak means something; what is inside has windows of its own.
      window = isRegion(step) && step.op !== 'if' && step.op !== 'return' ? null : new PeakWindow(step.stmt, state);
    }
    if (isRegion(step)) {
      const f = runRegion(c, frame, step, state);
      absorb(out, f);
      const before: State = state;
      state = f.next;
      if (state === null) {
        window?.close(c, frame, f.returned ?? before);
        window = null;
      }
    } else {
      if (++c.steps > BUDGET.steps) return flow(null);
      const catcher = c.catchers.at(-1);
      const library = catcher !== undefined && callsLibrary(frame, step);
      if (!library && catcher && mayThrow(frame, step)) catcher.take(c, state);
      runInstruction(c, frame, step, state);
      if (library ? refused(frame, step) : runsCode(step)) catcher?.takeWritten(c, state);
    }
  }
  if (state !== null) window?.close(c, frame, state);
  out.next = state;
  return out;
}

/** Measures the bytes that one statement holds at its peak beyond what was held before it. */
class PeakWindow {
  readonly #span: Span;
  readonly #held: Sym;
  readonly #peak: Sym;
  readonly #lost: State['lost'];

  constructor(span: Span, state: State) {
    this.#span = span;
    this.#held = state.held;
    this.#peak = state.peak;
    this.#lost = state.lost;
    state.peak = state.held;
    state.lost = null;
  }

  covers(span: Span): boolean {
    return this.#span.start === span.start && this.#span.end === span.end;
  }

  close(c: Context, frame: Frame, state: State): void {
    for (const catcher of c.catchers) catcher.notePeak(c, state);
    c.records.held(state.peak);
    c.records.peak(c.records.statements, frame.module.path, this.#span, state.peak.sub(this.#held), state.lost, true);
    state.peak = maxSym(this.#peak, state.peak);
    state.lost = this.#lost ?? state.lost;
  }
}

function runRegion(c: Context, frame: Frame, r: Region, state: State): Flow {
  switch (r.op) {
    case 'if':
      return runIf(c, frame, r, state);
    case 'loop':
    case 'forOf': {
      const outside = frame.scope;
      const f = r.op === 'loop' ? runLoop(c, frame, r, state) : runForOf(c, frame, r, state);
      frame.scope = outside;
      return f;
    }
    case 'block': {
      const f = runBlock(c, frame, r.body, state);
      f.next = joinWays(f.next, takeJump(f, r.label));
      return f;
    }
    case 'try':
      return runTry(c, frame, r, state);
    case 'return': {
      const f = flow(null);
      f.returned = state;
      f.value = r.src === null ? UNDEFINED : (frame.temps[r.src] ?? UNDEFINED);
      return f;
    }
    case 'throw': {
      const f = flow(null);
      f.thrown = state;
      const value = frame.temps[r.src] ?? UNDEFINED;
      const catcher = c.catchers.at(-1);
      if (catcher) catcher.thrown(c, frame, state, value, r.span);
      else escapeValue(c, frame, r, value, state, 'who catches it');
      return f;
    }
    case 'break': {
      const f = flow(null);
      f.jumps.set(r.label, state);
      return f;
    }
    case 'continue': {
      const f = flow(null);
      f.jumps.set(`continue ${r.label}`, state);
      return f;
    }
  }
}

function runIf(c: Context, frame: Frame, r: Region & { op: 'if' }, state: State): Flow {
  const cond = frame.temps[r.cond] ?? UNDEFINED;
  const known = truthiness(cond);
  const out = flow(null);
  const branches: [boolean, Block][] = [
    [true, r.then],
    [false, r.else],
  ];
  for (const [taken, block] of branches) {
    if (known !== null && known !== taken) continue;
    const start = known === null ? state.clone() : state;
    const narrowed = known === null ? narrowedTemp(frame, r.cond, taken) : null;
    const whole = narrowed ? frame.temps[narrowed.temp] : undefined;
    if (known === null) assume(c, frame, r.cond, taken, start);
    if (narrowed) frame.temps[narrowed.temp] = narrowed.value;
    if (known === null) c.unsure++;
    const f = runBlock(c, frame, block, start);
    if (known === null) c.unsure--;
    if (narrowed) frame.temps[narrowed.temp] = whole;
    absorb(out, f);
    out.next = joinWays(out.next, f.next);
  }
  return out;
}

function runTry(c: Context, frame: Frame, r: Region & { op: 'try' }, state: State): Flow {
  if (!r.final) return runGuarded(c, frame, r, state);
  const { result: out, catcher } = catching(c, state, true, () => runGuarded(c, frame, r, state));
  const result = flow(null);
  const each = (s: State | null, put: (after: State) => void): void => {
    if (s === null) return;
    const g = runBlock(c, frame, r.final as Block, s);
    absorb(result, g);
    if (g.next) put(g.next);
  };
  each(out.next, (s) => {
    result.next = s;
  });
  for (const [label, s] of out.jumps)
    each(s, (after) => result.jumps.set(label, joinStates(result.jumps.get(label) ?? null, after) as State));
  each(out.returned, (s) => {
    const value = out.value ?? UNDEFINED;
    result.value = result.returned ? join(result.value ?? UNDEFINED, value) : value;
    result.returned = joinStates(result.returned, s);
  });
  each(catcher.start(), (s) => {
    result.thrown = s;
    const outer = c.catchers.at(-1);
    if (outer && catcher.error) outer.thrown(c, frame, s, catcher.error, r.span);
    else outer?.take(c, s);
  });
  return result;
}

/** The body of a `try`, and its handler where it has one. */
function runGuarded(c: Context, frame: Frame, r: Region & { op: 'try' }, state: State): Flow {
  const { handler } = r;
  if (!handler) return runBlock(c, frame, r.body, state);
  const before = state.clone();
  const { result: f, catcher } = catching(c, state, true, () => runBlock(c, frame, r.body, state));
  const out = flow(f.next);
  absorb(out, { ...f, thrown: null });
  const error: Value = { k: 'plain', what: 'an error' };
  if (r.error !== null) frame.temps[r.error] = catcher.error ? join(error, catcher.error) : error;
  c.unsure++;
  const h = runBlock(c, frame, handler, catcher.start() ?? before);
  c.unsure--;
  absorb(out, h);
  const why = catcher.cutShort;
  for (const s of [f.next, f.returned, ...f.jumps.values()]) if (s && why) s.lost ??= why;
  out.next = joinStates(out.next, h.next);
  return out;
}
