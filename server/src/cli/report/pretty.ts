/**
 * `check --format pretty`: what a person reads in a terminal. Files and findings that cost most come first; bytes
 * that are not known as numbers come after those that are.
 */
import { formatBytes } from '../../format/bytes.ts';
import type { CheckReport, FileReport } from '../check.ts';
import type { DiagnosticJson } from '../convert.ts';
import type { Summary } from '../summary.ts';
import type { Paint, Style, Terminal } from '../terminal.ts';
import { excerpt, plural, wrap } from './layout.ts';

const INDENT = '    ';
const SEVERITY_STYLES: Readonly<Record<DiagnosticJson['severity'], Style>> = {
  warning: 'yellow',
  information: 'blue',
  hint: 'dim',
};

export function prettyReport(report: CheckReport, terminal: Pick<Terminal, 'width' | 'paint'>): string {
  const blocks = report.files
    .filter((f) => f.diagnostics.length > 0 || f.parseErrors.length > 0)
    .toSorted((a, b) => totalSaved(b) - totalSaved(a))
    .map((f) => fileBlock(f, terminal));
  const failures = report.errors.map(({ path, message }) => terminal.paint('red', `${path}: ${message}`));
  if (failures.length > 0) blocks.push(failures.join('\n'));
  blocks.push(summaryBlock(report.summary, terminal.paint));
  return `${blocks.join('\n\n')}\n`;
}

function fileBlock(file: FileReport, { width, paint }: Pick<Terminal, 'width' | 'paint'>): string {
  const saved = totalSaved(file);
  const facts = [
    ...(file.diagnostics.length > 0 ? [plural(file.diagnostics.length, 'finding')] : []),
    ...(saved > 0 ? [`${formatBytes(saved)} to save`] : []),
    ...(file.peak ? [`\`${file.peak.name}\` holds at most ${formatBytes(file.peak.bytes)} at once`] : []),
  ];
  const lines = [paint(['bold', 'underline'], file.path), ...facts.map((f) => `  ${paint('dim', f)}`)];
  for (const { range, message } of file.parseErrors) {
    lines.push('', `  ${where(range.start)}  ${paint('red', 'syntax error')}  ${message}`);
  }
  for (const d of file.diagnostics.toSorted((a, b) => rank(b) - rank(a))) {
    lines.push('', ...findingLines(d, file, width, paint));
  }
  return lines.join('\n');
}

function findingLines(d: DiagnosticJson, file: FileReport, width: number, paint: Paint): string[] {
  const saves = savings(d);
  const head = [
    paint('bold', where(d.range.start)),
    paint(SEVERITY_STYLES[d.severity], d.rule),
    ...(saves === null ? [] : [paint('green', saves)]),
  ];
  return [
    `  ${head.join('  ')}`,
    ...excerpt(file.lines, d.range, width, INDENT, paint),
    ...wrap(d.message, width, INDENT),
    ...d.related.flatMap((r) => wrap(`see ${placeOf(r)}: ${r.message}`, width, INDENT).map((l) => paint('dim', l))),
    ...d.fixes.flatMap((f) => fixLines(f, width, paint)),
  ];
}

/** The kind of the fix stands out, so it is painted after the lines are broken. */
function fixLines(
  { title, applicability, check }: DiagnosticJson['fixes'][number],
  width: number,
  paint: Paint,
): string[] {
  const [kind, style]: [string, Style] = applicability === 'safe' ? ['safe fix', 'green'] : ['suggestion', 'cyan'];
  const text = `${kind}: ${title}${check === null ? '' : ` (check: ${check})`}`;
  const [first = '', ...more] = wrap(text, width, INDENT);
  return [first.replace(kind, paint(style, kind)), ...more];
}

function placeOf({ path, range }: DiagnosticJson['related'][number]): string {
  return range === null ? path : `${path}:${where(range.start)}`;
}

function where(position: { readonly line: number; readonly character: number }): string {
  return `${position.line + 1}:${position.character + 1}`;
}

function savings({ bytes, formula }: DiagnosticJson): string | null {
  if (bytes.before !== null && bytes.after !== null) return `saves ${formatBytes(bytes.before - bytes.after)}`;
  return formula === null ? null : `${formula.before} B → ${formula.after} B`;
}

function saved({ bytes }: DiagnosticJson): number {
  return bytes.before !== null && bytes.after !== null ? bytes.before - bytes.after : 0;
}

function totalSaved(file: FileReport): number {
  return file.diagnostics.reduce((sum, d) => sum + saved(d), 0);
}

/** By bytes; a symbolic cost ranks below every known one. */
function rank({ bytes }: DiagnosticJson): number {
  return bytes.before === null ? -1 : bytes.before - (bytes.after ?? 0);
}

function summaryBlock(s: Summary, paint: Paint): string {
  const lines: string[] = [];
  if (s.applied > 0) lines.push(`${plural(s.applied, 'fix', 'fixes')} applied.`);
  const scope = plural(s.files, 'file');
  if (s.findings === 0) lines.push(paint('green', `No findings in ${scope}.`));
  else {
    const severities = (['warning', 'information', 'hint'] as const)
      .filter((severity) => s.bySeverity[severity] > 0)
      .map((severity) =>
        severity === 'information' ? `${s.bySeverity[severity]} information` : plural(s.bySeverity[severity], severity),
      );
    const files = s.filesWithFindings === s.files ? scope : `${s.filesWithFindings} of ${scope}`;
    lines.push(`${paint('bold', plural(s.findings, 'finding'))} in ${files}: ${severities.join(', ')}.`);
    const rules = Object.entries(s.byRule).toSorted(([, a], [, b]) => b - a);
    lines.push(rules.map(([rule, n]) => `${rule} ${n}`).join(' · '));
    const { before, after } = s.bytes;
    if (before > 0) {
      lines.push(
        `Over the findings whose sizes are known: ${formatBytes(before)} now, ${formatBytes(after)} after, ` +
          `${paint(['bold', 'green'], `${formatBytes(before - after)} saved`)}.`,
      );
    }
    lines.push(...fixHints(s));
  }
  if (s.filesWithParseErrors > 0) lines.push(`${plural(s.filesWithParseErrors, 'file')} with syntax errors.`);
  if (s.errors > 0) lines.push(paint('red', `${plural(s.errors, 'path')} could not be analysed.`));
  return lines.join('\n');
}

function fixHints({ fixable }: Summary): string[] {
  const hints: string[] = [];
  if (fixable.safe > 0) hints.push(`${fixable.safe} can be fixed safely with --fix`);
  if (fixable.suggestion > 0) hints.push(`${fixable.suggestion} more with --fix-suggestions, to be checked`);
  return hints.length === 0 ? [] : [`${hints.join('; ')}.`];
}
