/**
 * How an axis is divided so that a block gives the bits that the whole gives.
 *
 * numpy-ts 1.7.0 switches from JavaScript to WebAssembly kernels at 32 elements (times `thresholdMultiplier`), and its
 * SIMD kernels compute the last few elements, those that don't fill a vector, with other code and other last digits.
 * So each array of a block has at least `KERNEL_ELEMENTS` elements, and each but those of the last block a multiple of
 * `LANES`.
 */

/** numpy-ts's kernels switch to WebAssembly from this many elements (before `thresholdMultiplier`). */
const KERNEL_ELEMENTS = 32;
/** A multiple of the elements that any numpy-ts kernel takes in one step. */
const LANES = 16;
/** Rows of a block are a multiple of this where arrays made from it can have one element per row. */
const ROW_STEP = 64;
/** A block of one row would broadcast, and be taken for a scalar, where more rows are not. */
const FEWEST_ROWS = 2;

/** Blocks that fit the cache of one core; smaller where the arrays are, so that a block is a small part of them. */
const MOST_BLOCK_BYTES = 2 ** 20;
const LEAST_BLOCK_BYTES = 2 ** 15;
const BLOCKS = 16;

/** Bytes of a block where the caller names none. */
export function defaultBlockBytes(rows: Rows): number {
  return Math.min(MOST_BLOCK_BYTES, Math.max(LEAST_BLOCK_BYTES, Math.ceil((rows.count * rows.bytes) / BLOCKS)));
}

/** The arrays that are split, as far as dividing them is concerned. A *row* is what has one index along the axis. */
export interface Rows {
  /** Rows of the whole. */
  readonly count: number;
  /** Bytes of one row of all arrays together. */
  readonly bytes: number;
  /** For each split array, and for the shape that they broadcast to: elements of a row. */
  readonly elements: readonly number[];
  /** For each of the same: elements of a row that lie next to each other, which is what follows the axis. */
  readonly inner: readonly number[];
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function upTo(multiple: number, least: number): number {
  return Math.ceil(least / multiple) * multiple;
}

/** The fewest elements for which kernels are those of large arrays. */
export function kernelElements(thresholdMultiplier: number): number {
  return Math.ceil(KERNEL_ELEMENTS * Math.max(1, thresholdMultiplier));
}

/**
 * Rows of each block, in order. One entry means that the whole is not divided. Never do all blocks have the same
 * number of rows, so that a result that doesn't follow the block's size cannot pass unnoticed.
 *
 * `perRow` is for functions that make arrays with as little as one element per row (reductions): then blocks have at
 * least 64 rows (more with a `thresholdMultiplier` above 2), and a multiple of 64.
 */
export function planBlocks(rows: Rows, blockBytes: number, kernel: number, perRow: boolean): number[] {
  const whole = [rows.count];
  if (rows.count < 2 * FEWEST_ROWS || rows.bytes === 0) return whole;
  let step = perRow ? ROW_STEP : 1;
  for (const inner of rows.inner) step = Math.max(step, LANES / divisor(LANES, inner));
  const smallest = Math.min(...rows.elements);
  const fewest = upTo(step, Math.max(FEWEST_ROWS, perRow ? kernel : Math.ceil(kernel / smallest)));
  const target = Math.max(fewest, Math.floor(blockBytes / rows.bytes / step) * step);
  for (let blocks = Math.floor(rows.count / target) + 1; blocks >= 2; blocks--) {
    const base = Math.floor(rows.count / (blocks * step)) * step;
    const rest = rows.count - blocks * base;
    if (base < fewest || (rest === 0 && base - step < fewest)) continue;
    const sizes = new Array<number>(blocks).fill(base);
    const add = (block: number, more: number): void => {
      sizes[block] = (sizes[block] ?? 0) + more;
    };
    for (let block = 0; block < Math.floor(rest / step); block++) add(block, step);
    add(blocks - 1, rest % step);
    if (rest === 0) {
      add(0, step);
      add(blocks - 1, -step);
    }
    return sizes;
  }
  return whole;
}

/**
 * Whether an array of this shape, made from a block of `count` rows, is too small or has a vector that is not full,
 * which the same array made from the whole might not. An array whose size has nothing to do with the block's is not
 * meant.
 */
export function needsMoreRows(shape: readonly number[], count: number, kernel: number): boolean {
  if (!shape.some((size) => size > 0 && size % count === 0)) return false;
  const size = shape.reduce((total, length) => total * length, 1);
  return size > 0 && (size < kernel || size % LANES !== 0);
}
