/** Rounds that are repeated until nothing new happens: loops, and callbacks that a list's methods call. */
import { type Cell, covers, elementOf, joinStates, type State, widenStates } from '../domain/state.ts';
import { Sym } from '../domain/sym.ts';
import type { ObjectId, Value } from '../domain/value.ts';
import { BUDGET, type Context } from './context.ts';
import { forgetUnreachable } from './garbage.ts';

export interface Fixpoint {
  /** Before any round. */
  readonly head: State;
  /** What one round leaves taken, in bytes. */
  readonly perRound: Sym;
  /** The most that one round has taken at once, in bytes. */
  readonly roundPeak: Sym;
  /** How many elements each round adds to a list, where it does nothing else to it. */
  readonly growths: ReadonlyMap<ObjectId, number>;
  /** What was written before the first round, in the pass of the loop around this one. */
  readonly written: ReadonlySet<ObjectId>;
}

/**
 * Runs `round` from states that hold more and more, until what it ends with is among what it started with. A round that
 * is left, always, has no end. `ended` sees the end of each, `enter` the state before it; `kept` are values that are
 * held aside from one to the next.
 */
export function toFixpoint(
  c: Context,
  start: State,
  round: (state: State) => State | null,
  ended: (end: State) => void = () => {},
  { kept, enter }: { kept?: () => readonly Value[]; enter?: (state: State) => void } = {},
): Fixpoint {
  const outside = c.pass;
  const around = c.loop;
  if (c.fixDepth === 0) c.loop = c.fresh();
  const written = new Set(c.touched.at(-1));
  c.fixDepth++;
  c.rounds++;
  c.unsure++;
  let head = start.clone();
  let perRound = Sym.of(0);
  let roundPeak = Sym.of(0);
  let growths: ReadonlyMap<ObjectId, number> = new Map();
  for (let pass = 0; pass < BUDGET.passes; pass++) {
    const state = head.clone();
    enter?.(state);
    if (pass > 0) forgetUnreachable(c, start, state, kept?.() ?? []);
    state.held = Sym.of(0);
    state.peak = Sym.of(0);
    c.pass = c.fresh();
    const touched = new Set<ObjectId>();
    c.touched.push(touched);
    const end = round(state);
    c.touched.pop();
    for (const id of touched) c.touched.at(-1)?.add(id);
    growths = end ? growthsOf(c.pass, touched, end) : new Map();
    c.pass = outside;
    if (end === null) break;
    // What is not known of a round, is not known of all of them.
    head.lost ??= end.lost;
    perRound = end.held;
    roundPeak = end.peak;
    end.held = head.held;
    end.peak = head.peak;
    ended(end);
    if (covers(head, end)) break;
    const next: State = pass < BUDGET.passesBeforeWidening ? (joinStates(head, end) as State) : widenStates(head, end);
    next.held = head.held;
    next.peak = head.peak;
    if (covers(head, next)) break;
    head = next;
  }
  c.loop = around;
  c.fixDepth--;
  c.rounds--;
  c.unsure--;
  return { head, perRound, roundPeak, growths, written };
}

/** How many elements lists have got in a pass. */
function growthsOf(pass: number, touched: ReadonlySet<ObjectId>, end: State): Map<ObjectId, number> {
  const found = new Map<ObjectId, number>();
  for (const id of touched) {
    const cell = end.heap.get(id);
    if (cell?.t === 'list' && cell.grown?.pass === pass) found.set(id, cell.grown.by);
  }
  return found;
}

/** After so many rounds that each add so many elements, the lists are as long as that. `before` is before the first round. */
export function settleLengths(
  c: Context,
  before: State,
  after: State,
  { growths, written }: Pick<Fixpoint, 'growths' | 'written'>,
  rounds: Sym | null,
): void {
  for (const [id, by] of rounds ? growths : []) {
    const old = before.heap.get(id);
    const cell = after.heap.get(id);
    if (old?.t !== 'list' || old.multi || cell?.t !== 'list' || cell.multi || cell.given) continue;
    const added = (rounds as Sym).scale(by);
    const all = added.value;
    after.heap.set(id, {
      t: 'list',
      items: null,
      element: elementOf(cell),
      length: old.length?.add(added) ?? null,
      multi: false,
      ...(all === null ? {} : grownBy(c, old, id, written, all)),
    });
  }
}

/** What is noted of a list that gets so many elements in a pass of a loop, where `written` are those that were written in it. */
export function grownBy(
  { pass }: Context,
  { grown }: Cell & { t: 'list' },
  id: ObjectId,
  written: ReadonlySet<ObjectId> | undefined,
  by: number,
): Pick<Cell & { t: 'list' }, 'grown'> {
  if (grown?.pass === pass) return { grown: { pass, by: grown.by + by } };
  return written?.has(id) === false ? { grown: { pass, by } } : {};
}
