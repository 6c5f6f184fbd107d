/**
 * Facts as comments beside the code: `//=> float64 [10, 3] 240 owns C` for the outermost array of a line, several of
 * one line in their order with ` ; ` between them. What is not known is `?`, with the reason after `~` and, behind
 * `@`, the code at which it was lost.
 */
import type { FileFacts, Reason, Site } from '../../server/src/analysis/api.ts';

const MARK = '//=>';

/** The text with the facts of each line behind it, in place of those that stand there. */
export function annotate(facts: FileFacts, textOf: (path: string) => string): string {
  const starts = lineStarts(facts.text);
  const sites = outermost(facts.sites);
  return facts.text
    .split('\n')
    .map((line, n) => {
      const here = sites.filter((s) => s.span.start >= (starts[n] as number) && lineOf(starts, s.span.start) === n);
      const mark = line.indexOf(MARK);
      const code = mark < 0 ? line : line.slice(0, mark).trimEnd();
      return here.length === 0 ? code : `${code} ${MARK} ${here.map((s) => factText(s, facts, textOf)).join(' ; ')}`;
    })
    .join('\n');
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map((m) => m.index + 1)];
}

function lineOf(starts: readonly number[], offset: number): number {
  return starts.findLastIndex((s) => s <= offset);
}

/** Sites that lie in no other site that starts in the same line. */
function outermost(sites: readonly Site[]): Site[] {
  return sites.filter(
    (s) => !sites.some((o) => o !== s && o.span.start <= s.span.start && o.span.end >= s.span.end && !nested(s, o)),
  );
}

/** Whether a function's body stands between the two: a callback's arrays have lines of their own. */
function nested(inner: Site, outer: Site): boolean {
  return outer.text.slice(0, inner.span.start - outer.span.start).includes('\n');
}

function factText(s: Site, facts: FileFacts, textOf: (path: string) => string): string {
  const why = s.unknown ? ` ~ ${reasonText(s.unknown, s, facts.path, textOf)}` : '';
  if (s.library === null) return `unknown${why}`;
  const dtype = s.dtype === null ? '?' : typeof s.dtype === 'string' ? s.dtype : s.dtype.join('|');
  const shape = s.shape ? `[${s.shape.map((d) => d?.toString() ?? '?').join(', ')}]` : '[..?]';
  const library = s.library === 'numpy-ts' ? '' : `${s.library} `;
  const name = s.name === null ? '' : ` as ${s.name}`;
  return `${library}${dtype} ${shape} ${s.nbytes ?? '?'} ${s.storage} ${s.order}${name}${why}`;
}

/** The reason, and where knowledge was lost if that is not the expression itself. */
function reasonText(r: Reason, s: Site, path: string, textOf: (path: string) => string): string {
  if (r.span === null) return r.message;
  const there = textOf(r.path).slice(r.span.start, r.span.end).replaceAll(/\s+/g, ' ');
  const file = r.path === path ? '' : `${r.path} `;
  const same = file === '' && r.span.start === s.span.start && r.span.end === s.span.end;
  return same ? r.message : `${r.message} @ ${file}${there.length > 40 ? `${there.slice(0, 37)}...` : there}`;
}

/** The peak of each function that has one: `f: 240`, or why it is not known. */
export function peaksText(facts: FileFacts): string {
  return facts.functions
    .map((f) => `${f.name}: ${f.peak ?? `unknown, because ${f.unknown?.message ?? 'of nothing'}`}\n`)
    .join('');
}
