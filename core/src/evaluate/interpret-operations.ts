/** The elementary operations of the interpreter, one block at a time. Storing into a typed array wraps and rounds. */
import { isFloat, isSigned, isWide, type Lane, type LaneNode, type LaneOp } from './lanes.ts';
import { copysign, floorDivide, fmod, greater, hypot, lesser, modulo, power, roundHalfEven } from './scalar-math.ts';

type Numbers = Record<number, number | bigint> & { readonly length: number };
type Pair<N> = (a: N, b: N) => N;

const FLOAT_UNARY: Readonly<Partial<Record<LaneOp, (x: number) => number>>> = {
  ...{ neg: (x: number) => -x, abs: Math.abs, sqrt: Math.sqrt, floor: Math.floor, ceil: Math.ceil, trunc: Math.trunc },
  ...{ rint: roundHalfEven, exp: Math.exp, exp2: (x: number) => 2 ** x, expm1: Math.expm1 },
  ...{ log: Math.log, log2: Math.log2, log10: Math.log10, log1p: Math.log1p, cbrt: Math.cbrt },
  ...{ sin: Math.sin, cos: Math.cos, tan: Math.tan, asin: Math.asin, acos: Math.acos, atan: Math.atan },
  ...{ sinh: Math.sinh, cosh: Math.cosh, tanh: Math.tanh, asinh: Math.asinh, acosh: Math.acosh, atanh: Math.atanh },
};

const FLOAT_PAIR: Readonly<Partial<Record<LaneOp, Pair<number>>>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  min: Math.min,
  max: Math.max,
  floordiv: floorDivide,
  mod: modulo,
  fmod,
  pow: power,
  atan2: Math.atan2,
  hypot,
  copysign,
};

/** Integers of at most 32 bits; sums stay exact until they are stored. */
const WORD_PAIR: Readonly<Partial<Record<LaneOp, Pair<number>>>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: Math.imul,
  min: Math.min,
  max: Math.max,
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  shl: (a, b) => a << b,
  floordiv: (a, b) => (b === 0 ? 0 : Math.floor(a / b)),
  mod: (a, b) => (b === 0 ? 0 : modulo(a, b)),
  fmod: (a, b) => (b === 0 ? 0 : a % b),
  pow: wordPower,
};

const BIG_PAIR: Readonly<Partial<Record<LaneOp, Pair<bigint>>>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  min: lesser,
  max: greater,
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  shl: (a, b) => a << (b & 63n),
  shr: (a, b) => a >> (b & 63n),
  floordiv: (a, b) => (b === 0n ? 0n : a / b - (a % b !== 0n && a < 0n !== b < 0n ? 1n : 0n)),
  mod: (a, b) => (b === 0n ? 0n : ((a % b) + b) % b),
  fmod: (a, b) => (b === 0n ? 0n : a % b),
  pow: bigPower,
};

function wordPower(base: number, exponent: number): number {
  if (exponent < 0) return base === 1 ? 1 : base === -1 ? (exponent % 2 === 0 ? 1 : -1) : 0;
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = Math.imul(result, square);
    square = Math.imul(square, square);
  }
  return result;
}

function bigPower(base: bigint, exponent: bigint): bigint {
  if (exponent < 0n) return base === 1n ? 1n : base === -1n ? (exponent % 2n === 0n ? 1n : -1n) : 0n;
  let result = 1n;
  let square = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = BigInt.asIntN(64, result * square);
    square = BigInt.asIntN(64, square * square);
  }
  return result;
}

function compare(op: LaneOp): (a: number | bigint, b: number | bigint) => boolean {
  switch (op) {
    case 'eq':
      return (a, b) => a === b;
    case 'ne':
      return (a, b) => a !== b;
    case 'lt':
      return (a, b) => a < b;
    case 'le':
      return (a, b) => a <= b;
    case 'gt':
      return (a, b) => a > b;
    default:
      return (a, b) => a >= b;
  }
}

function saturate(value: number, low: number, high: number): number {
  if (Number.isNaN(value)) return 0;
  return value <= low ? low : value >= high ? high : Math.trunc(value);
}

