/** What `bytelens check --format json` answers (the contract of the design, section 6), and how fixes apply to text. */
import { resolve } from 'node:path';
import { bytelens, type Position, type Range } from '../truth/facts.ts';

export interface Edit {
  readonly range: Range;
  readonly newText: string;
}

export interface Fix {
  readonly title: string;
  readonly applicability: 'safe' | 'suggestion';
  /** What a person has to check of a suggestion. */
  readonly check: string | null;
  readonly edits: readonly Edit[];
}

export interface Diagnostic {
  readonly rule: string;
  readonly severity: string;
  readonly range: Range;
  readonly message: string;
  readonly bytes: { readonly before: number | null; readonly after: number | null } | null;
  readonly fixes: readonly Fix[];
}

interface CheckResult {
  readonly version: 1;
  readonly files: readonly { readonly path: string; readonly diagnostics: readonly Diagnostic[] }[];
}

/** All findings under the paths, of any severity, in one run of the tool. Keys are absolute paths. */
export async function findingsIn(paths: readonly string[]): Promise<Map<string, readonly Diagnostic[]>> {
  const { stdout } = await bytelens(['check', ...paths, '--format', 'json', '--fail-on', 'never']);
  const result = JSON.parse(stdout) as CheckResult;
  return new Map(result.files.map((file) => [resolve(file.path), file.diagnostics]));
}

/** Applies the edits of one fix. Edits of one fix must not overlap. */
export function applyFix(text: string, fix: Fix): string {
  const starts = lineStarts(text);
  const edits = fix.edits
    .map(({ range, newText }) => ({ from: offset(starts, range.start), to: offset(starts, range.end), newText }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  let result = '';
  let at = 0;
  for (const { from, to, newText } of edits) {
    if (from < at) throw new Error(`The edits of "${fix.title}" overlap at offset ${from}.`);
    result += text.slice(at, from) + newText;
    at = to;
  }
  return result + text.slice(at);
}

/** The text under a range. */
export function textAt(text: string, range: Range): string {
  const starts = lineStarts(text);
  return text.slice(offset(starts, range.start), offset(starts, range.end));
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return starts;
}

const offset = (starts: readonly number[], { line, character }: Position): number => (starts[line] ?? 0) + character;
