/** The error of look-up tables. */
import { BytelensError } from '../errors.ts';

/** A table cannot be made of a function, or not be applied to an array: which argument, what was expected, what came. */
export class LutError extends BytelensError {
  constructor(called: string, argument: string, expected: string, got: string, options?: ErrorOptions) {
    super(called, argument, expected, got, options);
    this.name = 'LutError';
  }
}
