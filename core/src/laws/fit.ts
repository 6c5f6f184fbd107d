/**
 * Finds the simplest size expression that gives the observed numbers.
 *
 * Candidates are tried from simple to complex, and each must give every observation exactly. A candidate with free
 * constants solves them from the first observations, so all the others confirm it; candidates that would leave fewer
 * than `CONFIRMATIONS` of them are not tried.
 */

import { evaluate, format, maximum, minimum, product, quotient, type Sizes, sum } from './sizes.ts';
import type { DimExpr } from './types.ts';

/** How many observations must confirm an expression beyond those that determine it. */
const CONFIRMATIONS = 2;
/** Constants of proportionality beyond this are taken for coincidences. */
const MAX_FACTOR = 4096;
const MAX_BASE_TERMS = 10;

interface Term {
  readonly expr: DimExpr;
  readonly values: readonly number[];
}

/** What expressions may be made of: sizes that occur in the call, and its small integers. */
export interface Basis {
  readonly observations: readonly Sizes[];
  /** The symbols, and the compound sizes that the call itself mentions. */
  readonly terms: readonly DimExpr[];
  /** Small integers of the call: divisors and bounds. */
  readonly constants: readonly number[];
}

export class Fitter {
  readonly #count: number;
  readonly #base: readonly Term[];
  readonly #products: readonly Term[];
  readonly #divisors: readonly number[];
  readonly #constants: readonly number[];
  readonly #sizes: readonly Sizes[];
  readonly #known = new Map<string, DimExpr | null>();

  constructor(basis: Basis) {
    this.#sizes = basis.observations;
    this.#count = basis.observations.length;
    const term = (expr: DimExpr): Term => ({ expr, values: basis.observations.map((at) => evaluate(expr, at)) });
    this.#base = basis.terms.slice(0, MAX_BASE_TERMS).map(term);
    const products: Term[] = [];
    for (const [i, a] of this.#base.entries()) {
      for (const b of this.#base.slice(i)) products.push(term(product(a.expr, b.expr)));
    }
    const triples = this.#base.slice(0, 4);
    for (const [i, a] of triples.entries()) {
      for (const [j, b] of triples.entries()) {
        if (j < i) continue;
        for (const c of triples.slice(j)) products.push(term(product(a.expr, b.expr, c.expr)));
      }
    }
    this.#products = products;
    this.#divisors = [...new Set([2, ...basis.constants.filter((value) => value > 1)])];
    this.#constants = [...new Set(basis.constants)];
  }

  /** The expression whose value at each observation is the number given for it, or null. */
  fit(values: readonly number[]): DimExpr | null {
    if (values.length !== this.#count)
      throw new RangeError(`fit: ${this.#count} values expected, got ${values.length}`);
    const key = values.join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found =
      this.#constant(values) ??
      this.#equal(values, this.#base) ??
      this.#linear(values, this.#base) ??
      this.#equal(values, this.#products) ??
      this.#pairs(values) ??
      this.#linear(values, this.#products) ??
      this.#divided(values) ??
      this.#bounded(values) ??
      this.#combined(values);
    this.#known.set(key, found);
    return found;
  }

  #constant(values: readonly number[]): DimExpr | null {
    const first = values[0] as number;
    return this.#count > CONFIRMATIONS && values.every((value) => value === first) ? first : null;
  }

  #equal(values: readonly number[], terms: readonly Term[]): DimExpr | null {
    return terms.find((term) => term.values.every((value, at) => value === values[at]))?.expr ?? null;
  }

  /** `c·x + d` with integers c and d. */
  #linear(values: readonly number[], terms: readonly Term[]): DimExpr | null {
    if (this.#count < 2 + CONFIRMATIONS) return null;
    for (const { expr, values: x } of terms) {
      const other = x.findIndex((value) => value !== x[0]);
      if (other < 0) continue;
      const factor = ((values[other] as number) - (values[0] as number)) / ((x[other] as number) - (x[0] as number));
      if (!Number.isInteger(factor) || factor === 0 || Math.abs(factor) > MAX_FACTOR) continue;
      const offset = (values[0] as number) - factor * (x[0] as number);
      if (x.every((value, at) => factor * value + offset === values[at])) return sum(product(factor, expr), offset);
    }
    return null;
  }

  /** `x + y + d`, `x − y + d`. */
  #pairs(values: readonly number[]): DimExpr | null {
    if (this.#count < 1 + CONFIRMATIONS) return null;
    for (const a of this.#base) {
      for (const b of this.#base) {
        if (a === b) continue;
        for (const sign of [1, -1]) {
          const rest = values.map((value, at) => value - (a.values[at] as number) - sign * (b.values[at] as number));
          if (rest.every((value) => value === rest[0])) return sum(a.expr, product(sign, b.expr), rest[0] as number);
        }
      }
    }
    return null;
  }

  /** Numerators of divisions: sizes, their products and differences, and `x² ± x` for triangles. */
  #numerators(): Term[] {
    const differences: Term[] = [];
    for (const a of this.#base) {
      for (const b of this.#base) {
        if (a === b) continue;
        differences.push({
          expr: sum(a.expr, product(-1, b.expr)),
          values: a.values.map((value, at) => value - (b.values[at] as number)),
        });
      }
    }
    const triangular: Term[] = [];
    for (const a of this.#base.slice(0, 4)) {
      for (const sign of [1, -1]) {
        triangular.push({
          expr: sum(product(a.expr, a.expr), product(sign, a.expr)),
          values: a.values.map((value) => value * value + sign * value),
        });
      }
    }
    return [...this.#base, ...this.#products, ...differences, ...triangular];
  }

