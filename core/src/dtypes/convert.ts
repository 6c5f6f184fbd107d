/**
 * Moving elements between arrays of any dtype and strides, and buffers that one loop computes on: `Float64Array` for
 * real numbers of at most 53 bits, `BigInt64Array` or `BigUint64Array` for 64-bit integers, interleaved `Float64Array`
 * for complex numbers. Loops that see one kind of typed array only are several times as fast as those that see all.
 *
 * Values that don't fit are converted as C does it: fractions are cut off, integers wrap, of complex numbers the real
 * part is taken; NaN becomes 0 (False only for 0: NaN is True).
 */
import { type DType, type DTypeInfo, infoOf, type TypedArray } from './table.ts';

/** Which of the three kinds of buffer holds the elements of a dtype. */
export type Domain = 'number' | 'bigint' | 'complex';

export function domainOf(info: DTypeInfo): Domain {
  return info.bigint ? 'bigint' : info.kind === 'c' ? 'complex' : 'number';
}

/** What a function that rounds a number to a dtype's nearest value is; null where each number is one (float64). */
export type Rounding = ((x: number) => number) | null;

const f16round: (x: number) => number = (() => {
  const native = (Math as { f16round?: (x: number) => number }).f16round;
  if (native !== undefined) return native;
  // Without it float16 is held as float32, and rounded only where numpy-ts rounds it: as float32.
  return Math.fround;
})();

const ROUNDINGS: Readonly<Record<string, Rounding>> = {
  float64: null,
  float32: Math.fround,
  float16: f16round,
  int32: (x) => x | 0,
  uint32: (x) => x >>> 0,
  int16: (x) => (x << 16) >> 16,
  uint16: (x) => x & 0xffff,
  int8: (x) => (x << 24) >> 24,
  uint8: (x) => x & 0xff,
  bool: (x) => (x === 0 ? 0 : 1),
};

/** Rounds to the real dtypes of at most 53 bits: floats to nearest, integers modulo their range. */
export function roundingOf(dtype: DType): Rounding {
  const rounding = ROUNDINGS[dtype];
  if (rounding === undefined) throw new TypeError(`${dtype} is not held as numbers`);
  return rounding;
}

const TWO_63 = 2n ** 63n;

/** A number as a 64-bit integer: cut off, and wrapped by the buffer that takes it. What is not finite is -2⁶³, as in NumPy. */
export function toBigInt(x: number): bigint {
  return Number.isFinite(x) ? BigInt(Math.trunc(x)) : -TWO_63;
}

/** Runs shorter than this are copied in a loop: a `subarray` and a `set` cost more. */
const SHORT = 16;
/** Strides up to this are read as one run and picked apart. */
const SPAN = 8;
let span = new Float64Array(0);

/**
 * Loads `count` elements of `data`, from element `start` on, `stride` elements apart, as numbers. Of complex elements
 * the real part, of 64-bit integers the nearest number.
 */
export function loadNumbers(
  data: TypedArray,
  info: DTypeInfo,
  start: number,
  stride: number,
  count: number,
  into: Float64Array,
): void {
  if (info.bigint) {
    const from = data as BigInt64Array;
    for (let index = 0, at = start; index < count; index++, at += stride) into[index] = Number(from[at]);
    return;
  }
  const from = data as Float64Array;
  const step = stride * info.width;
  const first = start * info.width;
  if (stride === 0) {
    into.fill(from[first] as number, 0, count);
  } else if (step === 1 && count >= SHORT) {
    into.set(from.subarray(first, first + count));
  } else if (step > 1 && step <= SPAN && count >= SHORT) {
    const length = (count - 1) * step + 1;
    if (span.length < length) span = new Float64Array(length);
    span.set(from.subarray(first, first + length));
    for (let index = 0, at = 0; index < count; index++, at += step) into[index] = span[at] as number;
  } else {
    for (let index = 0, at = first; index < count; index++, at += step) into[index] = from[at] as number;
  }
}

