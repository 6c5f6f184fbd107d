/** `check --format json`: the contract of `docs/cli.md`. */
import type { CheckReport } from '../check.ts';

export function jsonReport(report: CheckReport): string {
  return toJson({
    version: 1,
    files: report.files.map(({ path, diagnostics, parseErrors, peak }) => ({
      path,
      diagnostics,
      parseErrors,
      peak,
    })),
    errors: report.errors,
    summary: report.summary,
  });
}

export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
