/** One call of the library: asks the law for each possibility of its arguments and joins what it answers. */
import type { ArgPath, DimExpr, Law, LibraryModule, Target } from 'bytelens/laws';
import { blockCost } from '../../domain/bytes.ts';
import type { State } from '../../domain/state.ts';
import { maxSym, Sym } from '../../domain/sym.ts';
import { type ArrayValue, join, type UnknownValue, unknownPart, type Value } from '../../domain/value.ts';
import type { ValueFact } from '../../domain/values.ts';
import { escapeArray, escapeValue, event, factOf, observe, reach, reinterpret, write } from '../../interp/arrays.ts';
import type { Context, Frame, Where } from '../../interp/context.ts';
import { noteShapes } from '../../interp/shapes.ts';
import { LIBRARY } from '../../interp/writes.ts';
import { mayLookUp, withShared, worksInBlocks, writtenByCore } from '../bytelens/laws.ts';
import { askLaws } from './ask.ts';
import { configuredPool, effectOf, TELLS_DTYPE } from './effects.ts';
import { madeLike } from './made.ts';
import { rootNow } from './members.ts';
import { CONFIGURES, GENERATORS } from './names.ts';
import { argAt, type Made, type Making, toValue } from './outcome.ts';
import { partlyKnown } from './partly.ts';
import { planNode } from './plan.ts';
import { isUnsteady, READS_MEMORY, SIZED_BY_NUMBERS, UNSTEADY } from './quirks.ts';
import { atMostWindows, readsPastTheEnd, withinAxes, withoutClipped } from './slices.ts';
import { Placeholders } from './spec.ts';
import { transfer, type ValueArg, type ValueResult, writeOverflows, writeValues } from './values/index.ts';
import { MOVEMENT } from './values/movement.ts';
import { readsViews } from './views.ts';

export interface LibraryCall {
  readonly module: LibraryModule;
  readonly target: Target;
  /** The function's name wherever it is called from: `add`, `linalg.inv`, `T`. */
  readonly name: string;
  readonly args: readonly Value[];
}

export interface LibraryResult {
  readonly value: Value;
  readonly law: Law | null;
  readonly made: ReadonlySet<number>;
  readonly overflow: boolean;
  readonly exact: boolean;
}

const EMPTY = { kind: 'function', path: 'empty' } as const;

