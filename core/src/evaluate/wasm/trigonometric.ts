/**
 * `sin` and `cos` of vectors of two float64, by fdlibm (Sun Microsystems, 1993: k_sin.c, k_cos.c, e_rem_pio2.c): the
 * argument is brought to |x| ≤ π/4 with π/2 in parts of 33 bits, then one of two polynomials. Arguments beyond 2²⁰·π/2,
 * and the rare ones that nearly cancel, go to JavaScript's own function. For float32 a shorter way in float64.
 */
import { v128 } from 'wasmati';
import { imported } from './arithmetic.ts';
import type { Value } from './code.ts';
import type { Doubles } from './doubles.ts';
import type { Helpers } from './helpers.ts';

const TWO_OVER_PI = 0.6366197723675814;
const PIO2_1 = 1.5707963267341256;
const PIO2_1T = 6.077100506506192e-11;
const PIO2_2 = 6.077100506303966e-11;
const PIO2_2T = 2.0222662487959506e-21;
/** 2²⁰·π/2: up to here a multiple of the first part is exact. */
const LIMIT = 1647099;
/** Closer to a multiple of π/2 than this share of x, two parts of π/2 are not enough. */
const CANCELLED = 2 ** -44;

const SIN = [
  0.00833333333332249, -0.0001984126982985795, 2.7557313707070068e-6, -2.5050760253406863e-8, 1.58969099521155e-10,
];
const S1 = -0.16666666666666632;
const COS = [
  0.0416666666666666, -0.001388888888887411, 2.480158728947673e-5, -2.7557314351390663e-7, 2.087572321298175e-9,
  -1.1359647557788195e-11,
];

/** The quadrant's number in the low bits, and the rest of the argument as a sum of two. */
interface Reduced {
  readonly quadrant: Value;
  readonly high: Value;
  readonly low: Value;
}

function reduce(d: Doubles, x: Value): Reduced {
  const n = d.nearest(d.mul(x, TWO_OVER_PI));
  const first = d.minusProduct(x, n.number, PIO2_1);
  const w = d.mul(n.number, PIO2_2);
  const r = d.sub(first, w);
  const tail = d.sub(d.mul(n.number, PIO2_2T), d.sub(d.sub(first, r), w));
  const high = d.sub(r, tail);
  return { quadrant: n.bits, high, low: d.sub(d.sub(r, high), tail) };
}

/** k_sin.c, of x + y. */
function sine(d: Doubles, x: Value, y: Value, z: Value): Value {
  const r = d.polynomial(z, SIN);
  const v = d.mul(z, x);
  const inner = d.sub(d.mul(z, d.sub(d.mul(0.5, y), d.mul(v, r))), y);
  return d.sub(x, d.sub(inner, d.mul(v, S1)));
}

/** k_cos.c, of x + y. */
function cosine(d: Doubles, x: Value, y: Value, z: Value): Value {
  const r = d.mul(z, d.polynomial(z, COS));
  const half = d.mul(0.5, z);
  const w = d.sub(1, half);
  return d.add(w, d.add(d.sub(d.sub(1, w), half), d.sub(d.mul(z, r), d.mul(x, y))));
}

/** Which polynomial, and which sign: `shift` is 0 for the sine and 1 for the cosine. */
function choose(d: Doubles, quadrant: Value, shift: bigint, sin: Value, cos: Value): Value {
  const turned = shift === 0n ? quadrant : d.integers('add', quadrant, d.bits(shift));
  const even = d.integers('eq', d.and(turned, d.bits(1n)), d.bits(0n));
  const sign = d.integers('shl', d.and(turned, d.bits(2n)), 62);
  return d.xor(d.select(even, sin, cos), sign);
}

export function sinOrCos(d: Doubles, helpers: Helpers, op: 'sin' | 'cos', x: Value, count: number): Value {
  const { quadrant, high, low } = reduce(d, x);
  const z = d.mul(high, high);
  const quick = choose(d, quadrant, op === 'sin' ? 0n : 1n, sine(d, high, low, z), cosine(d, high, low, z));
  const size = d.abs(x);
  const slow = d.or(d.gt(size, LIMIT), d.lt(d.abs(high), d.mul(size, CANCELLED)));
  return exceptFor(d, helpers, op, x, count, quick, slow);
}

/** `quick`, but where `slow` is set. */
function exceptFor(
  d: Doubles,
  helpers: Helpers,
  op: 'sin' | 'cos',
  x: Value,
  count: number,
  quick: Value,
  slow: Value,
): Value {
  const { code } = d;
  const result = code.local('v128');
  code.move(result, quick);
  code.when(code.emit('i32', v128.any_true, slow), () => {
    code.move(result, d.select(slow, imported(code, helpers, op, 'f64', [x], count), quick));
  });
  return result;
}

/**
 * The sine of r from −π/2 to π/2 as r + r·z·P(z), z = r²: a minimax polynomial for the relative error, which is below
 * 2⁻³⁵. Made by the Remez exchange with 50 digits; `test/core/evaluate-accuracy.test.ts` checks what comes of it.
 */
const SIN_SINGLE = [
  -0.1666666662610789, 0.008333331106780254, -0.0001984086796453308, 0.000002752537150422824, -2.3888676276372205e-8,
];

/** To the precision of float32, of a float32: a multiple of π is taken away, which leaves one polynomial. */
export function sinOrCosSingle(d: Doubles, helpers: Helpers, op: 'sin' | 'cos', x: Value, count: number): Value {
  const turns = d.mul(x, 1 / Math.PI);
  // The cosine is the sine a quarter turn on.
  const n = d.nearest(op === 'sin' ? turns : d.add(turns, 0.5));
  const multiple = op === 'sin' ? n.number : d.sub(n.number, 0.5);
  const r = d.minusProduct(d.minusProduct(x, multiple, 2 * PIO2_1), multiple, 2 * PIO2_1T);
  const z = d.mul(r, r);
  const sine = d.plusProduct(r, d.mul(r, z), d.polynomial(z, SIN_SINGLE));
  const quick = d.xor(sine, d.integers('shl', n.bits, 63));
  return exceptFor(d, helpers, op, x, count, quick, d.gt(d.abs(x), LIMIT));
}
