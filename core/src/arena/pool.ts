/** The blocks of one arena: those that wait, by size class, and the count of all. */
import { Block, classOf, Lease } from './block.ts';

export interface ArenaStats {
  /** Arrays handed out, and how many of them got a block that had been used before. */
  readonly arrays: number;
  readonly reused: number;
  /** Bytes of blocks taken from numpy-ts's pool, and bytes that would have been taken besides if none were used again. */
  readonly allocatedBytes: number;
  readonly savedBytes: number;
  /** Bytes of blocks that somebody holds now, and of those that wait. */
  readonly liveBytes: number;
  readonly freeBytes: number;
  /** The most bytes of blocks at one time. */
  readonly peakBytes: number;
  /** Arrays that the pool had no room for: their memory is JavaScript's, and is not used again. */
  readonly outside: number;
}

export class BlockPool {
  readonly #free = new Map<number, Block[]>();
  /** Blocks that come back are freed where more than this would wait. */
  readonly #maxFreeBytes: number;
  #closed = false;
  #arrays = 0;
  #reused = 0;
  #allocatedBytes = 0;
  #savedBytes = 0;
  #liveBytes = 0;
  #freeBytes = 0;
  #peakBytes = 0;
  #outside = 0;

  constructor(maxFreeBytes: number) {
    this.#maxFreeBytes = maxFreeBytes;
  }

  /** A block for so many bytes, held by one; null where numpy-ts's pool has no room. */
  take(bytes: number): { block: Block; lease: Lease } | null {
    const size = classOf(bytes);
    this.#arrays++;
    const waiting = this.#free.get(size)?.pop();
    if (waiting !== undefined) {
      this.#reused++;
      this.#savedBytes += size;
      this.#freeBytes -= size;
    }
    const block = waiting ?? Block.take(size);
    if (block === null) {
      this.#outside++;
      return null;
    }
    if (waiting === undefined) this.#allocatedBytes += size;
    this.#liveBytes += size;
    this.#peakBytes = Math.max(this.#peakBytes, this.#liveBytes + this.#freeBytes);
    return { block, lease: new Lease(block, bytes, this.#back) };
  }

  /** Counts an array that needs no block. */
  count(): void {
    this.#arrays++;
  }

  readonly #back = (block: Block): void => {
    this.#liveBytes -= block.bytes;
    if (this.#closed || this.#freeBytes + block.bytes > this.#maxFreeBytes) {
      block.free();
      return;
    }
    this.#freeBytes += block.bytes;
    const waiting = this.#free.get(block.bytes);
    if (waiting === undefined) this.#free.set(block.bytes, [block]);
    else waiting.push(block);
  };

  /** A block leaves the arena: whoever holds the lease owns it, and nobody frees it before. */
  letGo(lease: object): void {
    if (lease instanceof Lease) this.#liveBytes -= lease.leave();
  }

  /** Gives the blocks that wait back to numpy-ts's pool. */
  trim(): void {
    for (const waiting of this.#free.values()) for (const block of waiting) block.free();
    this.#free.clear();
    this.#freeBytes = 0;
  }

  /** From now on, blocks that come back are freed. */
  close(): void {
    this.#closed = true;
    this.trim();
  }

  stats(): ArenaStats {
    return {
      arrays: this.#arrays,
      reused: this.#reused,
      allocatedBytes: this.#allocatedBytes,
      savedBytes: this.#savedBytes,
      liveBytes: this.#liveBytes,
      freeBytes: this.#freeBytes,
      peakBytes: this.#peakBytes,
      outside: this.#outside,
    };
  }
}
