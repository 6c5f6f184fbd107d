/**
 * What is known of a result of which no law tells all: its dtype, which for most calls does not depend on what is not
 * known of their arguments. Nothing is said of its memory, which may be that of an argument.
 */
import type { Outcome } from 'bytelens/laws';
import type { Reason } from '../../api.ts';
import type { State } from '../../domain/state.ts';
import { ANY_BOOL, ANY_NUMBER, type ArrayValue, NO_HANDLE, UNDEFINED, type Value } from '../../domain/value.ts';
import { isDType } from '../../domain/values.ts';
import type { Context } from '../../interp/context.ts';
import { askAtSize } from './ask.ts';
import type { LibraryCall } from './call.ts';

/**
 * Calls that always give an array of the dtype of their first argument, whatever else they are given and however large
 * it is. Found by running; held by test/analysis/partly.test.ts.
 */
export const KEEPS_DTYPE: ReadonlySet<string> = new Set([
  'T',
  'atleast_1d',
  'atleast_2d',
  'bindex',
  'col',
  'cols',
  'broadcast_to',
  'compress',
  'copy',
  'diagonal',
  'expand_dims',
  'extract',
  'flatten',
  'flip',
  'fliplr',
  'flipud',
  'iindex',
  'moveaxis',
  'pad',
  'ravel',
  'repeat',
  'reshape',
  'roll',
  'rot90',
  'row',
  'rows',
  'slice',
  'sort',
  'squeeze',
  'swapaxes',
  'take',
  'tile',
  'transpose',
  'tril',
  'triu',
]);

/** Calls that make an array of a shape and a dtype that they are given, float64 where they are given none: the place of the dtype. */
const MAKES: ReadonlyMap<string, number> = new Map([
  ['zeros', 1],
  ['ones', 1],
  ['empty', 1],
]);

/** A size below that at which kernels switch, and one above it; each for arrays of few and of many axes. */
const SMALL = [3, 5];
const LARGE = [11, 67];
/** Arrays of more axes are not tried at the largest size. */
const MOST_AXES_AT_LARGEST = 2;

/** What the result is, as far as that is known; null where not even its dtype is. */
export function partlyKnown(c: Context, call: LibraryCall, why: Reason, state: State): Value | null {
  const [first = UNDEFINED] = call.args;
  const array = (dtypes: ArrayValue['dtypes'], rank: number | null, cls: ArrayValue['cls']): ArrayValue => ({
    k: 'array',
    library: 'numpy-ts',
    cls,
    ctor: null,
    dtypes,
    shape: rank === null ? null : Array.from({ length: rank }, () => null),
    strides: null,
    stores: [],
    handle: NO_HANDLE,
    owns: 'unknown',
    part: true,
    storedItemBytes: null,
    backing: 'unknown',
    why,
    plan: null,
  });
  const dtypeAt = MAKES.get(call.name);
  if (dtypeAt !== undefined && call.target.kind === 'function') {
    const dtype = call.args[dtypeAt] ?? UNDEFINED;
    const rank = rankOf(first, state);
    if (dtype.k === 'undefined') return array(['float64'], rank, 'NDArray');
    return dtype.k === 'str' && dtype.value !== null && isDType(dtype.value)
      ? array([dtype.value], rank, 'NDArray')
      : null;
  }
  if (KEEPS_DTYPE.has(call.name)) {
    const source = call.name === 'compress' || call.name === 'extract' ? (call.args[1] ?? UNDEFINED) : first;
    const method = call.target.kind === 'method' ? first : source;
    return method.k === 'array' && method.library === 'numpy-ts' && method.dtypes?.includes('float16') === false
      ? array(method.dtypes, null, 'either')
      : null;
  }
  const found = alike(c, call, state);
  if (!found) return null;
  const { one, sameRank } = found;
  return one.kind === 'array' ? array([one.dtype], sameRank ? one.shape.length : null, 'either') : scalar(one.type);
}

type Found = Extract<Outcome, { kind: 'array' | 'scalar' }>;

function scalar(type: Extract<Outcome, { kind: 'scalar' }>['type']): Value | null {
  if (type === 'number') return ANY_NUMBER;
  return type === 'boolean' ? ANY_BOOL : type === 'bigint' ? { k: 'bigint', value: null } : null;
}

/** How many axes a shape has, where that is known. */
function rankOf(shape: Value, state: State): number | null {
  if (shape.k !== 'object') return null;
  const lengths = new Set(
    shape.ids.map((id) => {
      const cell = state.heap.get(id);
      return cell?.t === 'list' && !cell.given ? (cell.length?.value ?? null) : null;
    }),
  );
  const [only = null] = lengths;
  return lengths.size === 1 ? only : null;
}

/**
 * What the call gives at sizes that it may not have, all axes of all arrays being of one length: where that is the same
 * at small and at large ones, it is so at any.
 */
function alike(c: Context, call: LibraryCall, state: State): { one: Found; sameRank: boolean } | null {
  const arrays = call.args.filter((a): a is ArrayValue => a.k === 'array' && a.library === 'numpy-ts');
  const open = arrays.some((a) => a.shape === null || a.shape.includes(null));
  if (!open || arrays.some((a) => a.dtypes?.length !== 1)) return null;
  const most = Math.max(...arrays.map((a) => a.shape?.length ?? 0));
  const at = (sizes: readonly number[]): Outcome[] =>
    sizes
      .filter((n) => n < Math.max(...LARGE) || most <= MOST_AXES_AT_LARGEST)
      .flatMap((n) => askAtSize(c, call, state, n) ?? [])
      .map((law) => law.outcome);
  const small = at(SMALL);
  const large = small.length === 0 ? [] : at(LARGE);
  const [one] = large;
  if (!one || (one.kind !== 'array' && one.kind !== 'scalar')) return null;
  const all = [...small, ...large];
  if (!all.every((o) => isAlike(o, one))) return null;
  const ranks = new Set(all.map((o) => (o.kind === 'array' ? o.shape.length : 0)));
  return { one, sameRank: ranks.size === 1 };
}

function isAlike(a: Outcome, b: Found): boolean {
  if (a.kind === 'array' && b.kind === 'array') return a.dtype === b.dtype;
  return a.kind === 'scalar' && b.kind === 'scalar' && a.type === b.type;
}
