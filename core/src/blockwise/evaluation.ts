/** One call of `blockwise`, whose arguments have been checked: runs `f`, and puts its results together. */
import { NDArray, NDArrayCore, wasmConfig } from 'numpy-ts';
import { type Piece, requireSame, resultAxis } from './assemble.ts';
import { defaultBlockBytes, kernelElements, needsMoreRows, planBlocks } from './plan.ts';
import { adopt, inScope } from './scope.ts';
import { type Operand, requireResult, rowsOf, type Settings } from './split.ts';
import {
  blockOf,
  emptyLike,
  ownsAll,
  putBlock,
  type Storage,
  type StorageClass,
  storageClass,
  wholeOf,
} from './storage.ts';

/** What is known after the first block. */
interface Target {
  readonly result: Storage;
  readonly axis: number;
  readonly first: Piece;
}

/** Takes a storage out of what its scope made, so that the scope does not dispose it. */
function take(made: Storage[], storage: Storage): Storage {
  const index = made.indexOf(storage);
  if (index >= 0) made.splice(index, 1);
  return storage;
}

export class Evaluation {
  readonly #like: NDArrayCore;
  readonly #Class: StorageClass;
  readonly #operands: readonly Operand[];
  readonly #f: (...blocks: never[]) => unknown;
  readonly #settings: Settings;
  readonly #kernel = kernelElements(wasmConfig.thresholdMultiplier);
  /** The arrays that each block is given whole, by their place among the operands. */
  readonly #wholes = new Map<Operand, Storage>();

  constructor(
    arrays: readonly [NDArrayCore, ...NDArrayCore[]],
    operands: readonly Operand[],
    f: (...blocks: never[]) => unknown,
    settings: Settings,
  ) {
    this.#like = arrays.find((array) => 'multiply' in array) ?? arrays[0];
    this.#Class = storageClass(this.#like.storage);
    this.#operands = operands;
    this.#f = f;
    this.#settings = settings;
  }

  run(count: number): NDArray {
    try {
      for (const operand of this.#operands) {
        if (operand.axis === null) this.#wholes.set(operand, wholeOf(operand.storage));
      }
      const result = this.#divided(count, false) ?? this.#divided(count, true) ?? this.#undivided(count);
      // Inside another call's `f`, the result is one of its intermediates.
      adopt(result);
      return this.#wrap(result);
    } finally {
      for (const whole of this.#wholes.values()) whole.dispose();
    }
  }

  /** An array with all methods around a storage, of the caller's copy of numpy-ts. */
  #wrap(storage: Storage): NDArray {
    const own = this.#like instanceof NDArrayCore ? NDArray : (this.#like.constructor as typeof NDArray);
    return own.fromStorage(storage);
  }

  /** Calls `f` with rows `start` to `stop` of each array. To be called in a scope, which disposes what it makes. */
  #call(start: number, stop: number): Storage {
    const blocks = this.#operands.map((operand) => {
      const whole = this.#wholes.get(operand);
      return this.#wrap(whole ?? blockOf(operand.storage, operand.axis ?? 0, start, stop));
    });
    const { storage } = requireResult(this.#f(...(blocks as never[])), this.#like);
    const { dtype } = this.#settings;
    return dtype === null || dtype === storage.dtype ? storage : this.#wrap(wholeOf(storage)).astype(dtype).storage;
  }

  /** `f` of the whole arrays. Its result is handed out as it is where nothing else holds its memory. */
  #undivided(count: number): Storage {
    return inScope(this.#Class, (made) => {
      const storage = this.#call(0, count);
      if (made.includes(storage) && storage.isWasmBacked) {
        for (const other of made) if (other !== storage) other.dispose();
        if (ownsAll(storage)) return take(made, storage);
      }
      return take(made, storage.copy());
    });
  }

  /**
   * The result of blocks put together; null where the arrays are not to be divided, or not in so few rows per block as
   * `perRow` false allows.
   */
  #divided(count: number, perRow: boolean): Storage | null {
    const rows = rowsOf(this.#operands, count);
    const blocks = planBlocks(rows, this.#settings.blockBytes ?? defaultBlockBytes(rows), this.#kernel, perRow);
    if (blocks.length === 1) return null;
    let target: Target | null = null;
    let start = 0;
    try {
      for (const size of blocks) {
        const stop = start + size;
        target = inScope(this.#Class, (made): Target | null => {
          const block = this.#call(start, stop);
          const piece: Piece = { shape: block.shape, dtype: block.dtype, rows: size };
          if (target === null && !perRow && made.some(({ shape }) => needsMoreRows(shape, size, this.#kernel))) {
            return null;
          }
          const place = target ?? this.#allocate(block, piece, blocks, made);
          requireSame(place.first, piece, place.axis);
          putBlock(place.result, place.axis, start, wholeOf(block));
          return place;
        });
        if (target === null) return null;
        start = stop;
      }
    } catch (error) {
      (target as Target | null)?.result.dispose();
      throw error;
    }
    return (target as Target | null)?.result ?? null;
  }

  /** Makes the array for the result, once the first block's result is known. */
  #allocate(block: Storage, first: Piece, blocks: readonly number[], made: Storage[]): Target {
    const axis = resultAxis(first, () => {
      const rows = blocks.find((size) => size !== first.rows) ?? first.rows;
      return inScope(this.#Class, () => {
        const { shape, dtype } = this.#call(0, rows);
        return { shape, dtype, rows };
      });
    });
    const shape = Array.from(first.shape);
    shape[axis] = blocks.reduce((total, size) => total + size, 0);
    const result = emptyLike(block, shape);
    take(made, result);
    return { result, axis, first };
  }
}
