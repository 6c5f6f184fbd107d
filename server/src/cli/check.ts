/**
 * `bytelens check`: finds, fixes on request, and hands a report to the format that was asked for. Knows nothing of
 * how a report looks.
 */

import type { FileFacts, Finding, Fix, Severity } from '../analysis/api.ts';
import { overBudget } from '../budget.ts';
import type { Analysis } from '../engine.ts';
import type { FoundFile } from '../host/discover.ts';
import {
  analysisPath,
  FileError,
  keepLineEnds,
  NotTextError,
  readSource,
  shownPath,
  writeSource,
} from '../host/files.ts';
import {
  type DiagnosticJson,
  diagnosticJson,
  Lines,
  type ParseErrorJson,
  parseErrorsJson,
  type RelatedJson,
} from './convert.ts';
import { type Summary, summarize } from './summary.ts';
import type { Terminal } from './terminal.ts';

export interface CheckOptions {
  /** Only these rules; empty means all. */
  readonly rules: readonly string[];
  /** Most bytes that a function may hold at once; null means no budget. */
  readonly budget: number | null;
  readonly fix: 'none' | 'safe' | 'suggestions';
}

export interface FileReport {
  readonly path: string;
  readonly diagnostics: readonly DiagnosticJson[];
  readonly parseErrors: readonly ParseErrorJson[];
  /** The function that holds most at once, of those whose peak is a number. */
  readonly peak: { readonly name: string; readonly bytes: number } | null;
  /** The text that the positions refer to. */
  readonly lines: Lines;
  /** Fixes that were written to the file. */
  readonly applied: number;
}

export interface Failure {
  readonly path: string;
  readonly message: string;
  /** Where a fault of ours came from. */
  readonly trace?: string;
}

export interface CheckReport {
  readonly files: readonly FileReport[];
  /** Files and folders that could not be read or written. */
  readonly errors: readonly Failure[];
  readonly summary: Summary;
}

const SEVERITIES: readonly Severity[] = ['hint', 'information', 'warning'];

export function check(
  analysis: Analysis,
  files: readonly FoundFile[],
  unreadable: readonly FileError[],
  options: CheckOptions,
  terminal: Terminal,
): CheckReport {
  const errors: Failure[] = unreadable.map(({ path, reason }) => ({ path, message: reason }));
  const reports: FileReport[] = [];
  files.forEach((file, i) => {
    terminal.progress(`${i + 1}/${files.length} ${file.shown}`);
    try {
      reports.push(checkFile(analysis, file, options));
    } catch (error) {
      errors.push(failureOf(file.shown, error));
    }
  });
  terminal.progress(null);
  return { files: reports, errors, summary: summarize(reports, errors) };
}

/** Whether the report has a finding at or above the level. */
export function fails(report: CheckReport, level: Severity | 'never'): boolean {
  if (level === 'never') return false;
  const atLeast = SEVERITIES.indexOf(level);
  return report.files.some((f) => f.diagnostics.some((d) => SEVERITIES.indexOf(d.severity) >= atLeast));
}

function checkFile(analysis: Analysis, file: FoundFile, options: CheckOptions): FileReport {
  const unreadable = notText(file.path);
  if (unreadable !== null) return unparsed(file, unreadable);
  const applied = options.fix === 'none' ? 0 : fixFile(analysis, file, options.fix, options.rules);
  const facts = analysis.facts(file.path);
  const lines = new Lines(facts.text);
  const wanted = (f: Finding): boolean => options.rules.length === 0 || options.rules.includes(f.rule);
  const diagnostics = analysis
    .findings(file.path)
    .filter(wanted)
    .map((f) => diagnosticJson(f, analysis.fixes(file.path, f.id), related(f, file, lines), lines));
  const budgeted = options.budget === null ? [] : overBudget(facts, options.budget).filter(wanted);
  return {
    path: file.shown,
    diagnostics: [...diagnostics, ...budgeted.map((f) => diagnosticJson(f, NO_FIXES, [], lines))].sort(byPosition),
    parseErrors: parseErrorsJson(facts, lines),
    peak: highestPeak(facts),
    lines,
    applied,
  };
}

/** Why the file is no text that could be analysed, or null where it is one. Throws where it can't be read at all. */
export function notText(path: string): string | null {
  try {
    readSource(path);
    return null;
  } catch (error) {
    if (error instanceof NotTextError) return error.reason;
    throw error;
  }
}

function unparsed(file: FoundFile, message: string): FileReport {
  const start = { line: 0, character: 0 };
  const parseErrors = [{ range: { start, end: start }, message }];
  return { path: file.shown, diagnostics: [], parseErrors, peak: null, lines: new Lines(''), applied: 0 };
}

function highestPeak(facts: FileFacts): FileReport['peak'] {
  return facts.functions.reduce<FileReport['peak']>((highest, { name, peak }) => {
    const bytes = peak?.value ?? null;
    return bytes !== null && bytes > (highest?.bytes ?? 0) ? { name, bytes } : highest;
  }, null);
}

const NO_FIXES: readonly Fix[] = [];

function byPosition(a: DiagnosticJson, b: DiagnosticJson): number {
  const [p, q] = [a.range.start, b.range.start];
  return p.line - q.line || p.character - q.character;
}

/** One pass of the analysis has a limit to how much it fixes; so many passes at most. */
const MAX_PASSES = 20;

/** Applies fixes until none is left. Returns how many were applied. */
function fixFile(analysis: Analysis, file: FoundFile, which: 'safe' | 'suggestions', rules: readonly string[]): number {
  const { bom, text: before } = readSource(file.path);
  let applied = 0;
  for (const rule of rules.length > 0 ? rules : [undefined]) {
    for (let pass = 0; pass < MAX_PASSES; pass++) {
      const fixed = analysis.fixAll(file.path, which, rule);
      if (fixed.applied === 0) break;
      applied += fixed.applied;
      writeSource(file.path, { text: keepLineEnds(before, fixed.text), bom });
      analysis.invalidate(file.path);
    }
  }
  return applied;
}

/** Other places that a finding names, each by its own file's lines. */
function related(finding: Finding, file: FoundFile, own: Lines): RelatedJson[] {
  return finding.related.map(({ path, span, message }) => {
    if (path === file.path) return { path: file.shown, range: own.range(span), message };
    return { path: shownPath(path), range: linesOf(path)?.range(span) ?? null, message };
  });
}

function linesOf(path: string): Lines | null {
  try {
    return new Lines(readSource(analysisPath(path)).text);
  } catch (error) {
    if (error instanceof FileError) return null;
    throw error;
  }
}

/** A fault of one file, even one of ours, does not stop the others; the exit code tells that something failed. */
export function failureOf(path: string, error: unknown): Failure {
  if (error instanceof FileError) return { path, message: error.reason };
  if (!(error instanceof Error)) return { path, message: String(error) };
  return { path, message: `internal error: ${error.message}`, ...(error.stack ? { trace: error.stack } : {}) };
}

/** Says on stderr what a report on stdout can't, or must not, say in full. */
export function noteFailures(failures: readonly Failure[], terminal: Terminal): void {
  for (const { path, message, trace } of failures) terminal.note(trace ? `${path}: ${trace}` : `${path}: ${message}`);
}
