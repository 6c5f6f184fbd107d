/**
 * What the tests of the analysis have in common: files in memory, one set of laws per test file, and literate fixtures
 * whose expected parts `UPDATE=1` rewrites.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Laws, openLaws } from 'bytelens/laws';
import { Analyzer } from '../../server/src/analysis/analyzer.ts';
import { type Config, DEFAULT_CONFIG, type Host } from '../../server/src/analysis/api.ts';

/** Rewrite what fixtures expect instead of failing; the diff is for a person to read. */
export const UPDATE = process.env.UPDATE === '1';

export type Files = Readonly<Record<string, string>>;

let opened: Laws | null = null;

/** The laws of the bundled library: opened once in a process, and closed when it has nothing else to do. */
export function sharedLaws(): Laws {
  opened ??= openLaws();
  return opened;
}

export function closeLaws(): void {
  opened?.close();
  opened = null;
}

/** A host over texts in memory, by absolute path. */
export class MemoryHost implements Host {
  readonly #texts: Map<string, string>;

  constructor(files: Files) {
    this.#texts = new Map(Object.entries(files));
  }

  read(path: string): string | null {
    return this.#texts.get(path) ?? null;
  }

  write(path: string, text: string | null): void {
    if (text === null) this.#texts.delete(path);
    else this.#texts.set(path, text);
  }
}

export function analyzerOf(files: Files, config: Partial<Config> = {}): Analyzer {
  return new Analyzer({ host: new MemoryHost(files), laws: sharedLaws(), config: { ...DEFAULT_CONFIG, ...config } });
}

/** One case of a literate fixture: a heading, and fenced blocks by their language. */
export interface FixtureCase {
  readonly title: string;
  /** The info string of each block (`ts`, `tsx`, `ir`) with its text. */
  readonly blocks: readonly { readonly language: string; readonly text: string }[];
}

const HEADING = /^## (?<title>.+)$/;
const FENCE = /^```(?<language>\S*)\s*$/;

/** A Markdown file of cases under `## ` headings. */
export class Fixture {
  readonly path: string;
  readonly cases: readonly FixtureCase[];
  readonly #replaced = new Map<string, string>();

  constructor(name: string) {
    this.path = fileURLToPath(new URL(`./fixtures/${name}.md`, import.meta.url));
    this.cases = parse(readFileSync(this.path, 'utf8'));
  }

  /** The block of a language in a case, or null. */
  static block(c: FixtureCase, language: string): string | null {
    return c.blocks.find((b) => b.language === language)?.text ?? null;
  }

  /** What the block of a language in a case is to be from now on; written by `save`. */
  replace(c: FixtureCase, language: string, text: string): void {
    this.#replaced.set(`${c.title}\n${language}`, text);
  }

  save(): void {
    if (this.#replaced.size === 0) return;
    const out: string[] = [];
    let title = '';
    let skipping = false;
    for (const line of readFileSync(this.path, 'utf8').split('\n')) {
      const fence = FENCE.exec(line)?.groups?.language;
      title = HEADING.exec(line)?.groups?.title ?? title;
      if (skipping) {
        if (fence !== '') continue;
        skipping = false;
      }
      out.push(line);
      const text = fence ? this.#replaced.get(`${title}\n${fence}`) : undefined;
      if (text === undefined) continue;
      out.push(text.replace(/\n$/, ''));
      skipping = true;
    }
    writeFileSync(this.path, out.join('\n'));
  }
}

function parse(text: string): FixtureCase[] {
  const cases: { title: string; blocks: { language: string; text: string }[] }[] = [];
  let open: { language: string; lines: string[] } | null = null;
  for (const line of text.split('\n')) {
    const fence = FENCE.exec(line)?.groups?.language;
    if (open) {
      if (fence === undefined) open.lines.push(line);
      else {
        cases.at(-1)?.blocks.push({ language: open.language, text: `${open.lines.join('\n')}\n` });
        open = null;
      }
    } else if (fence !== undefined) open = { language: fence, lines: [] };
    else {
      const title = HEADING.exec(line)?.groups?.title;
      if (title !== undefined) cases.push({ title, blocks: [] });
    }
  }
  return cases;
}
