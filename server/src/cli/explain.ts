/** `bytelens explain`: a rule's page, or the list of rules. */
import type { RuleInfo } from '../engine.ts';
import { UsageError } from './errors.ts';

export function explain(rules: readonly RuleInfo[], id: string): string {
  const rule = rules.find((r) => r.id === id);
  if (!rule) throw new UsageError(`There is no rule "${id}". There are: ${rules.map((r) => r.id).join(', ')}.`);
  return `${rule.page.trimEnd()}\n`;
}

export function listRules(rules: readonly RuleInfo[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return rules.map(({ id, summary }) => `${id.padEnd(width)}  ${summary}\n`).join('');
}
