/** Arrays made from sizes, constants and literal lists. */
import { ANYTHING, exactly, type ValueFact } from '../../../domain/values.ts';
import * as I from './interval.ts';
import {
  elements,
  type Outcome,
  type Rule,
  type Rules,
  storable,
  UNKNOWN,
  type ValueArg,
  type ValueCall,
} from './store.ts';

export const ZERO = I.fact(0, 0, true, true);
export const ONE = I.fact(1, 1, true, true);
const BIT = I.fact(0, 1, true, true);

const constant =
  (math: ValueFact): Rule =>
  () => ({ math, exact: true });

/** Old contents of the memory. */
const old: Rule = (call) => ({ math: storable(call.resultDType), stored: true });

/** The number at this position, or the default where the argument is absent. */
export function numberAt(call: ValueCall, at: number, absent: number | null): ValueFact | null {
  const arg = call.args[at];
  if (!arg || (arg.kind === 'other' && arg.constant === undefined)) return absent === null ? null : exactly(absent);
  return arg.kind === 'number' ? arg.values : null;
}

function filled(at: number): Rule {
  return (call) => {
    const arg = call.args[at];
    const math = arg?.kind === 'array' ? null : elements(arg);
    // Fractions become 64-bit integers by rounding, others by leaving the fraction away.
    if (math && !math.integral && (call.resultDType === 'int64' || call.resultDType === 'uint64'))
      return { math: I.fact(Math.floor(math.lo), Math.ceil(math.hi), true, math.finite), exact: false };
    return math ? { math, exact: true } : UNKNOWN;
  };
}

/** Nested lists of numbers. Ragged rows and arrays inside a list become NaN; null becomes 0, undefined NaN. */
function literal(arg: ValueArg): { values: ValueFact | null; shape: string | null } {
  if (arg.kind === 'number') return { values: arg.values, shape: '' };
  if (arg.kind === 'other' && typeof arg.constant === 'boolean') return { values: elements(arg), shape: '' };
  if (arg.kind !== 'list') return { values: null, shape: null };
  if (arg.items.length === 0) return { values: ZERO, shape: '0' };
  const items = arg.items.map(literal);
  const first = items[0]?.shape ?? null;
  const values: ValueFact[] = [];
  for (const item of items) {
    if (item.values === null || item.shape !== first) return { values: null, shape: null };
    values.push(item.values);
  }
  return { values: I.join(...values), shape: first === null ? null : `${items.length},${first}` };
}

/** `array`, `asarray`, …: of an array its elements, converted; of literals their numbers. */
const array: Rule = (call) => {
  const arg = call.args[0];
  if (!arg) return UNKNOWN;
  if (arg.kind === 'array') return { math: elements(arg) ?? ANYTHING, exact: true, selected: [arg] };
  const { values } = literal(arg);
  return values ? { math: values, exact: true } : { math: ANYTHING };
};

const arange: Rule = (call) => {
  const one = numberAt(call, 1, Number.NaN);
  const first = numberAt(call, 0, null);
  const step = numberAt(call, 2, 1);
  if (!one || !first || !step) return UNKNOWN;
  const alone = !call.args[1] || (call.args[1].kind === 'other' && call.args[1].constant === undefined);
  const [start, stop] = alone ? [ZERO, first] : [first, one];
  const math = range(start, stop, step, call.resultSize);
  // Counting up from a whole number passes through the plain zero.
  return { math: math.integral && step.lo > 0 ? { ...math, plainZero: true } : math, exact: true };
};

function range(start: ValueFact, stop: ValueFact, step: ValueFact, size: number | null): ValueFact {
  const integral = start.integral && step.integral;
  if (!start.finite || !step.finite || I.holdsZero(step)) return { ...ANYTHING, integral };
  const known = [start, stop, step].every((v) => v.lo === v.hi && v.finite);
  const count = known ? Math.max(0, Math.ceil((stop.lo - start.lo) / step.lo)) : size;
  if (count !== null && count > 0 && start.lo === start.hi && step.lo === step.hi) {
    const last = start.lo + (count - 1) * step.lo;
    return I.fact(Math.min(start.lo, last), Math.max(start.lo, last), integral, Number.isFinite(last));
  }
  // Every element lies between start and stop. Rounding may carry the last one to stop or just beyond.
  const edge = integral && stop.integral ? 1 : 0;
  const slip = integral ? 0 : 8 * 2 ** -52 * (I.magnitude(start) + I.magnitude(stop));
  const math =
    step.lo > 0
      ? I.fact(start.lo, Math.max(start.lo, start.hi, stop.hi - edge + slip), integral, true)
      : I.fact(Math.min(start.lo, start.hi, stop.lo + edge - slip), start.hi, integral, true);
  return stop.finite ? math : { ...math, finite: false };
}

/** Between two numbers; steps are rounded, so the last may be a little beyond. */
function spaced(through: (x: number) => number, relative: number, absolute: boolean): Rule {
  return (call) => {
    const [a, b] = [numberAt(call, 0, null), numberAt(call, 1, null)];
    if (!a || !b || !a.finite || !b.finite) return UNKNOWN;
    const ends = I.join(a, b);
    const margin = absolute ? I.magnitude(ends) * relative : 0;
    const math = I.increasing({ ...ends, lo: ends.lo - margin, hi: ends.hi + margin }, through);
    // A single number is the start itself.
    const same = a.lo === a.hi && b.lo === b.hi && a.lo === b.lo && a.integral && !absolute;
    return { math: same ? ends : I.slack({ ...math, integral: false }, relative) };
  };
}

