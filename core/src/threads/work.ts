/**
 * A job for several threads, and the part that every thread does: it claims pieces until none are left. A piece is a
 * stretch of a line, or several short lines.
 */
import { Combiner, unsign } from '../evaluate/fold.ts';
import { lineStart } from '../evaluate/lines.ts';
import type { Run } from '../evaluate/wasm/instances.ts';
import type { Folding } from '../evaluate/wasm/reduce.ts';

export interface Job {
  /** Distinguishes jobs: a thread that comes late must not take pieces of the next one. */
  readonly number: number;
  /** Addresses of the operands' data. */
  readonly bases: readonly number[];
  readonly itemBytes: readonly number[];
  readonly parameters: readonly (number | bigint)[];
  /** First elements of the operands, their strides over the outer axes, and whether they advance along a line. */
  readonly operands: readonly { readonly offset: number; readonly outer: readonly number[]; readonly moves: boolean }[];
  readonly outer: readonly number[];
  readonly lineSize: number;
  /** Elements of one call. */
  readonly block: number;
  /** Elements of a piece, along a line. */
  readonly piece: number;
  readonly piecesPerLine: number;
  /** Pieces, over all lines, that are claimed at once. */
  readonly grain: number;
  readonly claims: number;
  readonly fold: Folding | null;
}

/** What each claim of a fold comes to; null for elements. */
export type Results = Float64Array | BigInt64Array | null;

/** Places in the shared words by which threads agree. */
export const WORD = { job: 0, claim: 1, active: 2, failed: 3, count: 4 } as const;
/** A claim's word holds the job's number above the number of the next piece. */
export const CLAIM_BITS = 16;
export const MOST_CLAIMS = 2 ** CLAIM_BITS - 1;
export const MOST_JOBS = 2 ** (31 - CLAIM_BITS);

/** The next claim of a job, or −1. */
function claim(words: Int32Array, { number, claims }: Job): number {
  for (;;) {
    const seen = Atomics.load(words, WORD.claim);
    const next = seen & MOST_CLAIMS;
    if (seen >> CLAIM_BITS !== number || next >= claims) return -1;
    if (Atomics.compareExchange(words, WORD.claim, seen, seen + 1) === seen) return next;
  }
}

/** So many kernels a thread keeps; the oldest goes first. Both sides count alike. */
export const MOST_KERNELS = 256;

/** Claims and does pieces of a job until there are none. `results` receives what each claim of a fold comes to. */
export function work(words: Int32Array, job: Job, kernel: Run, results: Results): void {
  const count = job.operands.length;
  const args: (number | bigint)[] = [0, ...job.bases, ...job.parameters];
  const pieces = job.piecesPerLine * job.outer.reduce((total, size) => total * size, 1);
  for (;;) {
    const claimed = claim(words, job);
    if (claimed < 0) return;
    const combiner = job.fold === null ? null : new Combiner(job.fold);
    const last = Math.min(pieces, (claimed + 1) * job.grain);
    for (let piece = claimed * job.grain; piece < last; piece++) {
      const line = Math.floor(piece / job.piecesPerLine);
      const first = (piece % job.piecesPerLine) * job.piece;
      const end = Math.min(job.lineSize, first + job.piece);
      const starts = job.operands.map(({ offset, outer }) => offset + lineStart(job.outer, outer, line));
      for (let start = first; start < end; start += job.block) {
        args[0] = Math.min(job.block, end - start);
        for (let index = 0; index < count; index++) {
          const element = (starts[index] as number) + (job.operands[index]?.moves ? start : 0);
          args[index + 1] = (job.bases[index] as number) + element * (job.itemBytes[index] as number);
        }
        const folded = kernel(...args);
        if (folded !== undefined) combiner?.take(unsign(folded, job.fold as Folding));
      }
    }
    const total = combiner?.result();
    if (total !== undefined && total !== null && results !== null) results[claimed] = total as never;
  }
}
