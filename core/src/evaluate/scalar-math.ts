/**
 * Functions of numbers that JavaScript's `Math` lacks or has with other edges: NumPy's `//`, `%`, `**`, rounding half
 * to even, and minima that pass NaN on.
 */

/** `a // b`: the quotient rounded down. */
export function floorDivide(a: number, b: number): number {
  return Math.floor(a / b);
}

/** `fmod`: the remainder with the sign of `a`, exact. */
export function fmod(a: number, b: number): number {
  return a % b;
}

/** `a % b`: the remainder with the sign of `b`, as Python's. */
export function modulo(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return b < 0 ? -0 : 0;
  return rest < 0 !== b < 0 ? rest + b : rest;
}

/** `a ** b` with C's edges: 1 to any power is 1, and so is −1 to an infinite one. */
export function power(a: number, b: number): number {
  if (a === 1 || (a === -1 && Math.abs(b) === Number.POSITIVE_INFINITY)) return 1;
  return a ** b;
}

/** The nearest integer, halves to the even one. `rint` and NumPy's `round`. */
export function roundHalfEven(a: number): number {
  const down = Math.floor(a);
  const rest = a - down;
  const result = rest < 0.5 || (rest === 0.5 && down % 2 === 0) ? down : down + 1;
  return result === 0 ? (a < 0 || Object.is(a, -0) ? -0 : 0) : Number.isFinite(a) ? result : a;
}

export function sign(a: number): number {
  return a > 0 ? 1 : a < 0 ? -1 : a === 0 ? 0 : Number.NaN;
}

export function minimum(a: number, b: number): number {
  return Math.min(a, b);
}

export function maximum(a: number, b: number): number {
  return Math.max(a, b);
}

/** The smaller of two bigints, which `Math.min` does not take. */
export function lesser(a: bigint, b: bigint): bigint {
  if (b < a) return b;
  return a;
}

/** The larger of two bigints. */
export function greater(a: bigint, b: bigint): bigint {
  if (b > a) return b;
  return a;
}

export function copysign(a: number, b: number): number {
  const negative = b < 0 || Object.is(b, -0);
  return negative ? -Math.abs(a) : Math.abs(a);
}

export function arctan2(a: number, b: number): number {
  return Math.atan2(a, b);
}

type Comparable = number | bigint | boolean;

/** The comparison of two plain values; a number and a bigint compare by what they are worth. */
export function compareWith(
  operator: '<' | '<=' | '>' | '>=' | '==' | '!=',
): (a: Comparable, b: Comparable) => boolean {
  const plain = (value: Comparable) => (typeof value === 'boolean' ? Number(value) : value);
  return (first, second) => {
    const a = plain(first);
    const b = plain(second);
    switch (operator) {
      case '<':
        return a < b;
      case '<=':
        return a <= b;
      case '>':
        return a > b;
      case '>=':
        return a >= b;
      case '==':
        return a >= b && a <= b;
      case '!=':
        return !(a >= b && a <= b);
    }
  };
}

/** A square as the sum of two numbers, exactly (Dekker, 1971). */
function squared(x: number): readonly [high: number, low: number] {
  const wide = x * (2 ** 27 + 1);
  const head = x - wide + wide;
  const tail = x - head;
  const high = x * x;
  return [high, head * head - high + 2 * head * tail + tail * tail];
}

/** √(a² + b²) within 1 ulp, as musl's hypot.c; JavaScript's own is off by more. */
export function hypot(a: number, b: number): number {
  const x = Math.max(Math.abs(a), Math.abs(b));
  if (Math.abs(a) === Number.POSITIVE_INFINITY || Math.abs(b) === Number.POSITIVE_INFINITY)
    return Number.POSITIVE_INFINITY;
  const y = Math.min(Math.abs(a), Math.abs(b));
  if (y === 0 || Number.isNaN(x) || x * 2 ** -64 > y) return x + y;
  const scale = x > 2 ** 510 ? 2 ** 700 : y < 2 ** -450 ? 2 ** -700 : 1;
  const [highX, lowX] = squared(x / scale);
  const [highY, lowY] = squared(y / scale);
  return scale * Math.sqrt(lowY + lowX + highY + highX);
}