/** Loads elements as 64-bit integers. */
export function loadBigInts(
  data: TypedArray,
  info: DTypeInfo,
  start: number,
  stride: number,
  count: number,
  into: BigInt64Array | BigUint64Array,
): void {
  if (info.bigint) {
    const from = data as BigInt64Array;
    if (stride === 1 && count >= SHORT && from.constructor === into.constructor) {
      into.set(from.subarray(start, start + count));
    } else {
      for (let index = 0, at = start; index < count; index++, at += stride) into[index] = from[at] as bigint;
    }
    return;
  }
  const from = data as Float64Array;
  const step = stride * info.width;
  for (let index = 0, at = start * info.width; index < count; index++, at += step) {
    into[index] = toBigInt(from[at] as number);
  }
}

/** Loads elements as complex numbers, real and imaginary part in turn. */
export function loadComplex(
  data: TypedArray,
  info: DTypeInfo,
  start: number,
  stride: number,
  count: number,
  into: Float64Array,
): void {
  const from = data as Float64Array;
  if (info.width === 2) {
    if (stride === 1 && count >= SHORT) {
      into.set(from.subarray(2 * start, 2 * (start + count)));
      return;
    }
    for (let index = 0, at = 2 * start; index < count; index++, at += 2 * stride) {
      into[2 * index] = from[at] as number;
      into[2 * index + 1] = from[at + 1] as number;
    }
    return;
  }
  for (let index = 0, at = start; index < count; index++, at += stride) {
    into[2 * index] = Number(from[at]);
    into[2 * index + 1] = 0;
  }
}

/** Loads whether elements are true: 1 for all but 0, so also for NaN. */
export function loadTruth(
  data: TypedArray,
  info: DTypeInfo,
  start: number,
  stride: number,
  count: number,
  into: Float64Array,
): void {
  if (info.kind === 'c') {
    const from = data as Float64Array;
    for (let index = 0, at = 2 * start; index < count; index++, at += 2 * stride) {
      into[index] = from[at] === 0 && from[at + 1] === 0 ? 0 : 1;
    }
    return;
  }
  loadNumbers(data, info, start, stride, count, into);
  for (let index = 0; index < count; index++) into[index] = into[index] === 0 ? 0 : 1;
}

/** Stores numbers as elements of any dtype. Into bool: whether they are not 0. Into integers: cut off and wrapped. */
export function storeNumbers(
  from: Float64Array,
  count: number,
  data: TypedArray,
  info: DTypeInfo,
  start: number,
  stride: number,
): void {
  if (info.bigint) {
    const to = data as BigInt64Array;
    for (let index = 0, at = start; index < count; index++, at += stride) to[at] = toBigInt(from[index] as number);
    return;
  }
  const to = data as Float64Array;
  if (info.kind === 'c') {
    for (let index = 0, at = 2 * start; index < count; index++, at += 2 * stride) {
      to[at] = from[index] as number;
      to[at + 1] = 0;
    }
  } else if (info.kind === 'b') {
    for (let index = 0, at = start; index < count; index++, at += stride) to[at] = from[index] === 0 ? 0 : 1;
  } else if (stride === 1 && count >= SHORT) {
    to.set(from.subarray(0, count), start);
  } else {
    for (let index = 0, at = start; index < count; index++, at += stride) to[at] = from[index] as number;
  }
}

/** Stores 64-bit integers as elements of any dtype. */
export function storeBigInts(
  from: BigInt64Array | BigUint64Array,
  count: number,
  data: TypedArray,
  info: DTypeInfo,
  start: number,
  stride: number,
): void {
  if (info.bigint) {
    const to = data as BigInt64Array;
    if (stride === 1 && count >= SHORT && to.constructor === from.constructor) {
      to.set((from as BigInt64Array).subarray(0, count), start);
    } else {
      for (let index = 0, at = start; index < count; index++, at += stride) to[at] = from[index] as bigint;
    }
    return;
  }
  const to = data as Float64Array;
  const bits = 8 * info.itemBytes;
  for (let index = 0, at = start; index < count; index++, at += stride) {
    const value = from[index] as bigint;
    if (info.kind === 'b') to[at] = value === 0n ? 0 : 1;
    else if (info.kind === 'c') {
      to[2 * at] = Number(value);
      to[2 * at + 1] = 0;
    } else if (info.kind === 'f') to[at] = Number(value);
    else to[at] = Number(BigInt.asIntN(bits, value));
  }
}

