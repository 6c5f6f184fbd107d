/** Callbacks over lists: called element by element where the elements are known, else as a loop to a fixpoint. */
import { type Cell, elementOf, type State } from '../../domain/state.ts';
import { maxSym, type Sym } from '../../domain/sym.ts';
import { ANY_BOOL, HOLE, join, numberOf, UNDEFINED, type Value } from '../../domain/value.ts';
import { between } from '../../domain/values.ts';
import type { Instr } from '../../ir/types.ts';
import { elementOfArray } from '../arrays.ts';
import { callOne } from '../calls.ts';
import type { Context, Frame } from '../context.ts';
import { settleLengths, toFixpoint } from '../fixpoint.ts';
import { loopBytes } from '../loops.ts';
import { num, size, truthiness } from '../numbers.ts';

export type List = Cell & { t: 'list' };

export interface Call {
  readonly c: Context;
  readonly frame: Frame;
  readonly i: Instr;
  readonly state: State;
  /** What callbacks are told they go over: the list, or the typed array of which it has the elements. */
  readonly self: Value;
  readonly ids: readonly number[];
  readonly cell: List;
  readonly args: readonly Value[];
}

/** What the list is now: a callback may have changed it. */
export function current(x: Call): List {
  const [id] = x.ids;
  const cell = id === undefined || x.ids.length > 1 ? undefined : x.state.heap.get(id);
  return cell?.t === 'list' ? cell : x.cell;
}

/** The second argument of `map` and the like is `this` in the callback. */
function withThis(f: Value, self: Value | undefined): Value {
  if (f.k !== 'fn' || !self) return f;
  return { k: 'fn', closures: f.closures.map((x) => ({ ...x, self: x.self ?? self })) };
}

interface Each {
  /** What the callback gave for each element, where all are known. A hole stays a hole. */
  readonly results: readonly Value[] | null;
  /** Those elements. */
  readonly items: readonly Value[];
  /** What it gave for any element, where they are not known one by one. */
  readonly result: Value | null;
}

/**
 * Calls `f` for each element: one by one where all are known, else as a loop to a fixpoint. `stop` says whether no more
 * are looked at after a result; null where that is not known.
 */
export function each(
  x: Call,
  callback: Value,
  argsOf: (item: Value, index: Value) => Value[],
  stop: (result: Value) => boolean | null = () => false,
): Each {
  const { c, frame, i, state, cell } = x;
  const f = withThis(callback, x.args[1]);
  if (cell.items && c.follows(cell.items.length)) {
    const results: Value[] = [];
    const items: Value[] = [];
    for (let n = 0; n < cell.items.length; n++) {
      const now = current(x).items;
      // Callbacks see elements that others have written, but none that were added.
      if (now === null) return loop(x, f, argsOf, stop);
      const item = now[n] ?? HOLE;
      const result = item === HOLE ? HOLE : callOne(c, frame, i, f, argsOf(item, num(n)), state);
      items.push(item);
      results.push(result);
      const done = item === HOLE ? false : stop(result);
      if (done === true) break;
      if (done === null) return loop(x, f, argsOf, stop);
    }
    return { results, items, result: null };
  }
  return loop(x, f, argsOf, stop);
}

function loop(
  x: Call,
  f: Value,
  argsOf: (item: Value, index: Value) => Value[],
  stop: (result: Value) => boolean | null,
): Each {
  const { c, frame, i, state } = x;
  const before = elementOf(current(x));
  if (!before) return { results: [], items: [], result: null };
  const early = stop(ANY_BOOL) !== false;
  const result = fixpoint(x, early ? null : x.cell.length, (s, index) => {
    return callOne(c, frame, i, f, argsOf(itemNow(x, s) ?? before, index), s);
  });
  state.lost ??= early ? c.reason(frame, 'how often a callback is called is not known', i.span) : null;
  return { results: null, items: [], result };
}

/** Any element as it is by then: what callbacks write into the list, or into the typed array, later ones see. */
function itemNow(x: Call, s: State): Value | null {
  if (x.self.k === 'array') return elementOfArray(x.self, s);
  const now = x.ids.length === 1 ? s.heap.get(x.ids[0] as number) : undefined;
  return now?.t === 'list' ? elementOf(now) : null;
}

export const withIndex =
  (x: Call) =>
  (item: Value, n: Value): Value[] => [item, n, x.self];

/** `some`, `find` and the like look no further after a result that decides. */
export function until(x: Call, verdict: boolean): Each {
  return each(x, x.args[0] ?? UNDEFINED, withIndex(x), (r) => {
    const t = truthiness(r);
    return t === null ? null : t === verdict;
  });
}

/** Repeats `round` on the state until nothing changes, as a loop of `trips` rounds. */
export function fixpoint(
  x: { c: Context; frame: Frame; i: Instr; state: State },
  trips: Sym | null,
  round: (s: State, index: Value) => Value,
  held: () => readonly Value[] = () => [],
): Value {
  const { c, state } = x;
  const n = trips?.value ?? null;
  const index = n !== null && n > 0 ? numberOf(between(0, n - 1, true)) : size(null);
  let result: Value | null = null;
  const run = (s: State): State => {
    const v = round(s, index);
    result = result ? join(result, v) : v;
    return s;
  };
  const kept = (): Value[] => [...held(), ...(result ? [result] : [])];
  const { head, perRound, roundPeak, ...lists } = toFixpoint(c, state, run, undefined, { kept });
  const { held: taken, peak } = state;
  const before = state.clone();
  state.assign(head);
  settleLengths(c, before, state, lists, trips);
  const bytes = loopBytes(taken, perRound, roundPeak, trips);
  state.held = bytes.held;
  state.peak = maxSym(peak, bytes.peak);
  if (!bytes.exact) {
    state.lost ??= c.reason(
      x.frame,
      'a callback takes memory each time it is called, and how often that is is not known',
      x.i.span,
    );
  }
  return result ?? UNDEFINED;
}

export function isThere(v: Value): boolean {
  return v !== HOLE;
}

export function reduce(x: Call): Value {
  const f = x.args[0] ?? UNDEFINED;
  const { c, frame, i, state } = x;
  const items = x.cell.items;
  if (items && c.follows(items.length) && items.every(isThere)) {
    let acc = x.args.length > 1 ? (x.args[1] as Value) : (items[0] ?? UNDEFINED);
    for (let n = x.args.length > 1 ? 0 : 1; n < items.length; n++) {
      const item = current(x).items?.[n] ?? elementOf(current(x)) ?? UNDEFINED;
      acc = callOne(c, frame, i, f, [acc, item, num(n), x.self], state);
    }
    return acc;
  }
  const item = elementOf(x.cell) ?? UNDEFINED;
  let acc = x.args[1] ?? item;
  fixpoint(
    x,
    x.cell.length,
    (s, index) => {
      acc = join(acc, callOne(c, frame, i, f, [acc, itemNow(x, s) ?? item, index, x.self], s));
      return acc;
    },
    () => [acc],
  );
  return acc.k === 'num'
    ? numberOf({
        lo: Number.NEGATIVE_INFINITY,
        hi: Number.POSITIVE_INFINITY,
        integral: acc.fact.integral,
        finite: false,
      })
    : acc;
}
