/** Functions that move elements, choose among them, convert them, or report where they are. */
import type { DType } from 'bytelens/laws';
import { ANYTHING, isIntegerDType, type ValueFact } from '../../../domain/values.ts';
import { ZERO } from './creation.ts';
import * as I from './interval.ts';
import { positions } from './reductions.ts';
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

/** Elements of one operand. */
function from(at: number): Rule {
  return (call) => {
    const v = elements(call.args[at]);
    return v ? { math: v, exact: true, selected: [call.args[at]] } : UNKNOWN;
  };
}

/** Elements of one operand, or zeros. */
function withZero(at: number): Rule {
  return (call) => {
    const v = elements(call.args[at]);
    return v ? { math: I.join(v, ZERO), exact: true, selected: [call.args[at]] } : UNKNOWN;
  };
}

function joined(args: readonly (ValueArg | undefined)[]): Outcome {
  const facts = args.map((a) => elements(a));
  if (facts.length === 0 || facts.some((f) => f === null)) return UNKNOWN;
  return { math: I.join(...(facts as ValueFact[])), exact: true, selected: args };
}

/** All operands at these positions, whatever dtype they are converted to. */
function among(...at: number[]): Rule {
  return (call) => joined(at.map((i) => call.args[i]));
}

const where: Rule = (call) => {
  if (call.args.length === 1) return positions(0)(call);
  return joined([call.args[1], call.args[2]]);
};

const select: Rule = (call) => {
  const fallback = call.args[2];
  const absent = !fallback || (fallback.kind === 'other' && fallback.constant === undefined);
  return joined(absent ? [call.args[1], { kind: 'number', values: ZERO }] : [call.args[1], fallback]);
};

/** `compress(condition, a)`, but `a.compress(condition)`: the result has the dtype of `a`. */
const compress: Rule = (call) => {
  const arrays = [call.args[0], call.args[1]].filter((arg) => arg?.kind === 'array');
  const alike = arrays.filter((arg) => arg?.dtype === call.resultDType || arg?.dtype === null);
  if (call.resultDType !== null && alike.length === 1) return joined(alike);
  return arrays.length === 2 ? joined(arrays) : from(arrays[0] === call.args[0] ? 0 : 1)(call);
};

const pad: Rule = (call) => {
  const fill = call.args[3];
  const absent = !fill || (fill.kind === 'other' && fill.constant === undefined);
  return joined([call.args[0], absent ? { kind: 'number', values: ZERO } : fill]);
};

/**
 * An absent bound is an infinity, which the kernels (from 32 elements) convert to the integer 0: `clip(0, null)` of
 * integers gives zeros. A scalar bound that does not fit the array's dtype wraps.
 */
const clip: Rule = (call) => {
  const arg = call.args[0];
  const v = elements(arg);
  if (!arg || !v || arg.kind !== 'array') return UNKNOWN;
  const low = bound(call.args[1], -Infinity, arg.dtype);
  const high = bound(call.args[2], Infinity, arg.dtype);
  if (!low || !high) return UNKNOWN;
  if (low.unfit || high.unfit) return { math: ANYTHING, unsure: true };
  if (low.infinite || high.infinite) {
    const zero = I.join(ZERO, clipped(v, low.values, high.values));
    return { math: I.join(zero, clipped(v, ZERO, high.values), clipped(v, low.values, ZERO)), unsure: true };
  }
  const math = clipped(v, low.values, high.values);
  return { math, exact: !low.fractional && !high.fractional, selected: [arg, call.args[1], call.args[2]] };
};

interface Bound {
  readonly values: ValueFact | null;
  readonly unfit: boolean;
  readonly fractional: boolean;
  readonly infinite: boolean;
}

function bound(arg: ValueArg | undefined, absent: number, dtype: DType | null): Bound | null {
  const integer = dtype === null || isIntegerDType(dtype);
  const none = !arg || (arg.kind === 'other' && (arg.constant === null || arg.constant === undefined));
  if (none) return { values: null, unfit: false, fractional: false, infinite: integer };
  const v = elements(arg);
  if (!v) return null;
  if (arg.kind === 'number' && v.lo === absent && v.hi === absent) return bound(undefined, absent, dtype);
  if (!integer) return { values: v, unfit: false, fractional: false, infinite: false };
  const fractional = !v.integral || !v.finite;
  const values = fractional ? { ...v, lo: Math.floor(v.lo), hi: Math.ceil(v.hi) } : v;
  const range = dtype === null ? I.fact(0, 127, true, true) : storable(dtype);
  return { values, unfit: !v.finite || values.lo < range.lo || values.hi > range.hi, fractional, infinite: false };
}

function clipped(v: ValueFact, low: ValueFact | null, high: ValueFact | null): ValueFact {
  let out = low ? I.maximum(v, low) : v;
  if (high) out = I.minimum(out, high);
  // Where the bounds cross, implementations disagree on which one wins.
  if (low && high && low.hi > high.lo) out = I.join(out, low, high);
  return { ...out, finite: v.finite && (low?.finite ?? true) && (high?.finite ?? true) };
}

const convert: Rule = (call) => {
  const v = elements(call.args[0]);
  if (!v) return UNKNOWN;
  if (call.resultDType === 'bool')
    return { math: I.fact(I.holdsZero(v) ? 0 : 1, v.lo === 0 && v.hi === 0 ? 0 : 1, true, true) };
  return { math: v, exact: true };
};

