/**
 * `check --format sarif`: SARIF 2.1.0, which code scanning services read.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Sarif from 'sarif';
import type { Severity } from '../../analysis/api.ts';
import type { RuleInfo } from '../../engine.ts';
import { analysisPath } from '../../host/files.ts';
import { rulePage, VERSION, WEBSITE } from '../../product.ts';
import type { CheckReport, FileReport } from '../check.ts';
import type { DiagnosticJson, FixJson, Range } from '../convert.ts';
import { toJson } from './json.ts';

const LEVELS: Readonly<Record<Severity, Sarif.Result.level>> = {
  warning: 'warning',
  information: 'note',
  hint: 'note',
};
/** The folder that relative paths start from. */
const ROOT = 'ROOT';

export function sarifReport(report: CheckReport, known: readonly RuleInfo[]): string {
  const used = new Set(report.files.flatMap((f) => f.diagnostics.map((d) => d.rule)));
  for (const { id } of known) used.delete(id);
  const rules = [...known.map(describe), ...[...used].map((id): Sarif.ReportingDescriptor => ({ id }))];
  const log: Sarif.Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Bytelens', version: VERSION, informationUri: WEBSITE, rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { uri: `${pathToFileURL(analysisPath('.')).href}/` } },
        invocations: [invocation(report)],
        results: report.files.flatMap((file) => resultsOf(file, rules)),
      },
    ],
  };
  return toJson(log);
}

function describe({ id, severity, summary, page }: RuleInfo): Sarif.ReportingDescriptor {
  return {
    id,
    shortDescription: { text: summary },
    help: { text: page, markdown: page },
    helpUri: rulePage(id),
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function invocation(report: CheckReport): Sarif.Invocation {
  const syntax = report.files.flatMap(({ path, parseErrors }) =>
    parseErrors.map(({ range, message }) => notification('error', path, range, `Syntax error: ${message}`)),
  );
  const unread = report.errors.map(({ path, message }) => notification('error', path, null, message));
  return { executionSuccessful: report.errors.length === 0, toolExecutionNotifications: [...syntax, ...unread] };
}

function notification(
  level: Sarif.Notification.level,
  path: string,
  range: Range | null,
  text: string,
): Sarif.Notification {
  return { level, message: { text }, locations: [location(path, range)] };
}

function resultsOf(
  { path, diagnostics, lines }: FileReport,
  rules: readonly Sarif.ReportingDescriptor[],
): Sarif.Result[] {
  return diagnostics.map((d) => ({
    ruleId: d.rule,
    ruleIndex: rules.findIndex(({ id }) => id === d.rule),
    level: LEVELS[d.severity],
    message: { text: d.message },
    locations: [location(path, d.range)],
    relatedLocations: d.related.map((r) => ({ ...location(r.path, r.range), message: { text: r.message } })),
    fixes: d.fixes.map((f) => fix(path, f)),
    partialFingerprints: { 'bytelens/v1': fingerprint(d, lines.line(d.range.start.line)) },
    properties: { bytes: d.bytes, formula: d.formula },
  }));
}

/** The same finding in the same line of code, wherever the line has moved to. */
function fingerprint({ rule }: DiagnosticJson, line: string): string {
  return createHash('sha256').update(`${rule}\n${line.trim()}`).digest('hex').slice(0, 32);
}

function fix(path: string, { title, applicability, edits }: FixJson): Sarif.Fix {
  return {
    description: { text: applicability === 'safe' ? title : `${title} (a suggestion: check it)` },
    artifactChanges: [
      {
        artifactLocation: artifact(path),
        replacements: edits.map(({ range, newText }) => ({
          deletedRegion: region(range),
          insertedContent: { text: newText },
        })),
      },
    ],
  };
}

function location(path: string, range: Range | null): Sarif.Location {
  return { physicalLocation: { artifactLocation: artifact(path), ...(range ? { region: region(range) } : {}) } };
}

function artifact(path: string): Sarif.ArtifactLocation {
  if (isAbsolute(path)) return { uri: pathToFileURL(path).href };
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}

/** One-based lines and columns; the end column is the one after the last. */
function region({ start, end }: Range): Sarif.Region {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
