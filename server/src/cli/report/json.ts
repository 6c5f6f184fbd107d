/** `check --format json`: the contract of `docs/cli.md`. */
import type { CheckReport, Failure } from '../check.ts';

export function jsonReport(report: CheckReport): string {
  return toJson({
    version: 1,
    files: report.files.map(({ path, diagnostics, parseErrors, peak }) => ({
      path,
      diagnostics,
      parseErrors,
      peak,
    })),
    errors: errorsJson(report.errors),
    summary: report.summary,
  });
}

/** Without traces: they are for people, on stderr. */
export function errorsJson(errors: readonly Failure[]): { readonly path: string; readonly message: string }[] {
  return errors.map(({ path, message }) => ({ path, message }));
}

export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
