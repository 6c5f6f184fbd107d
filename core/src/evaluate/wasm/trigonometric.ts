/**
 * `sin` and `cos` of vectors of two float64, by fdlibm (Sun Microsystems, 1993: k_sin.c, k_cos.c, e_rem_pio2.c): the
 * argument is brought to |x| ≤ π/4 with π/2 in parts of 33 bits, then one of two polynomials. Arguments beyond 2²⁰·π/2,
 * and the rare ones that nearly cancel, go to JavaScript's own function. For float32, musl's shorter polynomials
 * (k_sinf.c, k_cosf.c) in float64.
 */
import { v128 } from 'wasmati';
import { imported } from './arithmetic.ts';
import type { Value } from './code.ts';
import type { Doubles } from './doubles.ts';
import type { Helpers } from './helpers.ts';

const TWO_OVER_PI = 6.36619772367581382433e-1;
const PIO2_1 = 1.57079632673412561417;
const PIO2_1T = 6.07710050650619224932e-11;
const PIO2_2 = 6.07710050630396597660e-11;
const PIO2_2T = 2.02226624879595063154e-21;
/** 2²⁰·π/2: up to here a multiple of the first part is exact. */
const LIMIT = 1647099;
/** Closer to a multiple of π/2 than this share of x, two parts of π/2 are not enough. */
const CANCELLED = 2 ** -44;

const SIN = [
  8.33333333332248946124e-3, -1.98412698298579493134e-4, 2.75573137070700676789e-6, -2.50507602534068634195e-8,
  1.58969099521155010221e-10,
];
const S1 = -1.66666666666666324348e-1;
const COS = [
  4.16666666666666019037e-2, -1.38888888888741095749e-3, 2.48015872894767294178e-5, -2.75573143513906633035e-7,
  2.08757232129817482790e-9, -1.13596475577881948265e-11,
];

/** The quadrant's number in the low bits, and the rest of the argument as a sum of two. */
interface Reduced {
  readonly quadrant: Value;
  readonly high: Value;
  readonly low: Value;
}

function reduce(d: Doubles, x: Value): Reduced {
  const n = d.nearest(d.mul(x, TWO_OVER_PI));
  const first = d.sub(x, d.mul(n.number, PIO2_1));
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
  return exceptFor(d, helpers, op, x, count, quick, d.lt(d.abs(high), d.mul(d.abs(x), CANCELLED)));
}

/** `quick`, but for arguments that are too large or marked. */
function exceptFor(
  d: Doubles,
  helpers: Helpers,
  op: 'sin' | 'cos',
  x: Value,
  count: number,
  quick: Value,
  marked: Value | null,
): Value {
  const { code } = d;
  const large = d.gt(d.abs(x), LIMIT);
  const slow = marked === null ? large : d.or(large, marked);
  const result = code.local('v128');
  code.move(result, quick);
  code.when(code.emit('i32', v128.any_true, slow), () => {
    code.move(result, d.select(slow, imported(code, helpers, op, 'f64', [x], count), quick));
  });
  return result;
}

const SIN_SINGLE = [-1.66666666416265235595e-1, 8.33332938588946317270e-3, -1.98393348360966317347e-4, 2.71831149398982190639e-6];
const COS_SINGLE = [-4.99999997251031003120e-1, 4.16666233237390631894e-2, -1.38867637746099294692e-3, 2.43904487962774090654e-5];

/** To the precision of float32, of a float32. */
export function sinOrCosSingle(d: Doubles, helpers: Helpers, op: 'sin' | 'cos', x: Value, count: number): Value {
  const n = d.nearest(d.mul(x, TWO_OVER_PI));
  const r = d.sub(d.sub(x, d.mul(n.number, PIO2_1)), d.mul(n.number, PIO2_1T));
  const z = d.mul(r, r);
  const sin = d.add(r, d.mul(d.mul(r, z), d.polynomial(z, SIN_SINGLE)));
  const cos = d.add(1, d.mul(z, d.polynomial(z, COS_SINGLE)));
  const quick = choose(d, n.bits, op === 'sin' ? 0n : 1n, sin, cos);
  return exceptFor(d, helpers, op, x, count, quick, null);
}
