/**
 * Whether an edited program computes what the original does, by comparing what the interpreter noted of both: every
 * call gives the same numbers, and what leaves the analysis keeps dtype, shape and class.
 */
import { type ArrayValue, constantOf, type StoreId, type Value } from '../domain/value.ts';
import { sameValues } from '../domain/values.ts';
import type { CallRecord, Escape, Records, TopLevelStep } from '../interp/records.ts';
import { STARTS_ANYWHERE, TAKES_BIGINTS } from '../libraries/numpy-ts/quirks.ts';
import { readsPastTheEnd } from '../libraries/numpy-ts/slices.ts';
import { UNCOUNTED_VIEWS, VIEWS_OF_LISTS } from '../libraries/numpy-ts/views.ts';
import type { Edit } from '../rules/types.ts';
import { mapSpan } from './edits.ts';

/**
 * Null where nothing that can be seen differs; else what does, for a person. `numbered` tells of a call whether its
 * result is only ever made a number of: then a bigint may become a number, and the other way round.
 */
export function differences(
  before: Records,
  after: Records,
  path: string,
  edits: readonly Edit[],
  numbered: (c: CallRecord) => boolean,
): string | null {
  return (
    (before.unsourced ? 'arrays are shared with code that runs while other code waits' : null) ??
    readsOthers(after) ??
    contradictsHints(before, after) ??
    losesViews(after, edits) ??
    escapesDiffer(before.escapes, after.escapes) ??
    meetOthers(before, after, path, edits) ??
    callsDiffer(before, after, path, edits, numbered) ??
    overflowsAppear(before, after, path, edits)
  );
}

/** Why what the program prints depends on what other arrays have left in memory, or null. */
export function readsOthers(after: Records): string | null {
  for (const c of after.calls.values()) {
    if (c.name === 'slice' && readsPastTheEnd(c.args))
      return 'a slice starts past the end of its array, and reads memory that is not its own';
    const dtypes = Object.hasOwn(STARTS_ANYWHERE, c.name) ? STARTS_ANYWHERE[c.name] : undefined;
    const [x] = c.args;
    if (!dtypes || x?.k !== 'array' || !kindOf(c.result).split('|').includes('array')) continue;
    if (!x.dtypes || x.dtypes.some((d) => dtypes.includes(d)))
      return `${c.name} of ${x.dtypes?.join(' or ') ?? 'an unknown dtype'} along an axis reads memory that other arrays have left behind`;
  }
  return null;
}

/** What comments say of variables must stay true. */
function contradictsHints(before: Records, after: Records): string | null {
  const wrong = ({ hints }: Records): number => [...hints.values()].filter(({ is }) => is !== null).length;
  return wrong(after) > wrong(before) ? 'a comment says otherwise' : null;
}

/** An edit must not dispose of what a view still reads that the library does not count. */
function losesViews(after: Records, edits: readonly Edit[]): string | null {
  if (!edits.some((e) => e.newText.includes('.dispose('))) return null;
  const disposed = new Set(after.events.filter((e) => e.by === 'dispose').map((e) => e.store));
  for (const c of after.calls.values()) {
    if (!UNCOUNTED_VIEWS.has(c.name)) continue;
    const lists = VIEWS_OF_LISTS.has(c.name) && c.args.some((x) => x.k === 'object');
    const viewed = lists || c.args.some((x) => x.k === 'array' && x.stores.some((s) => disposed.has(s)));
    if (viewed) return `what ${c.name} gives would be read after its memory is freed`;
  }
  return null;
}

function isBig(v: Value | undefined): boolean {
  return v?.k === 'array' && (v.dtypes?.some((d) => d === 'int64' || d === 'uint64') ?? false);
}

/** Whether an argument becomes an array of bigints where it was none, or the other way round. */
function bigintsChange(b: CallRecord, a: CallRecord): boolean {
  // These convert a number to a bigint where they need one.
  if ((b.name === 'fill' || b.name === 'set') && b.args.at(-1)?.k === 'num') return false;
  return !TAKES_BIGINTS.has(b.name) && b.args.some((x, n) => isBig(x) !== isBig(a.args[n]));
}

