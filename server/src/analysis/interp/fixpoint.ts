/** Rounds that are repeated until nothing new happens: loops, and callbacks that a list's methods call. */
import { covers, joinStates, type State, widenStates } from '../domain/state.ts';
import { Sym } from '../domain/sym.ts';
import { BUDGET, type Context } from './context.ts';

export interface Fixpoint {
  /** Before any round. */
  readonly head: State;
  /** What one round leaves taken, in bytes. */
  readonly perRound: Sym;
  /** The most that one round has taken at once, in bytes. */
  readonly roundPeak: Sym;
}

/**
 * Runs `round` from states that hold more and more, until what it ends with is among what it started with. A round that
 * is left, always, has no end. `ended` sees the end of each.
 */
export function toFixpoint(
  c: Context,
  start: State,
  round: (state: State) => State | null,
  ended: (end: State) => void = () => {},
): Fixpoint {
  c.fixDepth++;
  c.rounds++;
  c.unsure++;
  let head = start.clone();
  let perRound = Sym.of(0);
  let roundPeak = Sym.of(0);
  for (let pass = 0; pass < BUDGET.passes; pass++) {
    const state = head.clone();
    state.held = Sym.of(0);
    state.peak = Sym.of(0);
    const end = round(state);
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
  c.fixDepth--;
  c.rounds--;
  c.unsure--;
  return { head, perRound, roundPeak };
}
