/**
 * Turns the observations of one call at several sizes and contents into one outcome.
 *
 * What differs between contents at the same sizes depends on the data; what differs between sizes is fitted. A size that
 * cannot be told is unknown with a reason; a dtype or kind that cannot be told makes the law fail.
 */

import type { Observed, ObservedArray, ObservedStorage } from './observe.ts';
import { columnMajorStrides, rowMajorStrides } from './sizes.ts';
import { type DimExpr, type DType, ITEM_BYTES, type Outcome, type ResultDim, type Storage } from './types.ts';

/** A property on which the observations disagree so that no law can be stated. */
export class NoLawError extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'NoLawError';
  }
}

export interface Runs {
  /** For each observation, the number of its assignment of sizes. */
  readonly assignment: readonly number[];
  readonly assignments: number;
  /** The expression that gives one number per assignment. */
  readonly fit: (values: readonly number[]) => DimExpr | null;
  /** Likewise for bounds; null when contents that would exceed a wrong bound were not tried. */
  readonly bound: ((values: readonly number[]) => DimExpr | null) | null;
  /** Set when something depended on the data. */
  dataDependent: boolean;
}

function cause(runs: Runs, values: readonly unknown[]): string {
  const first = new Map<number, unknown>();
  for (const [index, value] of values.entries()) {
    const assignment = runs.assignment[index] as number;
    if (first.has(assignment) && first.get(assignment) !== value) return 'the data';
    first.set(assignment, value);
  }
  return 'the size';
}

function agree<Value extends string | boolean>(runs: Runs, values: readonly Value[], what: string): Value {
  const unique = [...new Set(values)];
  if (unique.length === 1) return unique[0] as Value;
  const why = cause(runs, values);
  if (why === 'the data') runs.dataDependent = true;
  throw new NoLawError(`the ${what} of the result depends on ${why} (${unique.sort().join(' or ')})`);
}

/** One number per assignment, or null when contents at the same sizes gave different numbers. */
function perAssignment(
  runs: Runs,
  values: readonly number[],
  choose: (a: number, b: number) => number,
): {
  readonly values: number[];
  readonly steady: boolean;
} {
  const chosen = new Array<number>(runs.assignments);
  let steady = true;
  for (const [index, value] of values.entries()) {
    const assignment = runs.assignment[index] as number;
    const before = chosen[assignment];
    if (before !== undefined && before !== value) steady = false;
    chosen[assignment] = before === undefined ? value : choose(before, value);
  }
  return { values: chosen, steady };
}

export function fitSize(runs: Runs, values: readonly number[]): ResultDim {
  const { values: chosen, steady } = perAssignment(runs, values, Math.max);
  if (steady) return runs.fit(chosen) ?? { unknown: 'no expression of the sizes in the call gives this size' };
  runs.dataDependent = true;
  const bound = runs.bound === null ? null : runs.bound(chosen);
  return bound === null ? { unknown: 'depends on the data' } : { unknown: 'depends on the data', atMost: bound };
}

function fitSteady(runs: Runs, values: readonly number[]): DimExpr | null {
  const { values: chosen, steady } = perAssignment(runs, values, Math.max);
  return steady ? runs.fit(chosen) : null;
}

function isKnown(dim: ResultDim): dim is DimExpr {
  return typeof dim === 'number' || !('unknown' in dim);
}

/** Element strides: as those of a contiguous array where they are, each fitted by itself otherwise. */
function fitStrides(runs: Runs, arrays: readonly ObservedArray[], shape: readonly ResultDim[]): DimExpr[] | null {
  if (shape.every(isKnown)) {
    for (const contiguous of [rowMajorStrides, columnMajorStrides]) {
      const matches = arrays.every((array) => {
        const expected = contiguous(array.shape);
        return array.strides.every((stride, axis) => stride === expected[axis]);
      });
      if (matches) return contiguous(shape);
    }
  }
  const strides: DimExpr[] = [];
  for (const axis of shape.keys()) {
    const fitted = fitSteady(
      runs,
      arrays.map((array) => array.strides[axis] as number),
    );
    if (fitted === null) return null;
    strides.push(fitted);
  }
  return strides;
}

function combineStorage(runs: Runs, storages: readonly ObservedStorage[]): Storage {
  const unique = new Map(storages.map((storage) => [JSON.stringify(storage), storage]));
  const [only] = unique.values();
  if (unique.size === 1 && only !== undefined) return only;
  const why = cause(
    runs,
    storages.map((storage) => JSON.stringify(storage)),
  );
  return { kind: 'either', why: `depends on ${why}` };
}

/** Bytes held per element, where that is one number; the dtype's own where the memory is shared or empty. */
function storedItemBytes(arrays: readonly ObservedArray[], owns: boolean, dtype: DType): number | null {
  const itemBytes = ITEM_BYTES[dtype];
  if (!owns) return itemBytes;
  const ratios = new Set<number>();
  for (const array of arrays) {
    const size = array.shape.reduce((total, dim) => total * dim, 1);
    if (size > 0) ratios.add(array.heldBytes / size);
  }
  if (ratios.size === 0) return itemBytes;
  const [ratio] = ratios;
  return ratios.size === 1 && ratio !== undefined && Number.isInteger(ratio) ? ratio : null;
}