const histogram: Rule = (call) => {
  const array = call.args[0];
  const v = elements(array);
  const size = array?.kind === 'array' && array.size !== null ? array.size : 2 ** 33;
  if (!v || call.args.length > 3 || (array?.kind === 'array' && (array.dtype ?? 'float16') === 'float16'))
    return UNKNOWN;
  // Counts in one result, edges in the other.
  const bins = elements(call.args[1]);
  const ends = elements(call.args[2]);
  const edges = [v, I.add(v, I.fact(-1, 1, true, true))];
  if (ends) edges.push(ends);
  if (bins && call.args[1]?.kind !== 'number') edges.push(bins);
  const margin = I.magnitude(I.join(...edges)) * 2 ** -20;
  if (!(margin < 1e300)) return { math: ANYTHING };
  const all = I.join(I.fact(0, size, true, true), ...edges);
  return { math: { ...all, lo: Math.min(0, all.lo - margin), hi: all.hi + margin, integral: false } };
};

/** The counts are added to what the memory held before: kernels do not clear it. */
const bincount: Rule = () => ({ math: ANYTHING });

/** `unique` may also return positions and counts. */
const unique: Rule = (call) => {
  const v = elements(call.args[0]);
  if (!v) return UNKNOWN;
  if (call.args.length === 1) return { math: v, exact: true, selected: [call.args[0]] };
  const array = call.args[0];
  const size = array?.kind === 'array' && array.size !== null ? array.size : 2 ** 33;
  return { math: I.join(v, I.fact(0, size, true, true)), exact: true };
};

const uniqueWithPositions: Rule = (call) => unique({ ...call, args: [...call.args, { kind: 'other' }] });

const sizeOf = (call: ValueCall, at: number): number | null => {
  const arg = call.args[at];
  if (arg?.kind === 'array') return arg.size;
  return arg?.kind === 'list' ? arg.items.length : null;
};

/** Bin numbers: 0 to the number of edges. */
function bins(at: number): Rule {
  return (call) => ({ math: I.fact(0, sizeOf(call, at) ?? 2 ** 33, true, true), exact: true });
}

const randomAccess = ['iindex', 'bindex', 'vindex', 'take', 'take_along_axis'];

/** The result has the dtype of the operand and some of its elements. */
export const PASS = [
  ...['copy', 'reshape', 'ravel', 'flatten', 'squeeze', 'expand_dims', 'swapaxes', 'moveaxis', 'rollaxis', 'T'],
  ...['transpose', 'permute_dims', 'matrix_transpose', 'slice', 'row', 'col', 'rows', 'cols', 'get', 'item', 'iget'],
  ...['repeat', 'tile', 'roll', 'flip', 'fliplr', 'flipud', 'rot90', 'split', 'array_split', 'hsplit', 'vsplit'],
  ...['dsplit', 'unstack', 'broadcast_to', 'diagonal', 'trim_zeros', 'unique_values', 'delete', 'delete_'],
  ...['atleast_1d', 'atleast_2d', 'atleast_3d', 'tolist', 'toArray', 'positive', 'setdiff1d', 'resize'],
  ...[
    'linalg.transpose',
    'linalg.matrix_transpose',
    'linalg.permute_dims',
    'linalg.diagonal',
    'index',
    ...randomAccess,
  ],
];

/** In the first operand's dtype (or another), with loss. */
const GATHER = ['concatenate', 'concat', 'stack', 'vstack', 'hstack', 'dstack', 'column_stack', 'row_stack', 'block'];

const sorted: Rule = (call) => {
  const arg = call.args[0];
  if (arg?.kind === 'array' && arg.dtype === 'float16') return UNKNOWN;
  return from(0)(call);
};

/** Between the values at the nodes, or the two given for outside. */
const interp: Rule = (call) => {
  const outside = [call.args[3], call.args[4]].filter((arg) => arg?.kind === 'number');
  const facts = [call.args[2], ...outside].map((arg) => elements(arg));
  const known = facts.every((f) => f !== null) && call.args.length <= 5;
  const nodes = elements(call.args[1]);
  const x = elements(call.args[0]);
  const finite = known && nodes?.finite && x?.finite && facts.every((f) => f?.finite && I.magnitude(f) < 1e150);
  if (!finite || I.magnitude(nodes) > 1e150) return { math: ANYTHING };
  const math = { ...I.join(...(facts as ValueFact[])), integral: false };
  const margin = I.magnitude(math) * 2 ** -20;
  // Nodes that coincide divide by zero.
  return { math: { ...math, lo: math.lo - margin, hi: math.hi + margin, finite: false } };
};

const broadcastArrays: Rule = (call) => joined(call.args);

export const MOVEMENT: Rules = {
  ...Object.fromEntries(PASS.map((name) => [name, from(0)])),
  ...Object.fromEntries(GATHER.map((name) => [name, from(0)])),
  broadcast_arrays: broadcastArrays,
  tril: withZero(0),
  triu: withZero(0),
  sort: sorted,
  partition: sorted,
  append: among(0, 1),
  insert: among(0, 2),
  union1d: among(0, 1),
  setxor1d: among(0, 1),
  intersect1d: among(0, 1),
  choose: among(1),
  extract: from(1),
  where,
  select,
  compress,
  pad,
  clip,
  astype: convert,
  unique,
  unique_all: uniqueWithPositions,
  unique_counts: uniqueWithPositions,
  unique_inverse: uniqueWithPositions,
  interp,
  lexsort: () => ({ math: I.fact(0, 2 ** 33, true, true), exact: true }),
  angle: () => ({ math: I.fact(-181, 181, false, false) }),
  real_if_close: from(0),
  view: from(0),
  'fft.fftshift': from(0),
  'fft.ifftshift': from(0),
  argsort: positions(0),
  argpartition: positions(0),
  argwhere: positions(0),
  nonzero: positions(0),
  flatnonzero: positions(0),
  searchsorted: bins(0),
  digitize: bins(1),
  bincount,
  histogram,
};
