/** The door of the analysis: texts in, facts out. Results are kept until a text changes. */
import type { AnalyzerOptions, Config, FileFacts, Host } from './api.ts';
import { DEFAULT_CONFIG } from './api.ts';
import type { Laws } from 'bytelens/laws';
import { factsOf } from './facts.ts';
import { Context } from './interp/context.ts';
import { runProgram } from './interp/program.ts';
import type { Records } from './interp/records.ts';
import { ModuleCache } from './modules.ts';

export class Analyzer {
  readonly #host: Host;
  readonly #laws: Laws;
  readonly #modules: ModuleCache;
  readonly #programs = new Map<string, Records>();
  #config: Config;

  constructor(options: AnalyzerOptions) {
    this.#host = options.host;
    this.#laws = options.laws;
    this.#config = options.config ?? DEFAULT_CONFIG;
    this.#modules = new ModuleCache(this.#host);
  }

  setConfig(config: Config): void {
    this.#config = config;
  }

  /** A file's text changed, or it appeared or vanished. */
  invalidate(path: string): void {
    this.#modules.invalidate(path);
    this.#programs.clear();
  }

  facts(path: string): FileFacts {
    const module = this.#modules.load(path);
    if (!module) return { path, text: '', sites: [], functions: [], parseErrors: [] };
    return factsOf(this.#records(path), module);
  }

  #records(path: string): Records {
    let r = this.#programs.get(path);
    if (!r) {
      const c = new Context(this.#laws, this.#modules);
      runProgram(c, [path]);
      r = c.records;
      this.#programs.set(path, r);
    }
    return r;
  }
}
