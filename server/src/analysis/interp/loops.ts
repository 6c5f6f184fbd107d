/** Loops: followed round by round where their rounds are known and few, else brought to a fixpoint. */
import type { Span } from '../api.ts';
import { joinStates, joinWays, type State } from '../domain/state.ts';
import { maxSym, Sym } from '../domain/sym.ts';
import { ANY_STRING, join, same, str, UNDEFINED, type Value } from '../domain/value.ts';
import type { Block, Instr, Region, Variable } from '../ir/types.ts';
import { assume, definedIn } from './assume.ts';
import { type Live, liveItem, liveItems, liveNames, liveOf } from './builtins/collections.ts';
import { BUDGET, type Context, type Frame } from './context.ts';
import { absorb, type Flow, flow, runBlock, takeJump } from './engine.ts';
import { settleLengths, toFixpoint } from './fixpoint.ts';
import { interleave } from './interleave.ts';
import { boundOf, type Iteration, itemsOf, iterationOf, leavesEarly, roundsUntilFull } from './iteration.ts';
import { opened } from './iterators.ts';
import { enumerableKeys } from './keys.ts';
import { truthiness } from './numbers.ts';
import { enterRound, variableKey } from './variables.ts';

/** One round: the body, then the update, which belongs to what `next` starts. Breaks and returns go to `out`. */
function runRound(
  c: Context,
  frame: Frame,
  r: { label: string; body: Block; update: Block },
  state: State,
  out: Flow,
  next: (state: State) => void = () => {},
): State | null {
  const f = runBlock(c, frame, r.body, state);
  const again = joinWays(f.next, takeJump(f, `continue ${r.label}`));
  out.next = joinWays(out.next, takeJump(f, r.label));
  absorb(out, f);
  if (again === null) return null;
  next(again);
  const u = runBlock(c, frame, r.update, again);
  absorb(out, u);
  return u.next;
}

/** The test of a loop: what goes on, and what leaves. */
function runTest(
  c: Context,
  frame: Frame,
  r: Region & { op: 'loop' },
  state: State,
  out: Flow,
): { go: State | null; known: boolean | null } {
  if (r.test === null || r.cond === null) return { go: state, known: true };
  const f = runBlock(c, frame, r.test, state);
  absorb(out, f);
  if (f.next === null) return { go: null, known: null };
  const known = truthiness(frame.temps[r.cond] ?? UNDEFINED);
  if (known === false) {
    out.next = joinStates(out.next, f.next);
    return { go: null, known };
  }
  if (known === null) {
    const leave = f.next.clone();
    assume(c, frame, r.cond, false, leave);
    out.next = joinStates(out.next, leave);
    assume(c, frame, r.cond, true, f.next);
  }
  return { go: f.next, known };
}

export function runLoop(c: Context, frame: Frame, r: Region & { op: 'loop' }, start: State): Flow {
  const out = flow(null);
  const trips = r.bodyFirst ? null : iterationOf(c, frame, r, start);
  const count = trips?.count.value ?? null;
  // In a fixpoint, only where their number is known.
  let unroll = count === null ? c.unroll && c.fixDepth === 0 : c.follows(count);
  const first = c.steps;
  const outside = frame.scope;
  // In a fixpoint, frames of rounds would never end.
  const enter = (s: State): void => (c.fixDepth === 0 ? enterRound(c, frame, r, outside, s) : undefined);
  if (unroll) enter(start);
  let state: State | null = start;
  let rounds = 0;
  while (state !== null && unroll) {
    let go: State | null = state;
    if (!(r.bodyFirst && rounds === 0)) {
      const test = runTest(c, frame, r, state, out);
      go = test.go;
      if (test.known === null) {
        state = go;
        break;
      }
    }
    if (go === null) return out;
    state = runRound(c, frame, r, go, out, enter);
    rounds++;
    unroll = rounds < BUDGET.unrolledRounds && c.steps - first < BUDGET.unrolledSteps;
  }
  if (state === null) return out;
  return fixLoop(c, frame, r, state, out, trips && { ...trips, count: trips.count.sub(Sym.of(rounds)) });
}

