/** The totals of a check. */
import type { Severity } from '../analysis/api.ts';
import type { Failure, FileReport } from './check.ts';
import type { DiagnosticJson } from './convert.ts';

export interface Summary {
  readonly files: number;
  readonly filesWithFindings: number;
  readonly findings: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byRule: Readonly<Record<string, number>>;
  /** Sums over the findings whose bytes are numbers. */
  readonly bytes: { readonly before: number; readonly after: number };
  /** Findings by the best fix they have. */
  readonly fixable: { readonly safe: number; readonly suggestion: number };
  /** Fixes that were written. */
  readonly applied: number;
  readonly filesWithParseErrors: number;
  readonly errors: number;
}

export function summarize(files: readonly FileReport[], errors: readonly Failure[]): Summary {
  const all = files.flatMap((f) => f.diagnostics);
  const bySeverity = { warning: 0, information: 0, hint: 0 };
  const byRule: Record<string, number> = {};
  const bytes = { before: 0, after: 0 };
  const fixable = { safe: 0, suggestion: 0 };
  for (const d of all) {
    bySeverity[d.severity]++;
    byRule[d.rule] = (byRule[d.rule] ?? 0) + 1;
    if (d.bytes.before !== null && d.bytes.after !== null) {
      bytes.before += d.bytes.before;
      bytes.after += d.bytes.after;
    }
    const best = bestFix(d);
    if (best) fixable[best]++;
  }
  return {
    files: files.length,
    filesWithFindings: files.filter((f) => f.diagnostics.length > 0).length,
    findings: all.length,
    bySeverity,
    byRule,
    bytes,
    fixable,
    applied: files.reduce((sum, f) => sum + f.applied, 0),
    filesWithParseErrors: files.filter((f) => f.parseErrors.length > 0).length,
    errors: errors.length,
  };
}

function bestFix({ fixes }: DiagnosticJson): 'safe' | 'suggestion' | null {
  if (fixes.length === 0) return null;
  return fixes.some((f) => f.applicability === 'safe') ? 'safe' : 'suggestion';
}
