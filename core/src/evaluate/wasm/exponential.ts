/**
 * `exp` and `log` of vectors of two float64. The formulas and coefficients are those of fdlibm (Sun Microsystems, 1993:
 * e_exp.c and e_log.c), whose error is below 1 ulp; the way to and from the exponent is musl's (log.c). For float32 a
 * shorter Taylor series is exact enough.
 */
import { i32, i64x2 } from 'wasmati';
import type { Value } from './code.ts';
import type { Doubles } from './doubles.ts';

const LN2_HI = 0.6931471803691238;
const LN2_LO = 1.9082149292705877e-10;

/** e_exp.c: the coefficients of R(z) ≈ r·(eʳ+1)/(eʳ−1). */
const EXP = [
  0.16666666666666602, -0.0027777777777015593, 6.613756321437934e-5, -1.6533902205465252e-6, 4.1381367970572385e-8,
];
/** Below and above these, eˣ is 0 and infinite. */
const LEAST = -746;
const MOST = 710;
/** Powers of two are applied in two steps where one would leave the normal numbers. */
const LOWEST_STEP = -1000;
const HIGHEST_STEP = 1023;

/** 1/k!, for eʳ with |r| ≤ ln 2 / 2 to 2⁻³⁰. */
const EXP_SINGLE = [1, 1, 1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 720, 1 / 5040];

/** Within these, 2 to the power of the nearest integer to x·log₂e is a normal number, and so is eˣ. */
const ORDINARY = 708;

/** eʳ, of r = high − low. */
function expRest(d: Doubles, high: Value, low: Value): Value {
  const r = d.sub(high, low);
  const t = d.mul(r, r);
  const c = d.minusProduct(r, t, d.polynomial(t, EXP));
  const quotient = d.div(d.mul(r, c), d.sub(2, c));
  return d.sub(1, d.sub(d.sub(low, quotient), high));
}

/** eˣ of any x. */
function expAny(d: Doubles, x: Value): Value {
  // NaN passes: the comparison does not replace the first operand by it.
  const within = d.least(d.greatest(x, LEAST), MOST);
  const k = d.nearest(d.mul(within, Math.LOG2E));
  const y = expRest(d, d.minusProduct(within, k.number, LN2_HI), d.mul(k.number, LN2_LO));
  const first = d.nearest(d.greatest(d.least(k.number, HIGHEST_STEP), LOWEST_STEP));
  const second = d.nearest(d.sub(k.number, first.number));
  return d.mul(d.mul(y, d.twoTo(first.bits)), d.twoTo(second.bits));
}

/** `ordinary(x)` where |x| is at most `ORDINARY` in both lanes, else the general way. */
function unlessOrdinary(d: Doubles, x: Value, ordinary: Value): Value {
  const { code } = d;
  const result = code.local('v128');
  code.move(result, ordinary);
  const both = code.emit('i32', i64x2.all_true, d.integers('eq', d.atMost(d.abs(x), ORDINARY), d.bits(-1n)));
  code.when(code.emit('i32', i32.eqz, both), () => code.move(result, expAny(d, x)));
  return result;
}

/** eˣ. */
export function exp(d: Doubles, x: Value): Value {
  const k = d.nearest(d.mul(x, Math.LOG2E));
  const y = expRest(d, d.minusProduct(x, k.number, LN2_HI), d.mul(k.number, LN2_LO));
  return unlessOrdinary(d, x, d.integers('add', y, d.integers('shl', k.bits, 52)));
}

/** eˣ to the precision of float32. */
export function expSingle(d: Doubles, x: Value): Value {
  const k = d.nearest(d.mul(x, Math.LOG2E));
  const r = d.minusProduct(d.minusProduct(x, k.number, LN2_HI), k.number, LN2_LO);
  const y = d.polynomial(r, EXP_SINGLE);
  return unlessOrdinary(d, x, d.integers('add', y, d.integers('shl', k.bits, 52)));
}

/** e_log.c: the coefficients of R(s²). */
const LOG = [
  0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784, 0.1818357216161805,
  0.15313837699209373, 0.14798198605116586,
];
/** The bits of √½, and of what they lack to 1. */
const ROOT_HALF = 0x3fe6a09en << 32n;
const TO_ONE = (0x3ff00000n - 0x3fe6a09en) << 32n;
const MANTISSA = 0x000fffffffffffffn;
/** As the high bits of a float64, they make its low 52 bits an integer above 2⁵². */
const INTEGER = 0x4330000000000000n;

/** log x. */
export function log(d: Doubles, x: Value): Value {
  const small = d.lt(x, 2 ** -1022);
  const scaled = d.mul(x, d.select(small, 2 ** 54, 1));
  const bits = d.integers('add', scaled, d.bits(TO_ONE));
  const exponent = d.or(d.integers('shr_u', bits, 52), d.bits(INTEGER));
  const k = d.sub(d.sub(exponent, d.select(small, 54 + 1023, 1023)), 2 ** 52);
  const mantissa = d.integers('add', d.and(bits, d.bits(MANTISSA)), d.bits(ROOT_HALF));
  const f = d.sub(mantissa, 1);
  const half = d.mul(0.5, d.mul(f, f));
  const s = d.div(f, d.add(2, f));
  const z = d.mul(s, s);
  const r = d.mul(z, d.polynomial(z, LOG));
  const inner = d.add(d.mul(s, d.add(half, r)), d.mul(k, LN2_LO));
  const result = d.sub(d.mul(k, LN2_HI), d.sub(d.sub(half, inner), f));
  // Infinity and NaN are themselves; 0 gives −∞, and what is below 0 gives NaN.
  const ordinary = d.lt(x, Number.POSITIVE_INFINITY);
  const positive = d.gt(x, 0);
  const rest = d.select(d.eq(x, 0), Number.NEGATIVE_INFINITY, d.div(d.sub(x, x), 0));
  return d.select(positive, d.select(ordinary, result, x), rest);
}
