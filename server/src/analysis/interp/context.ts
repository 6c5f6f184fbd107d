/**
 * The interpreter's working context: where laws, modules and records are reached from everywhere in `interp/` and
 * `libraries/`, and the named budgets that keep it finite.
 */
import type { ArrayModule, Laws } from 'bytelens/laws';
import type { Reason, Span } from '../api.ts';
import { type Cell, joinCells, type State } from '../domain/state.ts';
import { Sym } from '../domain/sym.ts';
import {
  type ClassValue,
  type Closure,
  type FrameId,
  type HandleId,
  type ObjectId,
  type StoreId,
  UNDEFINED,
  unknown,
  type Value,
} from '../domain/value.ts';
import { joinValues, type ValueFact } from '../domain/values.ts';
import type { ClassIR, FunctionIR, Instr, ModuleIR } from '../ir/types.ts';
import type { Catcher } from './exceptions.ts';
import { Records } from './records.ts';
import type { TaskKey, Tasks } from './tasks.ts';

export const BUDGET = {
  /** Instructions evaluated in one analysis of one program. Beyond, it is analysed again without unrolling loops. */
  steps: 120_000,
  /** Calls of analysed functions inside each other. */
  depth: 40,
  /** The same function inside itself. */
  recursion: 12,
  /** The same in a loop that is brought to a fixpoint, where arguments are joined anyway, and where loops are not unrolled. */
  recursionInLoops: 2,
  /** Instructions of a function inside itself, after which its calls are no longer followed one by one. */
  recursionSteps: 2_000,
  /** Rounds of a loop that are followed one by one. */
  unrolledRounds: 64,
  /** The same inside a loop that is brought to a fixpoint, in each of its passes. */
  unrolledInside: 8,
  /** Instructions of an analysis after which that is no longer done. */
  unrolledInsideSteps: 50_000,
  /** Instructions that one loop may cost by being followed round by round. */
  unrolledSteps: 8_000,
  /** Functions of one text, made in different scopes, that nothing seen calls. Beyond, what they capture is unknown. */
  uncalledScopes: 8,
  /** Functions of one text, made in different scopes, that are run where code that is not seen gets hold of them. */
  escapeRuns: 3,
  /** Passes over a loop's body before its numbers are widened, and at most. */
  passesBeforeWidening: 3,
  passes: 12,
} as const;

/** Where code runs: which function of which module, and the frame that holds its variables. */
export interface Frame {
  readonly id: FrameId;
  /** The frame that functions made here see: `id`, or inside a loop that of the round. */
  scope: FrameId;
  readonly module: ModuleIR;
  readonly fn: FunctionIR;
  readonly parent: FrameId | null;
  readonly temps: (Value | undefined)[];
  readonly self: Value;
  readonly home?: ClassValue | undefined;
  readonly args: readonly Value[];
  /** What a generator has yielded. */
  yields?: Value;
  /** Parameters whose values come from outside what is analysed. */
  readonly generic: boolean;
}

/** What resolving an import gives. */
export type Resolved =
  | { readonly kind: 'library'; readonly module: ArrayModule }
  /** The runtime core of Bytelens itself. */
  | { readonly kind: 'core' }
  /** One of Node's own modules. */
  | { readonly kind: 'node'; readonly module: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'outside'; readonly reason: string };

export interface Modules {
  resolve(from: string, specifier: string): Resolved;
  load(path: string): ModuleIR | null;
}

interface FrameInfo {
  readonly module: string;
  readonly fn: number;
  readonly parent: FrameId | null;
  /** The variables that a round of a loop has anew; null for a function's own frame, which holds all others. */
  readonly only: ReadonlySet<number> | null;
}

