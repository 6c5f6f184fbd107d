/** `Arena`: arrays whose memory is used again. */
import { NDArray, type NDArrayCore } from 'numpy-ts';
import { type DType, infoOf, isDType } from '../dtypes/table.ts';
import { shapeText, valueText } from '../errors.ts';
import { assign } from '../layout/runs.ts';
import {
  type AnyTypedArray,
  newArray,
  orderedStrides,
  product,
  type Storage,
  type View,
  viewOf,
} from '../layout/view.ts';
import { ArenaError, ReleasedError } from './errors.ts';
import { type ArenaStats, BlockPool } from './pool.ts';

/** An array that is out. */
interface Loan {
  readonly storage: Storage;
  scope: ArenaScope;
}

const loans = new WeakMap<Storage, Loan>();

type StorageClass = new (...args: readonly unknown[]) => Storage;

/** Makes an array of the pool. Without elements, or without room in the pool, it is an ordinary one. */
function lend(pool: BlockPool, shape: readonly number[], dtype: DType): NDArray {
  const info = infoOf(dtype);
  const values = product(shape) * info.width;
  const bytes = values * info.Array.BYTES_PER_ELEMENT;
  if (bytes === 0) {
    pool.count();
    return newArray(shape, dtype);
  }
  const taken = pool.take(bytes);
  if (taken === null) return newArray(shape, dtype);
  const { block, lease } = taken;
  const data = new info.Array(block.buffer, block.start, values);
  const Class = newArray([0], dtype).storage.constructor as unknown as StorageClass;
  return NDArray.fromStorage(new Class(data, Array.from(shape), orderedStrides(shape), 0, dtype, lease));
}

/** Lets nobody use the array any more, and lets its block go. */
function takeBack({ storage, scope }: Loan): void {
  scope.forget(storage);
  loans.delete(storage);
  const shape = shapeText(storage.shape);
  // The method of the class, since the storage's own brings us here.
  (Object.getPrototypeOf(storage) as Storage).dispose.call(storage);
  Object.defineProperty(storage, '_data', {
    get() {
      throw new ReleasedError(shape);
    },
  });
}

/**
 * What hands out arrays and takes them back at its end: an `Arena`, or a scope within one.
 *
 * An array belongs to the scope that handed it out until it is released, disposed or kept. Its memory is handed out
 * again only when nobody holds it: not the array, and no view of it that numpy-ts counts (slices, `reshape`, transposes,
 * `ravel`; not `broadcast_to`, `broadcast_arrays`, `split` and `view`, which must not be used any longer than the array).
 */
export class ArenaScope {
  readonly #pool: BlockPool;
  readonly #parent: ArenaScope | null;
  readonly #loans = new Set<Storage>();
  readonly #children = new Set<ArenaScope>();
  #ended = false;

  /** Use `arena.scope()`. */
  constructor(pool: BlockPool, parent: ArenaScope | null) {
    this.#pool = pool;
    this.#parent = parent;
    if (parent !== null) parent.#children.add(this);
  }

  #requireOpen(called: string): void {
    if (this.#ended)
      throw new ArenaError(`arena.${called}`, 'this', 'an arena or scope that is open', 'one that has ended');
  }

  #hand(called: string, shape: unknown, dtype: unknown): NDArray {
    this.#requireOpen(called);
    const sizes: unknown = typeof shape === 'number' ? [shape] : shape;
    if (!Array.isArray(sizes) || !sizes.every((size) => Number.isSafeInteger(size) && size >= 0)) {
      throw new ArenaError(`arena.${called}`, 'shape', 'sizes that are integers from 0', valueText(shape));
    }
    if (!isDType(dtype)) throw new ArenaError(`arena.${called}`, 'dtype', 'a dtype of numpy-ts', valueText(dtype));
    const array = lend(this.#pool, sizes as number[], dtype);
    const { storage } = array;
    const loan: Loan = { storage, scope: this };
    loans.set(storage, loan);
    this.#loans.add(storage);
    Object.defineProperty(storage, 'dispose', {
      configurable: true,
      value: () => loans.has(storage) && takeBack(loan),
    });
    return array;
  }

  /** A C-ordered array whose contents are what the memory held before. */
  empty<D extends DType = 'float64'>(shape: number | readonly number[], dtype?: D): NDArray<D> {
    return this.#hand('empty', shape, dtype ?? 'float64') as NDArray<D>;
  }

