/**
 * numpy-ts, as `evaluate` uses it: its functions by name, its storages, and what an array of a dtype is made of. All
 * that is known of dtypes is asked of the library here, not written down.
 */
import * as numpy from 'numpy-ts';
import { type DType, type Storage, type StorageClass, storageClass } from '../blockwise/storage.ts';

export type { DType, Storage, StorageClass };
export type Data = Storage['data'];
export type DataConstructor = new (buffer: ArrayBufferLike, offset: number, length: number) => Data;

/** Whatever numpy-ts hands out as an array; `split` and others give `NDArrayCore`. */
export type LibraryArray = numpy.NDArrayCore;
type LibraryFunction = (...args: unknown[]) => unknown;

const exported = numpy as unknown as Readonly<Record<string, LibraryFunction>>;

/** Calls a function of numpy-ts by its name. */
export function call(name: string, ...args: unknown[]): unknown {
  const found = exported[name];
  if (typeof found !== 'function') throw new TypeError(`numpy-ts exports no function ${name}`);
  return found(...args);
}

/** An array over a storage, as numpy-ts makes its own. */
export function wrap(storage: Storage): numpy.NDArray {
  return numpy.NDArray.fromStorage(storage);
}

export function isArray(value: unknown): value is LibraryArray {
  if (value instanceof numpy.NDArrayCore) return true;
  // An array of another copy of numpy-ts in the same program.
  const storage = (value as { storage?: Partial<Storage> } | null | undefined)?.storage;
  return (
    typeof storage === 'object' && storage !== null && Array.isArray(storage.shape) && ArrayBuffer.isView(storage.data)
  );
}

export interface DTypeTraits {
  readonly dtype: DType;
  /** The constructor of the data that numpy-ts keeps such an array in. */
  readonly Data: DataConstructor;
  /** Bytes of one element as it is stored. */
  readonly itemBytes: number;
  readonly kind: 'bool' | 'int' | 'uint' | 'float' | 'complex';
}

const traits = new Map<string, DTypeTraits>();

function kindOf(dtype: DType): DTypeTraits['kind'] {
  if (dtype === 'bool') return 'bool';
  const kind = /^[a-z]+/.exec(dtype)?.[0];
  return kind as DTypeTraits['kind'];
}

/** What an array of `dtype` is made of. Throws numpy-ts's error for a dtype that it does not have. */
export function traitsOf(dtype: DType): DTypeTraits {
  const known = traits.get(dtype);
  if (known !== undefined) return known;
  const sample = numpy.zeros([2], dtype).storage;
  const Data = sample.data.constructor as unknown as DataConstructor;
  const made = { dtype, Data, itemBytes: sample.data.byteLength / 2, kind: kindOf(dtype) };
  sample.dispose();
  traits.set(dtype, made);
  return made;
}

export function isDType(name: string): name is DType {
  try {
    traitsOf(name as DType);
    return true;
  } catch {
    return false;
  }
}

let ownClass: StorageClass | null = null;

/** numpy-ts's storage class. */
export function librarysStorage(): StorageClass {
  if (ownClass === null) {
    const { storage } = numpy.zeros([1]);
    ownClass = storageClass(storage);
    storage.dispose();
  }
  return ownClass;
}

/** A 0-dimensional array of a plain value, as numpy-ts makes it; of an integer that is beyond int64, uint64. */
export function scalarArray(value: number | bigint | boolean): numpy.NDArray {
  if (typeof value === 'bigint' && value >= 2n ** 63n) return numpy.array(value as never, 'uint64');
  return numpy.array(value as number);
}
