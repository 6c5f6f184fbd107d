/** The errors of arenas. */
import { BytelensError } from '../errors.ts';

/** An arena was used wrongly: after its end, with an array that is not its own, with arguments that don't fit. */
export class ArenaError extends BytelensError {
  constructor(called: string, argument: string, expected: string, got: string) {
    super(called, argument, expected, got);
    this.name = 'ArenaError';
  }
}

/** An array of an arena was used after it was given back. */
export class ReleasedError extends ArenaError {
  constructor(shape: string) {
    super('array of an arena', 'array', 'an array that has not been given back', `one of shape ${shape} that has been`);
    this.name = 'ReleasedError';
  }
}
