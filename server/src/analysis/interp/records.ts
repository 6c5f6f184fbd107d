/**
 * What the interpreter writes down while it runs: the value of every expression, every call with its circumstances,
 * every write, escape and overflow, in the order in which they happen. Facts and rules are computed from these.
 */
import type { Law } from 'bytelens/laws';
import type { Reason, Span } from '../api.ts';
import { residentBytes } from '../domain/bytes.ts';
import { maxSym, type Sym } from '../domain/sym.ts';
import { type ArrayValue, arrayPart, type HandleId, join, type StoreId, type Value } from '../domain/value.ts';
import { joinValues, type ValueFact } from '../domain/values.ts';
import type { CallInstr, Hint, InvokeInstr, NewInstr } from '../ir/types.ts';

export type CallLike = CallInstr | InvokeInstr | NewInstr;

/** One expression of one file, over all its evaluations. */
export interface SiteRecord {
  readonly path: string;
  readonly span: Span;
  value: Value;
  /** The numbers in the storages of the value when it was made. */
  facts: ValueFact | null;
  count: number;
  /** The arrays that it was, one after the other, where each was known and they are few; else null. */
  variants: readonly ArrayValue[] | null;
}

/** More arrays of different kinds than this are not kept apart. */
const MOST_VARIANTS = 16;

/** One library call, over all its evaluations. */
export interface CallRecord {
  readonly module: string;
  readonly fn: number;
  readonly instr: CallLike;
  /** `add`, `linalg.inv`: the same for function and method form; `new Float64Array` for constructors. */
  readonly name: string;
  readonly library: 'numpy-ts' | 'typed-array' | 'bytelens';
  /** Receiver first for a method. */
  args: Value[];
  /** The numbers of each argument that is an array. */
  argFacts: (ValueFact | null)[];
  result: Value;
  /** The numbers of the result, where it is an array or a number. */
  resultFact: ValueFact | null;
  /** The storages that this call itself took. */
  readonly made: Set<StoreId>;
  law: Law | null;
  overflow: boolean;
  /** Whether its numbers do not depend on the dtype that the arithmetic was done in. */
  exact: boolean;
  /** Inside a loop that was not unrolled. */
  repeated: boolean;
  count: number;
  readonly times: { first: number; last: number };
}

export type EventKind =
  /** The numbers of a storage changed. */
  | 'write'
  /** Something that is not analysed got hold of it: may read or write it, now or later. */
  | 'escape'
  /** A library call or a read of elements looked at the numbers. */
  | 'read'
  /** Its bytes or its identity were made visible: `.data`, `.buffer`, printing the object. */
  | 'observe';

export interface Event {
  readonly kind: EventKind;
  readonly store: StoreId;
  readonly handle: HandleId;
  readonly time: number;
  readonly path: string;
  readonly span: Span;
  /** What did it: `fill`, `return`, `console.log`. */
  readonly by: string;
  /** The task that did it, as in `interp/tasks.ts`: an async function, a callback, a generator. */
  readonly task: string;
}

/** A value that leaves what is analysed: what an edit must not change. */
export interface Escape {
  readonly path: string;
  readonly span: Span;
  readonly how: string;
  readonly value: Value;
  readonly facts: ValueFact | null;
}

export interface PeakRecord {
  readonly path: string;
  readonly span: Span;
  /** Exact where `why` is null, else at least so much. */
  peak: Sym;
  why: Reason | null;
  /** Whether it was certain each time that it runs. */
  sure: boolean;
}

/** One step of a module's top level. */
export interface TopLevelStep {
  readonly span: Span;
  /** The most bytes that it held at once beyond what was held before it, and what it left held. */
  readonly peak: Sym;
  readonly grown: Sym;
  /** Whether nothing runs after it: it throws. */
  readonly ends: boolean;
}

