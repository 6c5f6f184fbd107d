/**
 * Interval arithmetic on value facts. Every function over-approximates: whatever the exact operation gives on numbers of
 * the operands lies in the result. Bounds are computed in float64 with the operation itself, which is monotone, so they
 * bound the rounded float64 result as well; where an operation is not correctly rounded, `slack` widens the bounds.
 *
 * `finite: false` allows NaN; infinities occur only where a bound is infinite. `integral` speaks of the finite numbers.
 */
import { ANYTHING, mayBeNegativeZero, type ValueFact } from '../../../domain/values.ts';

export function fact(lo: number, hi: number, integral: boolean, finite: boolean): ValueFact {
  if (Number.isNaN(lo) || Number.isNaN(hi)) return { lo: -Infinity, hi: Infinity, integral, finite: false };
  return { lo, hi, integral, finite };
}

/** A finite result whose bounds may have overflowed: then it is not finite. */
function bounded(lo: number, hi: number, integral: boolean, finite: boolean): ValueFact {
  return fact(lo, hi, integral, finite && Number.isFinite(lo) && Number.isFinite(hi));
}

export function join(...facts: readonly ValueFact[]): ValueFact {
  const first = facts[0];
  if (!first) return ANYTHING;
  let { lo, hi, integral, finite } = first;
  for (const f of facts) {
    lo = Math.min(lo, f.lo);
    hi = Math.max(hi, f.hi);
    integral = integral && f.integral;
    finite = finite && f.finite;
  }
  const joined = { lo, hi, integral, finite };
  return lo < 0 && !facts.some(mayBeNegativeZero) ? { ...joined, plainZero: true } : joined;
}

/** The numbers that are in both; `a` where they are disjoint, which means that one of them is wrong. */
export function meet(a: ValueFact, b: ValueFact): ValueFact {
  const lo = Math.max(a.lo, b.lo);
  const hi = Math.min(a.hi, b.hi);
  if (lo > hi) return b;
  return { lo, hi, integral: a.integral || b.integral, finite: a.finite || b.finite };
}

export function magnitude(a: ValueFact): number {
  return Math.max(Math.abs(a.lo), Math.abs(a.hi));
}

export function holdsZero(a: ValueFact): boolean {
  return a.lo <= 0 && a.hi >= 0;
}

/** Widened by `relative` of the magnitude of each bound, outward. Integral bounds of an integral fact stay integral. */
export function slack(a: ValueFact, relative: number): ValueFact {
  if (relative === 0 || (a.lo === 0 && a.hi === 0)) return a;
  const lo = a.lo - Math.abs(a.lo) * relative;
  const hi = a.hi + Math.abs(a.hi) * relative;
  return a.integral ? { ...a, lo: Math.floor(lo), hi: Math.ceil(hi) } : { ...a, lo, hi };
}

export function negate(a: ValueFact): ValueFact {
  return { lo: -a.hi, hi: -a.lo, integral: a.integral, finite: a.finite };
}

export function add(a: ValueFact, b: ValueFact): ValueFact {
  return bounded(a.lo + b.lo, a.hi + b.hi, a.integral && b.integral, a.finite && b.finite);
}

export function subtract(a: ValueFact, b: ValueFact): ValueFact {
  return add(a, negate(b));
}

/** The product of two bounds: nothing times an unbounded number is nothing. */
function times(x: number, y: number): number {
  return x === 0 || y === 0 ? 0 : x * y;
}

function corners(a: ValueFact, b: ValueFact, op: (x: number, y: number) => number): [number, number] {
  const all = [op(a.lo, b.lo), op(a.lo, b.hi), op(a.hi, b.lo), op(a.hi, b.hi)];
  return [Math.min(...all), Math.max(...all)];
}

export function multiply(a: ValueFact, b: ValueFact): ValueFact {
  const [lo, hi] = corners(a, b, times);
  return bounded(lo, hi, a.integral && b.integral, a.finite && b.finite);
}