export class Context {
  readonly laws: Laws;
  readonly modules: Modules;
  readonly records = new Records();
  readonly frames = new Map<FrameId, FrameInfo>();
  /** The frames of each function, as by `module#function`, and what is made at each place in the program. */
  readonly framesOf = new Map<string, Set<FrameId>>();
  readonly objectsAt = new Map<string, Set<ObjectId>>();
  readonly storesAt = new Map<string, Set<StoreId>>();
  /** Frames that stand for those of many calls: a closure made in one does not see what another writes. */
  readonly manyFrames = new Set<FrameId>();
  readonly moduleFrames = new Map<string, FrameId>();
  readonly calledFunctions = new Set<string>();
  readonly madeClosures = new Map<string, Closure>();
  /** Functions that code which is not seen may call with anything, as by `closureKey`. */
  readonly escapedFunctions = new Set<string>();
  /** How many functions of one text, as by `taskKey`, were run where they escaped. */
  readonly escapeRuns = new Map<string, number>();
  /** What may run while code waits is being run. */
  waiting = false;
  /** Depth of code of which it is not certain that it runs: a branch, a handler, a loop that may make no round. */
  unsure = 0;
  /** Depth of loops that are being brought to a fixpoint: there, ids stand for many objects. */
  fixDepth = 0;
  steps = 0;
  /** Counts what is written, so that who looks again knows whether anything has changed. */
  writes = 0;
  /** Of those, the ones that another function may see. */
  sharedWrites = 0;
  /** Handlers around the code that runs, the innermost last. */
  readonly catchers: Catcher[] = [];
  /** Whether rounds of loops are followed one by one where their number is known. */
  readonly unroll: boolean;
  /** The functions that run, each with the step in which it was entered, and whether calls inside it are followed. */
  readonly stack: { module: string; fn: number; step: number; last: boolean }[] = [];
  readonly tasks: Tasks;
  /** The task that was started last: how it left the state, and in which step. */
  ended: { readonly id: number; readonly step: number; readonly state: State } | null = null;
  /** Where in the program each object and list is made, the same in each pass. */
  readonly sites = new Map<ObjectId, string>();
  /** What the program puts in the place of something the language provides: `Math.random`. */
  readonly replaced = new Set<string>();
  /** Whether the program names `Proxy`. */
  proxies = false;
  /** Lists that arrays keep as their shape, and those arrays. */
  readonly shapeLists = new Map<ObjectId, Set<HandleId>>();
  /** Arrays whose shape was changed by a write to such a list. */
  readonly reshaped = new Set<HandleId>();
  /** Names of fields that the program gives arrays, which have none of their own. */
  readonly arrayFields = new Set<string>();
  /** Classes whose prototype the program takes in hand: their methods may be others than in their text. */
  readonly patched = new Set<ClassIR>();
  /** Objects whose constructors run: what is set there, nobody else sees unset. */
  readonly constructing = new Map<ObjectId, TaskKey>();
  /** Depth of loops and callbacks that are brought to a fixpoint. */
  rounds = 0;
  /** The outermost of them that runs: what is made in it is told apart from what was made when it ran before. */
  loop = 0;
  /** The pass of the innermost of them that runs. */
  pass = 0;
  /** The objects that were written in each pass that runs, the innermost last. */
  readonly touched: Set<ObjectId>[] = [];
  /** In which pass an object was last made. */
  readonly #objectsIn = new Map<ObjectId, number>();
  /** The frames of the functions that run, the innermost last. */
  readonly running: Frame[] = [];
  /** In which pass memory was last taken. */
  readonly #madeIn = new Map<StoreId, number>();
  /** Where sizes were given a name. */
  readonly #named = new Map<string, Frame>();
  #ids = 1;
  readonly #keyed = new Map<string, number>();

  constructor(laws: Laws, modules: Modules, tasks: Tasks, unroll: boolean) {
    this.unroll = unroll;
    this.tasks = tasks;
    this.laws = laws;
    this.modules = modules;
  }

  addFrame(id: FrameId, info: FrameInfo): void {
    this.frames.set(id, info);
    addTo(this.framesOf, `${info.module}#${info.fn}`, id);
  }

  /** A new id, or in a fixpoint the id that this place always gets. */
  id(frame: Frame, instr: number, what: string): number {
    if (this.fixDepth === 0) return this.#ids++;
    return this.keyedId(`${this.loop}:${frame.id}:${frame.module.path}:${instr}:${what}`);
  }

  /** Whether so many rounds are followed one by one here. */
  follows(rounds: number): boolean {
    if (!this.unroll) return false;
    if (this.fixDepth === 0) return rounds <= BUDGET.unrolledRounds;
    return rounds <= BUDGET.unrolledInside && this.steps < BUDGET.unrolledInsideSteps;
  }

