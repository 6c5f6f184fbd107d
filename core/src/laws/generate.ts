/**
 * Learns the table: every function, method and property of the library, in every way of calling it that works, for
 * every dtype. Run by `npm run laws`; tests use its parts to learn samples again.
 *
 * Targets are found by reflection and calls by trying patterns, so nothing here names a function of the library.
 */

import { deniedReason } from './denied.ts';
import { creationPatterns, type Pattern, patternsOf, withNonsense } from './patterns.ts';
import type { Probe } from './probes.ts';
import type { Reflection } from './protocol.ts';
import { answerBy } from './strategy.ts';
import type { CallSpec, DType, LawAnswer, Target } from './types.ts';
import { DTYPES } from './types.ts';

/** How a probe is answered while generating; the text says why there is no answer (a worker was ended, say). */
export type Executor = (probe: Probe, key: string) => LawAnswer;

export interface Coverage {
  readonly target: Target;
  /** Patterns that the target accepted, and how many dtypes of each gave a law. */
  readonly accepted: { readonly pattern: string; readonly dtypes: number }[];
  readonly confirmed: number;
  /** Reasons for which accepted calls have no law, or a law with something unknown in it. */
  readonly unknown: ReadonlyMap<string, number>;
}

/** Keeps the table and the time to learn it small: the most probes that one target gets. */
const MAX_PROBES = 120;
/** A call in these forms is learned for every dtype, others for float64 only. */
const EVERY_DTYPE =
  /^((a|a, b|a, 2|a, x|a, 0|a, 1|a, v|a @ b|mask, a, b|a, indices|a, '\w+'|\[a, b\]) \[\w+(,\w+)?\]|(a|a, b|a, 0) \[.*\])$/;

/** Stands for calls that would tell nothing. */
const NOT_TRIED: LawAnswer = { ok: false, reason: 'not tried', throws: 'not tried' };
/** A target that traps on so many kinds of arguments is called with plain numbers only from then on. */
const MAX_TRAPS = 2;
const TRAP = /memory access out of bounds|unreachable|hangs/;

const SIZES = { n: { sym: 'n' }, m: { sym: 'm' }, k: { sym: 'k' } } as const;

/** Every callable export and every member of arrays, except what is never executed. */
export function allTargets(reflection: Reflection): Target[] {
  const functions = Object.entries(reflection.exports['numpy-ts'])
    .filter(([, kind]) => kind === 'function')
    .map(([path]): Target => ({ kind: 'function', path }));
  const members = Object.entries(reflection.members.NDArray).map(
    ([name, kind]): Target => (kind === 'method' ? { kind: 'method', name } : { kind: 'property', name }),
  );
  return [...functions, ...members, { kind: 'index' } as const].filter((target) => deniedReason(target) === null);
}

export function targetName(target: Target): string {
  switch (target.kind) {
    case 'function':
      return `np.${target.path}`;
    case 'method':
      return `a.${target.name}()`;
    case 'property':
      return `a.${target.name}`;
    case 'index':
      return 'a[i]';
  }
}

/** How many arguments a call of the target can use, its receiver included; JavaScript ignores any more. */
function mostArguments(target: Target, reflection: Reflection): number {
  if (target.kind === 'function') return reflection.parameters[target.path] ?? Number.POSITIVE_INFINITY;
  if (target.kind === 'method') return 1 + (reflection.parameters[`.${target.name}`] ?? Number.POSITIVE_INFINITY);
  return target.kind === 'property' ? 1 : 2;
}

function patternsFor(target: Target, dtype: DType, reflection: Reflection): Pattern[] {
  const most = mostArguments(target, reflection);
  return allPatternsFor(target, dtype).filter((pattern) => pattern.args.length <= most);
}

function allPatternsFor(target: Target, dtype: DType): Pattern[] {
  const patterns = patternsOf(dtype, SIZES);
  if (target.kind === 'function')
    return dtype === 'float64' ? [...patterns, ...creationPatterns(SIZES.n, SIZES.m)] : patterns;
  const onArrays = patterns.filter((pattern) => pattern.args[0]?.kind === 'array');
  if (target.kind === 'property') return onArrays.filter((pattern) => pattern.args.length === 1);
  return target.kind === 'index' ? onArrays.filter((pattern) => pattern.args[1]?.kind === 'int') : onArrays;
}

