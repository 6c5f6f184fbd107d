/** Bytes alive and at the peak: numpy-ts's pool and array buffers together, per label. */
import { poolClassBytes } from '../measure/pool.ts';
import { memoryNow } from './now.ts';
import { MemoryTracker, measureMemory, memoryReports, resetReports } from './tracker.ts';

export type { MemoryNow, PoolBytes } from './now.ts';
export type { Measured, MemoryReport, MemoryTracker } from './tracker.ts';

/**
 * What arrays take.
 *
 * `memory.measure('label', fn)` and `using m = memory.track('label')` report the peak and what is left; `memory.now()`
 * what is alive; `memory.reports()` all labels. The pool is seen whenever numpy-ts makes an array, so its peak is exact
 * but for scratch space inside one call. Array buffers are seen from time to time (see `MemoryTracker.sample`), and
 * count until the garbage collector takes them.
 */
export const memory = {
  now: memoryNow,
  measure: measureMemory,
  track: (label: string): MemoryTracker => new MemoryTracker(label),
  reports: memoryReports,
  reset: resetReports,
  /** Bytes of numpy-ts's pool that an allocation of so many bytes takes: the next power of two, at least 32, and 8. */
  poolClassBytes,
} as const;
