/** Words and numbers in messages. */
import { formatBytes, formatCount, formatUnit } from '../../format/bytes.ts';
import type { Sym } from '../domain/sym.ts';
import type { ValueFact } from '../domain/values.ts';

/** `8,388,608 B (8.00 MiB)`, or the formula. */
export function bytesText(s: Sym): string {
  return s.value === null ? `${s} B` : formatBytes(s.value);
}

/** `0 to 59,999`. */
export function rangeText(v: ValueFact): string {
  return v.lo === v.hi ? formatCount(v.lo) : `${formatCount(v.lo)} to ${formatCount(v.hi)}`;
}

/** A short form of an expression for a message. */
export function shortText(text: string): string {
  const one = text.replaceAll(/\s+/g, ' ');
  return one.length > 48 ? `${one.slice(0, 45)}…` : one;
}

/** `saves 7.00 MiB`, for titles; the exact count stands in the message. */
export function savedText(before: Sym, after: Sym): string {
  const saved = before.sub(after);
  return saved.value === null ? `saves ${saved} B` : `saves ${formatUnit(saved.value)}`;
}
