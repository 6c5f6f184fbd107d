/**
 * The intermediate representation: what a module does, in small steps with source ranges.
 *
 * Three-address instructions over temporaries (each written by one instruction) and variables, inside structured
 * regions (if, loop, try). No compiler node survives lowering: everything after this stage sees only these types.
 */
import type { Span } from '../api.ts';

/** A temporary: an index that is unique in its function. */
export type Temp = number;

/** A variable: unique in its module. */
export interface Variable {
  readonly id: number;
  readonly name: string;
  /** The function that declares it; 0 is the module's top level. */
  readonly fn: number;
  readonly kind: 'const' | 'let' | 'var' | 'param' | 'function' | 'class' | 'import' | 'hidden';
  /** Read or written by a function nested in the declaring one. */
  captured: boolean;
  readonly span: Span | null;
}

/** What a type annotation says that matters here. */
export type TypeHint =
  | { readonly kind: 'ndarray'; readonly dtypes: readonly string[] | null }
  | { readonly kind: 'typed'; readonly ctor: string }
  | { readonly kind: 'number' }
  | { readonly kind: 'string' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'bigint' }
  | { readonly kind: 'void' }
  | { readonly kind: 'list'; readonly item: TypeHint }
  | { readonly kind: 'tuple'; readonly items: readonly TypeHint[] }
  | { readonly kind: 'record'; readonly fields: Readonly<Record<string, TypeHint>> }
  | { readonly kind: 'union'; readonly members: readonly TypeHint[] }
  | { readonly kind: 'promise'; readonly value: TypeHint }
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'other'; readonly text: string };

export interface Argument {
  readonly temp: Temp;
  readonly span: Span;
  readonly spread: boolean;
}

export type Constant =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'bigint'; readonly value: string }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'undefined' }
  /** What a list literal leaves out: `[1, , 3]`. */
  | { readonly kind: 'hole' }
  | { readonly kind: 'regexp'; readonly value: string };

interface At {
  /** Unique in the module. */
  readonly id: number;
  /** The expression (or statement) that this step computes. */
  readonly span: Span;
  /** The statement around it. */
  readonly stmt: Span;
}

export interface CallInstr extends At {
  readonly op: 'call';
  readonly dst: Temp;
  readonly callee: Temp;
  /** What the function is a member of: `this` in it (`table[name]()`). */
  readonly self?: Temp;
  readonly calleeSpan: Span;
  readonly args: readonly Argument[];
}

/** A method call `obj.name(args)`. */
export interface InvokeInstr extends At {
  readonly op: 'invoke';
  readonly dst: Temp;
  readonly obj: Temp;
  readonly objSpan: Span;
  readonly name: string;
  readonly nameSpan: Span;
  readonly args: readonly Argument[];
}

export interface NewInstr extends At {
  readonly op: 'new';
  readonly dst: Temp;
  readonly callee: Temp;
  readonly calleeSpan: Span;
  readonly args: readonly Argument[];
}

/** The field under which the accessor of a property is kept; no property has a name with a space before it. */
export function accessorField(kind: 'get' | 'set', name: string): string {
  return `${kind} ${name}`;
}

export type PropertyEntry =
  | { readonly kind: 'field'; readonly name: string; readonly temp: Temp }
  | { readonly kind: 'computed'; readonly key: Temp; readonly temp: Temp }
  | { readonly kind: 'spread'; readonly temp: Temp };

