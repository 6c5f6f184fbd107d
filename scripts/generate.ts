/**
 * `npm run generate`: writes what follows from the rules' modules, so that adding a rule means one file: the rules'
 * pages, the tables of the READMEs, and the settings that name rules. A test fails where these are not current.
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { OVER_BUDGET } from '../server/src/budget.ts';
import type { RuleInfo } from '../server/src/engine.ts';

const root = new URL('../', import.meta.url);
const PAGES = 'docs/rules';

/** The files as they ought to be, by path; null where one ought not to be. */
export function generated(rules: readonly RuleInfo[]): Map<string, string | null> {
  const files = new Map<string, string | null>();
  for (const page of pagesThere()) files.set(`${PAGES}/${page}`, null);
  for (const { id, page } of rules) files.set(`${PAGES}/${id}.md`, `${page.trimEnd()}\n`);
  files.set(
    'README.md',
    withTable('README.md', rules, (id) => `[\`${id}\`](${PAGES}/${id}.md)`),
  );
  files.set(
    'client/README.md',
    withTable('client/README.md', rules, (id) => `\`${id}\``),
  );
  files.set('package.json', withSettings(rules));
  return files;
}

export function current(path: string): string | null {
  try {
    return readFileSync(new URL(path, root), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function pagesThere(): string[] {
  const folder = new URL(PAGES, root);
  return existsSync(folder) ? readdirSync(folder) : [];
}

/** Replaces what stands between the two marks of a README. */
function withTable(path: string, rules: readonly RuleInfo[], link: (id: string) => string): string {
  const [start, end] = ['<!-- rules -->', '<!-- /rules -->'];
  const text = current(path) ?? '';
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${path} lacks the marks ${start} and ${end}.`);
  const rows = rules.map(({ id, summary }) => `| ${link(id)} | ${summary} |\n`).join('');
  return `${text.slice(0, from)}${start}\n\n| Rule | Finds |\n|---|---|\n${rows}\n${text.slice(to)}`;
}

/** Names the rules in the schema of `bytelens.rules`, so that the editor can complete and describe them. */
function withSettings(rules: readonly RuleInfo[]): string {
  const manifest = JSON.parse(current('package.json') ?? '');
  const setting = manifest.contributes.configuration.properties['bytelens.rules'];
  const level = setting.additionalProperties;
  const budget = { id: OVER_BUDGET, summary: 'A peak above `bytelens.budget`.' };
  setting.properties = Object.fromEntries(
    [...rules, budget].map(({ id, summary }) => [id, { ...level, markdownDescription: summary }]),
  );
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { RULES } = await import('../server/src/analysis/rules/index.ts');
  mkdirSync(new URL(PAGES, root), { recursive: true });
  for (const [path, text] of generated(RULES)) {
    if (text === null) rmSync(new URL(path, root));
    else if (text !== current(path)) writeFileSync(new URL(path, root), text);
  }
}
