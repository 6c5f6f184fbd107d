/**
 * float16 in vectors. A lane is kept as a float32 that a float16 can hold, and rounded back to one after each operation,
 * which for `+ − × ÷` and `sqrt` gives what rounding the exact result would (float32 has more than twice the digits).
 * The conversions move the exponent by a multiplication, which is exact and does subnormal numbers too.
 */
import { f32x4, i32x4, v128 } from 'wasmati';
import type { Code, Value } from './code.ts';

const SIGN = -(2 ** 31);
/** The bits of an infinite float16 in the place of its magnitude. */
const INFINITY = 0x7c00;
const NAN = 0x7e00;
/** From here on, a number is nearer to infinity than to the largest float16, 65504. */
const OVERFLOW = 65520;
const SMALLEST_NORMAL = 2 ** -14;
/** Between 0.5 and 1 a float32 has the step of a subnormal float16. */
const SUBNORMAL_ROUNDER = 0.5;
const EXPONENTS_APART = 2 ** 112;

/** Float16s, as integers in the low halves of 32-bit lanes, as float32. */
export function fromHalf(code: Code, half: Value): Value {
  const magnitude = code.v(v128.and, half, code.splat('i32x4', 0x7fff));
  const moved = code.v(f32x4.mul, code.v(i32x4.shl, magnitude, 13), code.splat('f32x4', EXPONENTS_APART));
  const special = code.v(i32x4.gt_s, magnitude, code.splat('i32x4', INFINITY - 1));
  const exponent = code.v(v128.and, special, code.splat('i32x4', 0x7f800000));
  const sign = code.v(i32x4.shl, code.v(v128.and, half, code.splat('i32x4', 0x8000)), 16);
  return code.v(v128.or, code.v(v128.or, moved, exponent), sign);
}

/** The reverse, of numbers that a float16 can hold. */
export function toHalf(code: Code, value: Value): Value {
  const magnitude = code.v(f32x4.abs, value);
  const moved = code.v(f32x4.mul, magnitude, code.splat('f32x4', 1 / EXPONENTS_APART));
  const finite = code.v(i32x4.min_u, code.v(i32x4.shr_u, moved, 13), code.splat('i32x4', INFINITY));
  const unordered = code.v(f32x4.ne, value, value);
  const bits = code.v(v128.bitselect, code.splat('i32x4', NAN), finite, unordered);
  const sign = code.v(i32x4.shr_u, code.v(v128.and, value, code.splat('i32x4', SIGN)), 16);
  return code.v(v128.or, bits, sign);
}

/** The nearest float16, to even. */
export function roundHalf(code: Code, value: Value): Value {
  const magnitude = code.v(f32x4.abs, value);
  const odd = code.v(v128.and, code.v(i32x4.shr_u, magnitude, 13), code.splat('i32x4', 1));
  const up = code.v(i32x4.add, code.v(i32x4.add, magnitude, code.splat('i32x4', 0xfff)), odd);
  const normal = code.v(v128.and, up, code.splat('i32x4', ~0x1fff));
  const rounder = code.splat('f32x4', SUBNORMAL_ROUNDER);
  const subnormal = code.v(f32x4.sub, code.v(f32x4.add, magnitude, rounder), rounder);
  const isSmall = code.v(f32x4.lt, magnitude, code.splat('f32x4', SMALLEST_NORMAL));
  const isLarge = code.v(f32x4.ge, magnitude, code.splat('f32x4', OVERFLOW));
  const unordered = code.v(f32x4.ne, value, value);
  const inRange = code.v(v128.bitselect, subnormal, normal, isSmall);
  const finite = code.v(v128.bitselect, code.splat('f32x4', Number.POSITIVE_INFINITY), inRange, isLarge);
  const kept = code.v(v128.bitselect, magnitude, finite, unordered);
  return code.v(v128.or, kept, code.v(v128.and, value, code.splat('i32x4', SIGN)));
}
