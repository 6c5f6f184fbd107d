/** Text to syntax tree. The compiler comes from ts-morph; no other room of the analysis may touch it. */
import { ts } from 'ts-morph';

export interface Parsed {
  readonly source: ts.SourceFile;
  readonly errors: readonly { readonly span: { start: number; end: number }; readonly message: string }[];
}

function scriptKind(path: string): ts.ScriptKind {
  if (path.endsWith('.tsx')) return ts.ScriptKind.TSX;
  if (path.endsWith('.jsx')) return ts.ScriptKind.JSX;
  if (/\.[mc]?js$/.test(path)) return ts.ScriptKind.JS;
  return ts.ScriptKind.TS;
}

export function parse(path: string, text: string): Parsed {
  return parsed(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, scriptKind(path)));
}

/** Parses a changed text: what `before` has that did not change is taken over, so that tree is used up. */
export function reparse(path: string, text: string, before: ts.SourceFile | null): Parsed {
  if (before === null) return parse(path, text);
  const old = before.text;
  const most = Math.min(old.length, text.length);
  let start = 0;
  while (start < most && old.charCodeAt(start) === text.charCodeAt(start)) start++;
  let end = 0;
  while (end < most - start && old.charCodeAt(old.length - 1 - end) === text.charCodeAt(text.length - 1 - end)) end++;
  const span = { start, length: old.length - end - start };
  return parsed(ts.updateSourceFile(before, text, { span, newLength: text.length - end - start }));
}

function parsed(source: ts.SourceFile): Parsed {
  // The parser's own errors are on the tree, but not in its public type.
  const found =
    (source as unknown as { parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics ?? [];
  const errors = found.map((d) => ({
    span: { start: d.start, end: d.start + d.length },
    message: ts.flattenDiagnosticMessageText(d.messageText, '\n'),
  }));
  return { source, errors };
}
