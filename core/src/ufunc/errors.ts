/** The errors of ufuncs. */
import { BytelensError } from '../errors.ts';

/** A ufunc or one of its methods was called with what it cannot do: which argument, what was expected, what came. */
export class UfuncError extends BytelensError {
  constructor(called: string, argument: string, expected: string, got: string, options?: ErrorOptions) {
    super(called, argument, expected, got, options);
    this.name = 'UfuncError';
  }
}