/** True division. By anything that may be zero: infinities and NaN. */
export function divide(a: ValueFact, b: ValueFact): ValueFact {
  if (holdsZero(b)) return ANYTHING;
  const [lo, hi] = corners(a, b, (x, y) => (x === 0 ? 0 : x / y));
  const byOne = b.lo === b.hi && Math.abs(b.lo) === 1;
  return bounded(lo, hi, byOne && a.integral, a.finite && b.finite);
}

/** Rounds with a monotone function to integers. */
export function rounded(a: ValueFact, op: (x: number) => number): ValueFact {
  return { lo: op(a.lo), hi: op(a.hi), integral: true, finite: a.finite };
}

/** The remainder with the sign of the divisor (`mod`, `remainder`). The divisor must not hold zero. */
export function floorMod(a: ValueFact, b: ValueFact): ValueFact {
  if (holdsZero(b)) return ANYTHING;
  const integral = a.integral && b.integral;
  const finite = a.finite && b.finite;
  const edge = integral ? 1 : 0;
  if (b.lo > 0) {
    if (a.lo >= 0 && a.hi < b.lo) return { ...a, integral, finite };
    return fact(0, a.lo >= 0 ? Math.min(a.hi, b.hi - edge) : b.hi - edge, integral, finite);
  }
  if (a.hi <= 0 && a.lo > b.hi) return { ...a, integral, finite };
  return fact(a.hi <= 0 ? Math.max(a.lo, b.lo + edge) : b.lo + edge, 0, integral, finite);
}

/** The remainder with the sign of the dividend (`fmod`). */
export function truncMod(a: ValueFact, b: ValueFact): ValueFact {
  if (holdsZero(b)) return ANYTHING;
  const integral = a.integral && b.integral;
  const most = magnitude(b) - (integral ? 1 : 0);
  return fact(Math.max(Math.min(a.lo, 0), -most), Math.min(Math.max(a.hi, 0), most), integral, a.finite && b.finite);
}

export function absolute(a: ValueFact): ValueFact {
  const lo = holdsZero(a) ? 0 : Math.min(Math.abs(a.lo), Math.abs(a.hi));
  return { lo, hi: magnitude(a), integral: a.integral, finite: a.finite };
}

export function square(a: ValueFact): ValueFact {
  const m = absolute(a);
  return bounded(times(m.lo, m.lo), times(m.hi, m.hi), a.integral, a.finite);
}

export function maximum(a: ValueFact, b: ValueFact): ValueFact {
  return fact(Math.max(a.lo, b.lo), Math.max(a.hi, b.hi), a.integral && b.integral, a.finite && b.finite);
}

export function minimum(a: ValueFact, b: ValueFact): ValueFact {
  return fact(Math.min(a.lo, b.lo), Math.min(a.hi, b.hi), a.integral && b.integral, a.finite && b.finite);
}

/** `a ** b`. */
export function power(a: ValueFact, b: ValueFact): ValueFact {
  const integral = a.integral && b.integral && b.lo >= 0;
  const finite = a.finite && b.finite;
  if (a.lo < 0) {
    if (!b.integral || b.lo < 0) return ANYTHING;
    if (b.lo === b.hi && b.lo % 2 === 1 && a.hi <= 0) return negate(power(negate(a), b));
    if (b.lo === b.hi && b.lo % 2 === 0) return power(absolute(a), b);
    const most = power(fact(0, magnitude(a), a.integral, a.finite), b);
    return { ...most, lo: -most.hi };
  }
  if (a.lo === 0 && b.lo < 0) return ANYTHING;
  const [lo, hi] = corners(a, b, (x, y) => x ** y);
  return bounded(lo, hi, integral, finite);
}

/** Both bounds through an increasing function. */
export function increasing(a: ValueFact, op: (x: number) => number): ValueFact {
  return bounded(op(a.lo), op(a.hi), false, a.finite);
}