export class Records {
  readonly sites = new Map<string, SiteRecord>();
  /** Variables where they are declared or read, for hovers. */
  readonly names = new Map<string, SiteRecord>();
  /** Expressions of which a type or a comment says what they are, and what they are by it. */
  readonly told = new Map<string, SiteRecord>();
  /** What comments say, by place; `is`: what the variable is known to be instead. */
  readonly hints = new Map<string, { readonly path: string; readonly hint: Hint; is: Value | null }>();
  readonly calls = new Map<string, CallRecord>();
  readonly events: Event[] = [];
  readonly escapes: Escape[] = [];
  readonly statements = new Map<string, PeakRecord>();
  readonly functions = new Map<string, PeakRecord>();
  /** The top levels of modules, by path, step by step. */
  readonly topLevels = new Map<string, TopLevelStep[]>();
  /** All numbers that a storage ever holds. */
  readonly storeValues = new Map<StoreId, ValueFact>();
  /** When code that is not seen may have run, or something that is not known was written. */
  readonly outsideTimes: number[] = [];
  /** Storages that functions give to callers that are not seen. */
  readonly published = new Set<StoreId>();
  /** Storages in what a function returns, by `module#function`. */
  readonly returned = new Map<string, Set<StoreId>>();
  /** Functions in what a function returns, both by `module#function`. */
  readonly returnedFunctions = new Map<string, Set<string>>();
  /** Storages whose numbers were changed after they were made. */
  readonly mutated = new Set<StoreId>();
  /** The call that made a storage: `module#instruction`. */
  readonly makers = new Map<StoreId, string>();
  clock = 0;
  /** Some arrays come from code that ran while other code waited, and of which array there they are is not known. */
  unsourced = false;
  /** The most bytes that were held at once. */
  mostHeld = 0;
  /** How many fit into the library's pool where this program configures it; null where it configures what is not known. */
  pool: number | null | 'not configured' = 'not configured';
  /** Arrays of the library are printed as they are: that shows where in the pool they lie. */
  printsArrays = false;
  /** Something that the language provides was replaced by the program: all its parts may see that. */
  meddled = false;
  /** The program is too large to analyse as a whole: nothing was noted. */
  exhausted = false;

  /** So many bytes are held at once. */
  held(bytes: Sym): void {
    this.mostHeld = Math.max(this.mostHeld, bytes.value ?? 0);
  }

  holds(store: StoreId, values: ValueFact): void {
    const old = this.storeValues.get(store);
    this.storeValues.set(store, old ? joinValues(old, values) : values);
  }

  /** Notes that a comment was followed, or that the variable is known to be something else. */
  hinted(path: string, hint: Hint, is: Value | null): void {
    const key = `${path}:${hint.span.start}`;
    const old = this.hints.get(key);
    if (!old) this.hints.set(key, { path, hint, is });
    else if (is) old.is = old.is ? join(old.is, is) : is;
  }

  /** Notes the value of an expression (or a variable's name), joined with what it was before. */
  note(into: Map<string, SiteRecord>, path: string, span: Span, value: Value, facts: ValueFact | null): void {
    const key = `${path}:${span.start}:${span.end}`;
    const old = into.get(key);
    const array = arrayPart(value);
    const known = array && isKnown(array) ? array : null;
    if (!old) into.set(key, { path, span, value, facts, count: 1, variants: known ? [known] : null });
    else {
      old.variants = known && old.variants ? withVariant(old.variants, known) : null;
      old.value = join(old.value, value);
      old.facts = old.facts && facts ? joinValues(old.facts, facts) : null;
      old.count++;
    }
  }

  peak(into: Map<string, PeakRecord>, path: string, span: Span, peak: Sym, why: Reason | null, sure: boolean): void {
    const key = `${path}:${span.start}:${span.end}`;
    const old = into.get(key);
    if (!old) into.set(key, { path, span, peak, why, sure });
    else {
      old.why ??= why;
      if (!(old.sure && sure) && !old.peak.equals(peak))
        old.why ??= { message: 'whether it runs with the larger arrays is not known', path, span };
      old.sure &&= sure;
      old.peak = maxSym(old.peak, peak);
    }
  }
}

function isKnown(a: ArrayValue): boolean {
  return a.dtypes?.length === 1 && a.shape !== null && a.shape.every((d) => (d?.value ?? null) !== null);
}

function withVariant(all: readonly ArrayValue[], a: ArrayValue): readonly ArrayValue[] | null {
  const key = variantKey(a);
  if (all.some((x) => variantKey(x) === key)) return all;
  return all.length < MOST_VARIANTS ? [...all, a] : null;
}

function variantKey(a: ArrayValue): string {
  return `${a.library} ${a.ctor} ${a.dtypes?.join()} ${a.shape?.map((d) => d?.key).join()} ${residentBytes(a)?.key}`;
}