function saturateWide(value: number, lane: Lane): bigint {
  if (Number.isNaN(value)) return 0n;
  const low = lane === 'i64' ? -(2n ** 63n) : 0n;
  const high = lane === 'i64' ? 2n ** 63n - 1n : 2n ** 64n - 1n;
  if (value <= Number(low)) return low;
  return value >= Number(high) ? high : BigInt(Math.trunc(value));
}

/** How one element is cast; the same rules as `wasm/convert.ts`. */
function caster(from: Lane, to: Lane): (value: number | bigint) => number | bigint {
  if (to === 'bool') return isWide(from) ? (x) => (x === 0n ? 0 : 1) : (x) => (x === 0 ? 0 : 1);
  if (isFloat(from) && isWide(to)) return (x) => saturateWide(x as number, to);
  if (isFloat(from) && to === 'u32') return (x) => saturate(x as number, 0, 2 ** 32 - 1);
  if (isFloat(from) && !isFloat(to)) return (x) => saturate(x as number, -(2 ** 31), 2 ** 31 - 1);
  if (isWide(from)) {
    if (isWide(to)) return (x) => x;
    return isFloat(to) ? (x) => Number(x) : (x) => Number(BigInt.asIntN(32, x as bigint));
  }
  return isWide(to) ? (x) => BigInt(x) : (x) => x;
}

function unary(op: LaneOp, lane: Lane): (x: never) => number | bigint {
  if (isFloat(lane)) return FLOAT_UNARY[op] as (x: never) => number;
  switch (op) {
    case 'not':
      return lane === 'bool' ? (x: number) => 1 - x : isWide(lane) ? (x: bigint) => ~x : (x: number) => ~x;
    case 'neg':
      return (x: number) => -x;
    default:
      return isWide(lane) ? (x: bigint) => (x < 0n ? -x : x) : Math.abs;
  }
}

function pair(op: LaneOp, lane: Lane): unknown {
  // As in the kernels, the quotient is rounded to the lane before it is rounded down.
  if (op === 'floordiv' && isFloat(lane) && lane !== 'f64')
    return (a: number, b: number) => Math.floor(Math.fround(a / b));
  if (isFloat(lane)) return FLOAT_PAIR[op];
  if (isWide(lane)) return BIG_PAIR[op];
  if (op === 'shr') return isSigned(lane) ? (a: number, b: number) => a >> b : (a: number, b: number) => a >>> b;
  return WORD_PAIR[op];
}

/** Computes `count` elements of a node into `out` from those of its arguments. */
export function compute(node: LaneNode, out: Numbers, a: Numbers, b: Numbers, c: Numbers, count: number): void {
  const { op, lane, args } = node;
  const from = args[0]?.lane ?? lane;
  if (op === 'select') {
    for (let index = 0; index < count; index++) out[index] = (a[index] !== 0 ? b[index] : c[index]) as number;
    return;
  }
  if (op === 'signbit') {
    for (let index = 0; index < count; index++) {
      const value = a[index] as number;
      out[index] = value < 0 || Object.is(value, -0) ? 1 : 0;
    }
    return;
  }
  if (op === 'cast') {
    each(caster(from, lane) as (x: never) => number, out, a, count);
    return;
  }
  if (args.length === 1) {
    each(unary(op, lane), out, a, count);
    return;
  }
  if (lane === 'bool' && !['and', 'or', 'xor'].includes(op)) {
    const holds = compare(op);
    for (let index = 0; index < count; index++) {
      out[index] = holds(a[index] as number, b[index] as number) ? 1 : 0;
    }
    return;
  }
  const operation = pair(op, lane) as Pair<number>;
  for (let index = 0; index < count; index++) out[index] = operation(a[index] as number, b[index] as number);
}

function each(f: (x: never) => number | bigint, out: Numbers, a: Numbers, count: number): void {
  const operation = f as unknown as (x: number) => number;
  for (let index = 0; index < count; index++) out[index] = operation(a[index] as number);
}
