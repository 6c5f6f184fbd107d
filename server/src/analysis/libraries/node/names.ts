/** Node's own modules: which are followed, and how. */
import { EVENTS } from './events.ts';

/** Modules that are analysed as a text of ours, by the path that they have in a program. */
const TEXTS: ReadonlyMap<string, string> = new Map([['node:events', EVENTS]]);

/** Modules whose functions are known by what they are documented to give (`call.ts`). */
const FUNCTIONS: ReadonlySet<string> = new Set([
  'node:path',
  'node:path/posix',
  'node:os',
  'node:url',
  'node:fs',
  'node:fs/promises',
  'node:perf_hooks',
  'node:process',
  'node:buffer',
  'node:timers/promises',
  'node:crypto',
  'node:util',
  'node:assert',
  'node:assert/strict',
]);

const withPrefix = (specifier: string): string => (specifier.startsWith('node:') ? specifier : `node:${specifier}`);

/** The text of a module of Node's, by the path that `nodeModule` gives; null for any other path. */
export function nodeText(path: string): string | null {
  return TEXTS.get(path) ?? null;
}

/** How a specifier of Node's is followed; null where it is not, or is none of Node's. */
export function nodeModule(specifier: string): { readonly kind: 'text' | 'functions'; readonly path: string } | null {
  const path = withPrefix(specifier);
  if (TEXTS.has(path)) return { kind: 'text', path };
  return FUNCTIONS.has(path) ? { kind: 'functions', path } : null;
}
