/** `blockwise`: array code in blocks, so that only one block of its intermediates exists at a time. */
import type { Complex, NDArray, NDArrayCore } from 'numpy-ts';
import { BlockwiseError, valueText } from './errors.ts';
import { Evaluation } from './evaluation.ts';
import { align, readOptions, requireArrays } from './split.ts';
import type { DType } from './storage.ts';

export interface BlockwiseOptions<D extends DType = DType> {
  /** Of the result; by default what `f` gives for a block. Values are converted as `astype` converts them. */
  dtype?: D;
  /** The axis of the inputs that is split; counted from the end where negative. By default 0. */
  axis?: number;
  /** About how many bytes of input one block has; for inputs that broadcast, of what they broadcast to. A sixteenth of them, at least 32 KiB and at most 1 MiB. */
  blockBytes?: number;
}

/** The blocks that `f` is given: one for each array, of the same dtype. */
export type Blocks<A extends readonly NDArrayCore[]> = Extract<
  { [K in keyof A]: A[K] extends NDArrayCore<infer D> ? NDArray<D> : never },
  readonly unknown[]
>;

/** What numpy-ts's types say of reductions, though with an axis they always return arrays. A scalar is an error. */
type Returned<R extends DType> = NDArrayCore<R> | number | bigint | Complex;

/**
 * Applies `f` to blocks of the arrays and puts the results together, so that only one block's intermediates exist at a
 * time: `blockwise([a, b], (a, b) => a.multiply(a).add(b.multiply(b)))` needs memory for its result and for a few
 * blocks, where the same chain on whole arrays needs it for each of its operations.
 *
 * `f(block)` must be what `f(whole)` has in those places: element-wise chains, and reductions, sorting, products and
 * so on along *other* axes. (A wrong shape is noticed; a `cumsum` along the split axis is not.) `f` must not keep arrays
 * that it makes: all are disposed when it returns, once the result's values have been copied. It must not write to its
 * blocks, which may share memory with the arrays, and must not be asynchronous. What `f` uses and is not to be split
 * (tables, matrices) it takes from around it. It can be called once or twice more than there are blocks.
 *
 * Shapes are aligned from the right, as in broadcasting. An array with size 1 along the split axis, or with too few
 * dimensions to have it, is given whole. Arrays of no more than a block are not divided: then `f` is called with all of
 * them. Blocks are C-ordered; one that is not so in its array is copied.
 *
 * @param arrays one array, or several that are split together
 * @param f called with one block of each array; gives the block's part of the result, in which exactly one axis is as
 *   long as the block. Reductions may remove axes before and after it.
 * @returns a new C-ordered array, equal bit for bit to `f` of C-ordered copies of the whole arrays, as far as
 *   numpy-ts gives an element the same bits in a large array and in a larger one (see docs/core/blockwise.md)
 * @throws {BlockwiseError} arguments that don't fit, or an `f` whose result doesn't follow the blocks. What `f` throws
 *   is passed on. In both cases nothing that was allocated is left.
 */
export function blockwise<const A extends readonly NDArrayCore[], R extends DType, E extends DType = R>(
  arrays: A,
  f: (...blocks: Blocks<A>) => Returned<R>,
  options?: BlockwiseOptions<E>,
): NDArray<E>;
export function blockwise<D extends DType, R extends DType, E extends DType = R>(
  array: NDArrayCore<D>,
  f: (block: NDArray<D>) => Returned<R>,
  options?: BlockwiseOptions<E>,
): NDArray<E>;
export function blockwise(
  arrays: NDArrayCore | readonly NDArrayCore[],
  f: (...blocks: never[]) => Returned<DType>,
  options: BlockwiseOptions = {},
): NDArray {
  const settings = readOptions(options);
  const checked = requireArrays(Array.isArray(arrays) ? arrays : [arrays]);
  if (typeof f !== 'function') throw new BlockwiseError('f', 'a function of blocks', valueText(f));
  const { operands, count } = align(checked, settings.axis);
  return new Evaluation(checked, operands, f, settings).run(count);
}
