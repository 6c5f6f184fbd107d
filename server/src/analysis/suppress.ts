/** Suppression comments: which findings a file asks not to see. */
import type { Directive, ModuleIR } from './ir/types.ts';

export class Suppressions {
  readonly #directives: readonly Directive[];
  readonly #lineStarts: number[];

  constructor(module: ModuleIR) {
    this.#directives = module.directives;
    this.#lineStarts = [0];
    if (this.#directives.length > 0) {
      for (let i = module.text.indexOf('\n'); i >= 0; i = module.text.indexOf('\n', i + 1))
        this.#lineStarts.push(i + 1);
    }
  }

  /** Whether a finding of `rule` that starts at `offset` is to be left out. */
  covers(rule: string, offset: number): boolean {
    return this.#directives.some((d) => {
      if (d.rules.length > 0 && !d.rules.includes(rule)) return false;
      if (d.kind === 'ignore-file') return true;
      const start = this.#lineStarts[d.line];
      const end = this.#lineStarts[d.line + 1] ?? Number.POSITIVE_INFINITY;
      return start !== undefined && offset >= start && offset < end;
    });
  }
}
