/**
 * `check --format github`: workflow commands, which GitHub shows beside the lines of a pull request.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
import type { Severity } from '../../analysis/api.ts';
import type { CheckReport } from '../check.ts';
import type { Range } from '../convert.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { warning: 'warning', information: 'notice', hint: 'notice' };

export function githubReport(report: CheckReport): string {
  const lines: string[] = [];
  for (const { path, diagnostics, parseErrors } of report.files) {
    for (const { range, message } of parseErrors) lines.push(command('error', path, range, 'syntax error', message));
    for (const d of diagnostics) lines.push(command(COMMANDS[d.severity], path, d.range, d.rule, d.message));
  }
  for (const { path, message } of report.errors) lines.push(command('error', path, null, 'not analysed', message));
  return lines.map((line) => `${line}\n`).join('');
}

function command(name: string, path: string, range: Range | null, title: string, message: string): string {
  const properties: [string, string | number][] = [['file', path]];
  if (range) {
    properties.push(['line', range.start.line + 1], ['endLine', range.end.line + 1]);
    // GitHub rejects columns of a range that spans lines.
    if (range.start.line === range.end.line) {
      properties.push(['col', range.start.character + 1], ['endColumn', range.end.character + 1]);
    }
  }
  properties.push(['title', `Bytelens: ${title}`]);
  const list = properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',');
  return `::${name} ${list}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
