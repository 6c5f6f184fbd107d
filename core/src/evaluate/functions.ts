/**
 * The functions and operators of the language: their names here, the numpy-ts function that the chained form would
 * call, and what they are on plain numbers. Which dtype a call gives is not written here: `infer.ts` asks numpy-ts.
 */
import { EvaluateError } from './errors.ts';
import {
  arctan2,
  compareWith,
  copysign,
  floorDivide,
  fmod,
  greater,
  hypot,
  lesser,
  maximum,
  minimum,
  modulo,
  power,
  roundHalfEven,
  sign,
} from './scalar-math.ts';

/** A plain value of an expression: it has no dtype of its own and never widens an array. */
export type ScalarValue = number | bigint | boolean;

export interface FunctionSpec {
  /** The name under which lowering and the engines know it; for most also the name in numpy-ts. */
  readonly op: string;
  /** The export of numpy-ts that the chained form calls. */
  readonly numpy: string;
  readonly arity: number;
  readonly scalar: (...args: never[]) => ScalarValue;
  /** `f(x, y)` and `f(y, x)` are the same, so that a scalar may stand first in the chained form. */
  readonly swapped?: string;
}

/** A function of numbers, and of bigints where one side is one and both are whole. */
function both(numbers: (a: number, b: number) => number, integers: (a: bigint, b: bigint) => bigint) {
  return (a: ScalarValue, b: ScalarValue): ScalarValue => {
    const exact = typeof a === 'bigint' || typeof b === 'bigint';
    const whole = (value: ScalarValue) => typeof value !== 'number' || Number.isInteger(value);
    if (exact && whole(a) && whole(b)) return integers(BigInt(a), BigInt(b));
    return numbers(Number(a), Number(b));
  };
}

/** As `both`, where truth values give a truth value. */
function truths(numbers: (a: number, b: number) => number, integers: (a: bigint, b: bigint) => bigint) {
  const run = both(numbers, integers);
  return (a: ScalarValue, b: ScalarValue): ScalarValue =>
    typeof a === 'boolean' && typeof b === 'boolean' ? run(a, b) !== 0 : run(a, b);
}

/** Whether a plain value is not zero; NaN is not. */
export function isTrue(value: ScalarValue): boolean {
  return value !== 0 && value !== 0n && value !== false;
}

function one(numbers: (a: number) => number, integers?: (a: bigint) => bigint) {
  return (a: ScalarValue): ScalarValue =>
    typeof a === 'bigint' && integers !== undefined ? integers(a) : numbers(Number(a));
}

function two(numbers: (a: number, b: number) => number) {
  return (a: ScalarValue, b: ScalarValue): ScalarValue => numbers(Number(a), Number(b));
}

function asIntegers(f: (a: bigint, b: bigint) => bigint): (a: number, b: number) => number {
  return (a, b) =>
    Number.isInteger(a) && Number.isInteger(b) ? Number(BigInt.asIntN(64, f(BigInt(a), BigInt(b)))) : Number.NaN;
}

function shift(direction: 1n | -1n): (a: bigint, b: bigint) => bigint {
  return (a, b) => BigInt.asIntN(64, a << (direction * (b & 63n)));
}