/** Brings a loop to a fixpoint. `state` is before a test (or after one that went on, where `tested`). */
function fixLoop(
  c: Context,
  frame: Frame,
  r: Region & { op: 'loop' },
  start: State,
  out: Flow,
  remaining: Iteration | null,
): Flow {
  const range = remaining?.range ?? null;
  const local = flow(null);
  const { head, perRound, roundPeak, ...lists } = toFixpoint(
    c,
    start,
    (s) => {
      const exit = flow(null);
      const test = runTest(c, frame, r, s, exit);
      let end: State | null = null;
      if (test.go) {
        if (range) narrow(test.go, range);
        end = runRound(c, frame, r, test.go, exit);
      }
      absorb(local, exit);
      local.next = joinStates(local.next, exit.next);
      return end;
    },
    undefined,
    { enter: (s) => forgetRound(c, frame, r, s) },
  );
  // Where the body changes what the test compares with, the number of rounds is not known.
  if (remaining && !sameBound(remaining.bound, boundOf(c, frame, r, head))) {
    return fixLoop(c, frame, r, start, out, null);
  }
  const rounds = remaining?.count ?? roundsUntilFull(c, frame, r, start, head, lists.growths);
  if (local.next) settleLengths(c, start, local.next, lists, rounds);
  settle(c, frame, r.span, local, start, perRound, roundPeak, remaining?.count ?? null);
  absorb(out, local);
  out.next = joinStates(out.next, local.next);
  return out;
}

interface Inside {
  readonly temps: readonly number[];
  readonly variables: readonly Variable[];
}

const inside = new WeakMap<Region, Inside>();

function insideOf(r: Region & { op: 'loop' | 'forOf' }): Inside {
  let found = inside.get(r);
  if (!found) {
    const all = new Map<number, Instr>();
    const stores: Instr[] = [];
    for (const block of r.op === 'loop' ? [r.test ?? [], r.body, r.update] : [r.body]) definedIn(block, all, stores);
    const own = stores.flatMap((s) => (s.op === 'store' && s.init && !s.variable.captured ? [s.variable] : []));
    found = { temps: [...all.keys()], variables: own.filter((v) => v.kind === 'const' || v.kind === 'let') };
    inside.set(r, found);
  }
  return found;
}

/** What a round has computed, and its own variables, are not used in the next. */
function forgetRound(c: Context, frame: Frame, r: Region & { op: 'loop' | 'forOf' }, state: State): void {
  const { temps, variables } = insideOf(r);
  for (const t of temps) frame.temps[t] = undefined;
  for (const v of variables) state.vars.delete(variableKey(c, frame, v));
}

/** Whether two bounds are one number, whatever else the body has found out about it. */
function sameBound(a: Value, b: Value | null): boolean {
  if (a.k === 'num' && b?.k === 'num' && a.sym && b.sym) return a.sym.equals(b.sym);
  return b !== null && same(a, b);
}

function narrow(state: State, range: NonNullable<Iteration['range']>): void {
  const v = state.vars.get(range.variable);
  if (v?.k !== 'num') return;
  const fact = {
    lo: Math.max(v.fact.lo, range.fact.lo),
    hi: Math.min(v.fact.hi, range.fact.hi),
    integral: range.fact.integral,
    finite: true,
  };
  state.vars.set(range.variable, { k: 'num', sym: v.sym, fact });
}

/** Bytes held after a loop of `trips` rounds that each keep `perRound`, and the most while it ran. */
export function loopBytes(
  held: Sym,
  perRound: Sym,
  roundPeak: Sym,
  trips: Sym | null,
): { held: Sym; peak: Sym; exact: boolean } {
  const each = perRound.value;
  // It may be that there is no round at all.
  if (each === 0) return { held, peak: held.add(roundPeak), exact: trips !== null || roundPeak.value === 0 };
  // What is freed in every round but taken before the loop is freed once.
  if (trips === null || (each !== null && each < 0))
    return { held: held.add(perRound), peak: held.add(roundPeak), exact: false };
  const before = perRound.mul(trips.sub(Sym.of(1)));
  return { held: held.add(perRound.mul(trips)), peak: held.add(before).add(roundPeak), exact: true };
}

function settle(
  c: Context,
  frame: Frame,
  span: Span,
  f: Flow,
  start: { readonly held: Sym; readonly peak: Sym },
  perRound: Sym,
  roundPeak: Sym,
  trips: Sym | null,
): void {
  const bytes = loopBytes(start.held, perRound, roundPeak, trips);
  c.records.held(bytes.peak);
  const why = c.reason(frame, 'memory is taken in each round of a loop, and the number of rounds is not known', span);
  for (const s of [f.next, ...f.jumps.values(), f.returned, f.thrown]) {
    if (s === null) continue;
    s.held = bytes.held;
    s.peak = maxSym(start.peak, bytes.peak);
    if (!bytes.exact && !(perRound.value === 0 && s.peak.equals(start.peak))) s.lost ??= why;
  }
}

export function runForOf(c: Context, frame: Frame, r: Region & { op: 'forOf' }, start: State): Flow {
  const source = r.keys
    ? UNDEFINED
    : opened(c, frame, r as unknown as Instr, frame.temps[r.iterable] ?? UNDEFINED, start);
  if (!r.keys) frame.temps[r.iterable] = source;
  const out = goOver(c, frame, r, start);
  // A generator runs to its end, or to where it is left, when no more is asked of it.
  const runs = (source.k === 'union' ? source.members : [source]).some((m) => m.k === 'generator');
  for (const s of runs ? [out.next, out.returned, ...out.jumps.values()] : []) if (s) interleave(c, frame, r.span, s);
  return out;
}