const linspace: Rule = (call) => {
  const [a, b] = [numberAt(call, 0, null), numberAt(call, 1, null)];
  if (!a || !b || !a.finite || !b.finite) return UNKNOWN;
  if (a.lo === a.hi && b.lo === b.hi && a.lo === b.lo) return { math: a };
  const ends = { ...I.join(a, b), integral: false };
  const slip = I.magnitude(ends) * 2 ** -50;
  // The first is exactly the start.
  const lo = b.lo < a.lo ? b.lo - slip : a.lo;
  const hi = b.hi > a.hi ? b.hi + slip : a.hi;
  return { math: stepped(a, b, numberAt(call, 2, 50)) ?? { ...ends, lo, hi } };
};

/** The very numbers of a linspace whose ends and count are known. */
function stepped(a: ValueFact, b: ValueFact, num: ValueFact | null): ValueFact | null {
  if (!num || num.lo !== num.hi || a.lo !== a.hi || b.lo !== b.hi || num.lo < 2) return null;
  const step = (b.lo - a.lo) / (num.lo - 1);
  const last = a.lo + (num.lo - 1) * step;
  const integral = Number.isInteger(a.lo) && Number.isInteger(step);
  return I.fact(Math.min(a.lo, last), Math.max(a.lo, last), integral, Number.isFinite(last));
}

const logspace: Rule = (call) => {
  const base = numberAt(call, 3, 10);
  if (!base || base.lo !== base.hi || base.lo <= 1) return { math: ANYTHING };
  return spaced((x) => base.lo ** x, 2 ** -40, true)(call);
};

const geomspace: Rule = (call) => {
  const [a, b] = [numberAt(call, 0, null), numberAt(call, 1, null)];
  if (!a || !b || !a.finite || !b.finite) return UNKNOWN;
  return { math: I.slack({ ...I.join(a, b), integral: false }, 2 ** -40) };
};

/** Coordinates: below the greatest dimension. */
const indices: Rule = (call) => {
  const dims = elements(call.args[0]);
  const most = dims?.finite ? Math.max(0, dims.hi - 1) : 2 ** 33;
  return { math: I.fact(0, most, true, true), exact: true };
};

const diagonalMatrix: Rule = (call) => {
  const v = elements(call.args[0]);
  return v ? { math: I.join(v, ZERO), exact: true } : UNKNOWN;
};

const meshgrid: Rule = (call) => {
  const parts = call.args.filter((a) => a.kind !== 'options').map((a) => elements(a));
  if (parts.length === 0 || parts.some((p) => p === null)) return UNKNOWN;
  return { math: I.join(...(parts as ValueFact[])), exact: true };
};

const vander: Rule = (call) => {
  const v = elements(call.args[0]);
  const array = call.args[0];
  const columns = numberAt(call, 1, array?.kind === 'array' && array.size !== null ? array.size : Number.NaN);
  if (!v || !columns?.finite || !v.finite || columns.hi < 1) return { math: ANYTHING };
  const most = Math.max(1, I.magnitude(v)) ** (columns.hi - 1);
  const math = I.fact(v.lo >= 0 ? 0 : -most, most, v.integral, Number.isFinite(most));
  return { math: I.slack(math, v.integral && most < 2 ** 53 ? 0 : 2 ** -20) };
};

export function sequenceIndices(most: (call: ValueCall) => number | null): Rule {
  return (call): Outcome => ({ math: I.fact(0, most(call) ?? 2 ** 33, true, true), exact: true });
}

const below =
  (...at: number[]) =>
  (call: ValueCall): number | null => {
    const known = at.map((i) => numberAt(call, i, 0));
    return known.every((v) => v?.finite) ? Math.max(0, ...known.map((v) => (v as ValueFact).hi - 1)) : null;
  };

const belowSize = (call: ValueCall): number | null => {
  const array = call.args[0];
  return array?.kind === 'array' && array.size !== null ? Math.max(0, array.size - 1) : null;
};

export const CREATION: Rules = {
  zeros: constant(ZERO),
  zeros_like: constant(ZERO),
  ones: constant(ONE),
  ones_like: constant(ONE),
  empty: old,
  empty_like: old,
  full: filled(1),
  full_like: filled(1),
  eye: constant(BIT),
  identity: constant(BIT),
  tri: constant(BIT),
  array,
  asarray: array,
  asanyarray: array,
  ascontiguousarray: array,
  asfortranarray: array,
  asarray_chkfinite: array,
  require: array,
  arange,
  linspace,
  logspace,
  geomspace,
  indices,
  diag: diagonalMatrix,
  diagflat: diagonalMatrix,
  vander,
  meshgrid,
  fromfunction: () => ({ math: ANYTHING }),
  fromiter: () => ({ math: ANYTHING }),
  fromstring: () => ({ math: ANYTHING }),
  frombuffer: () => UNKNOWN,
  diag_indices: sequenceIndices(below(0)),
  tril_indices: sequenceIndices(below(0, 2)),
  triu_indices: sequenceIndices(below(0, 2)),
  mask_indices: sequenceIndices(below(0)),
  diag_indices_from: sequenceIndices(belowSize),
  tril_indices_from: sequenceIndices(belowSize),
  triu_indices_from: sequenceIndices(belowSize),
};
