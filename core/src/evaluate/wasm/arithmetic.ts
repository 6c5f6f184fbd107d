/**
 * The elementary operations on vectors of one lane. Where WebAssembly has no vector instruction (64-bit minima, 8-bit
 * products) a few others make one; where there is none at all (integer division) the lanes are done one by one.
 */
import { f32, f32x4, f64, f64x2, i8x16, i16x8, i32, i32x4, i64, i64x2, v128 } from 'wasmati';
import {
  bitsOf,
  COMPARISONS,
  isFloat,
  isSigned,
  isWide,
  type Lane,
  type LaneOp,
  ROUNDINGS,
  vectorBits,
} from '../lanes.ts';
import type { Code, Instruction, Kind, Shape, Value } from './code.ts';
import { roundHalf } from './half.ts';
import type { Helpers } from './helpers.ts';

export const SHAPES: Readonly<Record<Shape, Readonly<Record<string, Instruction>>>> = {
  f64x2: f64x2 as never,
  f32x4: f32x4 as never,
  i64x2: i64x2 as never,
  i32x4: i32x4 as never,
  i16x8: i16x8 as never,
  i8x16: i8x16 as never,
};

/** The vector shape of a lane. */
export function shapeOf(lane: Lane): Shape {
  const bits = vectorBits(lane);
  return `${isFloat(lane) ? 'f' : 'i'}${bits}x${128 / bits}` as Shape;
}

function instruction(lane: Lane, name: string): Instruction {
  return SHAPES[shapeOf(lane)][name] as Instruction;
}

/** What gives a float16 of float16s without rounding. */
const EXACT = ['neg', 'abs', 'min', 'max', 'copysign', ...ROUNDINGS] as const;

const ROUND: Readonly<Record<string, string>> = { floor: 'floor', ceil: 'ceil', trunc: 'trunc', rint: 'nearest' };

/** What extracts and puts back one lane, and the kind of number that it is outside of a vector. */
export function laneAccess(lane: Lane): { kind: Kind; take: Instruction; put: Instruction; splat: Instruction } {
  const shape = SHAPES[shapeOf(lane)];
  const kind: Kind = isFloat(lane) ? (lane === 'f64' ? 'f64' : 'f32') : isWide(lane) ? 'i64' : 'i32';
  const take = vectorBits(lane) < 32 ? `extract_lane_${isSigned(lane) ? 's' : 'u'}` : 'extract_lane';
  return {
    kind,
    take: shape[take] as Instruction,
    put: shape['replace_lane'] as Instruction,
    splat: shape['splat'] as Instruction,
  };
}

/** Does something to each lane by itself. */
export function lanewise(
  code: Code,
  lane: Lane,
  vectors: readonly Value[],
  count: number,
  each: (values: Value[]) => Value,
): Value {
  const { kind, take, put, splat } = laneAccess(lane);
  let result: Value | null = null;
  for (let index = 0; index < count; index++) {
    const value = each(vectors.map((vector) => code.emit(kind, take, index, vector)));
    result = result === null ? code.v(splat, value) : code.v(put, index, result, value);
  }
  return result as Value;
}

/** A function of doubles from JavaScript, on each lane of a float vector. */
export function imported(
  code: Code,
  helpers: Helpers,
  name: string,
  lane: Lane,
  vectors: readonly Value[],
  count: number,
): Value {
  return lanewise(code, lane, vectors, count, (values) => {
    const doubles = lane === 'f64' ? values : values.map((value) => code.emit('f64', f64.promote_f32, value));
    const result = code.call('f64', helpers.imported(name), ...doubles);
    return lane === 'f64' ? result : code.emit('f32', f32.demote_f64, result);
  });
}

/** A comparison; the result is a mask as wide as the lane. */
export function compare(code: Code, op: LaneOp, lane: Lane, a: Value, b: Value): Value {
  if (op === 'eq' || op === 'ne' || isFloat(lane)) return code.v(instruction(lane, op), a, b);
  if (lane !== 'u64') return code.v(instruction(lane, `${op}_${isSigned(lane) ? 's' : 'u'}`), a, b);
  const sign = code.splat('i64x2', -(2n ** 63n));
  return code.v(i64x2[`${op as 'lt'}_s`], code.v(v128.xor, a, sign), code.v(v128.xor, b, sign));
}

export function isComparison(op: LaneOp): boolean {
  return (COMPARISONS as readonly string[]).includes(op);
}

