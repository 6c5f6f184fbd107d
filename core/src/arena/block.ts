/**
 * The blocks of memory that an arena hands out, and who holds them.
 *
 * A block is handed out with a `Lease`, which numpy-ts takes for a region of its pool: the array and each view that
 * numpy-ts counts hold it. When the last of them lets go, or what is left of them has been collected, the block goes back.
 */
import { empty } from 'numpy-ts';
import { disown } from '../blockwise/scope.ts';
import type { Storage } from '../layout/view.ts';

/** Smallest block, in bytes: that of numpy-ts's pool. */
const SMALLEST = 32;

/** Bytes of the block that holds `bytes`: a power of two, so that a block serves all arrays of its class. */
export function classOf(bytes: number): number {
  let size = SMALLEST;
  while (size < bytes) size *= 2;
  return size;
}

/** Memory of numpy-ts's pool that an arena owns. */
export class Block {
  readonly bytes: number;
  readonly #storage: Storage;

  private constructor(bytes: number, storage: Storage) {
    this.bytes = bytes;
    this.#storage = storage;
  }

  /** A new block of a size class, or null where the pool is full. */
  static take(bytes: number): Block | null {
    const { storage } = empty([bytes], 'uint8');
    disown(storage);
    return storage.isWasmBacked ? new Block(bytes, storage) : null;
  }

  get buffer(): ArrayBufferLike {
    return this.#storage.data.buffer;
  }

  /** Its first byte in the pool. */
  get start(): number {
    return this.#storage.data.byteOffset;
  }

  /** Gives the memory back to the pool. */
  free(): void {
    this.#storage.dispose();
  }
}

/** Called when nobody holds a block any more. */
type OnReturn = (block: Block) => void;

/** Leases that are dropped without being released: the last view was collected. */
const dropped = new FinalizationRegistry<{ block: Block; onReturn: OnReturn }>(({ block, onReturn }) =>
  onReturn(block),
);

/** What numpy-ts holds of a block: it counts as a region of its pool. */
export class Lease {
  readonly ptr: number;
  readonly byteLength: number;
  #count = 1;
  readonly #block: Block;
  #onReturn: OnReturn;

  constructor(block: Block, bytes: number, onReturn: OnReturn) {
    this.ptr = block.start;
    this.byteLength = bytes;
    this.#block = block;
    this.#onReturn = onReturn;
    dropped.register(this, { block, onReturn }, this);
  }

  get refCount(): number {
    return this.#count;
  }

  retain(): void {
    this.#count++;
  }

  /** From now on the block belongs to those who hold it, and is freed when they let go. Gives its bytes. */
  leave(): number {
    // Collected together with this lease, the block's storage is freed by numpy-ts.
    dropped.unregister(this);
    this.#onReturn = (block) => block.free();
    return this.#block.bytes;
  }

  release(): void {
    if (this.#count <= 0 || --this.#count > 0) return;
    dropped.unregister(this);
    this.#onReturn(this.#block);
  }
}