/** Executes a call on abstract values: its result, what it writes, and the bytes that it takes. */
export function callLibrary(c: Context, frame: Frame, at: Where, call: LibraryCall, state: State): LibraryResult {
  const effect = effectOf(call.name);
  if (effect && call.target.kind === 'function') {
    if (call.name === CONFIGURES) c.records.pool = configuredPool(call.args, state);
    return { value: effect, law: null, made: new Set(), overflow: false, exact: true };
  }
  readArguments(c, frame, at, call, state);
  if (c.replaced.has(LIBRARY)) return lost(c, frame, at, call, state, 'the program changes what the library provides');
  // A generator of random numbers: its functions are found by its path.
  if (GENERATORS.has(call.name) && call.target.kind === 'function' && call.module !== 'bytelens') {
    const value: Value = { k: 'library', module: call.module, path: call.name };
    return { value, law: null, made: new Set(), overflow: false, exact: true };
  }
  const like = madeLike(c, frame, at, call, state);
  if (like) {
    const made = callLibrary(c, frame, at, { ...call, target: EMPTY, name: EMPTY.path, args: like }, state);
    return { ...made, value: made.value.k === 'array' ? { ...made.value, plan: null } : made.value, exact: false };
  }
  const quirk = quirkOf(c, call, state);
  if (quirk !== null) return lost(c, frame, at, call, state, quirk);
  const asked = askLaws(c, readFrom(c, call), state);
  if ('why' in asked) return lost(c, frame, at, call, state, asked.why);
  const { names } = asked;
  const inShared = withShared(call, asked.laws, state);
  if (typeof inShared === 'string') return lost(c, frame, at, call, state, inShared);
  const laws = inShared;
  const before = call.args.map((a) => valueArg(a, state));
  let overflow = false;
  // Some functions read parts of arrays wrongly, and how wrongly depends on the dtype.
  let exact =
    readsViews(call.name, call.args.length) ||
    !call.args.some((a) => a.k === 'array' && a.library === 'numpy-ts' && a.part);
  const compute = (dtype: import('bytelens/laws').DType | null, size: number | null): ValueResult => {
    const r = transfer({ path: call.name, args: before, resultDType: dtype, resultSize: size });
    overflow ||= r.overflow;
    exact &&= r.exactInteger || (Object.hasOwn(MOVEMENT, call.name) && r.values.integral);
    return r;
  };
  const made: Made[][] = [];
  const isCore = call.module === 'bytelens';
  if (isCore) exact = false;
  const plan = isCore ? null : planNode(c, call, state);
  const results = laws.map((law) => {
    const own: Made[] = [];
    made.push(own);
    const making: Making = {
      c,
      frame,
      state,
      instr: at.id,
      args: call.args,
      name: call.name,
      numbers: before,
      names,
      values: (dtype, size) => compute(law.outcome.kind === 'scalar' ? null : dtype, size).values,
      plan,
      made: own,
      reason: (message) => c.reason(frame, message, at.span),
    };
    return toValue(law.outcome, making, '');
  });
  // The core's functions are executed as they are: whether they would take other dtypes is not asked.
  if (isCore || laws.some((law) => tellsDtype(call.name, law)))
    for (const a of call.args) reach(a, state, (x) => observe(c, frame, at, x, call.name));
  for (const path of [...written(laws), ...(isCore ? writtenByCore(call, state) : [])]) {
    const target = argAt({ args: call.args, state }, path);
    if (target?.k !== 'array') continue;
    const index = path[0] as number;
    write(c, frame, at, target, writeValues(call.name, before, index), state, call.name);
    overflow ||= writeOverflows(call.name, before, index);
  }
  const [source] = call.args;
  // What lies behind the array is read as well, and may be anything.
  if (call.name === 'slice' && source?.k === 'array' && readsPastTheEnd(call.args))
    reinterpret(c, source.stores, state);
  account(c, frame, at, call, laws, made, state);
  const any = results.reduce(join);
  const lostPart = unknownPart(any);
  const joined = lostPart ? (partlyKnown(c, call, lostPart.reason, state) ?? any) : any;
  const ends = c.reason(frame, 'where this slice ends depends on a size that is not a number', at.span);
  const cut = call.name === 'slice' ? atMostWindows(withoutClipped(joined, call.args, ends), call.args) : joined;
  const value = withReason(cut, call.args);
  noteShapes(c, call.args, value, state);
  return {
    value,
    law: laws.length === 1 ? (laws[0] as Law) : null,
    made: new Set(made.flat().map((m) => m.id)),
    overflow,
    exact,
  };
}

/**
 * The call as it is carried out: `take` reads all of the memory that its indices are a view of, one after the other. What
 * a slice gives does not depend on where it begins.
 */
function readFrom(c: Context, call: LibraryCall): LibraryCall {
  const [x, indices, ...rest] = call.args;
  if (call.name === 'slice') {
    const args = withinAxes(call.args);
    return args === call.args ? call : { ...call, args };
  }
  if (call.name !== 'take' || !x || indices?.k !== 'array' || indices.library !== 'numpy-ts') return call;
  const root = indices.part && indices.shape?.length === 1 ? rootNow(c, indices) : null;
  const flat = root && !root.part && root.shape?.length === 1 && root.dtypes?.join() === indices.dtypes?.join();
  return flat ? { ...call, args: [x, root, ...rest] } : call;
}

