/** What the outside sees: `evaluate` as a function and as a template tag, and `compile`. */
import { EvaluateError, valueText } from './errors.ts';
import { evaluateParsed, type Result } from './evaluate.ts';
import type { EvaluateOptions, Variable, Variables } from './options.ts';
import { type Parsed, parsed } from './program.ts';

/** An expression that is ready to be evaluated any number of times. */
export interface Compiled {
  (variables: Variables, options?: EvaluateOptions): Result;
  readonly expression: string;
  /** The names of variables (and constants) that the expression mentions. */
  readonly names: readonly string[];
}

function parsedText(expression: unknown): Parsed {
  if (typeof expression !== 'string') throw new EvaluateError('expression', 'a string', valueText(expression));
  return parsed(expression);
}

export function evaluate(expression: string, variables?: Variables, options?: EvaluateOptions): Result;
export function evaluate(template: TemplateStringsArray, ...values: Variable[]): Result;
export function evaluate(first: string | TemplateStringsArray, ...rest: unknown[]): Result {
  if (typeof first === 'string' || !Array.isArray(first)) {
    const [variables = {}, options = {}] = rest as [Variables?, EvaluateOptions?];
    return evaluateParsed(parsedText(first), variables, options);
  }
  return tagged(first as unknown as TemplateStringsArray, rest as Variable[]);
}

/** The values of a template become variables `$0`, `$1`, …; the same array twice is the same variable. */
function tagged({ raw }: TemplateStringsArray, values: readonly Variable[]): Result {
  const names = new Map<Variable, string>();
  const variables: Record<string, Variable> = {};
  let text = raw[0] ?? '';
  for (const [index, value] of values.entries()) {
    let name = typeof value === 'object' ? names.get(value) : undefined;
    if (name === undefined) {
      name = `$${index}`;
      names.set(value, name);
      variables[name] = value;
    }
    text += ` ${name} ${raw[index + 1] ?? ''}`;
  }
  return evaluateParsed(parsed(text), variables, {});
}

/** Parses an expression now, so that errors in it come now, for use later. */
export function compile(expression: string): Compiled {
  const source = parsedText(expression);
  const run = (variables: Variables, options: EvaluateOptions = {}) => evaluateParsed(source, variables, options);
  return Object.assign(run, { expression, names: [...source.names] });
}
