/** Readers of option values. Each says what was expected when it can't read one. */
import { InvalidArgumentError } from 'commander';
import { parseBytes } from '../format/bytes.ts';

export function size(text: string): number {
  const bytes = parseBytes(text);
  if (bytes === null) throw new InvalidArgumentError('Expected a size such as 4096, 256KiB, 512MiB or 2GB.');
  return bytes;
}

/** Rule names, separated by commas or given by repeating the option. */
export function ruleList(text: string, before: readonly string[] = []): string[] {
  return [...before, ...text.split(',').map((rule) => rule.trim())].filter((rule) => rule !== '');
}
