/**
 * The door of the analysis: texts in; facts, findings, fixes and hovers out. A program is cut into islands, each of which
 * is analysed by itself and kept as long as its own text stays the same: an edit costs what its island costs.
 */
import type { Laws } from 'bytelens/laws';
import type { AnalyzerOptions, Config, FileFacts, Finding, Fix, Host, HoverFacts } from './api.ts';
import { DEFAULT_CONFIG } from './api.ts';
import { partition } from './islands/partition.ts';
import { IslandCache, type IslandProgram, islandPrograms, type Part, wholeProgram } from './islands/program.ts';
import { View } from './islands/view.ts';
import { nodeText } from './libraries/node/names.ts';
import { resolveModule } from './modules.ts';
import { TypeChecker } from './syntax/checker.ts';
import { type Outline, outlineOf } from './syntax/outline.ts';
import { applyEdits } from './whatif/edits.ts';

/** Importers of a file that are analysed with it. */
const MAX_ROOTS = 24;
/** Fixes that one call applies at most: beyond, they do not converge. */
const MAX_FIXES = 500;

export class Analyzer {
  readonly #host: Host;
  readonly #laws: Laws;
  readonly #islands: IslandCache;
  readonly #outlines = new Map<string, Outline | null>();
  /** Outlines of texts that have changed since: their trees serve the next ones. */
  readonly #stale = new Map<string, Outline>();
  readonly #views = new Map<string, View>();
  readonly #whole: boolean;
  readonly #patienceMs: number;
  /** Null where the host has no files to check types against. */
  readonly #checker: TypeChecker | null;
  #config: Config;

  constructor(options: AnalyzerOptions, islands = new IslandCache(), checker: TypeChecker | null = null) {
    this.#host = options.host;
    this.#laws = options.laws;
    this.#config = options.config ?? DEFAULT_CONFIG;
    this.#islands = islands;
    this.#whole = options.whole ?? false;
    this.#patienceMs = options.patienceMs ?? Number.POSITIVE_INFINITY;
    const { types } = options.host;
    this.#checker = checker ?? (types ? new TypeChecker((p) => options.host.read(p), types) : null);
  }

  setConfig(config: Config): void {
    this.#config = config;
    this.#islands.clear();
    this.#views.clear();
  }

  /** A file's text changed, or it appeared or vanished. */
  invalidate(path: string): void {
    const outline = this.#outlines.get(path);
    if (outline) this.#stale.set(path, outline);
    this.#outlines.delete(path);
    this.#views.clear();
  }

  facts(path: string): FileFacts {
    this.#laws.spend(this.#patienceMs);
    return this.#view(path)?.facts() ?? { path, text: '', sites: [], functions: [], parseErrors: [] };
  }

  findings(path: string): Finding[] {
    this.#laws.spend(this.#patienceMs);
    return this.#view(path)?.findings() ?? [];
  }

