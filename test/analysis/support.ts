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

/** One fenced block: ```` ```ts /lib.ts ```` is TypeScript that stands in a file of that name. */
export interface FixtureBlock {
  readonly language: string;
  /** What follows the language: a path. */
  readonly path: string;
  readonly text: string;
  /** The line of the block's first line in the fixture. */
  readonly line: number;
}

/** One case of a literate fixture: a heading, and the blocks under it. */
export interface FixtureCase {
  readonly title: string;
  readonly blocks: readonly FixtureBlock[];
}

const HEADING = /^## (?<title>.+)$/;
const FENCE = /^```(?<language>\w*) ?(?<path>\S*)$/;

/** A Markdown file of cases under `## ` headings. */
export class Fixture {
  readonly path: string;
  readonly cases: readonly FixtureCase[];
  readonly #replaced = new Map<FixtureBlock, string>();

  /** `name` in the `fixtures` folder beside the file whose URL is `beside`. */
  constructor(name: string, beside: string = import.meta.url) {
    this.path = fileURLToPath(new URL(`./fixtures/${name}.md`, beside));
    this.cases = parse(readFileSync(this.path, 'utf8'));
    const titles = this.cases.map((c) => c.title);
    const twice = titles.find((t, i) => titles.indexOf(t) !== i);
    if (twice !== undefined) throw new Error(`${name}.md has two cases with the title ${twice}`);
  }

  /** The block of a language in a case, or null. */
  static block(c: FixtureCase, language: string): FixtureBlock | null {
    return c.blocks.find((b) => b.language === language) ?? null;
  }

  /** What a block is to be from now on; written by `save`. */
  replace(block: FixtureBlock, text: string): void {
    if (text !== block.text) this.#replaced.set(block, text);
  }

  save(): void {
    if (this.#replaced.size === 0) return;
    const lines = readFileSync(this.path, 'utf8').split('\n');
    for (const [block, text] of [...this.#replaced].sort(([a], [b]) => b.line - a.line)) {
      lines.splice(block.line, linesOf(block.text).length, ...linesOf(text));
    }
    writeFileSync(this.path, lines.join('\n'));
  }
}

/** The lines of a block's text, which ends with a line break unless it is empty. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

function parse(text: string): FixtureCase[] {
  const cases: { title: string; blocks: FixtureBlock[] }[] = [];
  let open: { language: string; path: string; line: number; lines: string[] } | null = null;
  for (const [i, line] of text.split('\n').entries()) {
    const fence = FENCE.exec(line)?.groups;
    if (open && line === '```') {
      const { lines, ...head } = open;
      cases.at(-1)?.blocks.push({ ...head, text: lines.map((l) => `${l}\n`).join('') });
      open = null;
    } else if (open) open.lines.push(line);
    else if (fence) open = { language: fence.language ?? '', path: fence.path ?? '', line: i + 1, lines: [] };
    else {
      const title = HEADING.exec(line)?.groups?.title;
      if (title !== undefined) cases.push({ title, blocks: [] });
    }
  }
  return cases;
}
