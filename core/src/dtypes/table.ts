/**
 * What each dtype of numpy-ts can hold and costs, read from numpy-ts itself: the list of dtypes, their descriptions as
 * `.npy` files have them (`<f8`, `|u1`), and which typed array holds them.
 */
import { DTYPE_TO_DESCR, empty, type NDArrayCore, SUPPORTED_DTYPES } from 'numpy-ts';

export type DType = NDArrayCore['storage']['dtype'];
export type TypedArray = NDArrayCore['storage']['data'];

/** `b` bool, `i` signed and `u` unsigned integers, `f` floating point, `c` complex: NumPy's `dtype.kind`. */
export type Kind = 'b' | 'i' | 'u' | 'f' | 'c';

export interface TypedArrayClass {
  new (length: number): TypedArray;
  new (buffer: ArrayBufferLike, byteOffset?: number, length?: number): TypedArray;
  readonly BYTES_PER_ELEMENT: number;
  readonly name: string;
}

export interface DTypeInfo {
  readonly name: DType;
  readonly kind: Kind;
  /** Bytes of an element, as `itemsize` says. */
  readonly itemBytes: number;
  /** Bytes of an element in memory: float16 is held in 4 where the runtime has no `Float16Array`. */
  readonly storedItemBytes: number;
  /** Values of the typed array that one element takes: 2 for complex dtypes. */
  readonly width: 1 | 2;
  /** Whether elements are read and written as `bigint`. */
  readonly bigint: boolean;
  /** The least and greatest value of bool and the integers; of the finite ones for floating point and complex parts. */
  readonly min: number | bigint;
  readonly max: number | bigint;
  readonly Array: TypedArrayClass;
}

/** IEEE 754: bits of the significand (the hidden one included) and the greatest exponent, by bytes. */
const FLOATS: Readonly<Record<number, { bits: number; exponent: number }>> = {
  2: { bits: 11, exponent: 15 },
  4: { bits: 24, exponent: 127 },
  8: { bits: 53, exponent: 1023 },
};

function extremes(kind: Kind, bytes: number): { min: number | bigint; max: number | bigint } {
  if (kind === 'b') return { min: 0, max: 1 };
  if (kind === 'i' || kind === 'u') {
    const bits = BigInt(8 * bytes - (kind === 'i' ? 1 : 0));
    const max = 2n ** bits - 1n;
    const min = kind === 'i' ? -(2n ** bits) : 0n;
    return bytes === 8 ? { min, max } : { min: Number(min), max: Number(max) };
  }
  const format = FLOATS[kind === 'c' ? bytes / 2 : bytes];
  if (format === undefined) throw new Error(`numpy-ts has a floating-point dtype of ${bytes} bytes`);
  const max = (2 - 2 ** (1 - format.bits)) * 2 ** format.exponent;
  return { min: -max, max };
}

function describe(name: DType): DTypeInfo {
  const descr: string | undefined = DTYPE_TO_DESCR[name];
  const [, kind, digits] = /^[<|>]([biufc])(\d+)$/.exec(descr ?? '') ?? [];
  if (kind === undefined) throw new Error(`numpy-ts describes the dtype ${name} as ${descr}`);
  const itemBytes = Number(digits);
  const Class = empty([0], name).data.constructor as unknown as TypedArrayClass;
  const width = kind === 'c' ? 2 : 1;
  return {
    name,
    kind: kind as Kind,
    itemBytes,
    storedItemBytes: Class.BYTES_PER_ELEMENT * width,
    width,
    bigint: Class.name.startsWith('Big'),
    ...extremes(kind as Kind, itemBytes),
    Array: Class,
  };
}

let table: ReadonlyMap<string, DTypeInfo> | null = null;

/** All dtypes of numpy-ts, in its order. Made when first asked for, since numpy-ts may have to be configured before. */
export function dtypeTable(): ReadonlyMap<string, DTypeInfo> {
  table ??= new Map(SUPPORTED_DTYPES.map((name: DType) => [name, describe(name)]));
  return table;
}

/** What is known of a dtype that is one. */
export function infoOf(name: DType): DTypeInfo {
  const info = dtypeTable().get(name);
  if (info === undefined) throw new TypeError(`numpy-ts has no dtype ${name}`);
  return info;
}

export function isDType(name: unknown): name is DType {
  return typeof name === 'string' && dtypeTable().has(name);
}

/** The dtype whose elements a typed array holds; null for what is none. */
export function dtypeOfTyped(value: ArrayBufferView): DType | null {
  if (value instanceof Uint8ClampedArray) return 'uint8';
  for (const info of dtypeTable().values()) {
    // bool and the complex dtypes use the typed arrays of others.
    if (info.kind !== 'b' && info.kind !== 'c' && value instanceof info.Array) {
      if (info.itemBytes === info.storedItemBytes) return info.name;
    }
  }
  return null;
}