function escapesDiffer(before: readonly Escape[], after: readonly Escape[]): string | null {
  if (before.length !== after.length) return 'other values leave what is analysed';
  for (const [i, b] of before.entries()) {
    const a = after[i] as Escape;
    if (b.how !== a.how || describe(b.value) !== describe(a.value)) return `what goes to ${b.how} changes`;
  }
  return null;
}

/** What the outside can tell of a value without looking at its numbers. */
function describe(v: Value): string {
  switch (v.k) {
    case 'array':
      return `${v.library} ${v.ctor} ${v.cls} ${v.dtypes?.join()} ${v.shape?.map((d) => d?.key ?? '?').join()} ${v.strides?.map((d) => d.key).join()}`;
    case 'union':
      return v.members.map(describe).sort().join('|');
    case 'promise':
      return `promise ${describe(v.value)}`;
    case 'generator':
      return `generator of ${describe(v.value)}`;
    case 'str':
      return `str ${v.value}`;
    default:
      return v.k;
  }
}

function key(c: { readonly start: number; readonly end: number }): string {
  return `${c.start}:${c.end}`;
}

function callsOf(r: Records): Map<string, CallRecord> {
  return new Map([...r.calls.values()].map((c) => [`${c.module}:${key(c.instr.span)}`, c]));
}

/** Pairs of the same call before and after; calls inside replaced text have no partner. */
function* pairs(
  before: Records,
  after: Records,
  path: string,
  edits: readonly Edit[],
): Generator<[CallRecord, CallRecord]> {
  const later = callsOf(after);
  for (const b of before.calls.values()) {
    const span = b.module === path ? mapSpan(b.instr.span, edits) : b.instr.span;
    const a = span ? later.get(`${b.module}:${key(span)}`) : undefined;
    if (a && a.name === b.name) yield [b, a];
  }
}

/**
 * Arrays of several dtypes that meet in one value look the same as a set when one of them changes: what is done with
 * them then depends on which of them it is.
 */
function meetOthers(before: Records, after: Records, path: string, edits: readonly Edit[]): string | null {
  const changed = new Set<StoreId>();
  for (const [b, a] of pairs(before, after, path, edits))
    if (dtypesOf([b.result]) !== dtypesOf([a.result])) for (const s of storesIn(a.result)) changed.add(s);
  if (changed.size === 0) return null;
  const mixed = (v: Value): boolean =>
    arraysIn(v).some((x) => x.dtypes?.length !== 1 && x.stores.some((s) => changed.has(s)));
  const meets =
    [...after.calls.values()].some((c) => c.args.some(mixed)) ||
    [...after.sites.values()].some((s) => mixed(s.value)) ||
    after.escapes.some((e) => mixed(e.value));
  return meets ? 'it meets arrays of other dtypes in one variable' : null;
}

function arraysIn(v: Value): readonly ArrayValue[] {
  return (v.k === 'union' ? v.members : [v]).filter((m) => m.k === 'array');
}

function storesIn(v: Value): readonly StoreId[] {
  return arraysIn(v).flatMap((a) => a.stores);
}

function callsDiffer(
  before: Records,
  after: Records,
  path: string,
  edits: readonly Edit[],
  numbered: (c: CallRecord) => boolean,
): string | null {
  for (const [b, a] of pairs(before, after, path, edits)) {
    const problem = callDiffers(b, a, edits, numbered);
    if (problem) return problem;
  }
  return null;
}

function dtypesOf(values: readonly Value[]): string {
  return values.map((v) => (v.k === 'array' ? (v.dtypes?.join() ?? '?') : '')).join(';');
}

