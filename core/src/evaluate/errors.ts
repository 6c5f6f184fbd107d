/** The errors of `evaluate`. Each names what is wrong, what was expected, and what came. */

/** An argument of `evaluate` or of `shared` that cannot be used. */
export class EvaluateError extends Error {
  /** What is wrong: a parameter, an option, or the name of a variable. */
  readonly argument: string;
  readonly expected: string;
  readonly got: string;

  constructor(argument: string, expected: string, got: string) {
    super(`evaluate: ${argument}: expected ${expected}, got ${got}`);
    this.name = 'EvaluateError';
    this.argument = argument;
    this.expected = expected;
    this.got = got;
  }
}

/** An expression that is not well formed, or that names something which does not exist. */
export class ExpressionError extends Error {
  readonly expression: string;
  /** Offset of the first wrong character, in UTF-16 units. */
  readonly position: number;
  readonly reason: string;

  constructor(expression: string, position: number, reason: string) {
    super(`evaluate: ${reason}\n${caret(expression, position)}`);
    this.name = 'ExpressionError';
    this.expression = expression;
    this.position = position;
    this.reason = reason;
  }
}

/** The line of `position`, and a caret under it. */
function caret(expression: string, position: number): string {
  const start = expression.lastIndexOf('\n', position - 1) + 1;
  const next = expression.indexOf('\n', position);
  const line = expression.slice(start, next < 0 ? undefined : next);
  return `  ${line}\n  ${line.slice(0, position - start).replace(/[^\t]/g, ' ')}^`;
}

/** A shape as NumPy prints it: `(3, 4)`, `(3,)`, `()`. */
export function shapeText(shape: readonly number[]): string {
  return `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
}

/** Names any value in a message, without printing what is in it. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === 'object') return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
  return typeof value === 'function' || typeof value === 'symbol' ? `a ${typeof value}` : String(value);
}
