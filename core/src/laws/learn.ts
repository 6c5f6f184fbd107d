/**
 * Finds laws by executing the library. Runs only in the worker; the library must be loaded.
 */

import { callWeight, chooseAssignments, isLarge, type ProbeAtom, smallConstants } from './assignments.ts';
import { combine, combineBuffers, NoLawError, type Runs } from './combine.ts';
import { deniedReason } from './denied.ts';
import { Executor, failure, type Run } from './executor.ts';
import { mapArg } from './family.ts';
import { Fitter } from './fit.ts';
import { joinLayouts, layoutsOf } from './layouts.ts';
import type { Library } from './library.ts';
import type { Layout } from './materialize.ts';
import type { Observation } from './observe.ts';
import type { Probe } from './probes.ts';
import { collectSymbols, format, type Sizes } from './sizes.ts';
import type { ArgPath, CallSpec, DimExpr, Law, LawAnswer, Transient } from './types.ts';
import { learnVirtual } from './virtual.ts';

/** A law needs at least this many assignments of sizes at which the call did not throw. */
const LEAST_ASSIGNMENTS = 4;
/** Typed arrays smaller than this are no cost worth telling. */
const NEGLIGIBLE_BYTES = 16;

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
    runs.map(({ observation }) => observation.pool),
  );
  const dropped = combineBuffers(
    shared,
    runs.map(({ observation }) => observation.dropped),
  );
  const js = combineBuffers(
    shared,
    runs.map(({ observation }) => relevant(observation.js.map((use) => use.bytes))),
  );
  const [result] = runs.map(({ observation }) => observation.resultAtPeak);
  const steady = runs.every(({ observation }) => observation.resultAtPeak === result) && result !== 'partly';
  if (pool === null || dropped === null || js === null || !steady) return null;
  return {
    pool,
    ...(dropped.length === 0 ? {} : { dropped }),
    ...(result === 'not yet' ? { early: true } : {}),
    js,
  };
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

function exactAttempt(
  executor: Executor,
  call: CallSpec,
  layout: Layout,
  extra: boolean,
): LawAnswer & { dataDependent?: boolean } {
  const attempt = executor.attempt([{}], layout, extra);
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
  executor: Executor,
  probe: Extract<Probe, { kind: 'family' }>,
  assignments: readonly Sizes[],
  layout: Layout,
  extra: boolean,
): LawAnswer & { dataDependent?: boolean } {
  const attempt = executor.attempt(assignments, layout, extra);
  if (attempt.sizes.length < LEAST_ASSIGNMENTS) return failure(attempt);
  if (probe.relation !== 'free' && attempt.throwingAssignments > 0 && attempt.threw !== null) {
    return { ok: false, reason: `the call throws at some sizes: ${attempt.threw}`, throwsAt: attempt.threw };
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
  const checked = executor.integerCheck(attempt, probe.integerClasses);
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

/** Answers one probe. `spoiled` tells that the library must be loaded anew before the next one. */
export function runProbe(library: Library, probe: Probe): { readonly answer: LawAnswer; readonly spoiled: boolean } {
  const denied = deniedReason(probe.call.target);
  if (denied !== null) return { answer: { ok: false, reason: denied }, spoiled: false };
  if (probe.kind === 'virtual') return { answer: learnVirtual(library, probe.call), spoiled: false };
  const executor = new Executor(library, probe.call);
  const answer = learnFrom(executor, probe);
  return { answer, spoiled: executor.trapped };
}

function learnFrom(executor: Executor, probe: Exclude<Probe, { kind: 'virtual' }>): LawAnswer {
  const assignments = probe.kind === 'family' ? chooseAssignments(probe.call, probe.atoms, probe.relation) : [];
  const once = (layout: Layout, extra: boolean): LawAnswer & { dataDependent?: boolean } =>
    probe.kind === 'exact'
      ? exactAttempt(executor, probe.call, layout, extra)
      : familyAttempt(executor, probe, assignments, layout, extra);
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
