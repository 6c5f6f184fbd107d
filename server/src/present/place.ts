/** Says in words where something is that a hover speaks of. */
import { basename } from 'node:path';
import type { Place } from './hover.ts';

/** `line 12` in the file at `path` itself, `load.ts:3` in another one. */
export function placeSeenFrom(path: string, read: (path: string) => string | null): Place {
  return ({ path: where, span }) => {
    const text = span === null ? null : read(where);
    if (span === null || text === null) return where === path ? null : basename(where);
    const line = text.slice(0, span.start).split('\n').length;
    return where === path ? `line ${line}` : `${basename(where)}:${line}`;
  };
}
