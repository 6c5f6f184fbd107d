/**
 * Chooses the sizes at which a family is probed.
 *
 * Free families get small and large sizes in every order, sizes around the constants of the call, and sizes with and
 * without remainders by them. Ordered families get large sizes only, in the order of the actual ones. One assignment is
 * big (`BIG_WEIGHT` elements), beyond every size at which the library is known to switch implementation.
 */

import { mapArg } from './family.ts';
import { evaluate, type Sizes } from './sizes.ts';
import type { ArgSpec, CallSpec } from './types.ts';

export type Relation = 'free' | 'ordered' | 'congruent';

export interface ProbeAtom {
  readonly name: string;
  /** The actual value of a lifted constant; null for a symbol of the asked call. */
  readonly actual: number | null;
}

/** Arguments and, by estimate, results of one execution stay below this many elements. */
const MAX_WEIGHT = 200_000;
const BIG_WEIGHT = 11_000;
/** From this size on, every kernel uses its implementation for large arrays. */
const LARGE = 33;
const MAX_MODULUS = 240;

/** The small integers that occur as integer arguments or in slices, and the small dimensions. */
export function smallConstants(call: CallSpec): { readonly ints: readonly number[]; readonly dims: readonly number[] } {
  const ints = new Set<number>();
  const dims = new Set<number>();
  for (const arg of call.args) {
    mapArg(
      arg,
      (expr, role) => {
        if (typeof expr === 'number') (role === 'dim' ? dims : ints).add(Math.abs(expr));
        return expr;
      },
      (strides) => strides,
      (value, symbol) => {
        if (symbol === null) ints.add(value);
        return null;
      },
    );
  }
  return { ints: [...ints].sort((a, b) => a - b), dims: [...dims].sort((a, b) => a - b) };
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** The least common multiple of the small integers, which congruent families preserve; 1 when it is too large. */
export function modulusOf(call: CallSpec): number {
  let modulus = 1;
  for (const value of smallConstants(call).ints) {
    if (value > 1 && Number.isInteger(value)) modulus = (modulus * value) / gcd(modulus, value);
    if (modulus > MAX_MODULUS) return 1;
  }
  return modulus;
}

/** Functions that take lists of sizes; to all others, a list of numbers is data. */
const TAKES_SIZES =
  /^(random\.|fft\.|(shared\.)?(zeros|ones|empty|full|indices|reshape|resize|broadcast|tile|repeat|pad|bincount))/;

/** Elements that the arguments take, and that results made from integer arguments probably will. */
function weight(args: readonly ArgSpec[], sizes: Sizes, listsAreSizes = true): number {
  let total = 0;
  let integers = 1;
  for (const arg of args) {
    switch (arg.kind) {
      case 'array':
        total += arg.shape.reduce<number>((size, dim) => size * Math.max(0, evaluate(dim, sizes)), 1);
        break;
      case 'typed':
        total += evaluate(arg.length, sizes);
        break;
      case 'listOf':
        total += evaluate(arg.length, sizes) * Math.max(1, weight([arg.item], sizes, listsAreSizes));
        break;
      case 'int':
        integers *= Math.max(1, Math.abs(evaluate(arg.value, sizes)));
        break;
      case 'list':
        total += listsAreSizes ? weight(arg.items, sizes) : elementsOf(arg);
        break;
      case 'object':
        total += weight(Object.values(arg.fields), sizes, listsAreSizes);
        break;
      default:
        break;
    }
  }
  return total + integers;
}

function elementsOf(arg: ArgSpec): number {
  return arg.kind === 'list' ? arg.items.reduce((sum, item) => sum + elementsOf(item), 0) : 1;
}

export function callWeight({ target, args }: CallSpec, sizes: Sizes): number {
  const name = target.kind === 'function' ? target.path : target.kind === 'index' ? '' : target.name;
  return weight(args, sizes, TAKES_SIZES.test(name));
}

/** Patterns of sizes for free families, by the position of a symbol; each row is one assignment. */
const SMALL_ROWS = [
  [5, 3, 7, 2, 11, 4],
  [2, 7, 4, 9, 3, 5],
  [3, 4, 2, 5, 6, 8],
  [7, 5, 3, 6, 2, 9],
] as const;
const MIXED_ROWS = [
  [37, 6, 5, 8, 3, 9],
  [4, 41, 6, 3, 10, 7],
  [6, 5, 43, 7, 9, 4],
  [8, 4, 6, 37, 5, 41],
] as const;
const LARGE_ROWS = [
  [37, 34, 35, 39, 33, 38],
  [34, 38, 33, 36, 39, 35],
  [39, 35, 36, 33, 37, 34],
  [35, 33, 37, 34, 38, 36],
] as const;
const MULTIPLE_ROWS = [
  [2, 3, 1, 4, 5, 6],
  [3, 1, 2, 5, 4, 7],
  [5, 4, 3, 2, 1, 8],
] as const;

function at(row: readonly number[], index: number): number {
  return (row[index % row.length] as number) + Math.floor(index / row.length) * 2;
}

/** Sizes of about equal magnitude whose weight is about `target`, ascending and distinct. */
function bySize(call: CallSpec, atoms: readonly ProbeAtom[], target: number, least: number, gap: number): Sizes {
  const build = (base: number): Record<string, number> =>
    Object.fromEntries(atoms.map((atom, rank) => [atom.name, base + rank * gap + ((rank * rank) % 3)]));
  let low = least;
  let high = Math.max(least, target);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (weight(call.args, build(middle)) <= target) low = middle;
    else high = middle - 1;
  }
  return build(low);
}

