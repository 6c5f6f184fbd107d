/**
 * Casts between lanes, a vector at a time, with numpy-ts's `astype`: to 32- and 64-bit integers saturating, to smaller
 * ones by way of 32 bits, between integers wrapping.
 */
import { f32x4, f64, f64x2, i8x16, i16x8, i32x4, i64, i64x2, v128 } from 'wasmati';
import { bitsOf, isFloat, isWide, type Lane } from '../lanes.ts';
import type { Code, Instruction, Value } from './code.ts';
import { roundHalf } from './half.ts';
import type { Helpers } from './helpers.ts';

/** Gives the vector number `index` of what is cast. */
export type Source = (index: number) => Value;

const HIGH_HALF = [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15];
const LOW_QUARTERS = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];
const LOW_HALVES = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27];

/** The next lane on the way between two; casts go step by step, and equal steps are made once. */
export function nextStep(from: Lane, to: Lane): Lane {
  if (from === 'f16') return 'f32';
  if (to === 'f16') {
    return from === 'f64' || from === 'f32' ? to : nextStep(from, 'f64');
  }
  if (isFloat(from) && isFloat(to)) return to;
  if (isFloat(from)) {
    if (isWide(to)) return from === 'f64' ? to : 'f64';
    return to === 'u32' ? 'u32' : 'i32';
  }
  if (isFloat(to)) {
    if (isWide(from)) return 'f64';
    // Signed words convert faster, and hold every shorter unsigned number.
    if (bitsOf(from) === 16) return 'i32';
    return bitsOf(from) === 32 ? to : stepTowards(from, 'i16');
  }
  return stepTowards(from, to);
}

/** All lanes on the way from one to another, the first left out. */
export function stepsBetween(from: Lane, to: Lane): Lane[] {
  // A float32 holds every integer of 16 bits, so that it is not rounded twice on the way to float16.
  if (to === 'f16' && !isFloat(from) && bitsOf(from) <= 16) return [...stepsBetween(from, 'f32'), to];
  const steps: Lane[] = [];
  for (let lane = from; lane !== to; ) {
    lane = nextStep(lane, to);
    steps.push(lane);
  }
  return steps;
}

/** Between integers, one doubling or halving; signs change at the end, for nothing. */
function stepTowards(from: Lane, to: Lane): Lane {
  const bits = bitsOf(from);
  const wanted = bitsOf(to);
  if (bits === wanted) return to;
  return `${from[0]}${wanted > bits ? bits * 2 : bits / 2}` as Lane;
}

const WIDEN: Readonly<Record<string, readonly [low: Instruction, high: Instruction]>> = {
  i8: [i16x8.extend_low_i8x16_s, i16x8.extend_high_i8x16_s],
  u8: [i16x8.extend_low_i8x16_u, i16x8.extend_high_i8x16_u],
  i16: [i32x4.extend_low_i16x8_s, i32x4.extend_high_i16x8_s],
  u16: [i32x4.extend_low_i16x8_u, i32x4.extend_high_i16x8_u],
  i32: [i64x2.extend_low_i32x4_s, i64x2.extend_high_i32x4_s],
  u32: [i64x2.extend_low_i32x4_u, i64x2.extend_high_i32x4_u],
};