/** One operation on vectors of `lane`; `count` lanes of them matter. `constant` is the second operand, if it is one. */
export function arithmetic(
  code: Code,
  helpers: Helpers,
  op: LaneOp,
  lane: Lane,
  args: readonly Value[],
  count: number,
  constant: number | bigint | null,
): Value {
  const [a, b] = args as [Value, Value];
  if (op === 'and' || op === 'or' || op === 'xor') return code.v(v128[op], a, b);
  if (op === 'not') return code.v(v128.not, a);
  if (isFloat(lane)) {
    const result = floating(code, helpers, op, lane, args, count);
    return lane === 'f16' && !(EXACT as readonly string[]).includes(op) ? roundHalf(code, result) : result;
  }
  switch (op) {
    case 'add':
    case 'sub':
    case 'neg':
    case 'abs':
      return code.v(instruction(lane, op), ...args);
    case 'mul':
      if (constant !== null && constant > 0 && constant <= MOST_ADDED)
        return multiples(code, lane, a, Number(constant));
      return bitsOf(lane) === 8 ? multiplyBytes(code, a, b) : code.v(instruction(lane, 'mul'), a, b);
    case 'min':
    case 'max':
      if (!isWide(lane)) return code.v(instruction(lane, `${op}_${isSigned(lane) ? 's' : 'u'}`), a, b);
      return code.v(v128.bitselect, a, b, compare(code, op === 'min' ? 'lt' : 'gt', lane, a, b));
    case 'shl':
    case 'shr':
      return shift(code, op, lane, a, b, count, constant);
    default: {
      const { kind } = laneAccess(lane);
      const helper = helpers.integer(op, kind as 'i32' | 'i64', isSigned(lane));
      return lanewise(code, lane, args, count, (values) => code.call(kind, helper, ...values));
    }
  }
}

function floating(code: Code, helpers: Helpers, op: LaneOp, lane: Lane, args: readonly Value[], count: number): Value {
  const [a, b] = args as [Value, Value];
  const signs = lane === 'f64' ? code.splat('i64x2', -(2n ** 63n)) : code.splat('i32x4', -(2 ** 31));
  switch (op) {
    case 'floordiv':
      return code.v(instruction(lane, 'floor'), code.v(instruction(lane, 'div'), a, b));
    case 'copysign':
      return code.v(v128.bitselect, b, a, signs);
    case 'mod':
    case 'fmod':
    case 'pow':
    case 'atan2':
    case 'hypot':
      return imported(code, helpers, op, lane, args, count);
    default:
      return code.v(
        instruction(lane, (ROUNDINGS as readonly string[]).includes(op) ? (ROUND[op] as string) : op),
        ...args,
      );
  }
}

/** Up to here, adding an integer to itself is quicker than multiplying it, for bytes above all. */
const MOST_ADDED = 4;

/** An integer `times` times, by adding. */
function multiples(code: Code, lane: Lane, a: Value, times: number): Value {
  const add = instruction(lane, 'add');
  if (times === 1) return a;
  const twice = code.v(add, a, a);
  if (times === 2) return twice;
  return code.v(add, twice, times === 3 ? a : twice);
}

/** Products of bytes, from those of the even and of the odd bytes in 16 bits. */
function multiplyBytes(code: Code, a: Value, b: Value): Value {
  const low = code.splat('i16x8', 0xff);
  const even = code.v(v128.and, code.v(i16x8.mul, a, b), low);
  const odd = code.v(i16x8.mul, code.v(i16x8.shr_u, a, 8), code.v(i16x8.shr_u, b, 8));
  return code.v(v128.or, even, code.v(i16x8.shl, odd, 8));
}

/** Shifts as numpy-ts: the count modulo 32 (64 for 64 bits), in 32 bits for what is narrower. */
function shift(
  code: Code,
  op: 'shl' | 'shr',
  lane: Lane,
  a: Value,
  b: Value,
  count: number,
  constant: number | bigint | null,
): Value {
  const bits = bitsOf(lane);
  const signed = isSigned(lane);
  if (constant !== null) {
    const by = Number(BigInt.asUintN(bits === 64 ? 6 : 5, BigInt(constant)));
    const name = op === 'shl' ? 'shl' : `shr_${signed ? 's' : 'u'}`;
    if (by < bits) return code.v(instruction(lane, name), a, by);
    if (op === 'shr' && signed) return code.v(instruction(lane, name), a, bits - 1);
    return code.splat('i64x2', 0n);
  }
  const { kind } = laneAccess(lane);
  const word = kind === 'i64' ? i64 : i32;
  const scalar = op === 'shl' ? word.shl : signed ? word.shr_s : word.shr_u;
  return lanewise(code, lane, [a, b], count, ([x, y]) => code.emit(kind, scalar, x as Value, y as Value));
}