/** Why the law of the call does not hold for these arguments, or null. */
function quirkOf(c: Context, call: LibraryCall, state: State): string | null {
  const arrays: ArrayValue[] = [];
  for (const a of call.args) reach(a, state, (x) => arrays.push(x));
  const library = arrays.filter((a) => a.library === 'numpy-ts');
  if (SIZED_BY_NUMBERS.has(call.name) && library.length > 0) return 'the size of the result depends on the data';
  const read = call.name === 'take' ? call.args.slice(1).filter((a) => a.k === 'array') : library;
  const [first, axis] = call.args;
  const open = first?.k === 'array' && (first.shape?.some((d) => d?.value == null) ?? true);
  if (call.name === 'squeeze' && open && (axis === undefined || axis.k === 'undefined'))
    return 'which axes have length 1 depends on a size that is not known';
  if (READS_MEMORY.has(call.name) && readFrom(c, call) === call && read.some((a) => a.part || a.owns === 'unknown'))
    return 'numpy-ts reads all of the memory behind a view here, and how much that is is not known';
  return null;
}

/** Whether the program sees by the result of which dtype the arguments are: in text, in bytes, in what is asked for. */
function tellsDtype(name: string, { outcome }: Law): boolean {
  if (TELLS_DTYPE.has(name)) return true;
  return (outcome.kind === 'scalar' && outcome.type === 'string') || (outcome.kind === 'typed' && name !== 'data');
}

/** What a result does not tell because its arguments do not, has their reason. */
function withReason(value: Value, args: readonly Value[]): Value {
  if (value.k !== 'array' || value.why || (value.shape && !value.shape.includes(null) && value.dtypes?.length === 1))
    return value;
  const why = args.find((a): a is ArrayValue => a.k === 'array' && a.why !== null)?.why ?? null;
  return why ? { ...value, why } : value;
}

/** A call whose result is not known: its array arguments may have been changed. */
function lost(c: Context, frame: Frame, at: Where, call: LibraryCall, state: State, why: string): LibraryResult {
  // What is not known may be any array that others have.
  if (call.args.some((a) => unknownPart(a) !== null)) c.records.outsideTimes.push(c.tick());
  for (const a of call.args) {
    // What it gives may be made of their memory.
    reach(a, state, (x) => escapeArray(c, frame, at, x, state, call.name, true));
    if (a.k === 'fn') escapeValue(c, frame, at, a, state, call.name);
  }
  const first = firstUnknown(call.args, state);
  const message = `${call.name}: ${why}`;
  state.take(null, null, c.reason(frame, `what ${call.name} takes is not known (${why})`, at.span));
  // Where knowledge was lost first is what a person can act on.
  const reason = first?.reason ?? c.reason(frame, message, at.span);
  const value = partlyKnown(c, call, reason, state) ?? first ?? c.unknown(frame, message, at.span);
  return { value, law: null, made: new Set(), overflow: false, exact: false };
}

/** An argument, or an item of a list argument, that is not known. */
function firstUnknown(args: readonly Value[], state: State): UnknownValue | null {
  for (const a of args) {
    const lost = unknownPart(a);
    if (lost) return lost;
    const cell = a.k === 'object' && a.ids.length === 1 ? state.heap.get(a.ids[0] as number) : undefined;
    const items = cell?.t === 'list' ? (cell.items ?? [cell.element]) : [];
    const item = items.map((x) => (x ? unknownPart(x) : null)).find((x) => x !== null);
    if (item) return item;
  }
  return null;
}

function readArguments(c: Context, frame: Frame, at: Where, call: LibraryCall, state: State): void {
  const seen = new Set<number>();
  for (const a of call.args) reach(a, state, (x) => event(c, frame, at, x, 'read', call.name), seen);
}

function written(laws: readonly Law[]): ArgPath[] {
  const all = new Map<string, ArgPath>();
  for (const l of laws) for (const p of l.writes) all.set(JSON.stringify(p), p);
  return [...all.values()];
}