/** Vector `index` of `source` cast to the next step `to`; `last` is the number of the source's last vector. */
export function castStep(
  code: Code,
  helpers: Helpers,
  from: Lane,
  to: Lane,
  source: Source,
  index: number,
  last: number,
): Value {
  const pair = (): [Value, Value] => [source(2 * index), source(Math.min(2 * index + 1, last))];
  const half = () => source(index >> 1);
  const isHigh = index % 2 === 1;
  if (from === 'f16') return source(index);
  if (to === 'f16' && from === 'f32') return roundHalf(code, source(index));
  if (isFloat(from) && isFloat(to)) {
    if (to === 'f64') return code.v(f64x2.promote_low_f32x4, highFirst(code, half(), isHigh));
    const [low, high] = pair().map((each) => (to === 'f16' ? roundDoubles(code, helpers, each) : each)) as [
      Value,
      Value,
    ];
    return joinHalves(code, code.v(f32x4.demote_f64x2_zero, low), code.v(f32x4.demote_f64x2_zero, high));
  }
  if (isFloat(from)) return fromFloat(code, from, to, source, index, pair);
  if (isFloat(to)) {
    if (isWide(from)) return eachDouble(code, source(index), from === 'i64' ? f64.convert_i64_s : f64.convert_i64_u);
    if (to === 'f32') return code.v(from === 'i32' ? f32x4.convert_i32x4_s : f32x4.convert_i32x4_u, source(index));
    const convert = from === 'i32' ? f64x2.convert_low_i32x4_s : f64x2.convert_low_i32x4_u;
    return code.v(convert, highFirst(code, half(), isHigh));
  }
  const widths = bitsOf(to) - bitsOf(from);
  if (widths === 0) return source(index);
  if (widths > 0) return code.v((WIDEN[from] as readonly Instruction[])[isHigh ? 1 : 0] as Instruction, half());
  const [low, high] = pair();
  return narrow(code, bitsOf(from), low, high);
}

/** To the nearest float16 at once: by way of float32 a number could be rounded twice. */
function roundDoubles(code: Code, helpers: Helpers, vector: Value): Value {
  const half = helpers.imported('half');
  const lanes = [0, 1].map((lane) => code.call('f64', half, code.emit('f64', f64x2.extract_lane, lane, vector)));
  const [first, second] = lanes as [Value, Value];
  return code.v(f64x2.replace_lane, 1, code.v(f64x2.splat, first), second);
}

function highFirst(code: Code, vector: Value, high: boolean): Value {
  return high ? code.v(i8x16.shuffle, HIGH_HALF, vector, vector) : vector;
}

function joinHalves(code: Code, low: Value, high: Value): Value {
  return low === high ? low : code.v(i8x16.shuffle, LOW_QUARTERS, low, high);
}

/** The low half of each lane of two vectors. */
function narrow(code: Code, bits: number, low: Value, high: Value): Value {
  if (bits === 64) return code.v(i8x16.shuffle, LOW_HALVES, low, high);
  const mask = bits === 32 ? code.splat('i32x4', 0xffff) : code.splat('i16x8', 0xff);
  const parts = [low, high].map((each) => code.v(v128.and, each, mask)) as [Value, Value];
  return code.v(bits === 32 ? i16x8.narrow_i32x4_u : i8x16.narrow_i16x8_u, ...parts);
}

function fromFloat(code: Code, from: Lane, to: Lane, source: Source, index: number, pair: () => [Value, Value]): Value {
  if (isWide(to)) return eachDouble(code, source(index), to === 'i64' ? i64.trunc_sat_f64_s : i64.trunc_sat_f64_u);
  const signed = to === 'i32';
  if (from === 'f32') return code.v(signed ? i32x4.trunc_sat_f32x4_s : i32x4.trunc_sat_f32x4_u, source(index));
  const cut = signed ? i32x4.trunc_sat_f64x2_s_zero : i32x4.trunc_sat_f64x2_u_zero;
  const [low, high] = pair();
  return joinHalves(code, code.v(cut, low), code.v(cut, high));
}

/** Converts the two 64-bit lanes one by one, for which there is no vector instruction. */
function eachDouble(code: Code, vector: Value, convert: Instruction): Value {
  const toInteger = convert === i64.trunc_sat_f64_s || convert === i64.trunc_sat_f64_u;
  const [take, put, from, to] = toInteger
    ? ([f64x2.extract_lane, i64x2, 'f64', 'i64'] as const)
    : ([i64x2.extract_lane, f64x2, 'i64', 'f64'] as const);
  const lanes = [0, 1].map((lane) => code.emit(to, convert, code.emit(from, take, lane, vector))) as [Value, Value];
  return code.v(put.replace_lane, 1, code.v(put.splat, lanes[0]), lanes[1]);
}
