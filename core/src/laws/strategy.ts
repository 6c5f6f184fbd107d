/**
 * Which probes answer a call, in which order. Pure: the caller says how a probe is answered (from a cache, a table, a
 * worker, or by running it right here).
 *
 * A free family comes first, because its law serves all sizes. Where sizes are constants and the free law fails or
 * leaves something unknown, the call is executed at its very sizes if it is small, and probed as a narrower family (large
 * sizes only, in the same order, with the same remainders) if it is not. Views of large arrays come from virtual arrays.
 */

import { callWeight, modulusOf, type Relation } from './assignments.ts';
import { deniedReason } from './denied.ts';
import { type Family, familyOf, LIFT_FROM, LIFT_FROM_SMALLER, mapArg } from './family.ts';
import { probeKey } from './keys.ts';
import type { Probe } from './probes.ts';
import { collectSymbols, format, substitute } from './sizes.ts';
import { sliceIntegers } from './slices.ts';
import type { ArgSpec, CallSpec, DimExpr, Law, LawAnswer, Outcome, ResultDim } from './types.ts';

/** Arguments of at most this many elements can be executed at their very size. */
const EXACT_ELEMENTS = 65_536;
/** Unlifted dimensions may multiply arrays by this much before a lower limit for lifting is used. */
const MAX_FIXED_ELEMENTS = 2048;

export type Ask = (key: string, probe: Probe) => LawAnswer;
export type Known = (key: string) => LawAnswer | undefined;

/** Replaces every size in a result. */
export function mapOutcome(outcome: Outcome, size: (expression: DimExpr) => DimExpr): Outcome {
  const dim = (value: ResultDim): ResultDim => {
    if (typeof value === 'number' || !('unknown' in value)) return size(value);
    return value.atMost === undefined ? value : { ...value, atMost: size(value.atMost) };
  };
  switch (outcome.kind) {
    case 'array':
      return {
        ...outcome,
        shape: outcome.shape.map(dim),
        strides: outcome.strides === null ? null : outcome.strides.map(size),
        ...(outcome.heldBytes === undefined ? {} : { heldBytes: dim(outcome.heldBytes) }),
      };
    case 'typed':
      return { ...outcome, length: dim(outcome.length) };
    case 'list':
      return { ...outcome, items: outcome.items.map((item) => mapOutcome(item, size)) };
    case 'listOf':
      return { ...outcome, length: dim(outcome.length), item: mapOutcome(outcome.item, size) };
    case 'object':
      return {
        ...outcome,
        fields: Object.fromEntries(
          Object.entries(outcome.fields).map(([name, field]) => [name, mapOutcome(field, size)]),
        ),
      };
    default:
      return outcome;
  }
}

function mapLaw(law: Law, size: (expression: DimExpr) => DimExpr): Law {
  const buffers = (list: readonly { items: DimExpr; itemBytes: number }[]): { items: DimExpr; itemBytes: number }[] =>
    list.map((buffer) => ({ ...buffer, items: size(buffer.items) }));
  return {
    ...law,
    outcome: mapOutcome(law.outcome, size),
    transient: law.transient && {
      pool: buffers(law.transient.pool),
      js: buffers(law.transient.js),
      ...(law.transient.early ? { early: true } : {}),
      ...(law.transient.dropped ? { dropped: buffers(law.transient.dropped) } : {}),
    },
  };
}

/** Whether a law leaves out nothing that a narrower probe could tell. */
function isComplete(outcome: Outcome): boolean {
  const known = (dim: ResultDim): boolean => typeof dim === 'number' || !('unknown' in dim);
  switch (outcome.kind) {
    case 'array':
      return outcome.shape.every(known) && outcome.strides !== null && outcome.storage.kind !== 'either';
    case 'typed':
      return known(outcome.length) && outcome.storage.kind !== 'either';
    case 'list':
      return outcome.items.every(isComplete);
    case 'listOf':
      return known(outcome.length) && isComplete(outcome.item);
    case 'object':
      return Object.values(outcome.fields).every(isComplete);
    default:
      return true;
  }
}

/** Float16 arrays take two bytes where the runtime has them natively and four elsewhere: no law holds for both. */
function needsMissingFloat16(call: CallSpec): boolean {
  return typeof globalThis.Float16Array !== 'function' && /"[fF]loat16(Array)?"/.test(JSON.stringify(call.args));
}

function isConcrete(call: CallSpec): boolean {
  const symbols = new Set<string>();
  for (const arg of call.args) {
    mapArg(
      arg,
      (expr) => {
        collectSymbols(expr, symbols);
        return expr;
      },
      (strides) => {
        for (const stride of strides) collectSymbols(stride, symbols);
        return strides;
      },
      () => null,
    );
  }
  return symbols.size === 0;
}

/** Elements of the arrays of a call when all that varies is as small as it gets. */
function fixedElements(family: Family): number {
  const sizes = Object.fromEntries(family.atoms.map((atom) => [atom.name, 1]));
  const arrays = family.call.args.filter((arg) => arg.kind === 'array' || arg.kind === 'typed');
  return callWeight({ ...family.call, args: arrays }, sizes);
}

function chooseFamily(call: CallSpec, allRelated: boolean): Family {
  const family = familyOf(call, LIFT_FROM, allRelated);
  return fixedElements(family) <= MAX_FIXED_ELEMENTS ? family : familyOf(call, LIFT_FROM_SMALLER, allRelated);
}

