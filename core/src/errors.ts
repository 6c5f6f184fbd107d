/**
 * What all errors of the library have: which function, which argument, what was expected and what came; and how values
 * are named in their messages.
 */

/** The base of the library's errors. `instanceof BytelensError` tells them from errors of numpy-ts or the program. */
export class BytelensError extends Error {
  /** The function that was called, as it is written: `ufunc.add.reduce`, `narrow`. */
  readonly called: string;
  /** The name of the argument that is wrong. */
  readonly argument: string;
  readonly expected: string;
  readonly got: string;

  constructor(called: string, argument: string, expected: string, got: string, options?: ErrorOptions) {
    super(`${called}: ${argument}: expected ${expected}, got ${got}`, options);
    this.name = 'BytelensError';
    this.called = called;
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
  if (Object.is(value, -0)) return '-0';
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  return typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`;
}
