/** Edits on plain text: applying them, and where a place of the old text is in the new one. */
import type { Span } from '../api.ts';
import type { Edit } from '../rules/types.ts';

export function sorted(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

export function overlap(edits: readonly Edit[]): boolean {
  const all = sorted(edits);
  return all.some((e, i) => i > 0 && e.span.start < (all[i - 1] as Edit).span.end);
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let at = 0;
  for (const e of sorted(edits)) {
    out += text.slice(at, e.span.start) + e.newText;
    at = e.span.end;
  }
  return out + text.slice(at);
}

/**
 * The place in the edited text of an expression of the old one. Its start moves with what was inserted before it, its
 * end with what was changed inside it too; null where an edit replaced it, or only a part of its border.
 */
export function mapSpan(span: Span, edits: readonly Edit[]): Span | null {
  let start = span.start;
  let end = span.end;
  for (const e of edits) {
    const grown = e.newText.length - (e.span.end - e.span.start);
    const inserted = e.span.start === e.span.end;
    if (e.span.end < span.start || (e.span.end === span.start && (inserted || e.span.start < span.start))) {
      start += grown;
      end += grown;
    } else if (e.span.start >= span.end) {
      // After it, or inserted at its very end: it stays as it is.
    } else if (e.span.start >= span.start && e.span.end <= span.end) {
      if (e.span.start === span.start && e.span.end === span.end) return null;
      end += grown;
    } else return null;
  }
  return { start, end };
}
