/**
 * Loops over buffers: what `reduce`, `accumulate`, `reduceat` and `at` do to a run of elements at a time. There is a
 * *lane* for each kind of buffer (numbers, 64-bit integers, complex numbers); elements are loaded into it from any dtype
 * and strides, computed on, and stored.
 */
import {
  bigIntBuffer,
  loadBigInts,
  loadComplex,
  loadNumbers,
  loadTruth,
  type Rounding,
  roundingOf,
  storeBigInts,
  storeComplex,
  storeNumbers,
  toBigInt,
} from '../dtypes/convert.ts';
import { type DType, type DTypeInfo, infoOf, type TypedArray } from '../dtypes/table.ts';
import type { BigIntKernel, ComplexKernel, NumberKernel } from './kernels.ts';

/** A single value of any dtype. */
export type Value = number | bigint | { readonly re: number; readonly im: number };

function realPart(value: Value): number {
  return typeof value === 'object' ? value.re : Number(value);
}

export type Buffer = Float64Array | BigInt64Array | BigUint64Array;

/** Where to take part, element by element; null: everywhere. */
export type Mask = Uint8Array | null;

export interface Lane<B extends Buffer = Buffer> {
  buffer(count: number): B;
  load(data: TypedArray, info: DTypeInfo, start: number, stride: number, count: number, into: B): void;
  store(from: B, count: number, data: TypedArray, info: DTypeInfo, start: number, stride: number): void;
  /** Elements that need not be loaded, since they lie in memory as the lane's buffers do: not to be written to. Else null. */
  borrow(data: TypedArray, info: DTypeInfo, start: number, stride: number, count: number): B | null;
  /** Sets the first `count` elements to a value. */
  fill(acc: B, value: Value, count: number): void;
  copy(from: B, count: number, into: B): void;
  /** `acc[i] = f(acc[i], row[i])` */
  step(acc: B, row: B, count: number, mask: Mask): void;
  /** `acc[0] = f(f(acc[0], row[0]), row[1])…` */
  fold(acc: B, row: B, count: number, mask: Mask): void;
  /** `row[i] = acc[0] = f(acc[0], row[i])` */
  scan(acc: B, row: B, count: number): void;
}

/** Below this many elements a sum is made one by one; above, of halves (see `pairwise`). */
const PAIRWISE = 128;

/**
 * The sum of halves, each summed the same way: its error grows with the logarithm of the length, where a running sum's
 * grows with the length. NumPy does it so along the last axis.
 */
export function pairwise(x: Float64Array, start: number, count: number): number {
  if (count <= PAIRWISE) {
    let [s0, s1, s2, s3] = [0, 0, 0, 0];
    const end = start + count;
    let at = start;
    for (; at + 4 <= end; at += 4) {
      s0 += x[at] as number;
      s1 += x[at + 1] as number;
      s2 += x[at + 2] as number;
      s3 += x[at + 3] as number;
    }
    let sum = s0 + s1 + (s2 + s3);
    for (; at < end; at++) sum += x[at] as number;
    return sum;
  }
  const half = (count >> 3) << 2;
  return pairwise(x, start, half) + pairwise(x, start + half, count - half);
}

export interface NumberOptions {
  readonly dtype: DType;
  /** Whether results are of the dtype without rounding. */
  readonly closed: boolean;
  /** Whether operands are truth values. */
  readonly truth: boolean;
  /** Whether this is an addition whose sums are kept in double precision until they are stored (not for `scan`). */
  readonly sum: boolean;
}

export class NumberLane implements Lane<Float64Array> {
  readonly #f: NumberKernel;
  readonly #dtype: DType;
  readonly #round: Rounding;
  readonly #truth: boolean;
  readonly #sum: boolean;

  constructor(f: NumberKernel, options: NumberOptions) {
    this.#f = f;
    this.#dtype = options.dtype;
    this.#truth = options.truth;
    this.#sum = options.sum;
    this.#round = options.closed || options.sum ? null : roundingOf(options.dtype);
  }

  buffer(count: number): Float64Array {
    return new Float64Array(count);
  }

