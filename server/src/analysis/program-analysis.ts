/** The analysis of one program whose texts do not change: facts, findings, fixes and hovers, each found when first asked for. */
import type { Laws } from 'bytelens/laws';
import type { Config, FileFacts, Fix, HoverFacts } from './api.ts';
import { factsOf } from './facts.ts';
import { type Found, findAll } from './findings.ts';
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
import { differences, readsOthers, type Saving, savingOf } from './whatif/compare.ts';
import { applyEdits, overlap } from './whatif/edits.ts';

/** Whether an edit is safe, and then what it saves; else why not. */
type Verdict = { readonly safe: true; readonly saving: Saving } | { readonly safe: false; readonly why: string };

interface Confirmed {
  readonly found: Found;
  /** What its first fix saves, where it is reported only if that is safe. */
  readonly saving: Saving | null;
}

/** A program: its texts, and where it starts. */
export interface Program {
  /** The text of a module by path, or null where there is none. */
  read(path: string): string | null;
  /** Modules in the order in which they are run. */
  readonly roots: readonly string[];
  /** All of a module's text, where the program has only a part of it. */
  wholeText(path: string): string;
}

/** Whether a saving lowers the peak of the program that this is a part of. */
export type Lowers = (saving: Saving) => boolean;

export class ProgramAnalysis {
  #program: Program;
  readonly #laws: Laws;
  readonly #config: Config;
  readonly #modules: ModuleCache;
  readonly #found = new Map<string, Confirmed[]>();
  #records: Records | null = null;
  #hasty = false;
  #readsOthers: boolean | null = null;

  constructor(program: Program, laws: Laws, config: Config) {
    this.#program = program;
    this.#laws = laws;
    this.#config = config;
    this.#modules = new ModuleCache(program);
  }

  /** The same program, at other places of whole texts that may have changed around it. */
  adopt(program: Program): void {
    this.#program = program;
  }

  facts(path: string): FileFacts {
    const module = this.#modules.load(path);
    if (!module) return { path, text: '', sites: [], functions: [], parseErrors: [] };
    return factsOf(this.records, module);
  }

  findings(path: string, lowers: Lowers): readonly Found[] {
    let found = this.#found.get(path);
    if (!found) {
      const module = this.#modules.load(path);
      found = module ? this.#patiently(() => this.#detect(module)) : [];
      this.#found.set(path, found);
    }
    return found.filter((f) => f.saving === null || lowers(f.saving)).map((f) => f.found);
  }

  /** The fixes of a finding; none where there is no such finding. */
  fixes(path: string, findingId: string, lowers: Lowers): Fix[] {
    const found = this.findings(path, lowers).find((f) => f.id === findingId);
    const module = this.#modules.load(path);
    if (!found || !module) return [];
    return found.detection.candidates.flatMap((c) => this.#fixOf(module, c, lowers) ?? []);
  }

  hover(path: string, offset: number): HoverFacts | null {
    const module = this.#modules.load(path);
    return module ? hoverAt(this.records, module, offset) : null;
  }

  get records(): Records {
    this.#records ??= this.#patiently(() => analyseProgram(this.#laws, this.#modules, this.#program.roots));
    return this.#records;
  }

  /** Whether what it prints depends on what others have left in memory: then no edit elsewhere is safe. */
  get readsOthers(): boolean {
    this.#readsOthers ??= readsOthers(this.records) !== null;
    return this.#readsOthers;
  }

  /** Whether some answers were not waited for: then an analysis made anew knows more. */
  get isHasty(): boolean {
    return this.#hasty;
  }

  #patiently<T>(work: () => T): T {
    const { owed } = this.#laws;
    const result = work();
    this.#hasty ||= this.#laws.owed > owed;
    return result;
  }

  #detect(module: ModuleIR): Confirmed[] {
    const whole = () => this.#program.wholeText(module.path);
    const context = new RuleContext(module, whole, this.records, this.#config.minBytes);
    return findAll(context, this.#config).flatMap((found) => {
      if (!found.detection.onlyIfSafe) return { found, saving: null };
      const edits = found.detection.candidates[0]?.edits();
      const verdict = edits ? this.#verify(module, edits) : null;
      return verdict?.safe ? { found, saving: verdict.saving } : [];
    });
  }

  #fixOf(module: ModuleIR, c: Candidate, lowers: Lowers): Fix | null {
    const edits = c.edits();
    if (!edits || edits.length === 0 || overlap(edits)) return null;
    if (!parses(module.path, applyEdits(module.text, edits))) return null;
    const suggestion = (check: string): Fix => ({ title: c.title, applicability: 'suggestion', check, edits });
    if (c.aims === 'suggestion') return suggestion(c.check);
    const verdict = this.#verify(module, edits);
    if (!verdict.safe) return suggestion(verdict.why === c.check ? c.check : `${c.check}: ${verdict.why}`);
    // What saves nothing is no fix.
    return lowers(verdict.saving) ? { title: c.title, applicability: 'safe', check: null, edits } : null;
  }

  /** What-if: the edited program is analysed as a whole and compared with the original. */
  #verify(module: ModuleIR, edits: readonly Edit[]): Verdict {
    const text = applyEdits(module.text, edits);
    if (overlap(edits) || !parses(module.path, text)) return { safe: false, why: 'the result would not parse' };
    const before = this.records;
    const uses = new Uses(module);
    const edited = lowerModule(module.path, text);
    const modules = {
      load: (p: string) => (p === module.path ? edited : this.#modules.load(p)),
      resolve: (from: string, specifier: string) => this.#modules.resolve(from, specifier),
    };
    const after = analyseProgram(this.#laws, modules, this.#program.roots);
    const why = differences(
      before,
      after,
      module.path,
      edits,
      (call) => call.module === module.path && onlyNumbered(uses, call),
    );
    if (why !== null) return { safe: false, why };
    const saving = savingOf(before, after, module.path, edits);
    return saving ? { safe: true, saving } : { safe: false, why: 'a function would hold more' };
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