  /** `floor((x + d) / q)` and `ceil(x / q)`, for constants and sizes q. */
  #divided(values: readonly number[]): DimExpr | null {
    if (this.#count < 2 + CONFIRMATIONS) return null;
    if (values.every((value) => value === values[0])) return null;
    for (const x of this.#numerators()) {
      for (const divisor of this.#divisors) {
        const found = this.#dividedBy(values, x, divisor);
        if (found !== null) return found;
      }
    }
    for (const x of this.#numerators()) {
      for (const y of this.#base) {
        for (const op of ['floordiv', 'ceildiv'] as const) {
          const round = op === 'floordiv' ? Math.floor : Math.ceil;
          if (x.values.every((value, at) => round(value / (y.values[at] as number)) === values[at])) {
            return quotient(op, x.expr, y.expr);
          }
        }
      }
    }
    return null;
  }

  /** The offset d is accepted where the observations leave no other, or where a plain floor or ceiling fits. */
  #dividedBy(values: readonly number[], x: Term, divisor: number): DimExpr | null {
    let low = Number.NEGATIVE_INFINITY;
    let high = Number.POSITIVE_INFINITY;
    for (const [at, value] of values.entries()) {
      const difference = divisor * value - (x.values[at] as number);
      low = Math.max(low, difference);
      high = Math.min(high, difference + divisor - 1);
    }
    if (low > high || Math.abs(low) > MAX_FACTOR) return null;
    if (low <= 0 && high >= 0) return quotient('floordiv', x.expr, divisor);
    if (low <= divisor - 1 && high >= divisor - 1) return quotient('ceildiv', x.expr, divisor);
    const residues = new Set(x.values.map((value) => ((value % divisor) + divisor) % divisor));
    if (low !== high && residues.size > 1) return null;
    return quotient('floordiv', sum(x.expr, low), divisor);
  }

  /** Minima and maxima of sizes, differences and constants, with an offset for pairs of sizes. */
  #bounded(values: readonly number[]): DimExpr | null {
    const terms = [...this.#base, ...this.#numerators().slice(this.#base.length)];
    for (const [combine, build] of [
      [Math.min, minimum],
      [Math.max, maximum],
    ] as const) {
      for (const [i, a] of this.#base.entries()) {
        for (const b of this.#base.slice(i + 1)) {
          const rest = values.map((value, at) => value - combine(a.values[at] as number, b.values[at] as number));
          if (rest.every((value) => value === rest[0])) return sum(build(a.expr, b.expr), rest[0] as number);
        }
      }
      for (const a of terms) {
        for (const constant of [0, ...this.#constants]) {
          for (const offset of [0, ...this.#constants.map((value) => -value)]) {
            if (a.values.every((value, at) => combine(value + offset, constant) === values[at])) {
              return build(sum(a.expr, offset), constant);
            }
          }
        }
      }
    }
    return null;
  }

  /** An integer combination of all sizes and their pairwise products, solved exactly. */
  #combined(values: readonly number[]): DimExpr | null {
    const unique = new Map(this.#base.map((term) => [format(term.expr), term]));
    const candidates = [[...unique.values()]];
    for (const term of this.#products.slice(0, (this.#base.length * (this.#base.length + 1)) / 2)) {
      unique.set(format(term.expr), term);
    }
    candidates.push([...unique.values()]);
    for (const terms of candidates) {
      if (this.#count < terms.length + 1 + CONFIRMATIONS) continue;
      const factors = solve([...terms.map((term) => term.values), new Array(this.#count).fill(1)], values);
      if (factors === null) continue;
      const expr = sum(
        ...terms.map((term, index) => product(factors[index] as number, term.expr)),
        factors[terms.length] as number,
      );
      if (this.#sizes.every((at, index) => evaluate(expr, at) === values[index])) return expr;
    }
    return null;
  }
}

/** Integer factors such that Σ factorᵢ·columnᵢ = target in the rows that determine them, or null. */
function solve(columns: readonly (readonly number[])[], target: readonly number[]): number[] | null {
  const width = columns.length;
  const rows = target.map((value, at) => [...columns.map((column) => column[at] as number), value]);
  for (let pivot = 0; pivot < width; pivot++) {
    let best = pivot;
    for (let row = pivot; row < rows.length; row++) {
      if (Math.abs(rows[row]?.[pivot] ?? 0) > Math.abs(rows[best]?.[pivot] ?? 0)) best = row;
    }
    const line = rows[best] as number[];
    const head = line[pivot] as number;
    if (Math.abs(head) < 1e-9) return null;
    rows[best] = rows[pivot] as number[];
    rows[pivot] = line.map((value) => value / head);
    for (const [index, row] of rows.entries()) {
      const factor = row[pivot] as number;
      if (index === pivot || factor === 0) continue;
      rows[index] = row.map((value, at) => value - factor * (rows[pivot]?.[at] as number));
    }
  }
  const factors = rows.slice(0, width).map((row) => Math.round(row[width] as number));
  return factors.every((factor) => Math.abs(factor) <= MAX_FACTOR) ? factors : null;
}
