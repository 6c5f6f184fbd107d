/**
 * Folding a block of elements into one number. Floats are added in several lanes of float64 (float32 too, which then is
 * rounded once), integers in 64 bits; small integers in 32 bits, which a block of at most `MOST_FOLDED` cannot overflow.
 */
import { f64, i16x8, i32x4, i64 } from 'wasmati';
import { bitsOf, isFloat, isInteger, isSigned, isWide, type Lane, type LaneNode, vectorBits } from '../lanes.ts';
import { arithmetic, laneAccess, shapeOf } from './arithmetic.ts';
import type { Body } from './body.ts';
import type { Code, Value } from './code.ts';
import { castStep, nextStep } from './convert.ts';
import type { Helpers } from './helpers.ts';

/** The most elements of a block that is folded at once. */
export const MOST_FOLDED = 8192;

export interface Folding {
  readonly op: 'sum' | 'prod' | 'min' | 'max';
  /** Of the elements. */
  readonly lane: Lane;
  /** In which they are added up: `f64` for floats, 64 bits for integers; for `min` and `max` their own. */
  readonly total: Lane;
}

/** What a folding starts from; minima and maxima start from what every element of the lane is beyond. */
export function neutral({ op, lane, total }: Folding): number | bigint {
  if (op === 'sum') return isWide(total) ? 0n : 0;
  if (op === 'prod') return isWide(total) ? 1n : 1;
  if (isFloat(lane)) return op === 'min' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const bits = lane === 'bool' ? 1 : bitsOf(lane);
  const low = isSigned(lane) ? -(2n ** BigInt(bits - 1)) : 0n;
  const high = isSigned(lane) ? 2n ** BigInt(bits - 1) - 1n : 2n ** BigInt(bits) - 1n;
  const extreme = op === 'min' ? high : low;
  return isWide(lane) ? extreme : Number(extreme);
}

/** Independent sums, so that one addition need not wait for the other. */
const STREAMS = 4;

export class Accumulators {
  readonly #code: Code;
  readonly #helpers: Helpers;
  readonly #fold: Folding;
  /** The lane of the running totals. */
  readonly #lane: Lane;
  readonly #vectors: Value[] = [];
  #turn = 0;

  constructor(code: Code, helpers: Helpers, fold: Folding) {
    this.#code = code;
    this.#helpers = helpers;
    this.#fold = fold;
    this.#lane = fold.lane === 'bool' ? 'u8' : fold.total;
    if (fold.op === 'sum' && !isFloat(fold.lane) && bitsOf(fold.lane) <= 16) {
      this.#lane = isSigned(fold.lane) ? 'i32' : 'u32';
    }
    const start = code.splat(shapeOf(this.#lane), this.#start());
    for (let stream = 0; stream < STREAMS; stream++) {
      const total = code.local('v128');
      code.move(total, start);
      this.#vectors.push(total);
    }
  }

  #start(): number | bigint {
    const { op } = this.#fold;
    if (op === 'min' || op === 'max') return neutral({ ...this.#fold, lane: this.#lane, total: this.#lane });
    const value = op === 'sum' ? 0 : 1;
    return isWide(this.#lane) ? BigInt(value) : value;
  }

  #combine(a: Value, b: Value): Value {
    const op = ({ sum: 'add', prod: 'mul', min: 'min', max: 'max' } as const)[this.#fold.op];
    return arithmetic(this.#code, this.#helpers, op, this.#lane, [a, b], 128 / vectorBits(this.#lane), null);
  }

  /** Adds vector `index` of the result, of which `width` elements in all matter. */
  add(body: Body, result: LaneNode, index: number, width: number): void {
    const whole = body.vector(result, index);
    const from: Lane = result.lane === 'bool' ? 'u8' : result.lane;
    if (width === 1) {
      this.#take(this.#single(this.#convert(from, [whole])[0] as Value));
      return;
    }
    if (this.#fold.op === 'sum' && isInteger(from) && bitsOf(from) <= 16) {
      this.#take(this.#pairs(from, whole));
      return;
    }
    for (const part of this.#convert(from, [whole])) this.#take(part);
  }

  /** Neighbours added together: which lane an integer is added in does not matter. */
  #pairs(from: Lane, whole: Value): Value {
    const signed = isSigned(from);
    let vector = whole;
    if (bitsOf(from) === 8) {
      vector = this.#code.v(signed ? i16x8.extadd_pairwise_i8x16_s : i16x8.extadd_pairwise_i8x16_u, vector);
    }
    return this.#code.v(signed ? i32x4.extadd_pairwise_i16x8_s : i32x4.extadd_pairwise_i16x8_u, vector);
  }

  #take(vector: Value): void {
    const place = this.#turn++ % STREAMS;
    const total = this.#vectors[place] as Value;
    this.#code.move(total, this.#combine(total, vector));
  }

  /** All vectors of a vector cast to the lane of the totals. */
  #convert(from: Lane, vectors: readonly Value[]): readonly Value[] {
    if (from === this.#lane) return vectors;
    const to = nextStep(from, this.#lane);
    const many = (vectors.length * vectorBits(to)) / vectorBits(from);
    const source = (at: number) => vectors[at] as Value;
    const cast = Array.from({ length: Math.max(1, many) }, (_, at) =>
      castStep(this.#code, this.#helpers, from, to, source, at, vectors.length - 1),
    );
    return this.#convert(to, cast);
  }

  /** The first lane of a vector, and in all others what changes nothing. */
  #single(vector: Value): Value {
    const { take, put, kind } = laneAccess(this.#lane);
    const first = this.#code.emit(kind, take, 0, vector);
    return this.#code.v(put, 0, this.#code.splat(shapeOf(this.#lane), this.#start()), first);
  }

  /** The total as a number: float64, or an integer in 64 bits. */
  total(): Value {
    const code = this.#code;
    const [a, b, c, d] = this.#vectors as [Value, Value, Value, Value];
    const vector = this.#combine(this.#combine(a, b), this.#combine(c, d));
    const { kind, take, splat } = laneAccess(this.#lane);
    let total = vector;
    // Lane by lane into the first one, by the same operation.
    for (let lane = 1; lane < 128 / vectorBits(this.#lane); lane++) {
      total = this.#combine(total, code.v(splat, code.emit(kind, take, lane, vector)));
    }
    const number = code.emit(kind, take, 0, total);
    if (kind === 'f32') return code.emit('f64', f64.promote_f32, number);
    if (kind !== 'i32') return number;
    return code.emit('i64', isSigned(this.#lane) ? i64.extend_i32_s : i64.extend_i32_u, number);
  }
}