function freeAssignments(call: CallSpec, atoms: readonly ProbeAtom[]): Sizes[] {
  const fromRow = (row: readonly number[], scale = 1, shift = 0): Sizes =>
    Object.fromEntries(atoms.map((atom, index) => [atom.name, at(row, index) * scale + shift]));
  const modulus = modulusOf(call);
  const { ints } = smallConstants(call);
  const most = ints.at(-1) ?? 0;
  const rows: Sizes[] = [...SMALL_ROWS, ...MIXED_ROWS.slice(0, Math.max(2, atoms.length))].map((row) => fromRow(row));
  // Three large axes make an array big by themselves.
  for (const row of LARGE_ROWS.slice(0, atoms.length > 2 ? 3 : 4)) rows.push(fromRow(row));
  if (modulus > 1) {
    for (const row of MULTIPLE_ROWS) rows.push(fromRow(row, modulus));
    rows.push(fromRow(MULTIPLE_ROWS[0], modulus, 1), fromRow(MULTIPLE_ROWS[1], modulus, -1));
  } else if (most > 1) {
    for (const value of ints) if (value > 1) rows.push(fromRow(MULTIPLE_ROWS[1], value));
  }
  if (most > 4) rows.push(fromRow(SMALL_ROWS[0], 1, most), fromRow(SMALL_ROWS[1], 2, most));
  if (atoms.length <= 2)
    rows.push(bySize(call, atoms, BIG_WEIGHT / 16, LARGE, 3), bySize(call, atoms, BIG_WEIGHT, LARGE, 2));
  return rows.filter((sizes) => atoms.every((atom) => (sizes[atom.name] as number) >= 2));
}

function orderedAssignments(call: CallSpec, atoms: readonly ProbeAtom[], modulus: number): Sizes[] {
  const lifted = atoms.filter((atom) => atom.actual !== null).sort((a, b) => (a.actual ?? 0) - (b.actual ?? 0));
  const open = atoms.filter((atom) => atom.actual === null);
  const { ints, dims } = smallConstants(call);
  const most = Math.max(...ints, ...dims, 0);
  const leastSizes = Object.fromEntries(atoms.map((atom, rank) => [atom.name, LARGE + rank]));
  const least = Math.max(most + 1, callWeight(call, leastSizes) > MAX_WEIGHT / 2 ? 6 : LARGE);
  const rows: Sizes[] = [];
  for (const [index, [target, gap]] of (
    [
      [400, 1],
      [900, 5],
      [1600, 2],
      [2500, 11],
      [3600, 3],
      [5000, 7],
      [BIG_WEIGHT, 4],
    ] as const
  ).entries()) {
    const chosen: Record<string, number> = { ...bySize(call, [...lifted, ...open], target, least + index, gap) };
    let previous = 0;
    for (const atom of lifted) {
      let value = Math.max(chosen[atom.name] as number, previous + 1);
      if (modulus > 1) {
        const residue = (atom.actual as number) % modulus;
        value += (((residue - value) % modulus) + modulus) % modulus;
      }
      chosen[atom.name] = value;
      previous = value;
    }
    for (const [rank, atom] of open.entries()) {
      chosen[atom.name] = at([5, 37, 41, 3, 53, 8, 61], index + 2 * rank);
    }
    rows.push(chosen);
  }
  return rows;
}

/** The assignments of a family in ascending weight, without those that are too large to execute. */
export function chooseAssignments(call: CallSpec, atoms: readonly ProbeAtom[], relation: Relation): Sizes[] {
  const modulus = relation === 'congruent' ? modulusOf(call) : 1;
  const rows = relation === 'free' ? freeAssignments(call, atoms) : orderedAssignments(call, atoms, modulus);
  const unique = new Map(rows.map((sizes) => [atoms.map((atom) => sizes[atom.name]).join(), sizes]));
  return [...unique.values()]
    .map((sizes) => ({ sizes, weight: callWeight(call, sizes) }))
    .filter((row) => row.weight <= MAX_WEIGHT)
    .sort((a, b) => a.weight - b.weight)
    .map((row) => row.sizes);
}

/** Whether an assignment is large on every axis that varies. */
export function isLarge(sizes: Sizes): boolean {
  return Object.values(sizes).every((value) => value >= LARGE);
}