function combineArrays(runs: Runs, arrays: readonly ObservedArray[]): Outcome {
  const rank = Number(
    agree(
      runs,
      arrays.map((array) => String(array.shape.length)),
      'number of dimensions',
    ),
  );
  const dtype = agree(
    runs,
    arrays.map((array) => array.dtype),
    'dtype',
  );
  const shape = Array.from({ length: rank }, (_, axis) =>
    fitSize(
      runs,
      arrays.map((array) => array.shape[axis] as number),
    ),
  );
  const storage = combineStorage(
    runs,
    arrays.map((array) => array.storage),
  );
  // Empty arrays have no memory, and where small ones lie is of no weight: the largest observed one decides.
  const weightOf = (array: ObservedArray): number => array.shape.reduce((size, dim) => size * dim, 1);
  const largest = arrays.reduce((best, array) => (weightOf(array) > weightOf(best) ? array : best));
  const owns = storage.kind === 'owns';
  const perItem = storedItemBytes(arrays, owns, dtype);
  const held =
    perItem === null
      ? fitSize(
          runs,
          arrays.map((array) => array.heldBytes),
        )
      : null;
  return {
    kind: 'array',
    cls: agree(
      runs,
      arrays.map((array) => array.cls),
      'class',
    ),
    dtype,
    shape,
    strides: fitStrides(runs, arrays, shape),
    storage,
    backing: largest.backing,
    storedItemBytes: perItem ?? ITEM_BYTES[dtype],
    ...(held === null ? {} : { heldBytes: held }),
  };
}

/** The outcome that all observations share. Throws `NoLawError` when they share none. */
export function combine(runs: Runs, observed: readonly Observed[]): Outcome {
  const kind = agree(
    runs,
    observed.map((one) => one.kind),
    'kind',
  );
  const first = observed[0] as Observed;
  switch (kind) {
    case 'array':
      return combineArrays(runs, observed as ObservedArray[]);
    case 'typed': {
      const typed = observed as Extract<Observed, { kind: 'typed' }>[];
      return {
        kind,
        ctor: agree(
          runs,
          typed.map((one) => one.ctor),
          'type',
        ),
        length: fitSize(
          runs,
          typed.map((one) => one.length),
        ),
        storage: combineStorage(
          runs,
          typed.map((one) => one.storage),
        ),
      };
    }
    case 'scalar': {
      const scalars = observed as Extract<Observed, { kind: 'scalar' }>[];
      return {
        kind,
        type: agree(
          runs,
          scalars.map((one) => one.type),
          'type',
        ),
      };
    }
    case 'list':
      return combineLists(runs, observed as Extract<Observed, { kind: 'list' }>[]);
    case 'uniform': {
      const lists = observed as Extract<Observed, { kind: 'uniform' }>[];
      return {
        kind: 'listOf',
        length: fitSize(
          runs,
          lists.map((one) => one.length),
        ),
        item: combineItems(runs, lists),
      };
    }
    case 'object': {
      const objects = observed as Extract<Observed, { kind: 'object' }>[];
      const names = agree(
        runs,
        objects.map((one) => Object.keys(one.fields).join()),
        'set of fields',
      );
      const fields = names === '' ? [] : names.split(',');
      return {
        kind,
        fields: Object.fromEntries(
          fields.map((name) => [
            name,
            combine(
              runs,
              objects.map((one) => one.fields[name] as Observed),
            ),
          ]),
        ),
      };
    }
    default:
      return first as Outcome;
  }
}

function combineLists(runs: Runs, lists: readonly Extract<Observed, { kind: 'list' }>[]): Outcome {
  const length = fitSize(
    runs,
    lists.map((one) => one.items.length),
  );
  if (typeof length === 'number') {
    return {
      kind: 'list',
      items: Array.from({ length }, (_, at) =>
        combine(
          runs,
          lists.map((one) => one.items[at] as Observed),
        ),
      ),
    };
  }
  return { kind: 'listOf', length, item: combineItems(runs, lists) };
}

/** One outcome for all items of lists whose lengths vary. */
function combineItems(runs: Runs, lists: readonly { readonly items: readonly Observed[] }[]): Outcome {
  const assignment: number[] = [];
  const items: Observed[] = [];
  for (const [index, list] of lists.entries()) {
    for (const item of list.items) {
      items.push(item);
      assignment.push(runs.assignment[index] as number);
    }
  }
  if (items.length === 0) return { kind: 'other', description: 'the item of an empty list' };
  const inner: Runs = { ...runs, assignment };
  const outcome = combine(inner, items);
  if (inner.dataDependent) runs.dataDependent = true;
  return outcome;
}

/** Sums of buffers, fitted one by one; null when their number or sizes follow no rule. */
export function combineBuffers(
  runs: Runs,
  uses: readonly (readonly number[])[],
): { items: DimExpr; itemBytes: number }[] | null {
  const count = uses[0]?.length ?? 0;
  if (uses.some((use) => use.length !== count)) return null;
  const buffers: { items: DimExpr; itemBytes: number }[] = [];
  for (let at = 0; at < count; at++) {
    const bytes = uses.map((use) => use[at] as number);
    const itemBytes = [8, 4, 2, 1].find((width) => bytes.every((value) => value % width === 0)) as number;
    const items = fitSteady(
      runs,
      bytes.map((value) => value / itemBytes),
    );
    if (items === null) return null;
    buffers.push({ items, itemBytes });
  }
  return buffers;
}
