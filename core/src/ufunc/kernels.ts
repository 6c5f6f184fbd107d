/**
 * What each binary ufunc does to two numbers, as NumPy 2 defines it: for floating point and for integers held as
 * numbers, for 64-bit integers, and for complex numbers. The methods (`reduce` and its like) compute with these; the
 * element-wise forms call numpy-ts.
 *
 * Results need not be rounded to the loop's dtype: the loops do that, and wrap integers modulo their range. Only where
 * a product can be longer than 53 bits is there an integer form of its own.
 */
import { type DType, infoOf } from '../dtypes/table.ts';
import * as complex from './kernels-complex.ts';
import * as integer from './kernels-integer.ts';

export type NumberKernel = (a: number, b: number) => number;
export type BigIntKernel = (a: bigint, b: bigint) => bigint;

/** Writes the real part to `out[at]`, and the imaginary part after it. */
export type ComplexKernel = (ar: number, ai: number, br: number, bi: number, out: Float64Array, at: number) => void;

export interface Kernel {
  /** The value of a reduction of nothing; null where there is none. */
  readonly identity: number | null;
  /** Whether operands may be taken in any order, so that several axes can be reduced at once. */
  readonly reorderable: boolean;
  /** `truth`: operands are taken for True or False, the result is bool. `compare`: the result is bool. */
  readonly kind: 'arithmetic' | 'truth' | 'compare';
  /** Whether a result of operands of the loop's dtype is always of that dtype, so that it need not be rounded. */
  readonly closed: boolean;
  /** Floating point. */
  readonly float: ((dtype: DType) => NumberKernel) | null;
  /** Integers of at most 32 bits, and bool. */
  readonly int: ((dtype: DType) => NumberKernel) | null;
  readonly bigint: BigIntKernel | null;
  readonly complex: ComplexKernel | null;
}

const LN2 = Math.LN2;

function pow(a: number, b: number): number {
  // C's pow, which NumPy calls: 1 to the power of anything is 1, and so is -1 to an infinite power.
  if (a === 1) return 1;
  if (a === -1 && (b === Number.POSITIVE_INFINITY || b === Number.NEGATIVE_INFINITY)) return 1;
  return a ** b;
}

/** Python's `%` for floats: of the divisor's sign. */
function remainder(a: number, b: number): number {
  if (b === 0) return Number.NaN;
  const rest = a % b;
  if (rest === 0) return b < 0 ? -0 : 0;
  return b < 0 !== rest < 0 ? rest + b : rest;
}

