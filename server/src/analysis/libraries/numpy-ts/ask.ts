/** Asks the laws of one call: for every possibility of its arguments, and with what the call itself requires of them. */
import type { ArgSpec, Law } from 'bytelens/laws';
import type { State } from '../../domain/state.ts';
import { Sym } from '../../domain/sym.ts';
import { constantOf, type Value } from '../../domain/value.ts';
import type { Context } from '../../interp/context.ts';
import type { LibraryCall } from './call.ts';
import { isLoose, isRankless, Placeholders, SpecFailure, specsOf } from './spec.ts';

export type Asked =
  | { readonly laws: readonly Law[]; readonly names: Placeholders }
  | { readonly why: string; readonly thrown: boolean };

export function askLaws(c: Context, call: LibraryCall, state: State): Asked {
  const names = new Placeholders();
  const first = ask(c, call, state, names, false);
  if ('why' in first) return first.thrown && names.count > 0 ? (required(c, call, state, names.used) ?? first) : first;
  const loose = call.args.filter(isLoose);
  if (loose.length === 0 || loose.every((v) => mentions(first.laws, v))) return first;
  // It is no size, so it need not be an integer.
  return ask(c, call, state, new Placeholders(), true);
}

function ask(c: Context, call: LibraryCall, state: State, names: Placeholders, loose: boolean): Asked {
  const specs = specsOf(call.args, state, names, loose);
  if (specs instanceof SpecFailure) return { why: specs.message, thrown: false };
  const laws: Law[] = [];
  let thrown: string | null = null;
  const answered = new Map<string, boolean>();
  for (const args of specs) {
    const answer = c.laws.answer({ module: call.module, target: call.target, args });
    const dtypes = dtypesIn(args);
    answered.set(dtypes, answer.ok || (answered.get(dtypes) ?? false));
    if (answer.ok) laws.push(answer.law);
    else if (answer.throws !== undefined) thrown ??= answer.throws;
    else if (answer.throwsAt !== undefined && names.count > 0) thrown ??= answer.throwsAt;
    else return { why: answer.reason, thrown: false };
  }
  // Dtypes for which it threw with every stand-in for an unknown size may be those that it is called with.
  const standIns = names.count > 0 || call.args.some((v) => isRankless(v, state));
  const all = !standIns || [...answered.values()].every((ok) => ok);
  if (laws.length > 0 && all) return { laws, names };
  return { why: refusal(thrown, standIns), thrown: true };
}

/** The laws of the call where every axis of every array is of one length; null where it has none for all possibilities. */
export function askAtSize(c: Context, call: LibraryCall, state: State, length: number): readonly Law[] | null {
  const asked = ask(c, call, state, new Placeholders(Sym.of(length), new Map(), length), false);
  return 'laws' in asked ? asked.laws : null;
}

/** The dtypes of the arrays among the arguments. */
function dtypesIn(args: readonly ArgSpec[]): string {
  const inside = (a: ArgSpec): string => {
    if (a.kind === 'array') return a.dtype;
    if (a.kind === 'list') return dtypesIn(a.items);
    return a.kind === 'object' ? dtypesIn(Object.values(a.fields)) : '';
  };
  return args.map(inside).join();
}

/** Why a call that only ever threw has no law. Sizes that stood in for unknown ones are none of the program's. */
function refusal(thrown: string | null, standIns: boolean): string {
  if (standIns || thrown === null || /[#?@]/.test(thrown)) return `what it gives depends on sizes that are not known`;
  // What follows the first line shows where in an expression that is.
  return `it refuses arguments like these when it is tried: ${thrown.split('\n', 1)[0]}`;
}

function mentions(laws: readonly Law[], v: Value): boolean {
  if (v.k !== 'num' || !v.sym) return true;
  const ids = [...v.sym.symbols()].map((id) => JSON.stringify(id));
  return laws.every((l) => {
    const text = JSON.stringify(l.outcome);
    return ids.some((id) => text.includes(id));
  });
}

/** Most questions by which is found out what sizes have to be. */
const MOST_QUESTIONS = 40;

/**
 * Some sizes are not known, and the call throws for most: what they have to be so that the call does not throw. That one
 * is another, or one of the sizes that the arguments name, is tried as a person would conclude it; then more of that at
 * once. What the laws for all that will do have in common, is known.
 */
function required(c: Context, call: LibraryCall, state: State, unknown: readonly Sym[]): Asked | null {
  const known = candidates(call.args, state).map(Sym.of);
  let questions = 0;
  for (let count = 1; count <= unknown.length; count++) {
    const found: Extract<Asked, { laws: unknown }>[] = [];
    for (const each of choices(unknown, 0, known, count)) {
      if (++questions > MOST_QUESTIONS) break;
      const asked = ask(c, call, state, new Placeholders(null, each), false);
      if ('laws' in asked) found.push(asked);
    }
    const [first] = found;
    if (first) return { laws: found.flatMap((a) => a.laws), names: first.names };
  }
  return unknown.length < 2 ? null : { why: `the sizes that ${call.name} is given are not known`, thrown: false };
}

/** All ways to take `count` of the unknown sizes, from the one at `from` on, to be one of those before them or a known one. */
function* choices(
  unknown: readonly Sym[],
  from: number,
  known: readonly Sym[],
  count: number,
): Generator<ReadonlyMap<string, Sym>> {
  if (count === 0) {
    yield new Map();
    return;
  }
  for (let n = from; n < unknown.length; n++) {
    const others = [...unknown.slice(0, n), ...known];
    for (const other of others)
      for (const rest of choices(unknown, n + 1, known, count - 1))
        yield new Map(rest).set((unknown[n] as Sym).key, other);
  }
}

/** The product of the integers given (what `reshape` needs), and the sizes of the other arrays (what broadcasting needs). */
function candidates(args: readonly Value[], state: State): readonly number[] {
  const numbers = args.flatMap((a) => integersIn(a, state));
  const product = numbers.reduce((a, b) => a * b, 1);
  const sizes = args.flatMap((a) => (a.k === 'array' ? (a.shape ?? []).map((d) => d?.value ?? null) : []));
  const all = [numbers.length > 0 ? product : null, ...sizes].filter((n): n is number => n !== null && n > 1);
  return [...new Set(all)];
}

function integersIn(v: Value, state: State): number[] {
  const n = constantOf(v);
  if (n !== null) return Number.isInteger(n) && n > 0 ? [n] : [];
  const cell = v.k === 'object' && v.ids.length === 1 ? state.heap.get(v.ids[0] as number) : undefined;
  return cell?.t === 'list' ? (cell.items ?? []).flatMap((x) => integersIn(x, state)) : [];
}
