/** Expressions of arrays, computed without intermediate arrays: what `bytelens` exports of them. */
export { type Compiled, compile, evaluate, evaluateAsync } from './api.ts';
export { EvaluateError, ExpressionError } from './errors.ts';
export type { Casting, EvaluateOptions, Result as EvaluateResult, TypedArray, Variable, Variables } from './options.ts';
