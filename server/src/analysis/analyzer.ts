/** The door of the analysis: texts in; facts, findings, fixes and hovers out. Results are kept until a text changes. */
import type { Laws } from 'bytelens/laws';
import type { AnalyzerOptions, Config, FileFacts, Finding, Fix, Host, HoverFacts } from './api.ts';
import { DEFAULT_CONFIG } from './api.ts';
import { factsOf } from './facts.ts';
import { type Found, findAll, toFinding } from './findings.ts';
import { hoverAt } from './hover.ts';
import { analyseProgram } from './interp/program.ts';
import type { CallRecord, Records } from './interp/records.ts';
import type { ModuleIR } from './ir/types.ts';
import { Uses } from './ir/uses.ts';
import { ModuleCache } from './modules.ts';
import { RuleContext } from './rules/context.ts';
import type { Candidate, Edit } from './rules/types.ts';
import { lowerModule } from './syntax/lower/module.ts';
import { parses } from './syntax/text.ts';
import { differences, peakFalls } from './whatif/compare.ts';
import { applyEdits, overlap } from './whatif/edits.ts';

/** Importers of a file that are analysed with it. */
const MAX_ROOTS = 24;
/** Fixes that one call applies at most: beyond, they do not converge. */
const MAX_FIXES = 500;

const NO_LOWER_PEAK = 'the peak does not fall';

interface Verdict {
  readonly safe: boolean;
  /** Why it is not. */
  readonly why: string | null;
}

export class Analyzer {
  readonly #host: Host;
  readonly #laws: Laws;
  readonly #modules: ModuleCache;
  readonly #programs = new Map<string, Records>();
  readonly #found = new Map<string, Found[]>();
  #config: Config;

  constructor(options: AnalyzerOptions) {
    this.#host = options.host;
    this.#laws = options.laws;
    this.#config = options.config ?? DEFAULT_CONFIG;
    this.#modules = new ModuleCache(this.#host);
  }

  setConfig(config: Config): void {
    this.#config = config;
    this.#found.clear();
  }

  /** A file's text changed, or it appeared or vanished. */
  invalidate(path: string): void {
    this.#modules.invalidate(path);
    this.#programs.clear();
    this.#found.clear();
  }

  facts(path: string): FileFacts {
    const module = this.#modules.load(path);
    if (!module) return { path, text: '', sites: [], functions: [], parseErrors: [] };
    return factsOf(this.#records(path), module);
  }

  findings(path: string): Finding[] {
    return this.#findings(path).map((f) => toFinding(f));
  }

  /** The fixes of a finding of the current text; none where there is no such finding. */
  fixes(path: string, findingId: string): Fix[] {
    const found = this.#findings(path).find((f) => f.id === findingId);
    const module = this.#modules.load(path);
    if (!found || !module) return [];
    return found.detection.candidates.flatMap((c) => this.#fixOf(module, c) ?? []);
  }

  hover(path: string, offset: number): HoverFacts | null {
    const module = this.#modules.load(path);
    return module ? hoverAt(this.#records(path), module, offset) : null;
  }

  /** Applies fixes to the text until none is left, safe ones only or suggestions too. The host's text stays. */
  fixAll(path: string, which: 'safe' | 'suggestions', rule?: string): { text: string; applied: number } {
    let text = this.#modules.load(path)?.text ?? '';
    let analyzer: Analyzer = this;
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

  /** An analyzer that sees another text for one file. */
  #over(path: string, text: string): Analyzer {
    const host: Host = { ...this.#importing(), read: (p) => (p === path ? text : this.#host.read(p)) };
    return new Analyzer({ host, laws: this.#laws, config: this.#config });
  }

  #findings(path: string): Found[] {
    let found = this.#found.get(path);
    if (!found) {
      const module = this.#modules.load(path);
      found = module ? this.#detect(module) : [];
      this.#found.set(path, found);
    }
    return found;
  }

  #detect(module: ModuleIR): Found[] {
    const context = new RuleContext(module, this.#records(module.path), this.#config.minBytes);
    return findAll(context, this.#config).filter((f) => {
      const [first] = f.detection.candidates;
      if (!f.detection.onlyIfSafe) return true;
      const edits = first?.edits();
      return edits ? this.#verify(module, edits).safe : false;
    });
  }

  #fixOf(module: ModuleIR, c: Candidate): Fix | null {
    const edits = c.edits();
    if (!edits || edits.length === 0 || overlap(edits)) return null;
    if (!parses(module.path, applyEdits(module.text, edits))) return null;
    const verdict: Verdict = c.aims === 'safe' ? this.#verify(module, edits) : { safe: false, why: c.check };
    if (verdict.safe) return { title: c.title, applicability: 'safe', check: null, edits };
    // What saves nothing is no fix.
    if (verdict.why === NO_LOWER_PEAK) return null;
    const check = verdict.why === null || verdict.why === c.check ? c.check : `${c.check}: ${verdict.why}`;
    return { title: c.title, applicability: 'suggestion', check, edits };
  }

  /** What-if: the edited program is analysed as a whole and compared with the original. */
  #verify(module: ModuleIR, edits: readonly Edit[]): Verdict {
    const text = applyEdits(module.text, edits);
    if (overlap(edits) || !parses(module.path, text)) return { safe: false, why: 'the result would not parse' };
    const before = this.#records(module.path);
    const uses = new Uses(module);
    const edited = lowerModule(module.path, text);
    const modules = {
      load: (p: string) => (p === module.path ? edited : this.#modules.load(p)),
      resolve: (from: string, specifier: string) => this.#modules.resolve(from, specifier),
    };
    const after = analyseProgram(this.#laws, modules, this.#roots(module.path));
    const why = differences(
      before,
      after,
      module.path,
      edits,
      (call) => call.module === module.path && onlyNumbered(uses, call),
    );
    if (why !== null) return { safe: false, why };
    return peakFalls(before, after, module.path, edits)
      ? { safe: true, why: null }
      : { safe: false, why: NO_LOWER_PEAK };
  }

  #importing(): Pick<Host, 'importers'> {
    const { importers } = this.#host;
    return importers ? { importers: importers.bind(this.#host) } : {};
  }

  /** The file, and everything that imports it, directly or through others: there its functions are called. */
  #roots(path: string): readonly string[] {
    const roots = [path];
    for (let i = 0; i < roots.length && roots.length < MAX_ROOTS; i++) {
      for (const p of this.#host.importers?.(roots[i] as string) ?? []) if (!roots.includes(p)) roots.push(p);
    }
    return roots.slice(0, MAX_ROOTS);
  }

  #records(path: string): Records {
    let r = this.#programs.get(path);
    if (!r) {
      r = analyseProgram(this.#laws, this.#modules, this.#roots(path));
      this.#programs.set(path, r);
    }
    return r;
  }
}

/** Whether the result of a call is used only as the argument of `Number(…)`. */
function onlyNumbered(uses: Uses, c: CallRecord): boolean {
  return uses.usesOf(c.fn, c.instr.dst).every(({ step }) => {
    if (step.op !== 'call') return false;
    const callee = uses.definition(c.fn, step.callee);
    return callee?.op === 'global' && callee.name === 'Number';
  });
}