export type Instr =
  | (At & { readonly op: 'const'; readonly dst: Temp; readonly value: Constant })
  | (At & { readonly op: 'load'; readonly dst: Temp; readonly variable: Variable })
  /** `init` is the declaration's own first write. */
  | (At & { readonly op: 'store'; readonly variable: Variable; readonly src: Temp; readonly init: boolean })
  /** Statements of other islands run, which may run code that is not seen. */
  | (At & { readonly op: 'elsewhere' })
  /** A name that no declaration of the module binds: `Math`, `console`, `process`. */
  | (At & { readonly op: 'global'; readonly dst: Temp; readonly name: string })
  | (At & { readonly op: 'this'; readonly dst: Temp })
  | (At & {
      readonly op: 'param';
      readonly dst: Temp;
      readonly index: number;
      readonly rest: boolean;
      readonly name: string;
    })
  | (At & { readonly op: 'binary'; readonly dst: Temp; readonly operator: string; readonly a: Temp; readonly b: Temp })
  | (At & { readonly op: 'unary'; readonly dst: Temp; readonly operator: string; readonly a: Temp })
  | (At & {
      readonly op: 'member';
      readonly dst: Temp;
      readonly obj: Temp;
      readonly objSpan: Span;
      readonly name: string;
    })
  | (At & {
      readonly op: 'element';
      readonly dst: Temp;
      readonly obj: Temp;
      readonly objSpan: Span;
      readonly index: Temp;
      /** It is what a pattern (`const [a, b] = obj`) takes, by going over `obj`. */
      readonly item?: true;
    })
  | (At & { readonly op: 'setMember'; readonly obj: Temp; readonly name: string; readonly src: Temp })
  | (At & { readonly op: 'setElement'; readonly obj: Temp; readonly index: Temp; readonly src: Temp })
  | CallInstr
  | InvokeInstr
  | NewInstr
  | (At & { readonly op: 'list'; readonly dst: Temp; readonly items: readonly Argument[] })
  | (At & { readonly op: 'object'; readonly dst: Temp; readonly entries: readonly PropertyEntry[] })
  | (At & {
      readonly op: 'template';
      readonly dst: Temp;
      readonly strings: readonly string[];
      readonly parts: readonly Temp[];
    })
  | (At & { readonly op: 'closure'; readonly dst: Temp; readonly fn: number })
  | (At & { readonly op: 'class'; readonly dst: Temp; readonly cls: ClassIR; readonly base: Temp | null })
  /** `super(...)`: the constructor of the base class, for the same object. */
  | (At & { readonly op: 'superCall'; readonly dst: Temp; readonly args: readonly Argument[] })
  /** `super.name`: what the base class has under the name. */
  | (At & { readonly op: 'superMember'; readonly dst: Temp; readonly name: string })
  | (At & { readonly op: 'await'; readonly dst: Temp; readonly src: Temp })
  /** `delegates`: `yield*`. */
  | (At & { readonly op: 'yield'; readonly dst: Temp; readonly src: Temp | null; readonly delegates: boolean })
  /** Says what a type annotation says of `src`. */
  | (At & {
      readonly op: 'annotate';
      readonly dst: Temp;
      readonly src: Temp;
      readonly type: TypeHint;
      /** What a person calls the value. */
      readonly name: string;
    })
  /** Says what a comment says of `src`; `sizes` are the axes whose size is a variable. */
  | (At & {
      readonly op: 'hint';
      readonly dst: Temp;
      readonly src: Temp;
      readonly hint: Hint;
      readonly sizes: readonly (Temp | null)[];
    })
  /** The rest of a destructured list (`from` a position) or object (without `omit`). */
  | (At & {
      readonly op: 'rest';
      readonly dst: Temp;
      readonly src: Temp;
      readonly from: number;
      readonly omit: readonly string[];
    })
  /** True where `src` is null or undefined. */
  | (At & { readonly op: 'isNullish'; readonly dst: Temp; readonly src: Temp })
  /** The variable's value is disposed at the end of its block (`using`). */
  | (At & { readonly op: 'dispose'; readonly src: Temp })
  /** `dynamic`: the promise of `import(…)`. */
  | (At & {
      readonly op: 'import';
      readonly dst: Temp;
      readonly module: string;
      readonly name: string;
      readonly dynamic?: true;
    })
  /** Something that lowering does not understand; its parts were evaluated before. */
  | (At & {
      readonly op: 'opaque';
      readonly dst: Temp;
      readonly reason: string;
      readonly inputs: readonly Temp[];
      /** It may run code, and so take memory. */
      readonly runs: boolean;
    });

