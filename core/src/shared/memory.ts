/**
 * The memory of `shared`: one shared WebAssembly memory that grows on demand, and its allocator. An array's block is
 * free again once no typed array or view over it is reachable.
 */

const PAGE = 65536;
/** 4 GiB, all that a 32-bit memory can have. Only what is used is taken from the system. */
const MOST_PAGES = 65536;
/** Blocks begin at multiples of this, so that vectors never straddle cache lines. */
const ALIGNMENT = 64;

/** Blocks from this size on are made known to the garbage collector, which frees them. */
const NOTICED_BYTES = 2 ** 20;

export interface Block {
  /** A buffer of this block's own: the same bytes as the memory's, but collected when the block's arrays are. */
  readonly buffer: SharedArrayBuffer;
  readonly offset: number;
  /** What it takes: what was asked for, rounded up. */
  readonly bytes: number;
  /** Frees the block at once. Its arrays must not be used any more. */
  release(): void;
}

interface Hole {
  offset: number;
  bytes: number;
}

export class SharedMemory {
  readonly memory: WebAssembly.Memory;
  readonly #buffers = new WeakSet<ArrayBufferLike>();
  readonly #collected: FinalizationRegistry<Hole>;
  /** Free parts, in the order of their offsets, never two that touch. */
  #holes: Hole[] = [];
  /** Everything from here on has never been used. */
  #end = ALIGNMENT;
  #used = 0;

  constructor() {
    this.memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES, shared: true });
    this.#collected = new FinalizationRegistry((hole) => this.#free(hole));
  }

  /** Bytes of all blocks that are not free. */
  get usedBytes(): number {
    return this.#used;
  }

  /** Whether arrays over `buffer` lie in this memory. */
  holds(buffer: ArrayBufferLike): boolean {
    return this.#buffers.has(buffer);
  }

  /** A block of `bytes` with undefined contents. Throws a `RangeError` when 4 GiB are used up. */
  allocate(bytes: number): Block {
    const size = Math.max(ALIGNMENT, Math.ceil(bytes / ALIGNMENT) * ALIGNMENT);
    const offset = this.#place(size);
    this.#used += size;
    // A clone of the buffer object over the same bytes: when it is collected, no view of the block is left.
    const buffer = structuredClone(this.memory.buffer) as unknown as SharedArrayBuffer;
    this.#buffers.add(buffer);
    const token = {};
    const hole = { offset, bytes: size };
    this.#collected.register(buffer, hole, token);
    // The collector does not see how much hangs on these small objects: memory that is dropped at once tells it.
    if (size >= NOTICED_BYTES) new ArrayBuffer(size);
    const release = () => {
      if (this.#collected.unregister(token)) this.#free(hole);
    };
    return { buffer, offset, bytes: size, release };
  }

  #place(size: number): number {
    const index = this.#holes.findIndex((hole) => hole.bytes >= size);
    const hole = this.#holes[index];
    if (hole !== undefined) {
      const { offset } = hole;
      hole.offset += size;
      hole.bytes -= size;
      if (hole.bytes === 0) this.#holes.splice(index, 1);
      return offset;
    }
    const offset = this.#end;
    const missing = Math.ceil((offset + size - this.memory.buffer.byteLength) / PAGE);
    if (missing > 0) this.memory.grow(missing);
    this.#end += size;
    return offset;
  }

  #free({ offset, bytes }: Hole): void {
    this.#used -= bytes;
    const holes = this.#holes;
    let at = holes.findIndex((hole) => hole.offset > offset);
    if (at < 0) at = holes.length;
    holes.splice(at, 0, { offset, bytes });
    for (const index of [at, at - 1]) {
      const hole = holes[index];
      const next = holes[index + 1];
      if (hole === undefined || next === undefined || hole.offset + hole.bytes !== next.offset) continue;
      hole.bytes += next.bytes;
      holes.splice(index + 1, 1);
    }
    const last = holes.at(-1);
    if (last !== undefined && last.offset + last.bytes === this.#end) {
      this.#end = last.offset;
      holes.pop();
    }
  }
}

/** Whether a buffer is shared memory, of whichever kind. A page that is not isolated has no such memory at all. */
export function isShared(buffer: ArrayBufferLike): boolean {
  return typeof SharedArrayBuffer === 'function' && buffer instanceof SharedArrayBuffer;
}

let only: SharedMemory | null = null;

/** The memory, made when it is first needed. */
export function sharedMemory(): SharedMemory {
  only ??= new SharedMemory();
  return only;
}
