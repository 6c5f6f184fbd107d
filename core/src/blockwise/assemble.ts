/** Where the results of blocks stand in the result of the whole. */
import { BlockwiseError, shapeText } from './errors.ts';
import type { DType } from './storage.ts';

/** What one call of `f` gave: its shape and dtype, for a block of `rows`. */
export interface Piece {
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly rows: number;
}

/** The axes of a result that are as long as the block. */
export function axesLike(piece: Piece): number[] {
  return piece.shape.flatMap((size, axis) => (size === piece.rows ? [axis] : []));
}

/**
 * The axis of the result along which blocks are put together: the one that is as long as the block.
 *
 * @param first the result of the first block
 * @param probe gives the result of a block with another number of rows; called only where several axes are that long
 * @throws {BlockwiseError} no axis, or more than one, follows the block's size
 */
export function resultAxis(first: Piece, probe: () => Piece): number {
  let axes = axesLike(first);
  if (axes.length > 1) {
    const second = probe();
    axes = second.shape.length === first.shape.length ? axes.filter((axis) => second.shape[axis] === second.rows) : [];
  }
  const [axis] = axes;
  if (axis === undefined || axes.length > 1) {
    const found = `shape ${shapeText(first.shape)} for a block of ${first.rows}`;
    throw new BlockwiseError(
      'result of f',
      `exactly one axis that is as long as the block along the split axis`,
      axis === undefined ? found : `${found}, of which axes ${axes.join(' and ')} are`,
    );
  }
  return axis;
}

/** Requires that a block's result continues the first one's: same dtype, and same shape but along `axis`. */
export function requireSame(first: Piece, piece: Piece, axis: number): void {
  const expected = first.shape.map((size, index) => (index === axis ? piece.rows : size));
  const agrees = piece.shape.length === expected.length && piece.shape.every((size, index) => size === expected[index]);
  if (!agrees) {
    throw new BlockwiseError(
      'result of f',
      `shape ${shapeText(expected)} for a block of ${piece.rows}, after ${shapeText(first.shape)} for one of ${first.rows}`,
      `shape ${shapeText(piece.shape)}`,
    );
  }
  if (piece.dtype !== first.dtype) {
    throw new BlockwiseError('result of f', `dtype ${first.dtype}, as of the first block`, `dtype ${piece.dtype}`);
  }
}
