/**
 * Functions of numpy-ts 1.7.0 that read a view of a part as what it is: same numbers as from a copy, in every dtype.
 * Others ignore where the view begins or its strides (`x.slice('2:6').astype('float32')` reads from 0), so what they
 * give may change with the dtype or with a copy. Found by running, and held by test/analysis/views.test.ts.
 */
export const READS_VIEWS: ReadonlySet<string> = new Set([
  'sum',
  'max',
  'min',
  'count_nonzero',
  'any',
  'all',
  'argmax',
  'argmin',
  'subtract',
  'multiply',
  'divide',
  'equal',
  'less',
  'less_equal',
  'greater',
  'greater_equal',
  'copy',
  'flatten',
  'absolute',
  'sqrt',
  'cumsum',
  'sort',
  'concatenate',
  'stack',
  'where',
  'tolist',
  'repeat',
  'tile',
  'take',
  'median',
  'negative',
  'bitwise_and',
  'logical_not',
  'array',
  'flip',
  'roll',
  'nonzero',
  'get',
  'iget',
  'item',
  'ravel',
  'reshape',
  'slice',
  'fill',
  'set',
  'iset',
  'T',
  'transpose',
  'squeeze',
  'expand_dims',
  'dispose',
]);

/** Of these, the ones that do so only where they are given nothing but the array: `array(view, dtype)` ignores its strides. */
const ALONE: ReadonlySet<string> = new Set(['array']);

/** Whether a call with so many arguments reads a view of a part as what it is. */
export function readsViews(name: string, args: number): boolean {
  return READS_VIEWS.has(name) && (args <= 1 || !ALONE.has(name));
}

/**
 * Functions whose views numpy-ts 1.7 does not count among the holders of the memory: it is freed with the array that
 * they are made of, whoever still reads them. Found by running, with freed memory overwritten (test/fuzz/poison.ts).
 */
export const UNCOUNTED_VIEWS: ReadonlySet<string> = new Set([
  'broadcast_to',
  'broadcast_arrays',
  'split',
  'array_split',
  'hsplit',
  'vsplit',
  'dsplit',
  'unstack',
  'atleast_1d',
  'atleast_2d',
  'atleast_3d',
  'view',
]);

/** Of these, those that may be given their arrays in a list. */
export const VIEWS_OF_LISTS: ReadonlySet<string> = new Set(['broadcast_arrays']);

/** Functions whose views have the owner of the memory as their `.base`, as in NumPy. That of all others is not asked for. */
export const TELLS_BASE: ReadonlySet<string> = new Set([
  'slice',
  'T',
  'transpose',
  'swapaxes',
  'moveaxis',
  'rollaxis',
  'reshape',
  'ravel',
  'squeeze',
  'expand_dims',
  'broadcast_to',
  'split',
  'array_split',
  'hsplit',
  'vsplit',
  'dsplit',
  'view',
  'matrix_transpose',
  'permute_dims',
]);

/** Reductions that leave a second, hidden holder of their result where they keep the axis: disposing frees nothing. */
export const KEPT_TWICE: ReadonlySet<string> = new Set([
  'sum',
  'prod',
  'max',
  'amax',
  'min',
  'amin',
  'mean',
  'std',
  'var',
  'all',
  'any',
  'median',
  'ptp',
  'average',
  'nansum',
  'nanmax',
  'nanmin',
  'nanmean',
]);
