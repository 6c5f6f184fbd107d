/**
 * Finds laws by executing the library. Runs only in the worker; the library must be loaded.
 */

import { callWeight, chooseAssignments, isLarge, type ProbeAtom, smallConstants } from './assignments.ts';
import { combine, combineBuffers, NoLawError, type Runs } from './combine.ts';
import { deniedReason } from './denied.ts';
import { mapArg } from './family.ts';
import { BASIC_FILLS, BOUND_FILLS, type Fill } from './fills.ts';
import { Fitter } from './fit.ts';
import { AllocationLimitError } from './instrument.ts';
import type { Library } from './library.ts';
import { CannotBuildError, type Layout, NUMBER_CHOICES, type ProbeSettings } from './materialize.ts';
import { type Observation, observe } from './observe.ts';
import type { Probe } from './probes.ts';
import { collectSymbols, format, type Sizes } from './sizes.ts';
import type { ArgPath, ArgSpec, CallSpec, DimExpr, Law, LawAnswer, Outcome, Transient } from './types.ts';
import { learnVirtual } from './virtual.ts';

/** Bytes that one execution may allocate in total. */
const LIMIT_BYTES = 48 * 1024 * 1024;
/** Arguments beyond this many elements are not executed at their very size. */
export const EXACT_ELEMENTS = 65_536;
/** After this long, a probe starts no more executions and makes do with what it has. */
const BUDGET_MS = 900;
/** An execution that is predicted to take longer is left out. */
const SLOW_MS = 120;
/** A law needs at least this many assignments of sizes at which the call did not throw. */
const LEAST_ASSIGNMENTS = 4;
/** Buffers smaller than this are no cost worth telling. */
const NEGLIGIBLE_BYTES = 16;

interface Run {
  readonly assignment: number;
  readonly observation: Observation;
}

/** Predicts how long a larger execution will take from how the time grew so far. */
class Pace {
  #weight = 0;
  #time = 0;
  #exponent = 1;

  note(weight: number, time: number): void {
    if (this.#weight > 0 && weight > 2 * this.#weight && this.#time > 0) {
      this.#exponent = Math.max(1, Math.log(time / this.#time) / Math.log(weight / this.#weight));
    }
    this.#weight = weight;
    this.#time = time;
  }

  predict(weight: number): number {
    return this.#weight === 0 ? 0 : this.#time * Math.max(1, weight / this.#weight) ** this.#exponent;
  }
}

interface Attempt {
  readonly runs: Run[];
  readonly sizes: Sizes[];
  /** The last error of the library, and the last limit of ours. */
  threw: string | null;
  stopped: string | null;
  /** Executions, other than for their contents, that threw. */
  throwingAssignments: number;
}

function contains(args: readonly ArgSpec[], test: (arg: ArgSpec) => boolean): boolean {
  return args.some((arg) => {
    if (test(arg)) return true;
    if (arg.kind === 'list') return contains(arg.items, test);
    if (arg.kind === 'listOf') return contains([arg.item], test);
    return arg.kind === 'object' && contains(Object.values(arg.fields), test);
  });
}

/** A trap inside a kernel. It leaves the kernel's stack as it was, so the library is not to be used any more. */
const WebAssemblyRuntimeError = (globalThis as unknown as { WebAssembly: { RuntimeError: typeof Error } }).WebAssembly
  .RuntimeError;

class Learner {
  trapped = false;
  readonly #library: Library;
  readonly #call: CallSpec;
  readonly #deadline: number;

  constructor(library: Library, call: CallSpec) {
    this.#library = library;
    this.#call = call;
    this.#deadline = performance.now() + BUDGET_MS;
  }

  /** Executes once; a failure is noted in the attempt. */
  #execute(attempt: Attempt, settings: ProbeSettings): Observation | null {
    try {
      return observe(this.#library, this.#call, settings, LIMIT_BYTES);
    } catch (error) {
      if (error instanceof AllocationLimitError || error instanceof CannotBuildError) attempt.stopped = error.message;
      else if (error instanceof RangeError && /Invalid (typed )?array (buffer )?length/i.test(error.message)) {
        attempt.stopped = error.message;
      } else if (error instanceof WebAssemblyRuntimeError) {
        this.trapped = true;
        attempt.threw = error.message;
      } else attempt.threw = withSymbols(error instanceof Error ? error.message : String(error), settings.sizes);
      return null;
    }
  }

