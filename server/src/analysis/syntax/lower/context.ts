/** What lowering one module carries with it: instruction ids, the function being built, and how to emit into it. */
import type { ts } from 'ts-morph';
import type { Span } from '../../api.ts';
import type { BadHint, Block, FunctionIR, Hint, Instr, Step, Temp, TypeHint, Variable } from '../../ir/types.ts';
import type { Hints } from '../hints.ts';
import { Scope, Variables } from '../scope.ts';
import { isOfArrays, type TypeNames } from '../types.ts';

/** A step without what the context fills in. */
type Bare<T> = T extends unknown ? Omit<T, 'id' | 'span' | 'stmt'> : never;

export class ModuleContext {
  readonly source: ts.SourceFile;
  readonly variables = new Variables();
  readonly functions: FunctionIR[] = [];
  readonly names: TypeNames;
  readonly listed = new Set<string>();
  /** Modules that are imported while the program runs. */
  readonly dynamicRequests: string[] = [];
  /** Names that no declaration of the module binds. */
  readonly globals: string[] = [];
  /** What comments say of variables; those that belong to no statement stay. */
  readonly hints: Set<Hint>;
  readonly badHints: BadHint[];
  /** Whether types or comments say that something is an array. */
  tellsArrays = false;
  /** Whether comments may say of what type something is. */
  readonly hasTypeComments: boolean;
  #ids = 0;
  #labels = 0;
  #functions = 0;

  constructor(source: ts.SourceFile, names: TypeNames, hints: Hints) {
    this.source = source;
    this.names = names;
    this.hints = new Set(hints.good);
    this.badHints = [...hints.bad];
    this.hasTypeComments = source.text.includes('@type');
  }

  nextId(): number {
    return this.#ids++;
  }

  label(): string {
    return `L${this.#labels++}`;
  }

  functionIndex(): number {
    return this.#functions++;
  }

  span(node: ts.Node): Span {
    return { start: node.getStart(this.source), end: node.end };
  }
}

/** Where `break` and `continue` go. */
export interface JumpTarget {
  readonly name: string | null;
  readonly breakLabel: string;
  readonly continueLabel: string | null;
}

export class FunctionContext {
  readonly module: ModuleContext;
  readonly index: number;
  readonly parent: FunctionContext | null;
  scope: Scope;
  stmt: Span = { start: 0, end: 0 };
  readonly jumps: JumpTarget[] = [];
  /** What comments say of the variables that the statement gives a value. */
  hints: Hint[] = [];
  #temps = 0;
  #block: Step[] = [];

  constructor(module: ModuleContext, parent: FunctionContext | null) {
    this.module = module;
    this.parent = parent;
    this.index = module.functionIndex();
    this.scope = new Scope(parent?.scope ?? null, this.index);
  }

  temp(): Temp {
    return this.#temps++;
  }

  /** Appends a step; `at` is the node whose value or effect it is. */
  emit(at: ts.Node | Span, step: Bare<Step>): void {
    const span = 'kind' in at ? this.module.span(at) : at;
    this.#block.push({ ...step, id: this.module.nextId(), span, stmt: this.stmt } as Step);
  }

  /** Emits an instruction with a fresh destination and returns it. */
  value(at: ts.Node | Span, step: DistributiveOmitDst): Temp {
    const dst = this.temp();
    this.emit(at, { ...step, dst } as Bare<Step>);
    return dst;
  }

  /** What `build` emits, as a block of its own. */
  block(build: () => void): Block {
    const outer = this.#block;
    const inner: Step[] = [];
    this.#block = inner;
    try {
      build();
    } finally {
      this.#block = outer;
    }
    return inner;
  }

  scoped<T>(build: () => T): T {
    const outer = this.scope;
    this.scope = new Scope(outer, this.index);
    try {
      return build();
    } finally {
      this.scope = outer;
    }
  }

  declare(name: string, kind: Variable['kind'], at: ts.Node | null): Variable {
    const v = this.module.variables.make(name, kind, this.index, at ? this.module.span(at) : null);
    this.scope.add(v);
    return v;
  }

  /** A variable that no name in the program means: the result of `a ? b : c`. */
  hidden(): Variable {
    return this.module.variables.make('', 'hidden', this.index, null);
  }

  undefinedAt(at: ts.Node): Temp {
    return this.value(at, { op: 'const', value: { kind: 'undefined' } });
  }

  /** `src` as a comment says that it is. */
  hint(at: ts.Node | Span, src: Temp, hint: Hint): Temp {
    const axes = hint.said.kind === 'array' ? (hint.said.axes ?? []) : [];
    const sizes = axes.map((axis) => {
      const variable = typeof axis === 'string' ? this.scope.resolve(axis) : null;
      return variable ? this.value(hint.span, { op: 'load', variable }) : null;
    });
    this.module.tellsArrays = true;
    return this.value(at, { op: 'hint', src, hint, sizes });
  }

  /** `src` as a type says that it is; `name` is what a person calls it. */
  annotate(at: ts.Node, src: Temp, type: TypeHint, name: string): Temp {
    if (type.kind === 'other' || type.kind === 'void') return src;
    this.module.tellsArrays ||= isOfArrays(type);
    return this.value(at, { op: 'annotate', src, type, name });
  }
}

type InstrWithDst = Extract<Instr, { dst: Temp }>;
type DistributiveOmitDst = InstrWithDst extends infer T
  ? T extends unknown
    ? Omit<T, 'id' | 'span' | 'stmt' | 'dst'>
    : never
  : never;