function callDiffers(
  b: CallRecord,
  a: CallRecord,
  edits: readonly Edit[],
  numbered: (c: CallRecord) => boolean,
): string | null {
  const numbers = isNumeric(b.result) && isNumeric(a.result) && numbered(b);
  if (kindOf(b.result) !== kindOf(a.result) && !numbers) return `${b.name} gives another kind of value`;
  const edited = edits.some(
    (e) => e.span.start >= b.instr.span.start && e.span.end <= b.instr.span.end && touches(e, b),
  );
  // Some calls copy one dtype and hand on another: `round` of integers shares their memory.
  if (!edited && (holdingOf(b.result) !== holdingOf(a.result) || isArgument(b) !== isArgument(a)))
    return `${b.name} shares memory where it did not, or no more`;
  if (!edited && bigintsChange(b, a)) return `${b.name} may not take bigints`;
  if (!edited && dtypesOf(b.args) !== dtypesOf(a.args) && b.args.some(isNegativeZero))
    return `${b.name} keeps the sign of zero only in floating point`;
  const args = dtypesOf(b.args) === dtypesOf(a.args) || edited;
  const result = dtypesOf([b.result]) === dtypesOf([a.result]);
  if (args && result) return null;
  const shapes = shapeOf(b.result) === shapeOf(a.result);
  if (!shapes) return `${b.name} gives another shape`;
  // A call that only writes: what it stored is compared with the storage.
  if (b.result.k === 'undefined' && a.result.k === 'undefined') return a.overflow ? `${a.name} may not fit` : null;
  if (edited && !a.exact && a.args.some((x) => x.k === 'array' && x.library === 'numpy-ts' && x.part))
    return `${a.name} may read its view as something else`;
  if (edited)
    return a.resultFact && b.resultFact && sameValues(a.resultFact, b.resultFact)
      ? null
      : `${b.name} gives other numbers`;
  if (b.exact && a.exact && !a.overflow) return null;
  return `${b.name} may give other numbers in another dtype`;
}

/** Whether an edit changes this very call's arguments, rather than those of a call inside it. */
function touches(e: Edit, c: CallRecord): boolean {
  const spans = c.instr.args.map((x) => x.span);
  const insideArgument = spans.some((s) => e.span.start > s.start && e.span.end < s.end);
  return !insideArgument && !(c.instr.op === 'invoke' && e.span.end < c.instr.nameSpan.start);
}

function isNegativeZero(v: Value): boolean {
  return v.k === 'num' && Object.is(constantOf(v), -0);
}

function isNumeric(v: Value): boolean {
  return v.k === 'num' || v.k === 'bigint';
}

function kindOf(v: Value): string {
  return v.k === 'union' ? v.members.map(kindOf).sort().join('|') : v.k;
}

function holdingOf(v: Value): string {
  return v.k === 'array' ? v.owns : '';
}

/** Whether the result is one of the arguments, or shares its memory. */
function isArgument({ args, result }: CallRecord): boolean {
  const given = new Set(args.flatMap(storesIn));
  return storesIn(result).some((s) => given.has(s));
}

function shapeOf(v: Value): string {
  return v.k === 'array' ? (v.shape?.map((d) => d?.key ?? '?').join() ?? '') : '';
}

function overflowsAppear(before: Records, after: Records, path: string, edits: readonly Edit[]): string | null {
  for (const [b, a] of pairs(before, after, path, edits))
    if (a.overflow && !b.overflow) return `${a.name} would overflow`;
  return null;
}

/** What an edit changes of the memory that is held. */
export interface Saving {
  /** Whether a function holds less at its peak. */
  readonly inFunctions: boolean;
  /** The module's top level before and after; what else runs there is not of this part of the program. */
  readonly before: readonly TopLevelStep[];
  readonly after: readonly TopLevelStep[];
  readonly edits: readonly Edit[];
}

/** What an edit saves, or null where a function holds more with it. */
export function savingOf(before: Records, after: Records, path: string, edits: readonly Edit[]): Saving | null {
  let inFunctions = false;
  for (const [k, b] of before.functions) {
    if (b.path === path && b.span.start === 0) continue;
    const span = b.path === path ? (mapSpan(b.span, edits) ?? b.span) : b.span;
    const a = after.functions.get(`${b.path}:${span.start}:${span.end}`) ?? after.functions.get(k);
    const d = a ? b.peak.sub(a.peak).value : null;
    if (d === null) continue;
    if (d < 0) return null;
    if (d > 0) inFunctions = true;
  }
  return {
    inFunctions,
    before: before.topLevels.get(path) ?? [],
    after: after.topLevels.get(path) ?? [],
    edits,
  };
}