/** Bytes that one possibility of a call takes. */
function costOf(law: Law, made: readonly Made[]): { kept: Sym; transient: Sym; exact: boolean } {
  let exact = law.transient !== null;
  let kept = Sym.of(0);
  for (const m of made) {
    exact &&= m.exact;
    if (m.bytes) kept = kept.add(m.bytes);
  }
  const sum = (buffers: readonly { readonly items: DimExpr; readonly itemBytes: number }[]): Sym => {
    let total = Sym.of(0);
    for (const t of buffers) {
      const items = Sym.fromDimExpr(t.items);
      const cost = blockCost(Placeholders.within(items) ? null : items, t.itemBytes, 'pool');
      exact &&= cost.exact;
      if (cost.bytes) total = total.add(cost.bytes);
    }
    return total;
  };
  const dropped = sum(law.transient?.dropped ?? []);
  const most = sum(law.transient?.pool ?? []);
  const all = kept.add(dropped);
  const beyond = law.transient?.early ? maxSym(most.sub(all), Sym.of(0)) : most.sub(dropped);
  return { kept: all, transient: beyond, exact };
}

/** Counts what the call takes: the smallest where there are several possibilities. */
function account(
  c: Context,
  frame: Frame,
  at: Where,
  call: LibraryCall,
  laws: readonly Law[],
  made: readonly (readonly Made[])[],
  state: State,
): void {
  const { module, name, args } = call;
  const costs = laws.map((law, n) => costOf(law, made[n] ?? []));
  const least = costs.reduce((a, b) => ((b.kept.sub(a.kept).value ?? 0) < 0 ? b : a));
  const exact = costs.every((x) => x.exact && x.kept.equals(least.kept) && x.transient.equals(least.transient));
  const sizes = args.map((a) => (a.k === 'array' ? sizeOf(a) : 0));
  const untold = laws.some(
    (l) =>
      !l.transient ||
      (l.how === 'fitted' && isUnsteady(name, sizes)) ||
      UNSTEADY.has(name) ||
      (module === 'bytelens' && worksInBlocks(l, args, state)),
  );
  const looksUp = module === 'bytelens' && mayLookUp(least.kept, call, state);
  const message = looksUp
    ? `what ${name} takes for a moment when it first meets such arrays is not known`
    : untold
      ? `what ${name} takes while it runs is not known`
      : `the bytes that ${name} takes depend on sizes that are not known`;
  state.take(least.kept, least.transient, exact && !untold && !looksUp ? null : c.reason(frame, message, at.span));
}

export function valueArg(v: Value, state: State): ValueArg {
  switch (v.k) {
    case 'array':
      return {
        kind: 'array',
        values: factOf(v, state),
        dtype: v.dtypes?.length === 1 ? (v.dtypes[0] ?? null) : null,
        size: sizeOf(v),
      };
    case 'num':
      return { kind: 'number', values: v.fact };
    case 'bool':
      return v.value === null ? { kind: 'other' } : { kind: 'other', constant: v.value };
    case 'str':
      return v.value === null ? { kind: 'other' } : { kind: 'other', constant: v.value };
    case 'null':
      return { kind: 'other', constant: null };
    case 'undefined':
      return { kind: 'other', constant: undefined };
    case 'bigint':
      return v.value === null
        ? { kind: 'number', values: { lo: -Infinity, hi: Infinity, integral: true, finite: true } }
        : { kind: 'number', values: bigFact(v.value) };
    case 'object': {
      const cell = v.ids.length === 1 ? state.heap.get(v.ids[0] as number) : undefined;
      if (cell?.t === 'list' && cell.items) return { kind: 'list', items: cell.items.map((x) => valueArg(x, state)) };
      if (cell?.t === 'list' && cell.element) return { kind: 'list', items: [valueArg(cell.element, state)] };
      if (cell?.t === 'record' && !cell.rest) {
        return {
          kind: 'options',
          fields: Object.fromEntries([...cell.fields].map(([n, x]) => [n, valueArg(x, state)])),
        };
      }
      return { kind: 'other' };
    }
    default:
      return { kind: 'other' };
  }
}

function bigFact(text: string): ValueFact {
  const n = Number(text);
  return { lo: n, hi: n, integral: true, finite: true };
}

function sizeOf(a: ArrayValue): number | null {
  let n = 1;
  for (const d of a.shape ?? [null]) {
    const x = d?.value ?? null;
    if (x === null) return null;
    n *= x;
  }
  return n;
}
