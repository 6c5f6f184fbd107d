/** How many bytes are alive now: in numpy-ts's pool, and in JavaScript's array buffers. */
import { wasmFreeBytes, zeros } from 'numpy-ts';

/** Where numpy-ts 1.7.0 begins its heap: kernels have their static data below. */
const HEAP_BASE = 8 * 2 ** 20;
const DEFAULT_POOL = 2 ** 28;
const MOST_SCRATCH = 32 * 2 ** 20;

export interface PoolBytes {
  /** Bytes in use, each block with its size class and header. */
  readonly used: number;
  readonly free: number;
  /** Bytes that arrays can use altogether. */
  readonly capacity: number;
}

export interface MemoryNow {
  readonly pool: PoolBytes;
  /** Bytes of all array buffers of the process, numpy-ts's pool not counted; null where the runtime does not tell. */
  readonly buffers: number | null;
  /** Both together; the pool's alone where buffers are not known. */
  readonly used: number;
}

let capacity = 0;

/**
 * What numpy-ts's allocator can give: its memory without the kernels' data and the scratch region, as its source lays
 * them out. Where `configureWasm` was given a `scratchSize` of its own that is not known, and only what has been free
 * once is counted.
 */
export function poolCapacity(): number {
  const free = wasmFreeBytes();
  if (capacity === 0) {
    const probe = zeros([1]);
    const { isWasmBacked, data } = probe.storage;
    const memory = isWasmBacked ? data.buffer.byteLength : 0;
    probe.dispose();
    const scratch = memory === DEFAULT_POOL ? 8 * 2 ** 20 : Math.min(Math.floor(memory / 16), MOST_SCRATCH);
    capacity = isWasmBacked ? memory - HEAP_BASE - scratch : free;
  }
  capacity = Math.max(capacity, free);
  return capacity;
}

interface Runtime {
  readonly process?: { memoryUsage?(): { arrayBuffers?: number } };
}

/** Bytes of array buffers, where the runtime is Node or like it. */
export function bufferBytes(): number | null {
  return (globalThis as Runtime).process?.memoryUsage?.().arrayBuffers ?? null;
}

/** Bytes that are alive now. The garbage collector decides when what nobody holds any more stops to count. */
export function memoryNow(): MemoryNow {
  const free = wasmFreeBytes();
  const total = poolCapacity();
  const buffers = bufferBytes();
  const used = total - free;
  return { pool: { used, free, capacity: total }, buffers, used: used + (buffers ?? 0) };
}
