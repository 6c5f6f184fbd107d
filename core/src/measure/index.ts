/** Bytes that the pool takes for `n` bytes: a power of two of at least 32, and an 8-byte header. */
export function poolClassBytes(n: number): number {
  return n === 0 ? 0 : Math.max(32, 2 ** Math.ceil(Math.log2(n))) + 8;
}
export interface Plan {
  readonly steps: readonly unknown[];
}
