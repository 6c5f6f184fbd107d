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
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, scriptKind(path));
  // The parser's own errors are on the tree, but not in its public type.
  const found =
    (source as unknown as { parseDiagnostics?: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics ?? [];
  const errors = found.map((d) => ({
    span: { start: d.start, end: d.start + d.length },
    message: ts.flattenDiagnosticMessageText(d.messageText, '\n'),
  }));
  return { source, errors };
}
