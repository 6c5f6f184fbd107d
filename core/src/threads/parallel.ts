/** Splits a planned evaluation into pieces for several threads, where that pays. */
import type { Plan } from '../evaluate/drive.ts';
import type { Engine } from '../evaluate/engine.ts';
import { product } from '../evaluate/layout.ts';
import { type BoundKernel, WasmEngine } from '../evaluate/wasm/engine.ts';
import { MOST_FOLDED } from '../evaluate/wasm/reduce.ts';
import { share } from './pool.ts';
import { MOST_CLAIMS } from './work.ts';

/** Below so many bytes of operands, waking a thread takes longer than it helps. */
const LEAST_BYTES = 2 ** 22;
/** By so much a function such as `sin` takes longer than arithmetic. */
const COSTLIER = 8;
/** Elements of a claim of a fold: so many blocks that folds of threads join to the same tree as those of one. */
const FOLD_PIECE = 4 * MOST_FOLDED;

/**
 * Runs a plan with several threads; false if it is for one: memory that only this thread has, operands that must be
 * copied, or too little to do. `take` receives the folded pieces, in order.
 */
export function runParallel(engine: Engine, plan: Plan, take?: (folded: number | bigint) => void): boolean {
  if (!(engine instanceof WasmEngine) || !engine.shared) return false;
  const { cut, places, block } = plan;
  const { outer, lineSize } = cut;
  const lines = product(outer);
  const bytes = places.reduce((sum, { array, way }) => sum + (way === 'direct' ? array.data.BYTES_PER_ELEMENT : 0), 0);
  const least = engine.isCostly ? LEAST_BYTES / COSTLIER : LEAST_BYTES;
  if (bytes * lines * lineSize < least) return false;
  if (places.some(({ way }) => way !== 'direct' && way !== 'repeated')) return false;
  const kernel = plan.runner as BoundKernel;
  const { fold } = kernel;
  if (fold !== null && lineSize < FOLD_PIECE) return false;
  const piece = fold === null ? block : FOLD_PIECE;
  const piecesPerLine = Math.ceil(lineSize / piece);
  const pieces = piecesPerLine * lines;
  const grain = Math.max(Math.ceil(pieces / MOST_CLAIMS), Math.floor(FOLD_PIECE / lineSize), 1);
  const claims = Math.ceil(pieces / grain);
  const { bases, itemBytes, parameters } = kernel;
  const operands = places.map(({ array, strides, way }) => ({
    offset: array.offset,
    outer: strides.slice(0, outer.length),
    moves: way === 'direct',
  }));
  const wide =
    fold !== null && fold.total !== 'f64' && fold.total !== 'f32' && (fold.op === 'sum' || fold.op === 'prod');
  const bigint = wide || fold?.lane.endsWith('i64') === true || fold?.lane === 'u64';
  const buffer = new SharedArrayBuffer(fold === null ? 0 : claims * 8);
  const results = fold === null ? null : bigint ? new BigInt64Array(buffer) : new Float64Array(buffer);
  const job = {
    bases,
    itemBytes,
    parameters,
    operands,
    outer,
    lineSize,
    block,
    piece,
    piecesPerLine,
    grain,
    claims,
    fold,
  };
  if (!share(job, kernel, results)) return false;
  if (results !== null) for (const result of results) take?.(result);
  return true;
}
