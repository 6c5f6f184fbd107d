/** Going through an array to see what its values need, without making another array of its size. */
import { forEachRun, merged } from '../layout/runs.ts';
import { product, type View } from '../layout/view.ts';
import {
  bigIntBuffer,
  domainOf,
  loadBigInts,
  loadComplex,
  loadNumbers,
  storeBigInts,
  storeComplex,
  storeNumbers,
} from './convert.ts';
import { holds } from './holds.ts';
import { type DType, type DTypeInfo, infoOf, type TypedArray } from './table.ts';

const PIECE = 4096;

/** A value that a dtype cannot hold. */
export interface Misfit {
  readonly value: number | bigint | { readonly re: number; readonly im: number };
  /** Its place in C order. */
  readonly place: number;
}

/** What takes converted elements: `count` of them, which are elements `place` and on in C order. */
export type Sink = (data: TypedArray, count: number, place: number) => void;

/**
 * Converts the elements of a view to a dtype, piece by piece, and hands over the pieces. Stops at the first element that
 * is another value afterwards, and returns it.
 *
 * @param negativeZero whether -0 may become 0
 */
export function convertExactly(view: View, dtype: DType, negativeZero: boolean, sink: Sink | null): Misfit | null {
  const whole = merged(view);
  const info = infoOf(view.dtype);
  const toInfo = infoOf(dtype);
  const count = product(view.shape);
  const into = new toInfo.Array(Math.min(PIECE, count) * toInfo.width);
  const piece = pieceCheck(info, toInfo, negativeZero);
  for (let start = 0; start < count; start += PIECE) {
    const length = Math.min(PIECE, count - start);
    const bad = piece(whole, start, length, into);
    if (bad !== null) return { value: bad.value, place: start + bad.place };
    sink?.(into, length, start);
  }
  return null;
}

type PieceCheck = (view: View, start: number, count: number, into: TypedArray) => Misfit | null;

/** Whether each value of a piece is the same after it was stored as an element of the other dtype and read again. */
function pieceCheck(info: DTypeInfo, toInfo: DTypeInfo, negativeZero: boolean): PieceCheck {
  switch (domainOf(info)) {
    case 'number':
      return numberCheck(info, toInfo, negativeZero);
    case 'bigint':
      return bigIntCheck(info, toInfo);
    case 'complex':
      return complexCheck(info, toInfo, negativeZero);
  }
}

function sameNumber(a: number, b: number, negativeZero: boolean): boolean {
  return a === b ? negativeZero || a !== 0 || Object.is(a, b) : Number.isNaN(a) && Number.isNaN(b);
}

/** Where the runtime has no float16, elements are held in more bits than the dtype has, and reading again proves nothing. */
function isHeldWider(info: DTypeInfo, toInfo: DTypeInfo): boolean {
  return toInfo.storedItemBytes !== toInfo.itemBytes && info.name !== toInfo.name;
}

function numberCheck(info: DTypeInfo, toInfo: DTypeInfo, negativeZero: boolean): PieceCheck {
  const before = new Float64Array(PIECE);
  const after = new Float64Array(PIECE);
  return (view, start, count, into) => {
    forEachRun(view, start, count, (at, stride, length, done) =>
      loadNumbers(view.data, info, at, stride, length, before.subarray(done)),
    );
    storeNumbers(before, count, into, toInfo, 0, 1);
    loadNumbers(into, toInfo, 0, 1, count, after);
    for (let place = 0; place < count; place++) {
      const value = before[place] as number;
      if (!sameNumber(value, after[place] as number, negativeZero)) return { value, place };
      if (isHeldWider(info, toInfo) && !holds(toInfo.name, value)) return { value, place };
    }
    return null;
  };
}