  /** The fixes of a finding of the current text; none where there is no such finding. All that they need is waited for. */
  fixes(path: string, findingId: string, promptly = false): Fix[] {
    this.#laws.spend(Number.POSITIVE_INFINITY);
    const fixes = this.#view(path)?.fixes(findingId) ?? [];
    return fixes.map((fix) => (fix.applicability === 'safe' ? this.#typed(path, fix, promptly) : fix));
  }

  prepareTypes(path: string): void {
    const text = this.#outline(path)?.text;
    if (text !== undefined) this.#checker?.prepare(this.#roots(path), path, text);
  }

  /** A fix as it is; a suggestion where the program does not type-check any more with it. */
  #typed(path: string, fix: Fix, promptly: boolean): Fix {
    const text = this.#outline(path)?.text;
    if (text === undefined || this.#checker === null) return fix;
    if (promptly && !this.#checker.isReady(path)) return { ...fix, untyped: true };
    const error = this.#checker.newError(this.#roots(path), path, text, applyEdits(text, fix.edits));
    return error === null ? fix : { ...fix, applicability: 'suggestion', check: `the types: ${error}` };
  }

  hover(path: string, offset: number): HoverFacts | null {
    this.#laws.spend(this.#patienceMs);
    return this.#view(path)?.hover(offset) ?? null;
  }

  /** Whether what was last said of a file is all that can be said; else asking again says more. */
  isSettled(path: string): boolean {
    return !this.#views.get(path)?.isHasty;
  }

  /** Applies fixes to the text until none is left, safe ones only or suggestions too. The host's text stays. */
  fixAll(path: string, which: 'safe' | 'suggestions', rule?: string): { text: string; applied: number } {
    let text = this.#outline(path)?.text ?? '';
    // What is applied is waited for.
    let analyzer = this.#over(path, text);
    let applied = 0;
    // One at a time: two fixes that were each proven alone are not proven together.
    for (; applied < MAX_FIXES; applied++) {
      const fix = analyzer.#nextFix(path, which, rule);
      if (!fix) break;
      text = applyEdits(text, fix.edits);
      analyzer = this.#over(path, text);
    }
    return { text, applied };
  }

  #nextFix(path: string, which: 'safe' | 'suggestions', rule: string | undefined): Fix | null {
    for (const f of this.findings(path)) {
      if (rule !== undefined && f.rule !== rule) continue;
      const fix = this.fixes(path, f.id).find((x) => which === 'suggestions' || x.applicability === 'safe');
      if (fix) return fix;
    }
    return null;
  }

  /** An analyzer that sees another text for one file, and waits for all that it asks. */
  #over(path: string, text: string): Analyzer {
    const { importers } = this.#host;
    const host: Host = {
      ...(importers ? { importers: importers.bind(this.#host) } : {}),
      read: (p) => (p === path ? text : this.#host.read(p)),
    };
    const options = { host, laws: this.#laws, config: this.#config, whole: this.#whole };
    const over = new Analyzer(options, this.#islands, this.#checker);
    for (const [p, outline] of this.#outlines) if (p !== path) over.#outlines.set(p, outline);
    return over;
  }

  #outline(path: string): Outline | null {
    let outline = this.#outlines.get(path);
    if (outline === undefined) {
      const text = nodeText(path) ?? this.#host.read(path);
      const stale = this.#stale.get(path) ?? null;
      this.#stale.delete(path);
      outline = text === null ? null : stale?.text === text ? stale : outlineOf(path, text, stale);
      this.#outlines.set(path, outline);
    }
    return outline;
  }

  #view(path: string): View | null {
    let view = this.#views.get(path);
    if (view && !view.isHasty) return view;
    const outline = this.#outline(path);
    if (!outline) return null;
    const sources = {
      outline: (p: string) => this.#outline(p),
      resolve: (from: string, specifier: string) => resolveModule(from, specifier, (p) => this.#outline(p) !== null),
    };
    const roots = this.#roots(path);
    const { modules, ...cut } = partition(sources, roots, path);
    const islands = this.#whole ? null : cut.islands;
    const analysed = (programs: readonly IslandProgram[]): readonly Part[] =>
      this.#islands.of(path, programs, this.#laws, this.#config);
    const whole = (): readonly Part[] => analysed([wholeProgram(modules, roots)]);
    const parts = islands === null ? whole() : analysed(islandPrograms(islands, modules, roots));
    const strange = islandPrograms(islands === null ? [] : cut.suspects, modules, roots);
    // What one part does to what all share, the others see.
    const suspects = this.#islands.of(`${path} and what it loads`, strange, this.#laws, this.#config);
    view = new View(path, outline, parts, islands?.map((i) => i.arrays) ?? [true], suspects);
    if (view.isMeddled() || suspects.some((p) => p.analysis.records.meddled))
      view = new View(path, outline, whole(), [true]);
    this.#views.set(path, view);
    return view;
  }

  /** The file, and everything that imports it, directly or through others: there its functions are called. */
  #roots(path: string): readonly string[] {
    const roots = [path];
    for (let i = 0; i < roots.length && roots.length < MAX_ROOTS; i++) {
      for (const p of this.#host.importers?.(roots[i] as string) ?? []) if (!roots.includes(p)) roots.push(p);
    }
    return roots.slice(0, MAX_ROOTS);
  }
}