function floorBig(a: bigint, b: bigint): bigint {
  if (b === 0n) return 0n;
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

const smaller = both(minimum, lesser);
const larger = both(maximum, greater);

/** Bits of the largest integers that are computed: more than any use has, and computed at once. */
const MOST_BITS = 65_536;

/** A negative power of anything but 1 and −1 is 0, as for arrays of integers. */
function bigPower(base: bigint, exponent: bigint): bigint {
  const unit = base === 1n || base === -1n;
  if (exponent < 0n) return unit ? (exponent % 2n === 0n ? 1n : base) : 0n;
  if (unit) return exponent % 2n === 0n ? 1n : base;
  if (base !== 0n && BigInt(base.toString(2).length) * exponent > MOST_BITS) {
    throw new EvaluateError('expression', `integers of at most ${MOST_BITS} bits`, 'a power of more');
  }
  return base ** exponent;
}

const BINARY: Readonly<Record<string, readonly [scalar: FunctionSpec['scalar'], swapped?: string]>> = {
  add: [
    both(
      (a, b) => a + b,
      (a, b) => a + b,
    ),
    'add',
  ],
  subtract: [
    both(
      (a, b) => a - b,
      (a, b) => a - b,
    ),
  ],
  multiply: [
    both(
      (a, b) => a * b,
      (a, b) => a * b,
    ),
    'multiply',
  ],
  divide: [(a: ScalarValue, b: ScalarValue) => Number(a) / Number(b)],
  floor_divide: [both(floorDivide, floorBig)],
  mod: [both(modulo, (a, b) => (b === 0n ? 0n : a - floorBig(a, b) * b))],
  fmod: [both(fmod, (a, b) => (b === 0n ? 0n : a % b))],
  power: [both(power, bigPower)],
  minimum: [smaller, 'minimum'],
  maximum: [larger, 'maximum'],
  fmin: [both((a, b) => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.min(a, b)), lesser), 'fmin'],
  fmax: [both((a, b) => (Number.isNaN(a) ? b : Number.isNaN(b) ? a : Math.max(a, b)), greater), 'fmax'],
  arctan2: [two(arctan2)],
  hypot: [two(hypot), 'hypot'],
  copysign: [two(copysign)],
  bitwise_and: [
    truths(
      asIntegers((a, b) => a & b),
      (a, b) => a & b,
    ),
    'bitwise_and',
  ],
  bitwise_or: [
    truths(
      asIntegers((a, b) => a | b),
      (a, b) => a | b,
    ),
    'bitwise_or',
  ],
  bitwise_xor: [
    truths(
      asIntegers((a, b) => a ^ b),
      (a, b) => a ^ b,
    ),
    'bitwise_xor',
  ],
  left_shift: [both(asIntegers(shift(1n)), shift(1n))],
  right_shift: [both(asIntegers(shift(-1n)), shift(-1n))],
  less: [compareWith('<'), 'greater'],
  less_equal: [compareWith('<='), 'greater_equal'],
  greater: [compareWith('>'), 'less'],
  greater_equal: [compareWith('>='), 'less_equal'],
  equal: [compareWith('=='), 'equal'],
  not_equal: [compareWith('!='), 'not_equal'],
  logical_and: [(a: ScalarValue, b: ScalarValue) => isTrue(a) && isTrue(b), 'logical_and'],
  logical_or: [(a: ScalarValue, b: ScalarValue) => isTrue(a) || isTrue(b), 'logical_or'],
  logical_xor: [(a: ScalarValue, b: ScalarValue) => isTrue(a) !== isTrue(b), 'logical_xor'],
};

const DEGREE = 180 / Math.PI;

const UNARY: Readonly<Record<string, FunctionSpec['scalar']>> = {
  negative: one(
    (a) => -a,
    (a) => -a,
  ),
  positive: one(
    (a) => a,
    (a) => a,
  ),
  absolute: one(Math.abs, (a) => (a < 0n ? -a : a)),
  fabs: one(Math.abs),
  sign: one(sign, (a) => (a > 0n ? 1n : a < 0n ? -1n : 0n)),
  sqrt: one(Math.sqrt),
  cbrt: one(Math.cbrt),
  square: one(
    (a) => a * a,
    (a) => a * a,
  ),
  reciprocal: one((a) => 1 / a),
  exp: one(Math.exp),
  exp2: one((a) => 2 ** a),
  expm1: one(Math.expm1),
  log: one(Math.log),
  log2: one(Math.log2),
  log10: one(Math.log10),
  log1p: one(Math.log1p),
  sin: one(Math.sin),
  cos: one(Math.cos),
  tan: one(Math.tan),
  arcsin: one(Math.asin),
  arccos: one(Math.acos),
  arctan: one(Math.atan),
  sinh: one(Math.sinh),
  cosh: one(Math.cosh),
  tanh: one(Math.tanh),
  arcsinh: one(Math.asinh),
  arccosh: one(Math.acosh),
  arctanh: one(Math.atanh),
  floor: one(Math.floor, (a) => a),
  ceil: one(Math.ceil, (a) => a),
  trunc: one(Math.trunc, (a) => a),
  rint: one(roundHalfEven, (a) => a),
  round: one(roundHalfEven, (a) => a),
  degrees: one((a) => a * DEGREE),
  radians: one((a) => a / DEGREE),
  isnan: (a: ScalarValue) => Number.isNaN(a),
  isinf: (a: ScalarValue) => Math.abs(Number(a)) === Number.POSITIVE_INFINITY,
  isfinite: (a: ScalarValue) => Number.isFinite(Number(a)),
  isposinf: (a: ScalarValue) => a === Number.POSITIVE_INFINITY,
  isneginf: (a: ScalarValue) => a === Number.NEGATIVE_INFINITY,
  signbit: (a: ScalarValue) => Number(a) < 0 || Object.is(a, -0),
  logical_not: (a: ScalarValue) => !isTrue(a),
  bitwise_not: (a: ScalarValue): ScalarValue =>
    typeof a === 'boolean' ? !a : typeof a === 'bigint' ? ~a : asIntegers((x) => ~x)(a, 0),
  conjugate: one(
    (a) => a,
    (a) => a,
  ),
  real: one(
    (a) => a,
    (a) => a,
  ),
  imag: one(
    () => 0,
    () => 0n,
  ),
};

