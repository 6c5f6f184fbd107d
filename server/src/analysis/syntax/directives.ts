/** The comments that speak to Bytelens: `// bytelens-ignore-next-line rule`, `// bytelens-ignore-file`. */
import { ts } from 'ts-morph';
import type { Directive } from '../ir/types.ts';

const MARK = 'bytelens-ignore-';
const DIRECTIVE = /^\s*bytelens-ignore-(next-line|file)\b([^\n]*)/;

export function directivesOf(source: ts.SourceFile): Directive[] {
  const { text } = source;
  const out: Directive[] = [];
  for (const { pos: start, end } of commentsWith(source, MARK)) {
    const match = DIRECTIVE.exec(text.slice(start + 2, text.startsWith('/*', start) ? end - 2 : end));
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

/** The comments in which a text stands, in their order. */
export function commentsWith(source: ts.SourceFile, mark: string): ts.TextRange[] {
  const { text } = source;
  const out: ts.TextRange[] = [];
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    const comment = commentAt(source, at);
    if (comment !== null && text.indexOf(mark, comment.pos) === at) out.push(comment);
  }
  return out;
}

/**
 * The comment around a position, found in the tree: what a plain scanner takes for a comment may be text of a
 * template, of a regular expression or of JSX, and the other way round.
 */
function commentAt(source: ts.SourceFile, position: number): ts.TextRange | null {
  let node: ts.Node = source;
  for (;;) {
    const child: ts.Node | undefined = node.getChildren(source).find((c) => c.pos <= position && position < c.end);
    if (child === undefined) return null;
    if (ts.isJSDoc(child)) return child;
    if (child.getChildCount(source) > 0) {
      node = child;
      continue;
    }
    if (position >= child.getStart(source)) return null;
    const { text } = source;
    const before = ts.getTrailingCommentRanges(text, child.pos) ?? [];
    const after = ts.getLeadingCommentRanges(text, child.pos) ?? [];
    return [...before, ...after].find(({ pos, end }) => pos <= position && position < end) ?? null;
  }
}
