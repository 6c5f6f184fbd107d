/** Lexical scopes while lowering: which declaration a name means. */
import type { Span } from '../api.ts';
import type { Variable } from '../ir/types.ts';

export class Scope {
  readonly parent: Scope | null;
  readonly fn: number;
  readonly #names = new Map<string, Variable>();

  constructor(parent: Scope | null, fn: number) {
    this.parent = parent;
    this.fn = fn;
  }

  own(name: string): Variable | undefined {
    return this.#names.get(name);
  }

  get variables(): Iterable<Variable> {
    return this.#names.values();
  }

  add(variable: Variable): void {
    this.#names.set(variable.name, variable);
  }

  /** The variable that `name` means here, marked as captured where a nested function reaches for it. */
  resolve(name: string): Variable | null {
    for (let s: Scope | null = this; s !== null; s = s.parent) {
      const v = s.own(name);
      if (v) {
        if (v.fn !== this.fn) v.captured = true;
        return v;
      }
    }
    return null;
  }
}

/** Makes the variables of one module, with ids that are unique in it. */
export class Variables {
  #next = 0;
  readonly byFunction = new Map<number, Variable[]>();

  make(name: string, kind: Variable['kind'], fn: number, span: Span | null): Variable {
    const v: Variable = { id: this.#next++, name, kind, fn, captured: false, span };
    const list = this.byFunction.get(fn);
    if (list) list.push(v);
    else this.byFunction.set(fn, [v]);
    return v;
  }
}
