/**
 * The size classes of numpy-ts's pool, and how much fits into it.
 */

const MIB = 2 ** 20;
/** What the library itself keeps of its memory, besides its scratch space. */
const OWN_BYTES = 8 * MIB;
const DEFAULT_MEMORY = 256 * MIB;
const DEFAULT_SCRATCH = 8 * MIB;
const MOST_SCRATCH = 32 * MIB;

/**
 * Bytes of the pool that are free at first, as `configureWasm({ maxMemory, scratchSize })` makes it; without arguments,
 * those of a program that does not call it. Measured on numpy-ts 1.7.0; a test compares it with `wasmFreeBytes()`.
 */
export function usablePoolBytes(maxMemory?: number, scratchSize?: number): number {
  const all = maxMemory ?? DEFAULT_MEMORY;
  const share = maxMemory === undefined ? DEFAULT_SCRATCH : Math.min(Math.floor(maxMemory / 16), MOST_SCRATCH);
  return Math.max(0, all - (scratchSize ?? share) - OWN_BYTES);
}

const SMALLEST_CLASS = 32;
const HEADER_BYTES = 8;

/**
 * Bytes of the pool that an allocation of `bytes` takes: the next power of two, at least 32, and a header of 8 bytes.
 * Nothing is taken for nothing. Measured on numpy-ts 1.7.0; a test compares it with the allocator.
 */
export function poolClassBytes(bytes: number): number {
  if (bytes <= 0) return 0;
  let size = SMALLEST_CLASS;
  while (size < bytes) size *= 2;
  return size + HEADER_BYTES;
}