function goOver(c: Context, frame: Frame, r: Region & { op: 'forOf' }, start: State): Flow {
  const out = flow(null);
  const body = { label: r.label, body: r.body, update: [] as Block };
  const live = r.keys ? null : liveOf(frame.temps[r.iterable] ?? UNDEFINED, start);
  const source = iterableItems(c, frame, r, start);
  if (source.items !== null && c.follows(source.items.length)) {
    const outside = frame.scope;
    const names = live ? (liveNames(live, start) ?? []) : [];
    let state: State | null = start;
    for (let n = 0; state !== null; n++) {
      const now = live ? liveItemAt(c, frame, live, names, state, n) : itemAt(frame, r, state, source.items, n);
      if (now === 'done') {
        out.next = joinStates(out.next, state);
        return out;
      }
      if (now === 'lost' || n >= BUDGET.unrolledRounds) return loopOver(c, frame, r, body, live, state, out);
      if (c.fixDepth === 0) enterRound(c, frame, r, outside, state);
      frame.temps[r.item] = now.item;
      state = runRound(c, frame, body, state, out);
    }
    return out;
  }
  return loopOver(c, frame, r, body, live, start, out);
}

/** The item of a round over a collection; `lost` where what it went over is no longer there, for that moves the rest. */
function liveItemAt(
  c: Context,
  frame: Frame,
  live: Live,
  names: readonly string[],
  state: State,
  n: number,
): { readonly item: Value } | 'done' | 'lost' {
  const items = liveItems(c, frame, live, state);
  const now = liveNames(live, state);
  if (!items || !now || names.some((name, k) => name !== now[k])) return 'lost';
  return n < items.length ? { item: items[n] as Value } : 'done';
}

/** The item of a round: of a list, what it holds by then; `lost` where that is no longer known. */
function itemAt(
  frame: Frame,
  r: Region & { op: 'forOf' },
  state: State,
  items: readonly Value[],
  n: number,
): { readonly item: Value } | 'done' | 'lost' {
  const v = frame.temps[r.iterable];
  if (r.keys) {
    // Of keys that come or go meanwhile, only some are gone over.
    const now = v ? enumerableKeys(v, state) : null;
    if (now?.length !== items.length || now.some((key, k) => !same(str(key), items[k] as Value))) return 'lost';
    return n < items.length ? { item: items[n] as Value } : 'done';
  }
  const cell = v?.k === 'object' && v.ids.length === 1 ? state.heap.get(v.ids[0] as number) : undefined;
  if (cell?.t === 'list' && !cell.iterator) {
    if (cell.items === null) return 'lost';
    return n < cell.items.length ? { item: cell.items[n] as Value } : 'done';
  }
  return n < items.length ? { item: items[n] as Value } : 'done';
}

/** Goes over what is left to a fixpoint: the items are what the iterable holds then. */
function loopOver(
  c: Context,
  frame: Frame,
  r: Region & { op: 'forOf' },
  body: { label: string; body: Block; update: Block },
  live: Live | null,
  start: State,
  out: Flow,
): Flow {
  const now = (s: State): ReturnType<typeof iterableItems> =>
    live ? { items: null, item: liveItem(c, frame, live, s), count: null } : iterableItems(c, frame, r, s);
  const source = now(start);
  const local = flow(start.clone());
  const { head, perRound, roundPeak, ...lists } = toFixpoint(
    c,
    start,
    (s) => {
      frame.temps[r.item] = join(source.item, now(s).item);
      return runRound(c, frame, body, s, local);
    },
    (end) => {
      local.next = joinStates(local.next, end.clone());
    },
    { enter: (s) => forgetRound(c, frame, r, s) },
  );
  // A list that grew or shrank on the way was gone over as often as nobody knows.
  const same = now(head).count;
  const trips = source.count && same?.equals(source.count) ? source.count : null;
  if (local.next && !leavesEarly(r.body, r.label)) settleLengths(c, start, local.next, lists, trips);
  settle(c, frame, r.span, local, start, perRound, roundPeak, trips);
  absorb(out, local);
  out.next = joinStates(out.next, local.next);
  return out;
}

function iterableItems(
  c: Context,
  frame: Frame,
  r: Region & { op: 'forOf' },
  state: State,
): { items: readonly Value[] | null; item: Value; count: Sym | null } {
  const v = frame.temps[r.iterable] ?? UNDEFINED;
  if (r.keys) {
    const keys = enumerableKeys(v, state);
    return { items: keys?.map(str) ?? null, item: ANY_STRING, count: keys ? Sym.of(keys.length) : null };
  }
  return itemsOf(c, frame, state, v, r.span);
}
