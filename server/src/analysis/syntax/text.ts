/** Questions about pieces of source text that only a parser answers. */
import { ts } from 'ts-morph';

/** Whether `.name` can follow the expression as it stands, without parentheses. */
export function isPostfix(text: string): boolean {
  const source = ts.createSourceFile('x.ts', `(${text}\n)`, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const s = source.statements[0];
  if (!s || !ts.isExpressionStatement(s) || !ts.isParenthesizedExpression(s.expression)) return false;
  const e = s.expression.expression;
  return (
    ts.isIdentifier(e) ||
    ts.isCallExpression(e) ||
    ts.isPropertyAccessExpression(e) ||
    ts.isElementAccessExpression(e) ||
    ts.isParenthesizedExpression(e) ||
    ts.isNonNullExpression(e) ||
    ts.isStringLiteral(e) ||
    e.kind === ts.SyntaxKind.ThisKeyword
  );
}

/** The comments of a piece of code, to be put in its place; empty where it has none. */
export function commentsIn(text: string): string {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, text);
  let out = '';
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (kind === ts.SyntaxKind.MultiLineCommentTrivia) out += ` ${scanner.getTokenText()}`;
    // What follows such a comment must not become a part of it.
    if (kind === ts.SyntaxKind.SingleLineCommentTrivia) out += ` ${scanner.getTokenText()}\n`;
  }
  return out;
}

/** Every identifier in a text, so that a new name does not collide. */
export function identifiersIn(text: string): Set<string> {
  return new Set(text.match(/[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/gu) ?? []);
}

/** Whether the text parses without errors. */
export function parses(path: string, text: string): boolean {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : /\.[mc]?js$/.test(path) ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind);
  return ((source as unknown as { parseDiagnostics?: readonly unknown[] }).parseDiagnostics ?? []).length === 0;
}