  /** The contents and stand-ins for unknown numbers that are tried at assignment number `index` of `count`. */
  #variants(index: number, count: number, extra: boolean): { fill: Fill; numberChoice: number }[] {
    const fills = extra ? [...BASIC_FILLS, ...BOUND_FILLS] : BASIC_FILLS;
    const variants = fills.map((fill, at) => ({ fill, numberChoice: at }));
    if (extra || index === 0 || index === Math.floor(count / 2)) {
      if (contains(this.#call.args, (arg) => arg.kind === 'anyNumber')) {
        for (let choice = variants.length; choice < NUMBER_CHOICES; choice++) {
          variants.push({ fill: 'distinct', numberChoice: choice });
        }
      }
      return variants;
    }
    return [];
  }

  attempt(assignments: readonly Sizes[], layout: Layout, extra: boolean): Attempt {
    const attempt: Attempt = { runs: [], sizes: [], threw: null, stopped: null, throwingAssignments: 0 };
    let usual: { fill: Fill; numberChoice: number } = { fill: 'distinct', numberChoice: 0 };
    const pace = new Pace();
    for (const [index, sizes] of assignments.entries()) {
      const started = performance.now();
      const weight = callWeight(this.#call, sizes);
      if (pace.predict(weight) > SLOW_MS) continue;
      if (this.trapped) break;
      if (started > this.#deadline) {
        attempt.stopped = 'the call takes too long to be probed';
        break;
      }
      const planned = this.#variants(index, assignments.length, extra);
      const variants = planned.length > 0 ? planned : [usual, ...this.#variants(0, 1, false)];
      let found = 0;
      for (const variant of variants) {
        if (this.trapped) break;
        const observation = this.#execute(attempt, { sizes, layout, ...variant });
        if (observation === null) continue;
        if (found === 0) {
          usual = variant;
          attempt.sizes.push(sizes);
        }
        found++;
        attempt.runs.push({ assignment: attempt.sizes.length - 1, observation });
        if (planned.length === 0) break;
      }
      if (found === 0) attempt.throwingAssignments++;
      if (found > 0) pace.note(weight, (performance.now() - started) / found);
    }
    return attempt;
  }

  /** Executes with integer arguments replaced by the largest of their class, at small array sizes. */
  integerCheck(attempt: Attempt, integers: Readonly<Record<number, number>>): Observation[] {
    const found: Observation[] = [];
    if (Object.keys(integers).length === 0) return found;
    for (const sizes of attempt.sizes.slice(-3, -1)) {
      const scratch: Attempt = { ...attempt, runs: [], sizes: [] };
      const settings = {
        sizes,
        integers,
        layout: 'rows',
        fill: 'distinct',
        numberChoice: 0,
      } as const;
      const observation = this.#execute(scratch, settings);
      if (observation !== null) found.push(observation);
    }
    return found;
  }
}

/** Marks the sizes that a message mentions by their symbols, `‹s0›`, so that it can be told of the asked call. */
function withSymbols(message: string, sizes: Sizes): string {
  const symbols = new Map(Object.entries(sizes).map(([symbol, value]) => [String(value), symbol]));
  return message.replace(/\d+/g, (digits) => (symbols.has(digits) ? `‹${symbols.get(digits)}›` : digits));
}

function failure(attempt: Attempt): LawAnswer {
  if (attempt.runs.length === 0 && attempt.threw !== null) {
    return { ok: false, reason: `the call throws: ${attempt.threw}`, throws: attempt.threw };
  }
  return { ok: false, reason: attempt.stopped ?? 'the call could be executed at too few sizes' };
}

function unionOfWrites(runs: readonly Run[]): ArgPath[] {
  const paths = new Map<string, ArgPath>();
  for (const { observation } of runs) for (const path of observation.writes) paths.set(JSON.stringify(path), path);
  return [...paths.values()];
}

function transientOf(runs: readonly Run[], state: Omit<Runs, 'dataDependent'>): Transient | null {
  const relevant = (bytes: readonly number[]): number[] => bytes.filter((value) => value > NEGLIGIBLE_BYTES);
  const shared: Runs = { ...state, dataDependent: false };
  const pool = combineBuffers(
    shared,
    runs.map(({ observation }) => relevant(observation.pool)),
  );
  const js = combineBuffers(
    shared,
    runs.map(({ observation }) => relevant(observation.js.map((use) => use.bytes))),
  );
  return pool === null || js === null ? null : { pool, js };
}

/** The sizes that a call mentions: its symbols, and compound sizes (`n - 1`) that stand as dimensions or integers. */
function basisTerms(call: CallSpec, atoms: readonly ProbeAtom[]): DimExpr[] {
  const terms = new Map<string, DimExpr>(atoms.map(({ name }) => [name, { sym: name }]));
  const note = (expr: DimExpr): DimExpr => {
    const symbols = new Set<string>();
    collectSymbols(expr, symbols);
    if (symbols.size > 0) terms.set(format(expr), expr);
    return expr;
  };
  for (const arg of call.args) {
    mapArg(
      arg,
      note,
      (strides) => {
        for (const stride of strides) if (typeof stride === 'number' || !('op' in stride)) note(stride);
        return strides;
      },
      () => null,
    );
  }
  return [...terms.values()];
}

function lawOf(
  runs: readonly Run[],
  state: Omit<Runs, 'dataDependent'>,
  how: Law['how'],
  large: Omit<Runs, 'dataDependent'> | null,
  largeRuns: readonly Run[],
): { law: Law; dataDependent: boolean } {
  const shared: Runs = { ...state, dataDependent: false };
  const outcome = combine(
    shared,
    runs.map(({ observation }) => observation.result),
  );
  const transient = large === null ? null : transientOf(largeRuns, large);
  return { law: { outcome, writes: unionOfWrites(runs), transient, how }, dataDependent: shared.dataDependent };
}

function assignmentsOf(runs: readonly Run[]): number[] {
  return runs.map((run) => run.assignment);
}

/** Bounds that a result of an exact execution may be given: the sizes of the arguments. */
function argumentSizes(call: CallSpec): Set<number> {
  const sizes = new Set<number>();
  let total = 0;
  for (const arg of call.args) {
    mapArg(
      arg,
      (expr, role) => {
        if (role === 'dim' && typeof expr === 'number') sizes.add(expr);
        return expr;
      },
      (strides) => strides,
      () => null,
    );
    const size =
      arg.kind === 'array' || arg.kind === 'typed' || arg.kind === 'listOf'
        ? callWeight({ ...call, args: [arg] }, {}) - 1
        : 0;
    sizes.add(size);
    total += size;
  }
  return sizes.add(total);
}

function layoutsOf(call: CallSpec): readonly Layout[] {
  const open = contains(call.args, (arg) => arg.kind === 'array' && arg.strides === null && arg.shape.length > 0);
  return open ? ['rows', 'columns', 'gaps'] : ['rows'];
}

function exactAttempt(
  learner: Learner,
  call: CallSpec,
  layout: Layout,
  extra: boolean,
): LawAnswer & { dataDependent?: boolean } {
  const attempt = learner.attempt([{}], layout, extra);
  if (attempt.runs.length === 0) return failure(attempt);
  const bounds = argumentSizes(call);
  const state: Omit<Runs, 'dataDependent'> = {
    assignment: assignmentsOf(attempt.runs),
    assignments: 1,
    fit: ([value]) => value as number,
    bound: extra ? ([value]) => (bounds.has(value as number) ? (value as number) : null) : null,
  };
  return { ok: true, ...lawOf(attempt.runs, state, 'exact', state, attempt.runs) };
}

function familyAttempt(
  learner: Learner,
  probe: Extract<Probe, { kind: 'family' }>,
  assignments: readonly Sizes[],
  layout: Layout,
  extra: boolean,
): LawAnswer & { dataDependent?: boolean } {
  const attempt = learner.attempt(assignments, layout, extra);
  if (attempt.sizes.length < LEAST_ASSIGNMENTS) return failure(attempt);
  if (probe.relation !== 'free' && attempt.throwingAssignments > 0 && attempt.threw !== null) {
    return { ok: false, reason: `the call throws at some sizes: ${attempt.threw}` };
  }
  const { ints, dims } = smallConstants(probe.call);
  const terms = basisTerms(probe.call, probe.atoms);
  const constants = [...new Set([...ints, ...dims])];
  const fitter = new Fitter({ observations: attempt.sizes, terms, constants });
  const fit = (values: readonly number[]): DimExpr | null => fitter.fit(values);
  const state = {
    assignment: assignmentsOf(attempt.runs),
    assignments: attempt.sizes.length,
    fit,
    bound: extra ? fit : null,
  };
  const largeNumbers = [...attempt.sizes.keys()].filter((index) => isLarge(attempt.sizes[index] as Sizes));
  const largeRuns = attempt.runs
    .filter((run) => largeNumbers.includes(run.assignment))
    .map((run) => ({ ...run, assignment: largeNumbers.indexOf(run.assignment) }));
  const largeFitter = new Fitter({
    observations: largeNumbers.map((index) => attempt.sizes[index] as Sizes),
    terms,
    constants,
  });
  const largeFit = (values: readonly number[]): DimExpr | null => largeFitter.fit(values);
  const large =
    largeNumbers.length < 3
      ? null
      : { assignment: assignmentsOf(largeRuns), assignments: largeNumbers.length, fit: largeFit, bound: null };
  const { law, dataDependent } = lawOf(attempt.runs, state, 'fitted', large, largeRuns);
  const checked = learner.integerCheck(attempt, probe.integerClasses);
  return { ok: true, law: withCheckedDtype(law, checked), dataDependent };
}

/** Replaces the dtype by what large integers give, where the result depends on an integer's class. */
function withCheckedDtype(law: Law, checked: readonly Observation[]): Law {
  const { outcome } = law;
  if (outcome.kind !== 'array' || checked.length === 0) return law;
  const results = checked.map((observation) => observation.result);
  const dtypes = new Set(results.map((result) => (result.kind === 'array' ? result.dtype : result.kind)));
  if (dtypes.size === 1 && dtypes.has(outcome.dtype)) return law;
  const [dtype] = dtypes;
  const first = results[0];
  if (dtypes.size === 1 && first?.kind === 'array' && dtype !== undefined) {
    const itemBytes =
      first.heldBytes /
      Math.max(
        1,
        first.shape.reduce((size, dim) => size * dim, 1),
      );
    return { ...law, outcome: { ...outcome, dtype: first.dtype, storedItemBytes: itemBytes } };
  }
  throw new NoLawError('the dtype of the result depends on the values of its integer arguments');
}

/** Joins the laws of several layouts: what differs is not known. */
function joinLayouts(laws: readonly Law[]): Law {
  const [first, ...rest] = laws as readonly [Law, ...Law[]];
  const writes = new Map(laws.flatMap((law) => law.writes).map((path) => [JSON.stringify(path), path]));
  const same = laws.every((law) => JSON.stringify(law.transient) === JSON.stringify(first.transient));
  const outcome = rest.reduce((joined, law) => joinOutcomes(joined, law.outcome), first.outcome);
  return { outcome, writes: [...writes.values()], transient: same ? first.transient : null, how: first.how };
}

function joinOutcomes(a: Outcome, b: Outcome): Outcome {
  if (JSON.stringify(a) === JSON.stringify(b)) return a;
  if (
    a.kind === 'array' &&
    b.kind === 'array' &&
    a.dtype === b.dtype &&
    a.shape.length === b.shape.length &&
    a.cls === b.cls
  ) {
    const same = (x: unknown, y: unknown): boolean => JSON.stringify(x) === JSON.stringify(y);
    return {
      ...a,
      shape: a.shape.map((dim, axis) => (same(dim, b.shape[axis]) ? dim : { unknown: 'depends on the layout' })),
      strides: same(a.strides, b.strides) ? a.strides : null,
      storage: same(a.storage, b.storage) ? a.storage : { kind: 'either', why: 'depends on the layout' },
    };
  }
  if (a.kind === 'list' && b.kind === 'list' && a.items.length === b.items.length) {
    return { kind: 'list', items: a.items.map((item, at) => joinOutcomes(item, b.items[at] as Outcome)) };
  }
  if (a.kind === 'typed' && b.kind === 'typed' && a.ctor === b.ctor) {
    return { ...a, storage: { kind: 'either', why: 'depends on the layout' } };
  }
  throw new NoLawError('the result depends on the layout of the arguments');
}

/** Answers one probe. `spoiled` tells that the library must be loaded anew before the next one. */
export function runProbe(library: Library, probe: Probe): { readonly answer: LawAnswer; readonly spoiled: boolean } {
  const denied = deniedReason(probe.call.target);
  if (denied !== null) return { answer: { ok: false, reason: denied }, spoiled: false };
  if (probe.kind === 'virtual') return { answer: learnVirtual(library, probe.call), spoiled: false };
  const learner = new Learner(library, probe.call);
  const answer = learnFrom(learner, probe);
  return { answer, spoiled: learner.trapped };
}

function learnFrom(learner: Learner, probe: Exclude<Probe, { kind: 'virtual' }>): LawAnswer {
  const assignments = probe.kind === 'family' ? chooseAssignments(probe.call, probe.atoms, probe.relation) : [];
  const once = (layout: Layout, extra: boolean): LawAnswer & { dataDependent?: boolean } =>
    probe.kind === 'exact'
      ? exactAttempt(learner, probe.call, layout, extra)
      : familyAttempt(learner, probe, assignments, layout, extra);
  try {
    const laws: Law[] = [];
    for (const layout of layoutsOf(probe.call)) {
      let answer = once(layout, false);
      if (answer.ok && answer.dataDependent === true) {
        const bounded = once(layout, true);
        if (bounded.ok) answer = bounded;
      }
      if (!answer.ok) return answer;
      laws.push(answer.law);
    }
    return { ok: true, law: joinLayouts(laws) };
  } catch (error) {
    if (error instanceof NoLawError) return { ok: false, reason: error.message };
    throw error;
  }
}
