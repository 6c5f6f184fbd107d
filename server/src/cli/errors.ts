/** What ends the command line with a message instead of a stack trace. */

/** Wrong usage: an option, a path or a position that can't be used. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const EXIT = { clean: 0, findings: 1, failed: 2 } as const;