  load(data: TypedArray, info: DTypeInfo, start: number, stride: number, count: number, into: Float64Array): void {
    if (this.#truth) {
      loadTruth(data, info, start, stride, count, into);
      return;
    }
    loadNumbers(data, info, start, stride, count, into);
    if (info.name === this.#dtype || this.#sum) return;
    const round = roundingOf(this.#dtype);
    if (round !== null) for (let index = 0; index < count; index++) into[index] = round(into[index] as number);
  }

  store = storeNumbers;

  borrow(data: TypedArray, info: DTypeInfo, start: number, stride: number, count: number): Float64Array | null {
    if (info.name !== 'float64' || stride !== 1 || this.#truth || (this.#dtype !== 'float64' && !this.#sum))
      return null;
    return (data as Float64Array).subarray(start, start + count);
  }

  fill(acc: Float64Array, value: Value, count: number): void {
    acc.fill(realPart(value), 0, count);
  }

  copy(from: Float64Array, count: number, into: Float64Array): void {
    into.set(from.subarray(0, count));
  }

  step(acc: Float64Array, row: Float64Array, count: number, mask: Mask): void {
    const f = this.#f;
    const round = this.#round;
    if (mask !== null) {
      for (let i = 0; i < count; i++) {
        if (mask[i] === 0) continue;
        const value = f(acc[i] as number, row[i] as number);
        acc[i] = round === null ? value : round(value);
      }
    } else if (this.#sum) {
      for (let i = 0; i < count; i++) acc[i] = (acc[i] as number) + (row[i] as number);
    } else if (round === null) {
      for (let i = 0; i < count; i++) acc[i] = f(acc[i] as number, row[i] as number);
    } else {
      for (let i = 0; i < count; i++) acc[i] = round(f(acc[i] as number, row[i] as number));
    }
  }

  /** `data[places[first + i]] = f(that, row[i])`, where `data` has elements of the lane's dtype. */
  stepAt(data: TypedArray, places: Float64Array, first: number, row: Float64Array, count: number): void {
    const f = this.#f;
    const round = this.#round;
    const to = data as Float64Array;
    for (let i = 0; i < count; i++) {
      const place = places[first + i] as number;
      const before = to[place] as number;
      const value = f(this.#truth && before !== 0 ? 1 : before, row[i] as number);
      to[place] = round === null ? value : round(value);
    }
  }

  fold(acc: Float64Array, row: Float64Array, count: number, mask: Mask): void {
    const f = this.#f;
    const round = this.#round;
    let value = acc[0] as number;
    if (this.#sum) {
      if (mask !== null) for (let i = 0; i < count; i++) if (mask[i] === 0) row[i] = 0;
      value += pairwise(row, 0, count);
    } else if (mask !== null) {
      for (let i = 0; i < count; i++) {
        if (mask[i] === 0) continue;
        value = f(value, row[i] as number);
        if (round !== null) value = round(value);
      }
    } else if (round === null) {
      for (let i = 0; i < count; i++) value = f(value, row[i] as number);
    } else {
      for (let i = 0; i < count; i++) value = round(f(value, row[i] as number));
    }
    acc[0] = value;
  }

  scan(acc: Float64Array, row: Float64Array, count: number): void {
    const f = this.#f;
    const round = this.#round;
    let value = acc[0] as number;
    for (let i = 0; i < count; i++) {
      value = f(value, row[i] as number);
      if (round !== null) value = round(value);
      row[i] = value;
    }
    acc[0] = value;
  }
}

export class BigIntLane implements Lane<BigInt64Array | BigUint64Array> {
  readonly #f: BigIntKernel;
  readonly #dtype: DType;

  constructor(f: BigIntKernel, dtype: DType) {
    this.#f = f;
    this.#dtype = dtype;
  }

  buffer(count: number): BigInt64Array | BigUint64Array {
    return bigIntBuffer(this.#dtype, count);
  }

  load = loadBigInts;
  store = storeBigInts;

  borrow(
    data: TypedArray,
    info: DTypeInfo,
    start: number,
    stride: number,
    count: number,
  ): BigInt64Array | BigUint64Array | null {
    if (info.name !== this.#dtype || stride !== 1) return null;
    return (data as BigInt64Array).subarray(start, start + count);
  }

  fill(acc: BigInt64Array | BigUint64Array, value: Value, count: number): void {
    acc.fill(typeof value === 'bigint' ? value : toBigInt(realPart(value)), 0, count);
  }

  copy(from: BigInt64Array | BigUint64Array, count: number, into: BigInt64Array | BigUint64Array): void {
    into.set(from.subarray(0, count) as BigInt64Array);
  }

  step(acc: BigInt64Array | BigUint64Array, row: BigInt64Array | BigUint64Array, count: number, mask: Mask): void {
    const f = this.#f;
    for (let i = 0; i < count; i++) {
      if (mask === null || mask[i] !== 0) acc[i] = f(acc[i] as bigint, row[i] as bigint);
    }
  }

  fold(acc: BigInt64Array | BigUint64Array, row: BigInt64Array | BigUint64Array, count: number, mask: Mask): void {
    const f = this.#f;
    // Each value passes through the accumulator, which wraps it.
    for (let i = 0; i < count; i++) {
      if (mask === null || mask[i] !== 0) acc[0] = f(acc[0] as bigint, row[i] as bigint);
    }
  }

  scan(acc: BigInt64Array | BigUint64Array, row: BigInt64Array | BigUint64Array, count: number): void {
    const f = this.#f;
    for (let i = 0; i < count; i++) {
      acc[0] = f(acc[0] as bigint, row[i] as bigint);
      row[i] = acc[0];
    }
  }
}

export class ComplexLane implements Lane<Float64Array> {
  readonly #f: ComplexKernel;
  readonly #single: boolean;
  readonly #result = new Float64Array(2);

  /** `sum`: sums are kept in double precision until they are stored. */
  constructor(f: ComplexKernel, dtype: DType, sum: boolean) {
    this.#f = f;
    this.#single = infoOf(dtype).itemBytes === 8 && !sum;
  }

  buffer(count: number): Float64Array {
    return new Float64Array(2 * count);
  }

  load = loadComplex;
  store = storeComplex;

  borrow(data: TypedArray, info: DTypeInfo, start: number, stride: number, count: number): Float64Array | null {
    if (info.name !== 'complex128' || stride !== 1) return null;
    return (data as Float64Array).subarray(2 * start, 2 * (start + count));
  }

  fill(acc: Float64Array, value: Value, count: number): void {
    for (let i = 0; i < count; i++) {
      acc[2 * i] = realPart(value);
      acc[2 * i + 1] = typeof value === 'object' ? value.im : 0;
    }
  }

  copy(from: Float64Array, count: number, into: Float64Array): void {
    into.set(from.subarray(0, 2 * count));
  }

  /** `into[at] = f(into[at], row[from])`, places counted in values. */
  #apply(into: Float64Array, at: number, row: Float64Array, from: number): void {
    const result = this.#result;
    const [ar, ai, br, bi] = [into[at], into[at + 1], row[from], row[from + 1]] as [number, number, number, number];
    this.#f(ar, ai, br, bi, result, 0);
    into[at] = this.#single ? Math.fround(result[0] as number) : (result[0] as number);
    into[at + 1] = this.#single ? Math.fround(result[1] as number) : (result[1] as number);
  }

  step(acc: Float64Array, row: Float64Array, count: number, mask: Mask): void {
    for (let i = 0; i < count; i++) if (mask === null || mask[i] !== 0) this.#apply(acc, 2 * i, row, 2 * i);
  }

  fold(acc: Float64Array, row: Float64Array, count: number, mask: Mask): void {
    for (let i = 0; i < count; i++) if (mask === null || mask[i] !== 0) this.#apply(acc, 0, row, 2 * i);
  }

  scan(acc: Float64Array, row: Float64Array, count: number): void {
    for (let i = 0; i < count; i++) {
      this.#apply(acc, 0, row, 2 * i);
      row[2 * i] = acc[0] as number;
      row[2 * i + 1] = acc[1] as number;
    }
  }
}
