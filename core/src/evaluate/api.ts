/** What the outside sees: `evaluate` as a function and as a template tag, and `compile`. */
import type { NDArray } from 'numpy-ts';
import { valueText } from '../errors.ts';
import { EvaluateError } from './errors.ts';
import { evaluateSteps } from './evaluate.ts';
import type { EvaluateOptions, Result, Variable, Variables } from './options.ts';
import { type Parsed, parsed } from './program.ts';
import { runInSlices, runNow } from './steps.ts';

/** An expression that is ready to be evaluated any number of times. */
export interface Compiled<E extends string = string> {
  (variables: Variables, options?: EvaluateOptions): ResultOf<E>;
  /** The same without blocking: see `evaluateAsync`. */
  async(variables: Variables, options?: EvaluateOptions): Promise<ResultOf<E>>;
  readonly expression: E;
  /** The names of variables (and constants) that the expression mentions. */
  readonly names: readonly string[];
}

type Reductions = 'sum' | 'prod' | 'min' | 'max' | 'mean';
/**
 * What an expression gives, by its text: an array, unless it begins with a reduction, which without `axis` gives a plain
 * number. Of a text that the compiler does not know, either.
 */
export type ResultOf<E extends string> = string extends E
  ? Result
  : E extends `${Reductions}(${string}`
    ? Result
    : NDArray;

function parsedText(expression: unknown): Parsed {
  if (typeof expression !== 'string') throw new EvaluateError('expression', 'a string', valueText(expression));
  return parsed(expression);
}

/**
 * Evaluates an expression of arrays in one pass, without intermediate arrays.
 *
 * `evaluate('a**2 + b**2 + 2*a*b', { a, b })` gives what `a.multiply(a).add(…)…` gives: the same shape and dtype by
 * numpy-ts's promotion, the same bits for `+ − × ÷`, `sqrt`, comparisons and integers, and other functions within one
 * unit in the last place. The language is Python's operators and NumPy's function names; `docs/core/evaluate.md` lists
 * them. Only the named variables can be reached. The result is a new C-ordered array unless `options` say otherwise; a
 * reduction of everything (`sum(a*b)`) gives a number, or a bigint for 64-bit integers.
 *
 * As a template tag, arrays stand where their names would: evaluate`${a}**2 + ${b}`.
 *
 * Takes less than 1 MiB beside the result, but for inputs that overlap `out` otherwise than exactly, which are copied, and
 * reductions of complex numbers. Arrays of `shared` are computed on several cores.
 *
 * @throws {ExpressionError} for an expression that is not well formed or names what does not exist.
 * @throws {EvaluateError} for variables or options that do not fit.
 */
export function evaluate<const E extends string>(
  expression: E,
  variables?: Variables,
  options?: EvaluateOptions,
): ResultOf<E>;
export function evaluate(template: TemplateStringsArray, ...values: Variable[]): Result;
export function evaluate(first: string | TemplateStringsArray, ...rest: unknown[]): Result {
  if (Array.isArray(first))
    return runNow(evaluateSteps(...tagged(first as unknown as TemplateStringsArray, rest as Variable[]), {}));
  const [variables = {}, options = {}] = rest as [Variables?, EvaluateOptions?];
  return runNow(evaluateSteps(parsedText(first), variables, options));
}

/**
 * As `evaluate`, for a browser's main thread: it gives way to other work every few milliseconds. The variables must not
 * be written until it is done. What is wrong with the arguments rejects the promise.
 */
export async function evaluateAsync<const E extends string>(
  expression: E,
  variables: Variables = {},
  options: EvaluateOptions = {},
): Promise<ResultOf<E>> {
  return (await runInSlices(evaluateSteps(parsedText(expression), variables, options))) as ResultOf<E>;
}

/** The values of a template become variables `$0`, `$1`, …; the same array twice is the same variable. */
function tagged({ raw }: TemplateStringsArray, values: readonly Variable[]): [Parsed, Variables] {
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
  return [parsed(text), variables];
}

/** Parses an expression now, so that errors in it come now, for use any number of times. */
export function compile<const E extends string>(expression: E): Compiled<E> {
  const source = parsedText(expression);
  const run = (variables: Variables, options: EvaluateOptions = {}) =>
    runNow(evaluateSteps(source, variables, options)) as ResultOf<E>;
  const inSlices = async (variables: Variables, options: EvaluateOptions = {}) =>
    (await runInSlices(evaluateSteps(source, variables, options))) as ResultOf<E>;
  return Object.assign(run, { async: inSlices, expression, names: [...source.names] });
}