export type Region =
  | (At & { readonly op: 'if'; readonly cond: Temp; readonly then: Block; readonly else: Block })
  | (At & {
      readonly op: 'loop';
      readonly label: string;
      /** Evaluated before each round; the round runs where `cond` is true. Null: always. */
      readonly test: Block | null;
      readonly cond: Temp | null;
      readonly body: Block;
      /** After each round, also after `continue`. */
      readonly update: Block;
      /** `do … while`: the first round runs before the first test. */
      readonly bodyFirst: boolean;
      /** Fresh per round, so that closures capture that round's value. */
      readonly perRound: readonly Variable[];
    })
  | (At & {
      readonly op: 'forOf';
      readonly label: string;
      readonly iterable: Temp;
      readonly item: Temp;
      /** `of` gives values, `in` gives keys as strings. */
      readonly keys: boolean;
      readonly body: Block;
    })
  | (At & { readonly op: 'block'; readonly label: string; readonly body: Block })
  | (At & {
      readonly op: 'try';
      readonly body: Block;
      readonly handler: Block | null;
      readonly error: Temp | null;
      readonly final: Block | null;
    })
  | (At & { readonly op: 'return'; readonly src: Temp | null })
  | (At & { readonly op: 'throw'; readonly src: Temp })
  | (At & { readonly op: 'break'; readonly label: string })
  | (At & { readonly op: 'continue'; readonly label: string });

export type Step = Instr | Region;
export type Block = readonly Step[];

export interface ClassIR {
  readonly name: string;
  readonly span: Span;
  /** Function index of the constructor, or null. */
  readonly ctor: number | null;
  /** A function that sets the instance fields on `this`, run before the constructor's body; or null. */
  readonly fields: number | null;
  /** The same for static fields, run once when the class is made, with `this` the class. */
  readonly statics: number | null;
  readonly methods: readonly {
    readonly name: string;
    readonly fn: number;
    readonly isStatic: boolean;
    readonly kind: 'method' | 'get' | 'set';
    /** What its name is, is known only when the class is made. */
    readonly isComputed: boolean;
  }[];
}

export interface FunctionIR {
  readonly index: number;
  readonly name: string;
  readonly span: Span;
  readonly parent: number | null;
  readonly body: Block;
  readonly paramCount: number;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** Arrow functions take `this` from where they are made. */
  readonly isArrow: boolean;
  /** Only declared: it is somewhere else. */
  readonly isAmbient: boolean;
  readonly returnType: TypeHint | null;
  readonly variables: readonly Variable[];
}

export type ExportIR =
  | { readonly kind: 'local'; readonly name: string; readonly variable: Variable }
  | {
      readonly kind: 'from';
      readonly name: string;
      readonly module: string;
      readonly imported: string;
      readonly span: Span;
    }
  | { readonly kind: 'all'; readonly module: string; readonly span: Span };

export interface ModuleIR {
  readonly path: string;
  readonly text: string;
  /** Function 0 is the top level. */
  readonly functions: readonly FunctionIR[];
  readonly exports: readonly ExportIR[];
  /** Whether the text names a typed array or an array buffer, says that something is an array, or requires a module. */
  readonly usesArrays: boolean;
  /** Module specifiers in the order in which they are evaluated. */
  readonly requests: readonly string[];
  readonly parseErrors: readonly { readonly span: Span; readonly message: string }[];
  /** Statements (`start:end`) that stand in a list, so that others can be put before or after them. */
  readonly listed: ReadonlySet<string>;
  readonly directives: readonly Directive[];
  /** Comments that say what a variable is, and cannot be followed. */
  readonly badHints: readonly BadHint[];
}

/** `bytelens: x is float32[1024, n]`: what a comment says of a variable. */
export interface Hint {
  /** Where the comment stands. */
  readonly span: Span;
  readonly variable: string;
  /** Where in the text it says what the variable is. */
  readonly saidSpan: Span;
  readonly said: HintedType;
}

export type HintedType =
  /** `axes`: null as a whole where only the dtype is told; an axis is a size, a name for it, or not known. */
  | { readonly kind: 'array'; readonly dtype: string | null; readonly ctor: string | null; readonly axes: Axes }
  | { readonly kind: 'number'; readonly value: number };

type Axes = readonly (number | string | null)[] | null;

export interface BadHint {
  readonly span: Span;
  readonly problem: string;
}

/** A `bytelens` comment. */
export type Directive =
  | { readonly kind: 'ignore-next-line'; readonly rules: readonly string[]; readonly span: Span; readonly line: number }
  | { readonly kind: 'ignore-file'; readonly rules: readonly string[]; readonly span: Span };
