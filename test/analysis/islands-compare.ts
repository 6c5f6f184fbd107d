/** Compares what is said of a program cut into islands with what is said of it as a whole. */
import { readFileSync } from 'node:fs';
import type { Laws } from 'bytelens/laws';
import { Analyzer } from '../../server/src/analysis/analyzer.ts';
import type { FileFacts, Finding, FunctionFacts, Host, Site } from '../../server/src/analysis/api.ts';

/** What two analyses say of one thing, differently. */
export interface Difference {
  readonly place: string;
  readonly islands: string;
  readonly whole: string;
}

/** A host of files on the disk, of which one has the text that it is given. */
export class OneText implements Host {
  readonly #path: string;
  text: string;

  constructor(path: string, text: string) {
    this.#path = path;
    this.text = text;
  }

  read(path: string): string | null {
    if (path === this.#path) return this.text;
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return null;
    }
  }
}

/** Facts that contradict each other: what only one of them knows does not count. */
export function contradictions(islands: FileFacts, whole: FileFacts): Difference[] {
  const out: Difference[] = [];
  const others = new Map(whole.sites.map((s) => [key(s), s]));
  for (const s of islands.sites) {
    const w = others.get(key(s));
    if (!w) continue;
    const tell = (what: string, a: unknown, b: unknown): void => {
      if (a !== null && b !== null && a !== 'unknown' && b !== 'unknown' && a !== b)
        out.push({ place: `${s.text} ${what}`, islands: String(a), whole: String(b) });
    };
    tell('dtype', one(s.dtype), one(w.dtype));
    tell('shape', sizes(s), sizes(w));
    tell('bytes', s.nbytes?.value ?? null, w.nbytes?.value ?? null);
    tell('resident', s.resident?.value ?? null, w.resident?.value ?? null);
    tell('storage', s.storage, w.storage);
    tell('order', s.order, w.order);
  }
  // What the parser makes of a text with errors may run for ever (`for (…; ++)`), and then holds as much as nobody knows.
  if (whole.parseErrors.length > 0) return out;
  const peaks = new Map(whole.functions.map((f) => [key(f), f]));
  for (const f of islands.functions) {
    const [a, b] = [peak(f), peak(peaks.get(key(f)))];
    if (a !== null && b !== null && a !== b) out.push({ place: `peak of ${f.name}`, islands: `${a}`, whole: `${b}` });
  }
  return out;
}

/** How many sites have a dtype and bytes. */
export function known({ sites }: FileFacts): number {
  return sites.filter((s) => typeof s.dtype === 'string' && s.nbytes !== null).length;
}

export function analyses(
  path: string,
  text: string,
  laws: Laws,
): { islands: Analyzer; whole: Analyzer; host: OneText } {
  const host = new OneText(path, text);
  return { host, islands: new Analyzer({ host, laws }), whole: new Analyzer({ host, laws, whole: true }) };
}

/** Everything that is said of a file, as text. */
export function said(analyzer: Analyzer, path: string): string {
  const { sites, functions } = analyzer.facts(path);
  const findings = analyzer.findings(path).map((f: Finding) => `${f.id} ${f.message}`);
  return [
    ...sites.map((s) => `${key(s)} ${s.dtype} ${sizes(s)} ${s.nbytes} ${s.storage} ${s.order} ${s.unknown?.message}`),
    ...functions.map((f) => `${key(f)} ${f.name} ${f.peak} ${f.unknown?.message}`),
    ...findings,
  ].join('\n');
}

function key({ span }: { readonly span: { readonly start: number; readonly end: number } }): string {
  return `${span.start}:${span.end}`;
}

function one(dtype: Site['dtype']): string | null {
  return typeof dtype === 'string' ? dtype : null;
}

function sizes({ shape }: Site): string | null {
  const numbers = shape?.map((d) => d?.value ?? null);
  return numbers && !numbers.includes(null) ? numbers.join() : null;
}

function peak(f: FunctionFacts | undefined): number | null {
  return f?.peak?.value ?? null;
}
