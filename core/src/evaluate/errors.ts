/** The errors of `evaluate`. Each names what is wrong, what was expected, and what came. */
import { BytelensError } from '../errors.ts';

/** A variable or option of `evaluate`, or an argument of `shared`, that cannot be used. `argument` names it. */
export class EvaluateError extends BytelensError {
  constructor(argument: string, expected: string, got: string, called = 'evaluate') {
    super(called, argument, expected, got);
    this.name = 'EvaluateError';
  }
}

/** An expression that is not well formed, or that names something which does not exist. */
export class ExpressionError extends BytelensError {
  readonly expression: string;
  /** Offset of the first wrong character, in UTF-16 units. */
  readonly position: number;
  readonly reason: string;

  constructor(expression: string, position: number, reason: string) {
    super('evaluate', 'expression', 'an expression of the variables', expression);
    this.name = 'ExpressionError';
    this.message = `evaluate: ${reason}\n${caret(expression, position)}`;
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
