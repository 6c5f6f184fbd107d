/** The arguments of `evaluate`, checked. */
import type { Complex, NDArray } from 'numpy-ts';
import { CASTINGS, type Casting, canCast } from '../dtypes/casting.ts';
import { shapeText, valueText } from '../errors.ts';
import { overlapsItself } from '../layout/overlap.ts';
import { type ArrayRef, refOf, widthOf } from './arrays.ts';
import { EvaluateError } from './errors.ts';
import type { ScalarValue } from './functions.ts';
import { CONSTANTS } from './functions.ts';
import { type Data, type DType, isArray, isDType, type LibraryArray } from './library.ts';
import type { Parsed } from './program.ts';

export type TypedArray =
  | Float64Array
  | Float32Array
  | Float16Array
  | BigInt64Array
  | BigUint64Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array
  | Uint8ClampedArray;

/** What a variable of an expression can be. A typed array is a one-dimensional array of its kind. */
export type Variable = LibraryArray | TypedArray | number | bigint | boolean;
export type Variables = Readonly<Record<string, Variable>>;

/** What an evaluation gives: an array, or, for a reduction of everything, a plain value as numpy-ts's reductions do. */
export type Result = NDArray | number | bigint | Complex;

export type { Casting };

export interface EvaluateOptions {
  /** Where the result is stored, and what is returned. It may be one of the variables, or overlap one. */
  readonly out?: LibraryArray;
  /**
   * Computes only where this is true; elsewhere `out` stays as it is, and without `out` the result is 0. Broadcast to
   * the result's shape.
   */
  readonly where?: LibraryArray | Uint8Array | boolean;
  /** The dtype to which the expression is cast (before a reduction, as NumPy's `dtype=`). */
  readonly dtype?: DType;
  /** Which casts to `dtype` or `out` are allowed. Default `same_kind`, as in NumPy. */
  readonly casting?: Casting;
  /** The memory order of a new result. `K` and `A`: Fortran if all arrays are. Default `C`, as numpy-ts's own calls. */
  readonly order?: 'C' | 'F' | 'K' | 'A';
}

const ORDERS: readonly string[] = ['C', 'F', 'K', 'A'];
const KNOWN: readonly string[] = ['out', 'where', 'dtype', 'casting', 'order'];

/** The dtype of each kind of typed array. */
const TYPED: ReadonlyMap<string, DType> = new Map<string, DType>([
  ...(['Float64', 'Float32', 'Float16', 'Int32', 'Uint32', 'Int16', 'Uint16', 'Int8', 'Uint8'] as const).map(
    (name) => [`${name}Array`, name.toLowerCase() as DType] as const,
  ),
  ['BigInt64Array', 'int64'],
  ['BigUint64Array', 'uint64'],
  ['Uint8ClampedArray', 'uint8'],
]);

function typedArrayRef(data: TypedArray): ArrayRef | null {
  const dtype = TYPED.get(data[Symbol.toStringTag]);
  if (dtype === undefined) return null;
  const clamped = data[Symbol.toStringTag] === 'Uint8ClampedArray';
  const plain = clamped ? new Uint8Array(data.buffer, data.byteOffset, data.length) : data;
  return { data: plain as Data, offset: 0, dtype, shape: [data.length], strides: [1], width: widthOf(dtype) };
}

/** A value as an array, or null. */
export function arrayRef(value: unknown): ArrayRef | null {
  if (isArray(value)) return refOf(value.storage);
  return ArrayBuffer.isView(value) ? typedArrayRef(value as TypedArray) : null;
}

export interface Given {
  readonly arrays: ReadonlyMap<string, ArrayRef>;
  readonly scalars: ReadonlyMap<string, ScalarValue>;
}

/** The variables that an expression names, of those that were handed over. Nothing else of `variables` is read. */
export function given(source: Parsed, variables: Variables): Given {
  if (typeof variables !== 'object' || variables === null) {
    throw new EvaluateError('variables', 'an object of arrays and numbers by name', valueText(variables));
  }
  const arrays = new Map<string, ArrayRef>();
  const scalars = new Map<string, ScalarValue>();
  for (const name of source.names) {
    if (!Object.hasOwn(variables, name)) continue;
    const value: unknown = variables[name];
    if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
      scalars.set(name, value);
      continue;
    }
    const array = arrayRef(value);
    if (array !== null) arrays.set(name, array);
    else if (value !== undefined || !CONSTANTS.has(name)) {
      throw new EvaluateError(`variable \`${name}\``, 'an array, a typed array or a number', valueText(value));
    }
  }
  return { arrays, scalars };
}

export interface Checked {
  readonly out: LibraryArray | null;
  readonly mask: ArrayRef | null;
  readonly dtype: DType | null;
  readonly casting: Casting;
  readonly order: 'C' | 'F' | 'K' | 'A';
}

function oneOf<T extends string>(name: string, value: T | undefined, allowed: readonly string[], otherwise: T): T {
  if (value === undefined) return otherwise;
  if (allowed.includes(value)) return value;
  throw new EvaluateError(name, `one of ${allowed.map((each) => `'${each}'`).join(', ')}`, valueText(value));
}

/** Checks options by themselves; what depends on the expression is checked when it is known. */
export function checked(options: EvaluateOptions): Checked {
  if (typeof options !== 'object' || options === null) {
    throw new EvaluateError('options', 'an object of options by name', valueText(options));
  }
  for (const name of Object.keys(options)) {
    if (!KNOWN.includes(name)) throw new EvaluateError(`option \`${name}\``, `one of ${KNOWN.join(', ')}`, 'it');
  }
  const { out, where, dtype } = options;
  if (out !== undefined && !isArray(out)) throw new EvaluateError('out', 'an array', valueText(out));
  if (out !== undefined && overlapsItself(out.storage)) {
    throw new EvaluateError('out', 'an array whose elements lie apart', `strides ${shapeText(out.storage.strides)}`);
  }
  if (dtype !== undefined && !isDType(dtype)) throw new EvaluateError('dtype', 'a dtype', valueText(dtype));
  return {
    out: out ?? null,
    mask: where === undefined || where === true ? null : maskOf(where),
    dtype: dtype ?? null,
    casting: oneOf('casting', options.casting, CASTINGS, 'same_kind'),
    order: oneOf('order', options.order, ORDERS, 'C'),
  };
}

function maskOf(where: LibraryArray | Uint8Array | boolean): ArrayRef {
  const array = where === false ? typedArrayRef(new Uint8Array(1)) : arrayRef(where);
  if (array === null || (array.dtype !== 'bool' && array.dtype !== 'uint8')) {
    throw new EvaluateError(
      'where',
      'an array of bool',
      array === null ? valueText(where) : `an array of ${array.dtype}`,
    );
  }
  return { ...array, dtype: 'bool', ...(where === false ? { shape: [], strides: [] } : {}) };
}

/** Throws unless `from` may be cast to `to`. */
export function checkCast(argument: string, from: DType, to: DType, casting: Casting): void {
  if (!canCast(from, to, casting)) {
    throw new EvaluateError(argument, `a dtype that ${from} can be cast to by casting '${casting}'`, to);
  }
}

/** Throws unless `out` has the result's shape. */
export function checkShape(out: NDArray | LibraryArray, shape: readonly number[]): void {
  const own: readonly number[] = Array.from(out.storage.shape);
  if (own.length === shape.length && own.every((size, axis) => size === shape[axis])) return;
  throw new EvaluateError('out', `an array of shape ${shapeText(shape)}`, shapeText(own));
}
