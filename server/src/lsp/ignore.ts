/** Where a comment goes that silences a finding. Pure text; whether it works there is tried by the caller. */
import type { Finding } from '../analysis/api.ts';

export interface Insertion {
  readonly at: number;
  readonly newText: string;
}

const NEXT_LINE = 'bytelens-ignore-next-line';

/** A line above the finding, with its indentation; a comment that stands there already gets one rule more. */
export function ignoreOnLine(text: string, { rule, span }: Finding): Insertion {
  const line = lineStart(text, span.start);
  const above = text.slice(lineStart(text, line - 1), line);
  const existing = above.indexOf(NEXT_LINE);
  if (line > 0 && existing >= 0) {
    return { at: line - above.length + existing + NEXT_LINE.length, newText: ` ${rule}` };
  }
  const indent = /^[ \t]*/.exec(text.slice(line))?.[0] ?? '';
  return { at: line, newText: `${indent}// ${NEXT_LINE} ${rule}\n` };
}

/** The first line, or the second where the first one names the program that runs the file. */
export function ignoreInFile(text: string, { rule }: Finding): Insertion {
  const at = text.startsWith('#!') ? text.indexOf('\n') + 1 : 0;
  return { at, newText: `// bytelens-ignore-file ${rule}\n` };
}

function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