function familyProbe(family: Family, relation: Relation): Probe {
  const { call, integerClasses } = family;
  const atoms = family.atoms.map(({ name, binding }) => ({
    name,
    actual: typeof binding === 'number' ? binding : null,
  }));
  return { kind: 'family', call, atoms, integerClasses, relation };
}

function instantiate(family: Family, answer: LawAnswer): LawAnswer {
  const bindings = new Map(family.atoms.map((atom) => [atom.name, atom.binding]));
  const replace = (symbol: string): DimExpr => bindings.get(symbol) ?? { sym: symbol };
  if (!answer.ok) {
    const tell = (text: string): string => text.replace(/‹(\w+)›/g, (_, symbol: string) => format(replace(symbol)));
    const { throws, throwsAt } = answer;
    return {
      ok: false,
      reason: tell(answer.reason),
      ...(throws === undefined ? {} : { throws: tell(throws) }),
      ...(throwsAt === undefined ? {} : { throwsAt: tell(throwsAt) }),
    };
  }
  return { ok: true, law: mapLaw(answer.law, (expression) => substitute(expression, replace)) };
}

/** Whether a string argument is a slice with bounds. */
function cutsByNumbers(call: CallSpec): boolean {
  return call.args.some((arg) => arg.kind === 'string' && sliceIntegers(arg.value).length > 0);
}

/** Integers from here to where constants are lifted are asked for together where that is known to be the same. */
const FIRST_OF_MANY = 3;
/** Single integers of which laws are commonly known: those of unknown numbers must agree with one of them. */
const WITNESSES = [2, 0] as const;

/**
 * The law of a call with a small integer (`x.multiply(7)`), where what is known of unknown numbers and of another integer
 * is the same law: then the number makes no difference to it. Null where that is not known without executing anything.
 */
function ofAnyInteger(call: CallSpec, known: Known): LawAnswer | null {
  const isOne = (arg: ArgSpec): boolean =>
    arg.kind === 'int' && typeof arg.value === 'number' && arg.value >= FIRST_OF_MANY && arg.value < LIFT_FROM;
  if (!call.args.some(isOne)) return null;
  const instead = (by: ArgSpec): LawAnswer | null => {
    const other = { ...call, args: call.args.map((arg) => (isOne(arg) ? by : arg)) };
    const family = chooseFamily(other, false);
    if (family.atoms.length === 0) return null;
    const answer = known(probeKey(familyProbe(family, 'free')));
    // Where nothing is made, the number may be an axis or a position.
    const isMade = answer?.ok && answer.law.outcome.kind === 'array' && answer.law.outcome.storage.kind === 'owns';
    return isMade && isComplete(answer.law.outcome) ? instantiate(family, answer) : null;
  };
  const general = instead({ kind: 'anyNumber', integer: false });
  if (!general) return null;
  const text = JSON.stringify(general);
  return WITNESSES.some((value) => JSON.stringify(instead({ kind: 'int', value })) === text) ? general : null;
}

/** Answers one call through `ask`. `known` tells what is at hand without executing anything. */
export function answerBy(call: CallSpec, ask: Ask, known: Known = () => undefined): LawAnswer {
  const denied = deniedReason(call.target);
  if (denied !== null) return { ok: false, reason: denied };
  if (needsMissingFloat16(call)) return { ok: false, reason: 'this runtime has no native Float16Array' };
  const put = (probe: Probe): LawAnswer => ask(probeKey(probe), probe);
  const same = ofAnyInteger(call, known);
  if (same) return same;
  const concrete = isConcrete(call);
  const free = chooseFamily(call, false);
  if (free.atoms.length === 0) return put({ kind: 'exact', call: free.call });

  // Where a slice with bounds ends depends on which is larger, bound or size: at its very sizes that is no question.
  // The core makes views of nothing, and its own kernels must not meet arrays that are not there.
  const virtually = concrete && call.module !== 'bytelens';
  if (virtually && cutsByNumbers(call)) {
    const virtual = put({ kind: 'virtual', call: { ...call, module: free.call.module } });
    if (virtual.ok) return virtual;
  }
  const answers: LawAnswer[] = [instantiate(free, put(familyProbe(free, 'free')))];
  const settled = (): LawAnswer | undefined => answers.find((answer) => answer.ok && isComplete(answer.law.outcome));
  if (settled() === undefined && concrete && callWeight(call, {}) <= EXACT_ELEMENTS) {
    const { module } = free.call;
    const exact = put({ kind: 'exact', call: { ...call, module } });
    if (exact.ok) return exact;
    answers.push(exact);
  }
  if (settled() === undefined && free.atoms.some((atom) => typeof atom.binding === 'number')) {
    const related = chooseFamily(call, true);
    answers.push(instantiate(related, put(familyProbe(related, 'ordered'))));
    if (settled() === undefined && modulusOf(related.call) > 1) {
      answers.push(instantiate(related, put(familyProbe(related, 'congruent'))));
    }
  }
  if (settled() === undefined && virtually) {
    const virtual = put({ kind: 'virtual', call: { ...call, module: free.call.module } });
    if (virtual.ok) return virtual;
    if (virtual.throws !== undefined && answers.every((answer) => !answer.ok && answer.throws !== undefined))
      return virtual;
  }
  const partial = answers.find((answer) => answer.ok);
  return (
    settled() ??
    partial ??
    (answers.find((answer) => !answer.ok && answer.throws !== undefined) as LawAnswer | undefined) ??
    (answers[0] as LawAnswer)
  );
}
