/**
 * Integer arithmetic as C does it in NumPy: division by zero gives 0, shifts by as many bits as there are (or by a
 * negative number) leave nothing, powers wrap. Functions ending in `Of` depend on the dtype's bits and sign.
 */
import { type DType, infoOf } from '../dtypes/table.ts';

export function remainder(a: number, b: number): number {
  if (b === 0) return 0;
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

export function floorDivide(a: number, b: number): number {
  // Quotients of 32-bit integers are floored rightly: they are further from the next integer than a double's error.
  return b === 0 ? 0 : Math.floor(a / b);
}

export function bigRemainder(a: bigint, b: bigint): bigint {
  if (b === 0n) return 0n;
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

export function bigFloorDivide(a: bigint, b: bigint): bigint {
  if (b === 0n) return 0n;
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** A negative exponent of an integer. NumPy says the same. */
export class NegativeExponentError extends RangeError {
  constructor() {
    super('Integers to negative integer powers are not allowed.');
    this.name = 'NegativeExponentError';
  }
}

/** Powers modulo 2³², of which the loop keeps the dtype's bits. */
export function powerOf(_dtype: DType): (a: number, b: number) => number {
  return (a, b) => {
    if (b < 0) throw new NegativeExponentError();
    let result = 1;
    let square = a;
    for (let rest = b; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = Math.imul(result, square);
      square = Math.imul(square, square);
    }
    return result;
  };
}

export function bigPower(a: bigint, b: bigint): bigint {
  if (b < 0n) throw new NegativeExponentError();
  let result = 1n;
  let square = a;
  for (let rest = b; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = BigInt.asUintN(64, result * square);
    square = BigInt.asUintN(64, square * square);
  }
  return result;
}

export function leftShiftOf(dtype: DType): (a: number, b: number) => number {
  const bits = 8 * infoOf(dtype).itemBytes;
  return (a, b) => (b >= 0 && b < bits ? a << b : 0);
}

export function rightShiftOf(dtype: DType): (a: number, b: number) => number {
  const bits = 8 * infoOf(dtype).itemBytes;
  return (a, b) => {
    if (b < 0 || b >= bits) return a < 0 ? -1 : 0;
    // A uint32 above 2³¹ is no int32; shifting it as an unsigned number is what it means.
    return a > 0x7fffffff ? a >>> b : a >> b;
  };
}

export function bigLeftShift(a: bigint, b: bigint): bigint {
  return b >= 0n && b < 64n ? a << b : 0n;
}

export function bigRightShift(a: bigint, b: bigint): bigint {
  if (b < 0n || b >= 64n) return a < 0n ? -1n : 0n;
  return a >> b;
}

export function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

export function lcm(a: number, b: number): number {
  const divisor = gcd(a, b);
  return divisor === 0 ? 0 : Math.imul(Math.abs(a) / divisor, Math.abs(b));
}

const magnitude = (a: bigint): bigint => (a < 0n ? -a : a);

export function bigGcd(a: bigint, b: bigint): bigint {
  let [x, y] = [magnitude(a), magnitude(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function bigLcm(a: bigint, b: bigint): bigint {
  const divisor = bigGcd(a, b);
  return divisor === 0n ? 0n : (magnitude(a) / divisor) * magnitude(b);
}