/** Python's `//` for floats: what is left when the remainder has been taken off. */
function floorDivide(a: number, b: number): number {
  if (b === 0) return a / b;
  const rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0 && b < 0 !== rest < 0) quotient -= 1;
  if (quotient === 0) return a / b < 0 || Object.is(a / b, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function logaddexp(a: number, b: number): number {
  if (a === b) return a + LN2;
  const difference = a - b;
  if (difference > 0) return a + Math.log1p(Math.exp(-difference));
  return difference <= 0 ? b + Math.log1p(Math.exp(difference)) : difference;
}

function logaddexp2(a: number, b: number): number {
  if (a === b) return a + 1;
  const difference = a - b;
  if (difference > 0) return a + Math.log1p(2 ** -difference) / LN2;
  return difference <= 0 ? b + Math.log1p(2 ** difference) / LN2 : difference;
}

function isNegative(x: number): boolean {
  return x < 0 || Object.is(x, -0);
}

const bits = new DataView(new ArrayBuffer(8));

function copysign(a: number, b: number): number {
  // NaN has a sign too, which only its bits tell.
  let negative = isNegative(b);
  if (Number.isNaN(b)) {
    bits.setFloat64(0, b);
    negative = bits.getUint8(0) >= 128;
  }
  const size = Math.abs(a);
  return negative ? -size : size;
}

function heaviside(a: number, b: number): number {
  return Number.isNaN(a) ? a : a === 0 ? b : a < 0 ? 0 : 1;
}

/** The next number after `a` towards `b`, of a floating-point dtype: its bits as an integer, plus or minus 1. */
function nextafterOf(dtype: DType): NumberKernel {
  const info = infoOf(dtype);
  const value = new info.Array(1) as Float64Array;
  const Pattern = { 2: Int16Array, 4: Int32Array, 8: BigInt64Array }[info.storedItemBytes as 2 | 4 | 8];
  const pattern = new Pattern(value.buffer as ArrayBuffer);
  const one = info.storedItemBytes === 8 ? 1n : 1;
  return (a, b) => {
    if (Number.isNaN(a) || Number.isNaN(b)) return Number.NaN;
    if (a === b) return b;
    if (a === 0) {
      pattern[0] = one;
      const least = value[0] as number;
      return b > 0 ? least : -least;
    }
    value[0] = a;
    const away = b > a === a > 0;
    // The pattern of a negative number is a negative integer whose size grows downwards: away from 0 is up in both.
    pattern[0] = away ? (((pattern[0] as never) + one) as never) : (((pattern[0] as never) - (one as never)) as never);
    return value[0] as number;
  };
}

const same = (f: NumberKernel) => (): NumberKernel => f;

type Parts = Partial<Kernel> & { f?: NumberKernel; i?: NumberKernel };

function kernel({ f, i, ...parts }: Parts): Kernel {
  return {
    identity: null,
    reorderable: false,
    kind: 'arithmetic',
    closed: false,
    float: f === undefined ? null : same(f),
    int: i === undefined ? null : same(i),
    bigint: null,
    complex: null,
    ...parts,
  };
}

const compare = (f: NumberKernel, bigint: BigIntKernel, order: ComplexKernel): Kernel =>
  kernel({ kind: 'compare', closed: true, f, i: f, bigint, complex: order });
const truth = (identity: number, f: NumberKernel): Kernel =>
  kernel({ kind: 'truth', identity, reorderable: true, closed: true, f, i: f });
/** A function of real numbers in floating point only. */
const real = (f: NumberKernel, parts: Partial<Kernel> = {}): Kernel => kernel({ f, ...parts });

const maximum: NumberKernel = (a, b) => (a >= b || Number.isNaN(a) ? a : b);
const minimum: NumberKernel = (a, b) => (a <= b || Number.isNaN(a) ? a : b);
const fmax: NumberKernel = (a, b) => (a >= b || Number.isNaN(b) ? a : b);
const fmin: NumberKernel = (a, b) => (a <= b || Number.isNaN(b) ? a : b);

const greatest = { reorderable: true, closed: true, bigint: (a: bigint, b: bigint) => (a >= b ? a : b) };
const least = { reorderable: true, closed: true, bigint: (a: bigint, b: bigint) => (a <= b ? a : b) };

const divide = kernel({ f: (a, b) => a / b, complex: complex.divide });
const modulo = kernel({ f: remainder, i: integer.remainder, bigint: integer.bigRemainder });
const power = kernel({ f: pow, int: integer.powerOf, bigint: integer.bigPower, complex: complex.power });
const arctan2 = real(Math.atan2);
const left = kernel({ int: integer.leftShiftOf, bigint: integer.bigLeftShift });
const right = kernel({ int: integer.rightShiftOf, bigint: integer.bigRightShift, closed: true });

/** All binary ufuncs, aliases included, by name. */
export const KERNELS = {
  add: kernel({
    identity: 0,
    reorderable: true,
    f: (a, b) => a + b,
    i: (a, b) => a + b,
    bigint: (a, b) => a + b,
    complex: complex.add,
  }),
  subtract: kernel({
    f: (a, b) => a - b,
    i: (a, b) => a - b,
    bigint: (a, b) => a - b,
    complex: complex.subtract,
  }),
  multiply: kernel({
    identity: 1,
    reorderable: true,
    f: (a, b) => a * b,
    i: Math.imul,
    bigint: (a, b) => a * b,
    complex: complex.multiply,
  }),
  divide,
  true_divide: divide,
  floor_divide: kernel({ f: floorDivide, i: integer.floorDivide, bigint: integer.bigFloorDivide }),
  mod: modulo,
  remainder: modulo,
  fmod: kernel({
    f: (a, b) => a % b,
    i: (a, b) => (b === 0 ? 0 : a % b),
    bigint: (a, b) => (b === 0n ? 0n : a % b),
  }),
  power,
  pow: power,
  float_power: real(pow, { complex: complex.power }),
  maximum: kernel({ ...greatest, f: maximum, i: maximum, complex: complex.maximum }),
  minimum: kernel({ ...least, f: minimum, i: minimum, complex: complex.minimum }),
  fmax: kernel({ ...greatest, f: fmax, i: fmax, complex: complex.fmax }),
  fmin: kernel({ ...least, f: fmin, i: fmin, complex: complex.fmin }),
  logical_and: truth(1, (a, b) => a & b),
  logical_or: truth(0, (a, b) => a | b),
  logical_xor: truth(0, (a, b) => a ^ b),
  bitwise_and: kernel({ identity: -1, reorderable: true, i: (a, b) => a & b, bigint: (a, b) => a & b }),
  bitwise_or: kernel({ identity: 0, reorderable: true, i: (a, b) => a | b, bigint: (a, b) => a | b }),
  bitwise_xor: kernel({ identity: 0, reorderable: true, i: (a, b) => a ^ b, bigint: (a, b) => a ^ b }),
  left_shift: left,
  bitwise_left_shift: left,
  right_shift: right,
  bitwise_right_shift: right,
  hypot: real(Math.hypot, { identity: 0, reorderable: true }),
  arctan2,
  atan2: arctan2,
  logaddexp: real(logaddexp, { identity: Number.NEGATIVE_INFINITY, reorderable: true }),
  logaddexp2: real(logaddexp2, { identity: Number.NEGATIVE_INFINITY, reorderable: true }),
  gcd: kernel({ identity: 0, reorderable: true, i: integer.gcd, bigint: integer.bigGcd }),
  lcm: kernel({ i: integer.lcm, bigint: integer.bigLcm }),
  copysign: real(copysign, { closed: true }),
  nextafter: kernel({ float: nextafterOf, closed: true }),
  /** Its second operand is an exponent, so that it has no methods. */
  ldexp: kernel({}),
  heaviside: real(heaviside, { closed: true }),
  greater: compare(
    (a, b) => (a > b ? 1 : 0),
    (a, b) => (a > b ? 1n : 0n),
    complex.greater,
  ),
  less: compare(
    (a, b) => (a < b ? 1 : 0),
    (a, b) => (a < b ? 1n : 0n),
    complex.less,
  ),
  greater_equal: compare(
    (a, b) => (a >= b ? 1 : 0),
    (a, b) => (a >= b ? 1n : 0n),
    complex.greaterEqual,
  ),
  less_equal: compare(
    (a, b) => (a <= b ? 1 : 0),
    (a, b) => (a <= b ? 1n : 0n),
    complex.lessEqual,
  ),
  equal: compare(
    (a, b) => (a === b ? 1 : 0),
    (a, b) => (a === b ? 1n : 0n),
    complex.equal,
  ),
  not_equal: compare(
    (a, b) => (a !== b ? 1 : 0),
    (a, b) => (a !== b ? 1n : 0n),
    complex.notEqual,
  ),
} as const satisfies Readonly<Record<string, Kernel>>;

export type BinaryName = keyof typeof KERNELS;
