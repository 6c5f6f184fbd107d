/** Islands as programs of their own, and the analyses of those that were seen lately. */
import type { Laws } from 'bytelens/laws';
import type { Config } from '../api.ts';
import { type Program, ProgramAnalysis } from '../program-analysis.ts';
import type { Outline } from '../syntax/outline.ts';
import type { Island } from './partition.ts';
import { IslandText } from './text.ts';

export class IslandProgram implements Program {
  readonly roots: readonly string[];
  readonly #texts: ReadonlyMap<string, IslandText>;

  private constructor(roots: readonly string[], texts: ReadonlyMap<string, IslandText>) {
    this.roots = roots;
    this.#texts = texts;
  }

  static of(island: Island, modules: ReadonlyMap<string, Outline>, roots: readonly string[]): IslandProgram {
    const texts = [...modules].map(
      ([path, outline]) => [path, IslandText.of(outline, island.units.get(path) ?? [])] as const,
    );
    return new IslandProgram(roots, new Map(texts));
  }

  static whole(modules: ReadonlyMap<string, Outline>, roots: readonly string[]): IslandProgram {
    return new IslandProgram(roots, new Map([...modules].map(([path, outline]) => [path, IslandText.whole(outline)])));
  }

  read(path: string): string | null {
    return this.#texts.get(path)?.text ?? null;
  }

  wholeText(path: string): string {
    return this.#texts.get(path)?.whole ?? '';
  }

  text(path: string): IslandText | null {
    return this.#texts.get(path) ?? null;
  }

  /** Programs of one key are analysed alike. */
  get key(): string {
    return JSON.stringify([this.roots, ...[...this.#texts].map(([path, { text }]) => [path, text])]);
  }
}

/** A program at its places in the texts as they are now, and its analysis, which may be older. */
export interface Part {
  readonly program: IslandProgram;
  readonly analysis: ProgramAnalysis;
}

/** The analyses of programs by their texts, those asked for last. */
export class IslandCache {
  /** Analyses that are kept, so that an edit and its undoing find those of all other parts. */
  static readonly MOST = 1000;
  readonly #analyses = new Map<string, ProgramAnalysis>();

  of(program: IslandProgram, laws: Laws, config: Config): Part {
    const { key } = program;
    let analysis = this.#analyses.get(key);
    if (analysis) {
      this.#analyses.delete(key);
      analysis.adopt(program);
    } else analysis = new ProgramAnalysis(program, laws, config);
    this.#analyses.set(key, analysis);
    for (const oldest of this.#analyses.keys()) {
      if (this.#analyses.size <= IslandCache.MOST) break;
      this.#analyses.delete(oldest);
    }
    return { program, analysis };
  }

  clear(): void {
    this.#analyses.clear();
  }
}