/** Why a law is incomplete, from anywhere in its outcome. */
function unknownsIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  const found: string[] = [];
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'unknown' && typeof inner === 'string') found.push(inner);
    else found.push(...unknownsIn(inner));
  }
  return found;
}

/**
 * Learns one target. Laws go to `keep`, and so does what has no law because it depends on data or sizes; what failed for
 * lack of time, or throws, may come out differently elsewhere and is probed when it is asked for.
 */
export function learnTarget(
  target: Target,
  reflection: Reflection,
  execute: Executor,
  keep: (key: string, answer: LawAnswer) => void,
): Coverage {
  const accepted = new Map<string, number>();
  const unknown = new Map<string, number>();
  let confirmed = 0;
  let probes = 0;
  /** Kinds of arguments with which the target trapped or hung: it takes them for something else. */
  const trapping = new Set<string>();
  let readsStrings: boolean | null = null;
  const ignoresStrings = (pattern: Pattern): boolean => {
    const args = withNonsense(pattern.args);
    if (args === null) return false;
    readsStrings ??= !answerBy({ module: 'numpy-ts', target, args }, (key, probe) => execute(probe, key)).ok;
    return !readsStrings;
  };
  const learn = (pattern: Pattern): LawAnswer => {
    if (ignoresStrings(pattern)) return NOT_TRIED;
    const call: CallSpec = { module: 'numpy-ts', target, args: pattern.args };
    const kinds = pattern.args
      .map((arg) => (arg.kind === 'array' ? `${arg.kind}${arg.shape.length}` : arg.kind))
      .join();
    const plain = /^array\d(,(int|undefined|boolean|anyNumber))*$/.test(kinds);
    if (trapping.has(kinds) || (trapping.size >= MAX_TRAPS && !plain)) return NOT_TRIED;
    probes++;
    const answer = answerBy(call, (key, probe) => {
      const answer = execute(probe, key);
      if (answer.ok || /depends on/.test(answer.reason)) keep(key, answer);
      return answer;
    });
    if (!answer.ok && TRAP.test(answer.reason)) trapping.add(kinds);
    return answer;
  };
  const count = (pattern: Pattern, answer: LawAnswer): void => {
    const reasons = answer.ok ? [...new Set(unknownsIn(answer.law.outcome))] : [answer.reason];
    for (const reason of reasons) unknown.set(reason, (unknown.get(reason) ?? 0) + 1);
    if (!answer.ok) return;
    confirmed++;
    accepted.set(pattern.name, (accepted.get(pattern.name) ?? 0) + 1);
  };
  const working = new Set<string>();
  for (const pattern of patternsFor(target, 'float64', reflection)) {
    const answer = learn(pattern);
    if (!answer.ok && answer.throws !== undefined) continue;
    count(pattern, answer);
    if (answer.ok && pattern.typed) working.add(pattern.name);
  }
  // A function that refuses floats (bitwise ones, say) may take integers.
  const first: DType = working.size === 0 ? 'int32' : 'float64';
  if (first === 'int32') {
    for (const pattern of patternsFor(target, first, reflection)) {
      const answer = learn(pattern);
      if (!answer.ok && answer.throws !== undefined) continue;
      count(pattern, answer);
      if (answer.ok && pattern.typed) working.add(pattern.name);
    }
  }
  const others = DTYPES.filter((dtype) => dtype !== 'float64' && dtype !== first);
  const byDtype = others.map((dtype) => patternsFor(target, dtype, reflection));
  for (const name of working) {
    if (!EVERY_DTYPE.test(name)) continue;
    for (const patterns of byDtype) {
      const pattern = patterns.find((candidate) => candidate.name === name);
      if (pattern === undefined || probes >= MAX_PROBES) continue;
      const answer = learn(pattern);
      if (answer.ok || answer.throws === undefined) count(pattern, answer);
    }
  }
  return {
    target,
    accepted: [...accepted].map(([pattern, dtypes]) => ({ pattern, dtypes })),
    confirmed,
    unknown,
  };
}
