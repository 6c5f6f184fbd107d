/** Reductions: how a dtype is folded, how partial results come together, and what is handed out. */
import { EvaluateError } from './errors.ts';
import { isFloat, isSigned, type Lane, laneOf, toLane } from './lanes.ts';
import type { DType } from './library.ts';
import type { Reduction } from './typed.ts';
import type { Folding } from './wasm/reduce.ts';

/** How elements of `dtype` are folded. */
export function foldingOf(op: Reduction['op'], dtype: DType): Folding {
  const lane = laneOf(dtype) as Lane;
  const kind = op === 'mean' ? 'sum' : op;
  if (kind === 'min' || kind === 'max')
    return { op: kind, lane, total: lane === 'bool' ? 'u8' : lane === 'f16' ? 'f32' : lane };
  const total: Lane = isFloat(lane) ? 'f64' : isSigned(lane) || lane === 'bool' ? 'i64' : 'u64';
  return { op: kind, lane, total };
}

/**
 * Brings partial results together: floating-point sums pairwise, as a balanced tree, so that the error grows with the
 * logarithm of their number. The order is that in which they come, which the drivers keep the same for any number of
 * threads.
 */
export class Combiner {
  readonly #fold: Folding;
  /** Sums of 2^k partial results each, from many to few. */
  readonly #stack: { value: number | bigint; size: number }[] = [];

  constructor(fold: Folding) {
    this.#fold = fold;
  }

  take(value: number | bigint): void {
    let entry = { value, size: 1 };
    while (this.#stack.at(-1)?.size === entry.size) {
      const before = this.#stack.pop() as { value: number | bigint; size: number };
      entry = { value: this.#join(before.value, entry.value), size: before.size + entry.size };
    }
    this.#stack.push(entry);
  }

  #join(a: number | bigint, b: number | bigint): number | bigint {
    const { op, total } = this.#fold;
    if (op === 'min' || op === 'max') {
      if (typeof a === 'number' && typeof b === 'number') return op === 'min' ? Math.min(a, b) : Math.max(a, b);
      return (op === 'min' ? a < b : a > b) ? a : b;
    }
    if (typeof a === 'bigint') {
      const exact = op === 'sum' ? a + (b as bigint) : a * (b as bigint);
      return total === 'i64' ? BigInt.asIntN(64, exact) : BigInt.asUintN(64, exact);
    }
    return op === 'sum' ? a + (b as number) : a * (b as number);
  }

  /** The result; null if nothing was taken. */
  result(): number | bigint | null {
    let result: number | bigint | null = null;
    while (this.#stack.length > 0) {
      const { value } = this.#stack.pop() as { value: number | bigint };
      result = result === null ? value : this.#join(value, result);
    }
    return result;
  }
}

/** A kernel's 64-bit result as what its lane means: JavaScript gets every i64 as signed. */
export function unsign(value: number | bigint, { op, lane, total }: Folding): number | bigint {
  if (typeof value !== 'bigint') return value;
  if (total === 'u64') return BigInt.asUintN(64, value);
  return (op === 'min' || op === 'max') && total !== 'i64' && !lane.endsWith('64') ? Number(value) : value;
}

/** The number of a whole reduction in the reduction's dtype. Minima and maxima of nothing do not exist. */
export function finish(reduction: Reduction, total: number | bigint | null, count: number): number | bigint {
  const { op, dtype } = reduction;
  if (total === null && (op === 'min' || op === 'max')) {
    throw new EvaluateError('expression', `at least one element for \`${op}\``, 'none');
  }
  const start = op === 'prod' ? 1 : 0;
  const lane = laneOf(dtype) as Lane;
  if (op === 'mean') return toLane(Number(total ?? 0) / count, lane);
  return toLane(total ?? start, lane);
}

/** What numpy-ts hands out for a whole array: a bigint only for arrays of 64-bit integers. */
export function asNumber(value: number | bigint, of: DType): number | bigint {
  return of === 'int64' || of === 'uint64' ? value : Number(value);
}
