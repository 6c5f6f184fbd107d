/** The comments that speak to Bytelens: `// bytelens-ignore-next-line rule`, `// bytelens-ignore-file`. */
import { ts } from 'ts-morph';
import type { Directive } from '../ir/types.ts';

const DIRECTIVE = /^\s*bytelens-ignore-(next-line|file)\b([^\n]*)/;

export function directivesOf(source: ts.SourceFile): Directive[] {
  const text = source.text;
  if (!text.includes('bytelens-ignore')) return [];
  const out: Directive[] = [];
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, source.languageVariant, text);
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    if (kind !== ts.SyntaxKind.SingleLineCommentTrivia && kind !== ts.SyntaxKind.MultiLineCommentTrivia) continue;
    const start = scanner.getTokenStart();
    const end = scanner.getTokenEnd();
    const body = text.slice(start + 2, kind === ts.SyntaxKind.MultiLineCommentTrivia ? end - 2 : end);
    const match = DIRECTIVE.exec(body);
    if (!match) continue;
    // What follows `--` is the person's reason.
    const rules = ((match[2] as string).split('--')[0] as string).split(/[\s,]+/).filter((r) => r !== '');
    if (match[1] === 'file') out.push({ kind: 'ignore-file', rules, span: { start, end } });
    else {
      const line = source.getLineAndCharacterOfPosition(end).line + 1;
      out.push({ kind: 'ignore-next-line', rules, span: { start, end }, line });
    }
  }
  return out;
}