function bigIntCheck(info: DTypeInfo, toInfo: DTypeInfo): PieceCheck {
  const before = bigIntBuffer(info.name, PIECE);
  const floating = toInfo.kind === 'f' || toInfo.kind === 'c';
  return (view, start, count, into) => {
    forEachRun(view, start, count, (at, stride, length, done) =>
      loadBigInts(view.data, info, at, stride, length, before.subarray(done)),
    );
    storeBigInts(before, count, into, toInfo, 0, 1);
    for (let place = 0; place < count; place++) {
      const value = before[place] as bigint;
      const stored = into[place * toInfo.width] as number | bigint;
      const same =
        typeof stored === 'bigint'
          ? stored === value
          : Number.isFinite(stored) && BigInt(stored) === value && (!floating || holds(toInfo.name, value));
      if (!same) return { value, place };
    }
    return null;
  };
}

function complexCheck(info: DTypeInfo, toInfo: DTypeInfo, negativeZero: boolean): PieceCheck {
  const before = new Float64Array(2 * PIECE);
  const after = new Float64Array(2 * PIECE);
  return (view, start, count, into) => {
    forEachRun(view, start, count, (at, stride, length, done) =>
      loadComplex(view.data, info, at, stride, length, before.subarray(2 * done)),
    );
    storeComplex(before, count, into, toInfo, 0, 1);
    loadComplex(into, toInfo, 0, 1, count, after);
    for (let place = 0; place < count; place++) {
      const value = { re: before[2 * place] as number, im: before[2 * place + 1] as number };
      const re = sameNumber(value.re, after[2 * place] as number, negativeZero);
      const im = sameNumber(value.im, after[2 * place + 1] as number, negativeZero || toInfo.kind !== 'c');
      if (!re || !im || (isHeldWider(info, toInfo) && !holds(toInfo.name, value))) return { value, place };
    }
    return null;
  };
}

/** What is known of the values of an array. */
export interface Findings {
  readonly count: number;
  /** Of the integers among the values (the real parts of complex ones); null where there are none. */
  readonly min: number | bigint | null;
  readonly max: number | bigint | null;
  /** Whether all values are finite integers. */
  readonly integral: boolean;
  /** Whether all imaginary parts are 0. */
  readonly real: boolean;
  /** The floating-point dtypes that hold all values. */
  readonly float16: boolean;
  readonly float32: boolean;
}

/** Reads all values once. */
export function findingsOf(view: View): Findings {
  const whole = merged(view);
  const info = infoOf(view.dtype);
  return domainOf(info) === 'bigint' ? bigIntFindings(whole) : numberFindings(whole, info);
}

function bigIntFindings(view: View): Findings {
  const count = product(view.shape);
  let [min, max] = [null, null] as [bigint | null, bigint | null];
  forEachRun(view, 0, count, (at, stride, length) => {
    for (let index = 0, place = at; index < length; index++, place += stride) {
      const value = view.data[place] as bigint;
      if (min === null || value < min) min = value;
      if (max === null || value > max) max = value;
    }
  });
  return { count, min, max, integral: true, real: true, float16: false, float32: false };
}

function numberFindings(view: View, info: DTypeInfo): Findings {
  const count = product(view.shape);
  const values = new Float64Array(2 * PIECE);
  const width = info.width;
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [integral, real, float16, float32] = [true, true, true, true];
  for (let start = 0; start < count; start += PIECE) {
    const length = Math.min(PIECE, count - start);
    forEachRun(view, start, length, (at, stride, run, done) =>
      width === 2
        ? loadComplex(view.data, info, at, stride, run, values.subarray(2 * done))
        : loadNumbers(view.data, info, at, stride, run, values.subarray(done)),
    );
    for (let index = 0; index < length * width; index++) {
      const value = values[index] as number;
      if (width === 2 && index % 2 === 1) {
        if (value !== 0) real = false;
      } else if (Number.isInteger(value)) {
        if (value < min) min = value;
        if (value > max) max = value;
      } else integral = false;
      if (float32 && Math.fround(value) !== value && !Number.isNaN(value)) float32 = float16 = false;
      if (float16 && !holds('float16', value)) float16 = false;
    }
  }
  return {
    count,
    min: min <= max ? min : null,
    max: min <= max ? max : null,
    integral,
    real,
    float16,
    float32,
  };
}