/** Stores complex numbers as elements of any dtype; of other than complex ones the real part. */
export function storeComplex(
  from: Float64Array,
  count: number,
  data: TypedArray,
  info: DTypeInfo,
  start: number,
  stride: number,
): void {
  const to = data as Float64Array;
  for (let index = 0, at = start; index < count; index++, at += stride) {
    const re = from[2 * index] as number;
    const im = from[2 * index + 1] as number;
    if (info.kind === 'c') {
      to[2 * at] = re;
      to[2 * at + 1] = im;
    } else if (info.kind === 'b') to[at] = re === 0 && im === 0 ? 0 : 1;
    else if (info.bigint) (data as BigInt64Array)[at] = toBigInt(re);
    else to[at] = re;
  }
}

/** The 64-bit integers of a dtype, for `count` of them. */
export function bigIntBuffer(dtype: DType, count: number): BigInt64Array | BigUint64Array {
  return infoOf(dtype).kind === 'u' ? new BigUint64Array(count) : new BigInt64Array(count);
}

/** Copies elements of one dtype, `width` values each, without looking at what they are. */
function copySame(
  from: TypedArray,
  start: number,
  stride: number,
  count: number,
  to: TypedArray,
  toStart: number,
  toStride: number,
  width: 1 | 2,
): void {
  const source = from as Float64Array;
  const target = to as Float64Array;
  if (stride === 1 && toStride === 1 && count >= SHORT) {
    target.set(source.subarray(start * width, (start + count) * width), toStart * width);
    return;
  }
  if (stride === 0 && toStride === 1 && width === 1) {
    target.fill(source[start] as number, toStart, toStart + count);
    return;
  }
  let at = start * width;
  let into = toStart * width;
  for (let index = 0; index < count; index++) {
    for (let part = 0; part < width; part++) target[into + part] = source[at + part] as number;
    at += stride * width;
    into += toStride * width;
  }
}

/** Converted elements wait here; runs are done in pieces of this many. */
const PIECE = 4096;
let numbers: Float64Array | null = null;
let integers: BigInt64Array | null = null;

/** Copies a run of elements, converting them from one dtype to another. */
export function copyRun(
  from: TypedArray,
  info: DTypeInfo,
  start: number,
  stride: number,
  count: number,
  to: TypedArray,
  toInfo: DTypeInfo,
  toStart: number,
  toStride: number,
): void {
  if (info.name === toInfo.name) {
    copySame(from, start, stride, count, to, toStart, toStride, info.width);
    return;
  }
  for (let done = 0; done < count; done += PIECE) {
    const piece = Math.min(PIECE, count - done);
    const at = start + done * stride;
    const into = toStart + done * toStride;
    if (info.kind === 'c' || toInfo.kind === 'c') {
      numbers ??= new Float64Array(2 * PIECE);
      loadComplex(from, info, at, stride, piece, numbers);
      storeComplex(numbers, piece, to, toInfo, into, toStride);
    } else if (info.bigint) {
      integers ??= new BigInt64Array(PIECE);
      loadBigInts(from, info, at, stride, piece, integers);
      if (info.kind === 'u' && toInfo.kind === 'f') storeUnsigned(integers, piece, to, into, toStride);
      else storeBigInts(integers, piece, to, toInfo, into, toStride);
    } else {
      numbers ??= new Float64Array(2 * PIECE);
      loadNumbers(from, info, at, stride, piece, numbers);
      storeNumbers(numbers, piece, to, toInfo, into, toStride);
    }
  }
}

/** Stores unsigned 64-bit integers, which wait as signed ones, as floating-point numbers. */
function storeUnsigned(from: BigInt64Array, count: number, to: TypedArray, start: number, stride: number): void {
  const target = to as Float64Array;
  for (let index = 0, at = start; index < count; index++, at += stride) {
    target[at] = Number(BigInt.asUintN(64, from[index] as bigint));
  }
}
