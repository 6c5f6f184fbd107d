/** Says in words where something is that a hover speaks of. */
import { basename } from 'node:path';
import type { Place } from './hover.ts';

/** The one-based line of an offset in a file, or null where the file can't be read. */
export type LineOf = (path: string, offset: number) => number | null;

/** `line 12` in the file at `path` itself, `load.ts:3` in another one. */
export function placeSeenFrom(path: string, lineOf: LineOf): Place {
  return ({ path: where, span }) => {
    const line = span === null ? null : lineOf(where, span.start);
    if (line === null) return where === path ? null : basename(where);
    return where === path ? `line ${line}` : `${basename(where)}:${line}`;
  };
}
