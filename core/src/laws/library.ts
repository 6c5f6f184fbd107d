/**
 * The library under observation, loaded once in the worker, after the instruments.
 *
 * Only this module knows how numpy-ts is laid out: its modules, its array classes, and the storage that an array holds.
 */

import { installInstruments } from './instrument.ts';
import type { ArrayModule, DType, LibraryModule, Target } from './types.ts';

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

/** The part of an array's storage that observing needs. */
export interface LibraryStorage {
  readonly data: TypedArray;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  readonly dtype: DType;
  readonly wasmRegion: { readonly ptr: number; readonly byteLength: number } | null;
}

export interface StorageClass {
  zeros(shape: number[], dtype: DType): LibraryStorage;
  fromDataShared(
    data: TypedArray,
    shape: number[],
    dtype: DType,
    strides: number[],
    offset: number,
    region: LibraryStorage['wasmRegion'],
  ): LibraryStorage;
}

export interface LibraryArray {
  readonly storage: LibraryStorage;
  /** The array behind the proxy that the library hands out. */
  readonly _raw?: LibraryArray;
}

export interface ArrayClass {
  new (...args: never[]): LibraryArray;
  fromStorage(storage: LibraryStorage, base?: LibraryArray): LibraryArray;
}

type Exports = Readonly<Record<string, unknown>>;

export interface Library {
  readonly version: string;
  readonly hasFloat16: boolean;
  readonly modules: Readonly<Record<ArrayModule, Exports>>;
  /** The runtime core, which works on this very library; null before `loadCore`. */
  core: Exports | null;
  readonly NDArray: ArrayClass;
  readonly NDArrayCore: ArrayClass;
  readonly Complex: new (re: number, im: number) => object;
  readonly Storage: StorageClass;
  /** The buffer of the WebAssembly memory in which the pool lies. */
  readonly poolBuffer: ArrayBufferLike;
}

let loaded: Library | null = null;

export async function loadLibrary(): Promise<Library> {
  if (loaded !== null) return loaded;
  const restoreGlobals = installInstruments();
  const full = (await import('numpy-ts')) as unknown as Record<string, unknown>;
  const node = (await import('numpy-ts/node')) as unknown as Record<string, unknown>;
  const core = (await import('numpy-ts/core')) as unknown as Record<string, unknown>;
  restoreGlobals();
  const zeros = full['zeros'] as (shape: number[]) => LibraryArray;
  const probe = zeros([1]).storage;
  loaded = {
    version: String(full['__version__']),
    hasFloat16: typeof globalThis.Float16Array === 'function',
    modules: { 'numpy-ts': full, 'numpy-ts/node': node, 'numpy-ts/core': core },
    core: null,
    NDArray: full['NDArray'] as ArrayClass,
    NDArrayCore: full['NDArrayCore'] as ArrayClass,
    Complex: full['Complex'] as Library['Complex'],
    Storage: probe.constructor as unknown as StorageClass,
    poolBuffer: probe.data.buffer,
  };
  return loaded;
}

/** Loads the runtime core beside the library: later than it, because most programs never call the core. */
export async function loadCore(library: Library): Promise<void> {
  if (library.core !== null) return;
  const core = await import('../index.ts');
  // What is observed happens in this thread.
  core.shared.setThreads(1);
  library.core = core as unknown as Exports;
}

/** Functions that give an object with functions of its own, which are then a part of the path: `random.default_rng.normal`. */
export const FACTORIES: ReadonlySet<string> = new Set(['random.default_rng']);

/** What a path such as `linalg.inv` names in a module, with the object that it is a member of. */
export function resolvePath(
  library: Library,
  module: LibraryModule,
  path: string,
): { readonly owner: unknown; readonly value: unknown } {
  let owner: unknown;
  let value: unknown = module === 'bytelens' ? library.core : library.modules[module];
  let at = '';
  for (const name of path.split('.')) {
    owner = FACTORIES.has(at) && typeof value === 'function' ? (value as (seed: number) => unknown)(1) : value;
    at = at === '' ? name : `${at}.${name}`;
    // The core's ufuncs are functions with functions of their own.
    const holder =
      owner !== null && (typeof owner === 'object' || (module === 'bytelens' && typeof owner === 'function'));
    value = holder && Object.hasOwn(owner as object, name) ? (owner as Exports)[name] : undefined;
  }
  return { owner, value };
}

/** Makes a call on values that are ready. Returns the library's result or lets its error pass. */
export function invoke(library: Library, module: LibraryModule, target: Target, args: readonly unknown[]): unknown {
  switch (target.kind) {
    case 'function': {
      const { owner, value } = resolvePath(library, module, target.path);
      if (typeof value !== 'function') throw new TypeError(`${module} exports no function ${target.path}`);
      return Reflect.apply(value, owner, args);
    }
    case 'method': {
      const [receiver, ...rest] = args;
      const method = (receiver as Record<string, unknown>)[target.name];
      if (typeof method !== 'function') throw new TypeError(`arrays have no method ${target.name}`);
      return Reflect.apply(method, receiver, rest);
    }
    case 'property': {
      const receiver = args[0] as Record<string, unknown>;
      if (!(target.name in receiver)) throw new TypeError(`arrays have no property ${target.name}`);
      return receiver[target.name];
    }
    case 'index':
      return (args[0] as Record<string, unknown>)[String(args[1])];
  }
}

/** The array behind the library's proxy, or null for anything that is no array. */
export function rawArray(library: Library, value: unknown): LibraryArray | null {
  if (!(value instanceof library.NDArrayCore)) return null;
  return value._raw ?? value;
}
