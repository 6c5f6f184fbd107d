/**
 * Truth values in vectors: all bits of a lane are set or none. A mask is as wide as what it is about, since comparing
 * and selecting then cost one instruction; these functions change the width.
 */
import { i8x16, i16x8, i32x4, i64x2 } from 'wasmati';
import type { Code, Value } from './code.ts';

export type Bits = 8 | 16 | 32 | 64;

/** Bytes of the low halves of eight-byte lanes, of two vectors. */
const LOW_HALVES = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27];

/** Two vectors of masks as one of lanes half as wide. */
export function narrowMask(code: Code, from: Bits, low: Value, high: Value): Value {
  switch (from) {
    case 64:
      return code.v(i8x16.shuffle, LOW_HALVES, low, high);
    case 32:
      return code.v(i16x8.narrow_i32x4_s, low, high);
    default:
      return code.v(i8x16.narrow_i16x8_s, low, high);
  }
}

/** The low or high half of a vector of masks, in lanes twice as wide. */
export function widenMask(code: Code, from: Bits, mask: Value, high: boolean): Value {
  switch (from) {
    case 8:
      return code.v(high ? i16x8.extend_high_i8x16_s : i16x8.extend_low_i8x16_s, mask);
    case 16:
      return code.v(high ? i32x4.extend_high_i16x8_s : i32x4.extend_low_i16x8_s, mask);
    default:
      return code.v(high ? i64x2.extend_high_i32x4_s : i64x2.extend_low_i32x4_s, mask);
  }
}