  /** The id that a key always gets. */
  keyedId(key: string): number {
    let id = this.#keyed.get(key);
    if (id === undefined) {
      id = this.#ids++;
      this.#keyed.set(key, id);
    }
    return id;
  }

  fresh(): number {
    return this.#ids++;
  }

  /** Whether the budget of steps ran out: then what was noted does not cover the whole program. */
  get exhausted(): boolean {
    return this.steps > BUDGET.steps;
  }

  tick(): number {
    return ++this.records.clock;
  }

  reason(frame: Frame, message: string, span: Span | null): Reason {
    return { message, path: frame.module.path, span };
  }

  unknown(frame: Frame, message: string, span: Span | null): Value {
    return unknown(message, frame.module.path, span);
  }

  allocate(state: State, frame: Frame, instr: number, what: string, cell: Cell): Value {
    const id: ObjectId = this.id(frame, instr, what);
    const old = state.heap.get(id);
    const site = `${frame.module.path}#${instr}:${what}`;
    this.sites.set(id, site);
    addTo(this.objectsAt, site, id);
    // In a loop that is brought to a fixpoint it is one object, as long as none that was made here before is left.
    const many = old !== undefined || this.fixDepth > this.rounds;
    this.#objectsIn.set(id, this.pass);
    state.heap.set(id, many ? { ...(old ? joinCells(old, cell) : cell), multi: true } : cell);
    return { k: 'object', ids: [id] };
  }

  /** Whether an object was made in the pass that runs. */
  isNew(id: ObjectId): boolean {
    return this.#objectsIn.get(id) === this.pass;
  }

  list(state: State, frame: Frame, instr: number, items: readonly Value[], length: Sym): Value {
    return this.allocate(state, frame, instr, 'list', { t: 'list', items, element: null, length, multi: false });
  }

  /** Memory for a new array. */
  store(
    state: State,
    frame: Frame,
    instr: number,
    what: string,
    values: ValueFact,
    bytes: Sym | null,
    external: boolean,
  ): StoreId {
    const id: StoreId = this.id(frame, instr, `store ${what}`);
    const old = state.stores.get(id);
    // In one pass twice: it stands for several arrays that may all be there.
    const many = old !== undefined && (old.many === true || this.#madeIn.get(id) === this.pass);
    this.#madeIn.set(id, this.pass);
    state.stores.set(id, {
      values: old ? joinValues(old.values, values) : values,
      bytes: old && old.bytes?.key !== bytes?.key ? null : bytes,
      refs: 1,
      external: external || (old?.external ?? false),
      ...(many ? { many } : {}),
    });
    this.records.holds(id, values);
    this.records.makers.set(id, `${frame.module.path}#${instr}`);
    addTo(this.storesAt, `${frame.module.path}#${instr}`, id);
    return id;
  }

  /**
   * A size that is known only when the program runs, under a name; null where the place is come to more than once, for
   * then it is another one each time.
   */
  symbol(frame: Frame, instr: number, label: string): Sym | null {
    const key = `${frame.module.path}#${instr}@${frame.id}`;
    const own = this.#named.get(key);
    if (this.rounds > 0 || own === frame || (own !== undefined && !frame.generic)) return null;
    this.#named.set(key, frame);
    return Sym.symbol(label, key);
  }

  handle(state: State, frame: Frame, instr: number, what: string): HandleId {
    const id = this.id(frame, instr, `handle ${what}`);
    state.disposed.delete(id);
    return id;
  }
}

function addTo<T>(sets: Map<string, Set<T>>, key: string, item: T): void {
  const found = sets.get(key);
  if (found) found.add(item);
  else sets.set(key, new Set([item]));
}

/** One key for all functions of one text in one scope. */
export function closureKey(f: Closure): string {
  return `${f.module}#${f.fn}@${f.frame}`;
}

/** The span and statement of an instruction, for records. */
export type Where = Pick<Instr, 'id' | 'span' | 'stmt'>;

/** A frame for what happens to a function from outside: nothing of what runs is its own. */
export function outsideFrame(module: ModuleIR, fn: FunctionIR, id: FrameId = 0): Frame {
  return { id, scope: id, module, fn, parent: null, temps: [], self: UNDEFINED, args: [], generic: true };
}
