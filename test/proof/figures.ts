/** The figures of a run, as the child reports them. */

/** Differences below this are the run-time's own (decoding modules, reading files), not the program's arrays. */
export const NOTICED_BYTES = 64 * 1024;

/** What a run held at the most. */
export interface Footprint {
  /** Pool and array buffers together, at the moment when the sum was largest. This is the number that must fall. */
  readonly peakBytes: number;
  readonly poolPeakBytes: number;
  /** Bytes of reachable JavaScript array buffers. */
  readonly jsPeakBytes: number;
  /** Growth of the JavaScript heap, where lists of numbers are. Seen only when buffers change: a hint, no measure. */
  readonly heapPeakBytes: number;
  /** Bytes of all typed arrays ever created, reachable or not. */
  readonly jsAllocatedBytes: number;
  /** How often the pool was full. */
  readonly poolRefusals: number;
}
