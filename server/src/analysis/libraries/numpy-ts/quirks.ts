/** Where numpy-ts 1.7.0 does not do what its functions are for, and a fix must not rely on it. Found by running. */

/**
 * Reductions along an axis that numpy-ts 1.7 starts from what happens to be in memory: right only where that was never
 * used before. Any other allocation may change what they give. Found by overwriting the pool (test/fuzz/poison.ts).
 */
export const STARTS_ANYWHERE: Readonly<Record<string, readonly string[]>> = {
  sum: ['int64', 'uint64'],
  nansum: ['int64', 'uint64'],
  prod: ['int64', 'uint64', 'int32', 'uint32', 'int16', 'uint16', 'int8', 'uint8', 'bool'],
};

/** What takes arrays of bigints as it takes others; much else throws where they meet numbers. */
export const TAKES_BIGINTS: ReadonlySet<string> = new Set([
  'sum',
  'max',
  'min',
  'mean',
  'count_nonzero',
  'any',
  'all',
  'slice',
  'reshape',
  'ravel',
  'flatten',
  'copy',
  'T',
  'transpose',
  'astype',
  'dispose',
]);

/**
 * Whether a range of `slice` reads memory outside of the array: numpy-ts 1.7 does not clip the start of a range with a
 * negative step. `size` is that of its axis, null where it is not known.
 */
export function startsPastTheEnd(range: string, size: number | null): boolean {
  const start = /^\s*(\d+)\s*:[^:]*:\s*-/.exec(range)?.[1];
  return start !== undefined && (size === null || Number(start) >= size);
}

/**
 * What reads all of the memory behind a view, and so gives more than the view has (`take` of as many rows as the array
 * that the indices are a slice of). Found by laying probed arrays into larger memory.
 */
export const READS_MEMORY: ReadonlySet<string> = new Set(['data', 'take', 'iindex', 'iget']);

/** What decides by the numbers in an array how large its result is, where probed numbers did not show it. */
export const SIZED_BY_NUMBERS: ReadonlySet<string> = new Set([
  'arange',
  'polyadd',
  'polysub',
  'poly1d',
  'fft.fftfreq',
  'fft.rfftfreq',
]);

/** Take inside themselves what depends on the numbers: as many rounds as they need until they converge. */
export const UNSTEADY: ReadonlySet<string> = new Set(['linalg.eig', 'linalg.eigvals', 'linalg.lstsq']);

/** Up to this many elements the bytes that calls take inside themselves were confirmed for every function. */
const CONFIRMED_ELEMENTS = 4_096;
const CHANGES_WITH_SIZE = /^(linalg|fft)\.|^(arg)?(sort|partition)$|^(corrcoef|cov|matrix_power|multi_dot)$/;

/** Whether what the call takes inside itself may follow another law at these sizes than at those that were probed. */
export function isUnsteady(name: string, sizes: readonly (number | null)[]): boolean {
  return CHANGES_WITH_SIZE.test(name) && sizes.some((n) => n === null || n > CONFIRMED_ELEMENTS);
}
