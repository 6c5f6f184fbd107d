/**
 * The table of laws that were learned in advance: a persisted cache, keyed as the cache is.
 *
 * Many calls share a law, so the file holds each distinct answer once and each key the number of its answer.
 */

import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Reflection } from './protocol.ts';
import type { LawAnswer } from './types.ts';

export interface TableFile {
  readonly format: 1;
  readonly library: string;
  readonly node: string;
  readonly reflection: Reflection;
  readonly answers: readonly LawAnswer[];
  /** Keys in order, and for each the position of its answer. */
  readonly keys: readonly string[];
  readonly positions: readonly number[];
}

export interface Table {
  readonly reflection: Reflection;
  readonly library: string;
  readonly node: string;
  readonly size: number;
  keys(): Iterable<string>;
  get(key: string): LawAnswer | undefined;
}

/** The table was learned with native float16; where that is missing, answers that involve it are no use. */
function suitsRuntime(key: string, answer: LawAnswer): boolean {
  if (typeof globalThis.Float16Array === 'function') return true;
  return !key.includes('loat16') && !JSON.stringify(answer).includes('loat16');
}

/** Reads the table, or returns null when there is none at this place. */
export function loadTable(url: URL): Table | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(url);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const file = JSON.parse(gunzipSync(bytes).toString('utf8')) as TableFile;
  const positions = new Map(file.keys.map((key, index) => [key, file.positions[index] as number]));
  return {
    reflection: file.reflection,
    library: file.library,
    node: file.node,
    size: positions.size,
    keys: () => positions.keys(),
    get(key) {
      const position = positions.get(key);
      if (position === undefined) return undefined;
      const answer = file.answers[position] as LawAnswer;
      return suitsRuntime(key, answer) ? answer : undefined;
    },
  };
}

export function encodeTable(
  entries: ReadonlyMap<string, LawAnswer>,
  about: Pick<TableFile, 'library' | 'node' | 'reflection'>,
): Buffer {
  const answers: LawAnswer[] = [];
  const known = new Map<string, number>();
  const keys = [...entries.keys()].sort();
  const positions = keys.map((key) => {
    const answer = entries.get(key) as LawAnswer;
    const text = JSON.stringify(answer);
    const position = known.get(text) ?? answers.length;
    if (position === answers.length) answers.push(answer);
    known.set(text, position);
    return position;
  });
  const file: TableFile = { format: 1, ...about, answers, keys, positions };
  return gzipSync(JSON.stringify(file), { level: 9 });
}