  /** A C-ordered array of zeros. */
  zeros<D extends DType = 'float64'>(shape: number | readonly number[], dtype?: D): NDArray<D> {
    const array = this.#hand('zeros', shape, dtype ?? 'float64');
    const { data } = array.storage;
    if (infoOf(array.storage.dtype).bigint) (data as BigInt64Array).fill(0n);
    else (data as Float64Array).fill(0);
    return array as NDArray<D>;
  }

  /** A C-ordered copy of an array or typed array. */
  copy<D extends DType>(array: NDArrayCore<D>): NDArray<D>;
  copy(array: AnyTypedArray): NDArray;
  copy(array: unknown): NDArray {
    const view = viewOf(array);
    if (view === null) throw new ArenaError('arena.copy', 'array', 'an array or a typed array', valueText(array));
    const made = this.#hand('copy', view.shape, view.dtype);
    assign(view, viewOf(made) as View);
    return made;
  }

  #loanOf(called: string, array: unknown): Loan {
    const { storage } = (array ?? {}) as { storage?: Storage };
    const loan = storage === undefined ? undefined : loans.get(storage);
    for (let scope = loan?.scope ?? null; scope !== null; scope = scope.#parent) {
      if (scope === this) return loan as Loan;
    }
    throw new ArenaError(`arena.${called}`, 'array', 'an array that was handed out here, and is out', valueText(array));
  }

  /**
   * Takes an array back before the end. Whoever uses the array from now on gets a `ReleasedError`. `array.dispose()` and
   * `using array = arena.empty(…)` do the same.
   *
   * @throws {ArenaError} it was not handed out here, or is back already
   */
  release(array: NDArrayCore): void {
    takeBack(this.#loanOf('release', array));
  }

  /**
   * Keeps an array beyond the end: it belongs to the scope around this one from now on; from the arena itself, to the
   * caller, and its memory is freed like that of any array.
   *
   * @throws {ArenaError} it was not handed out here, or is back already
   */
  keep<A extends NDArrayCore>(array: A): A {
    this.#requireOpen('keep');
    const loan = this.#loanOf('keep', array);
    loan.scope.#loans.delete(loan.storage);
    if (this.#parent !== null) {
      loan.scope = this.#parent;
      this.#parent.#loans.add(loan.storage);
    } else {
      loans.delete(loan.storage);
      delete (loan.storage as Partial<Storage>).dispose;
      const { wasmRegion } = loan.storage;
      if (wasmRegion !== null) this.#pool.letGo(wasmRegion);
    }
    return array;
  }

  /** A scope within this one: `using scope = arena.scope()`. What it hands out comes back at its end. */
  scope(): ArenaScope {
    this.#requireOpen('scope');
    return new ArenaScope(this.#pool, this);
  }

  /** An array is back. */
  forget(storage: Storage): void {
    this.#loans.delete(storage);
  }

  /** Ends this and all scopes within: every array that is still out, and was not kept, is taken back. */
  [Symbol.dispose](): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const child of this.#children) child[Symbol.dispose]();
    for (const storage of this.#loans) {
      const loan = loans.get(storage);
      if (loan !== undefined) takeBack(loan);
    }
    if (this.#parent !== null) this.#parent.#children.delete(this);
  }
}

export interface ArenaOptions {
  /** The most bytes that wait to be used again; what comes back beyond them is freed. By default all wait. */
  maxFreeBytes?: number;
}

/**
 * Hands out arrays, and their memory again when they are done with: for loops that would make arrays of the same sizes
 * over and over.
 *
 * Memory comes from numpy-ts's pool in blocks of a power of two, so that a block serves every array of its size class.
 * An array is an ordinary `NDArray`, to be filled by functions with `out` (see `ufunc`). No memory is handed out while an
 * array over it, or a view of one, is in use. `using arena = new Arena()` frees everything at its end.
 */
export class Arena extends ArenaScope {
  readonly #blocks: BlockPool;

  constructor(options: ArenaOptions = {}) {
    const { maxFreeBytes = Number.POSITIVE_INFINITY } = options;
    if (typeof maxFreeBytes !== 'number' || !(maxFreeBytes >= 0)) {
      throw new ArenaError('new Arena', 'maxFreeBytes', 'a number of bytes', valueText(maxFreeBytes));
    }
    const blocks = new BlockPool(maxFreeBytes);
    super(blocks, null);
    this.#blocks = blocks;
  }

  /** What was handed out, and what that saved. */
  stats(): ArenaStats {
    return this.#blocks.stats();
  }

  /** Gives the memory that waits back to numpy-ts's pool. */
  trim(): void {
    this.#blocks.trim();
  }

  override [Symbol.dispose](): void {
    super[Symbol.dispose]();
    this.#blocks.close();
  }
}
