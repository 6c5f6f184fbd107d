/** Islands as programs of their own, and the analyses of those that were seen lately. */
import type { Laws } from 'bytelens/laws';
import type { Config } from '../api.ts';
import { Interned } from '../interned.ts';
import { type Program, ProgramAnalysis } from '../program-analysis.ts';
import type { Outline } from '../syntax/outline.ts';
import type { Island } from './partition.ts';
import { IslandText } from './text.ts';

export class IslandProgram implements Program {
  readonly roots: readonly string[];
  /** Programs of one key are analysed alike. */
  readonly key: string;
  readonly #modules: ReadonlyMap<string, Outline>;
  readonly #texts = new Map<string, IslandText>();
  readonly #textOf: (path: string, outline: Outline) => IslandText;

  constructor(
    roots: readonly string[],
    modules: ReadonlyMap<string, Outline>,
    key: string,
    textOf: (path: string, outline: Outline) => IslandText,
  ) {
    this.roots = roots;
    this.key = key;
    this.#modules = modules;
    this.#textOf = textOf;
  }

  read(path: string): string | null {
    return this.text(path)?.text ?? null;
  }

  wholeText(path: string): string {
    return this.#modules.get(path)?.text ?? '';
  }

  /** The text of a module here, made when it is first asked for. */
  text(path: string): IslandText | null {
    const outline = this.#modules.get(path);
    if (!outline) return null;
    let text = this.#texts.get(path);
    if (!text) {
      text = this.#textOf(path, outline);
      this.#texts.set(path, text);
    }
    return text;
  }
}

/** The program that is made of all the modules. */
export function wholeProgram(modules: ReadonlyMap<string, Outline>, roots: readonly string[]): IslandProgram {
  const key = JSON.stringify([roots, ...[...modules].map(([path, { text }]) => [path, text])]);
  return new IslandProgram(roots, modules, key, (_, outline) => IslandText.whole(outline));
}

/** The programs of islands. */
export function islandPrograms(
  islands: readonly Island[],
  modules: ReadonlyMap<string, Outline>,
  roots: readonly string[],
): IslandProgram[] {
  const shared = [...modules].flatMap(([path, outline]) => [path, IslandText.commonKey(outline)]);
  const common = commons.of([...roots, '', ...shared].join('\n'));
  return islands.map(({ units }) => {
    const own = [...units].map(([path, list]) => `${path} ${IslandText.key(modules.get(path) as Outline, list)}`);
    const textOf = (path: string, outline: Outline) => IslandText.of(outline, units.get(path) ?? []);
    return new IslandProgram(roots, modules, `${common} ${own.join('\n')}`, textOf);
  });
}

/** What all islands of a program share. */
const commons = new Interned();

/** A program at its places in the texts as they are now, and its analysis, which may be older. */
export interface Part {
  readonly program: IslandProgram;
  readonly analysis: ProgramAnalysis;
}

/** The analyses of the programs that files are made of, and some of those that they were made of before. */
export class IslandCache {
  /** Analyses that a file no longer needs and that are kept all the same, so that undoing an edit finds them. */
  static readonly MOST_SPARE = 8;
  /** Files whose analyses are kept. */
  static readonly MOST_FILES = 200;
  readonly #files = new Map<string, Map<string, ProgramAnalysis>>();

  /** The analyses of all programs that a file is made of now. */
  of(path: string, programs: readonly IslandProgram[], laws: Laws, config: Config): Part[] {
    const kept = this.#files.get(path) ?? new Map<string, ProgramAnalysis>();
    const parts = programs.map((program) => {
      let analysis = kept.get(program.key);
      if (analysis?.isHasty) analysis = undefined;
      if (analysis) {
        analysis.adopt(program);
      } else analysis = new ProgramAnalysis(program, laws, config);
      kept.delete(program.key);
      kept.set(program.key, analysis);
      return { program, analysis };
    });
    drop(kept, programs.length + IslandCache.MOST_SPARE);
    this.#files.delete(path);
    this.#files.set(path, kept);
    drop(this.#files, IslandCache.MOST_FILES);
    return parts;
  }

  clear(): void {
    this.#files.clear();
  }
}

/** Forgets the oldest entries beyond so many. */
function drop(map: Map<string, unknown>, most: number): void {
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}
