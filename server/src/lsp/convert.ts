/**
 * The only place where the analysis's words become the protocol's: offsets become positions, paths become URIs,
 * findings become diagnostics, and texts become edits.
 */
import { fileURLToPath, pathToFileURL } from 'node:url';
import { diffLines } from 'diff';
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Hover,
  MarkupKind,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Fix, Severity, Span } from '../analysis/api.ts';
import { usesCrlf, withForwardSlashes } from '../host/files.ts';
import { rulePage } from '../product.ts';
import type { ClientFeatures } from './features.ts';

const SOURCE = 'bytelens';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const EXTENSIONS: Readonly<Record<string, string>> = {
  typescript: '.ts',
  typescriptreact: '.tsx',
  javascript: '.js',
  javascriptreact: '.jsx',
};

/** The path by which the analysis knows a document. A document that is no file gets one that no file can have. */
export function pathOf({ uri, languageId }: Pick<TextDocument, 'uri' | 'languageId'>): string {
  const path = filePathOf(uri);
  if (path !== null) return path;
  return `/~/${encodeURIComponent(uri)}${EXTENSIONS[languageId] ?? '.ts'}`;
}

/** The path of a file's URI, or null where it is none. */
export function filePathOf(uri: string): string | null {
  if (!uri.startsWith('file:')) return null;
  return withForwardSlashes(fileURLToPath(uri)).replace(/^[A-Z]:/, (drive) => drive.toLowerCase());
}

export function toRange(document: TextDocument, { start, end }: Span): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** One-based, as people count. */
export function lineOf(document: TextDocument | null, offset: number): number | null {
  return document === null ? null : document.positionAt(offset).line + 1;
}

export function toSpan(document: TextDocument, { start, end }: Range): Span {
  return { start: document.offsetAt(start), end: document.offsetAt(end) };
}

/** What a diagnostic carries so that a code action finds its finding again. */
export interface DiagnosticData {
  readonly finding: string;
  readonly version: number;
}

/** Finds the document behind a path, open or not; null where there is none. */
export type DocumentAt = (path: string) => TextDocument | null;

export function toDiagnostic(
  finding: Finding,
  document: TextDocument,
  features: ClientFeatures,
  hasPage: boolean,
  documentAt: DocumentAt,
): Diagnostic {
  const data: DiagnosticData = { finding: finding.id, version: document.version };
  const related = features.relatedInformation ? toRelated(finding, documentAt) : [];
  return {
    range: toRange(document, finding.span),
    severity: SEVERITIES[finding.severity],
    source: SOURCE,
    code: finding.rule,
    message: finding.message,
    ...(features.codeDescription && hasPage ? { codeDescription: { href: rulePage(finding.rule) } } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    ...(features.diagnosticData ? { data } : {}),
  };
}

function toRelated(finding: Finding, documentAt: DocumentAt): DiagnosticRelatedInformation[] {
  return finding.related.flatMap(({ path, span, message }) => {
    const document = documentAt(path);
    return document ? [{ location: { uri: document.uri, range: toRange(document, span) }, message }] : [];
  });
}

/** A document for a file that is not open. */
export function closedDocument(path: string, text: string): TextDocument {
  return TextDocument.create(pathToFileURL(path).href, '', 0, text);
}

export function toTextEdits(document: TextDocument, edits: Fix['edits']): TextEdit[] {
  const crlf = usesCrlf(document.getText());
  return edits.map(({ span, newText }) => ({
    range: toRange(document, span),
    newText: crlf ? newText.replaceAll(/\r?\n/g, '\r\n') : newText,
  }));
}

/** The edits, line by line, that make the document's text this one. */
export function editsToText(document: TextDocument, text: string): TextEdit[] {
  const edits: { span: Span; newText: string }[] = [];
  let offset = 0;
  let open: { span: { start: number; end: number }; newText: string } | null = null;
  for (const { added, removed, value } of diffLines(document.getText(), text)) {
    if (added || removed) {
      open ??= { span: { start: offset, end: offset }, newText: '' };
      if (added) open.newText += value;
      else open.span.end += value.length;
    } else if (open) {
      edits.push(open);
      open = null;
    }
    if (!added) offset += value.length;
  }
  if (open) edits.push(open);
  return toTextEdits(document, edits);
}

export function toWorkspaceEdit(document: TextDocument, edits: TextEdit[], features: ClientFeatures): WorkspaceEdit {
  const { uri, version } = document;
  return features.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

export function toHover(document: TextDocument, span: Span, lines: readonly string[], features: ClientFeatures): Hover {
  const contents = features.markdown
    ? { kind: MarkupKind.Markdown, value: lines.map(escapeMarkdown).join('  \n') }
    : { kind: MarkupKind.PlainText, value: lines.join('\n') };
  return { contents, range: toRange(document, span) };
}

/** The lines hold names from programs, which must show as they are. */
function escapeMarkdown(line: string): string {
  return line.replaceAll(/[\\*_<&~#]/g, '\\$&').replace(/^(\s*)([-+>])/, '$1\\$2');
}
