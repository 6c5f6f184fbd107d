/** The error of `blockwise`. */
import { BytelensError } from '../errors.ts';

export { shapeText, valueText } from '../errors.ts';

/** An argument of `blockwise`, or what `f` returned, is not what it has to be: what was expected, and what came. */
export class BlockwiseError extends BytelensError {
  /** What is wrong: a parameter of `blockwise`, or `f`'s result. */
  declare readonly argument: 'arrays' | 'f' | 'result of f' | 'axis' | 'dtype' | 'blockBytes';

  constructor(argument: BlockwiseError['argument'], expected: string, got: string) {
    super('blockwise', argument, expected, got);
    this.name = 'BlockwiseError';
  }
}