const TERNARY: Readonly<Record<string, FunctionSpec['scalar']>> = {
  where: (condition: ScalarValue, a: ScalarValue, b: ScalarValue) => (isTrue(condition) ? a : b),
  clip: (a: ScalarValue, low: ScalarValue, high: ScalarValue) => smaller(larger(a, low), high),
};

/** Other names of the same functions: numexpr's, NumPy's and JavaScript's. */
const ALIASES: Readonly<Record<string, string>> = {
  abs: 'absolute',
  true_divide: 'divide',
  remainder: 'mod',
  pow: 'power',
  asin: 'arcsin',
  acos: 'arccos',
  atan: 'arctan',
  atan2: 'arctan2',
  asinh: 'arcsinh',
  acosh: 'arccosh',
  atanh: 'arctanh',
  around: 'round',
  fix: 'trunc',
  deg2rad: 'radians',
  rad2deg: 'degrees',
  invert: 'bitwise_not',
  conj: 'conjugate',
};

function table(): ReadonlyMap<string, FunctionSpec> {
  const all = new Map<string, FunctionSpec>();
  for (const [op, [scalar, swapped]] of Object.entries(BINARY)) {
    all.set(op, { op, numpy: op, arity: 2, scalar, ...(swapped === undefined ? {} : { swapped }) });
  }
  for (const [op, scalar] of Object.entries(UNARY)) all.set(op, { op, numpy: op, arity: 1, scalar });
  for (const [op, scalar] of Object.entries(TERNARY)) all.set(op, { op, numpy: op, arity: 3, scalar });
  for (const [alias, op] of Object.entries(ALIASES)) all.set(alias, all.get(op) as FunctionSpec);
  return all;
}

/** Every function, by each of its names. A map, so that no name inherited from `Object.prototype` is one. */
export const FUNCTIONS: ReadonlyMap<string, FunctionSpec> = table();

/** The reductions; they stand outermost. */
export const REDUCTIONS: ReadonlySet<string> = new Set(['sum', 'prod', 'min', 'max', 'mean']);

/** What each operator calls. */
export const OPERATORS: Readonly<Record<'unary' | 'binary', ReadonlyMap<string, string>>> = {
  unary: new Map([
    ['-', 'negative'],
    ['+', 'positive'],
    ['~', 'bitwise_not'],
    ['not', 'logical_not'],
  ]),
  binary: new Map([
    ['+', 'add'],
    ['-', 'subtract'],
    ['*', 'multiply'],
    ['/', 'divide'],
    ['//', 'floor_divide'],
    ['%', 'mod'],
    ['**', 'power'],
    ['&', 'bitwise_and'],
    ['|', 'bitwise_or'],
    ['^', 'bitwise_xor'],
    ['<<', 'left_shift'],
    ['>>', 'right_shift'],
    ['<', 'less'],
    ['<=', 'less_equal'],
    ['>', 'greater'],
    ['>=', 'greater_equal'],
    ['==', 'equal'],
    ['!=', 'not_equal'],
    ['and', 'logical_and'],
    ['or', 'logical_or'],
  ]),
};

/** Names that mean a number unless a variable has the name. */
export const CONSTANTS: ReadonlyMap<string, ScalarValue> = new Map<string, ScalarValue>([
  ['pi', Math.PI],
  ['e', Math.E],
  ['inf', Number.POSITIVE_INFINITY],
  ['nan', Number.NaN],
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
]);

/** The function under a name that is known to be one. */
export function functionNamed(name: string): FunctionSpec {
  return FUNCTIONS.get(name) as FunctionSpec;
}
