/** `bytelens hover FILE:LINE:COL`: the text that the editor shows there. */
import type { Host } from '../analysis/api.ts';
import type { Engine } from '../engine.ts';
import { analysisPath, readSource } from '../host/files.ts';
import { measuredHover } from '../present/measured-hover.ts';
import { type LineOf, placeSeenFrom } from '../present/place.ts';
import { Lines } from './convert.ts';
import { UsageError } from './errors.ts';

/** One-based, as editors print positions. A Windows path may have a colon of its own. */
const LOCATION = /^(.+):(\d+):(\d+)$/s;

export interface Location {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

export function parseLocation(text: string): Location {
  const [, path, line, column] = LOCATION.exec(text) ?? [];
  if (path === undefined || Number(line) < 1 || Number(column) < 1) {
    throw new UsageError(`"${text}" is no position. Expected FILE:LINE:COL with one-based numbers, such as a.ts:12:7.`);
  }
  return { path, line: Number(line), column: Number(column) };
}

/** The lines of the hover, or null where there is no array. A law that a measurement contradicts goes to `warn`. */
export async function hoverAt(
  engine: Engine,
  host: Host,
  location: Location,
  warn: (text: string) => void,
): Promise<readonly string[] | null> {
  const path = analysisPath(location.path);
  const { text } = readSource(path);
  const lines = new Lines(text);
  const line = location.line - 1;
  if (line >= lines.count || location.column - 1 > lines.line(line).length) {
    throw new UsageError(`${location.path} has no position ${location.line}:${location.column}.`);
  }
  const facts = engine.analysis.hover(path, lines.offset({ line, character: location.column - 1 }));
  if (facts === null) return null;
  const shown = await measuredHover(engine, facts, placeSeenFrom(path, lineIn(host)));
  if (shown.disagreement !== null) warn(`${location.path}:${location.line}:${location.column}: ${shown.disagreement}`);
  return shown.lines;
}

function lineIn(host: Host): LineOf {
  return (path, offset) => {
    const text = host.read(path);
    return text === null ? null : new Lines(text).position(offset).line + 1;
  };
}
