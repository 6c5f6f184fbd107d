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
  const { start, end, newEnd } = changeBetween(before.text, text);
  return parsed(ts.updateSourceFile(before, text, { span: { start, length: end - start }, newLength: newEnd - start }));
}

/** Where two texts differ: from `start` to `end` of the old one, to `newEnd` of the new one. */
export function changeBetween(old: string, text: string): { start: number; end: number; newEnd: number } {
  const most = Math.min(old.length, text.length);
  let start = 0;
  while (start < most && old.charCodeAt(start) === text.charCodeAt(start)) start++;
  let same = 0;
  while (same < most - start && old.charCodeAt(old.length - 1 - same) === text.charCodeAt(text.length - 1 - same))
    same++;
  return { start, end: old.length - same, newEnd: text.length - same };
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
