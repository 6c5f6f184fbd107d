/** Laying out text for a terminal: wrapping, and a line of source with what it is about underlined. */
import type { Lines, Range } from '../convert.ts';
import type { Paint } from '../terminal.ts';

/** Words broken into lines of at most `width` columns, each starting with `indent`. A longer word has its own line. */
export function wrap(text: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = indent;
    for (const word of paragraph.split(' ')) {
      const joined = line === indent ? line + word : `${line} ${word}`;
      if (joined.length > width && line !== indent) {
        lines.push(line);
        line = indent + word;
      } else line = joined;
    }
    lines.push(line);
  }
  return lines;
}

const TAB = '  ';
const MORE = '…';

/** The first line of the range, and carets under the part of it that the range covers. */
export function excerpt(lines: Lines, range: Range, width: number, indent: string, paint: Paint): string[] {
  const source = lines.line(range.start.line);
  const to = range.end.line === range.start.line ? range.end.character : source.trimEnd().length;
  const before = printable(source.slice(0, range.start.character).trimStart());
  const marked = printable(source.slice(range.start.character, Math.max(to, range.start.character + 1)));
  const after = printable(source.slice(to).trimEnd());

  const room = width - indent.length - 2;
  // The marked part matters most; what stands before it gives way first.
  const lead = before.length + marked.length > room ? shortenLeft(before, Math.max(room - marked.length, 8)) : before;
  const shown = shortenRight(lead + marked + after, room);
  const carets = '^'.repeat(Math.max(1, Math.min(marked.length, room - lead.length)));
  const bar = paint('dim', '│');
  return [`${indent}${bar} ${shown}`, `${indent}${bar} ${' '.repeat(lead.length)}${paint('yellow', carets)}`];
}

function printable(text: string): string {
  // Source text must not be able to steer the terminal.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
  return text.replaceAll('\t', TAB).replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
}

function shortenLeft(text: string, room: number): string {
  return text.length <= room ? text : MORE + text.slice(text.length - room + 1);
}

function shortenRight(text: string, room: number): string {
  return text.length <= room ? text : text.slice(0, room - 1) + MORE;
}

/** `1 finding`, `2 findings`. */
export function plural(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;
}
