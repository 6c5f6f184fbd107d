/** The error of `blockwise`: which argument (or result) is wrong, what was expected, and what came. */
export class BlockwiseError extends Error {
  /** What is wrong: a parameter of `blockwise`, or `f`'s result. */
  readonly argument: 'arrays' | 'f' | 'result of f' | 'axis' | 'dtype' | 'blockBytes';
  readonly expected: string;
  readonly got: string;

  constructor(argument: BlockwiseError['argument'], expected: string, got: string) {
    super(`blockwise: ${argument}: expected ${expected}, got ${got}`);
    this.name = 'BlockwiseError';
    this.argument = argument;
    this.expected = expected;
    this.got = got;
  }
}

/** A shape as NumPy prints it: `(3, 4)`, `(3,)`, `()`. */
export function shapeText(shape: readonly number[]): string {
  return `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
}

/** Names any value in a message, without printing what is in it. */
export function valueText(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return value instanceof Promise ? 'a Promise' : 'an object';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  return typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`;
}
