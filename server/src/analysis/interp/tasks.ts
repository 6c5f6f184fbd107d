/**
 * What runs while code waits. An async function, a callback of a promise and a handler are *tasks*: from where they wait
 * on, they and who started them go on in turns, and each may find changed what the others write.
 *
 * A program with tasks is analysed in passes: each pass notes what every task writes, and where a task waits it finds
 * what it knew joined with what tasks that may run meanwhile have written in any pass. The last pass is one that learns
 * nothing more. Nothing is kept of a program without tasks but the notes.
 */
import { type Cell, elementOf, joinStates, type State, widenValue } from '../domain/state.ts';
import {
  ANY_STRING,
  join,
  NO_HANDLE,
  type ObjectId,
  type StoreId,
  same,
  unknown,
  type Value,
} from '../domain/value.ts';
import { joinValues, sameValues, type ValueFact, widenValues } from '../domain/values.ts';
import type { Variable } from '../ir/types.ts';

/** The function that a task runs, by `module#function`. */
export type TaskKey = string;

/** The top level of the modules. */
export const MAIN: TaskKey = 'main';
/** Whoever calls exported functions and handlers. */
const OUTSIDE: TaskKey = 'outside';

/** Passes after which numbers that still move are widened, and after which what still changes is given up on. */
const EXACT_PASSES = 2;
const PASSES = 6;

/** What one task writes, by the place in the program where the variable, object, list or array is made. */
export interface Written {
  /** Who wrote it. */
  readonly task: TaskKey;
  /** By function and variable. */
  readonly variables: Map<string, { readonly fn: string; readonly id: number; value: Value }>;
  readonly fields: Map<string, Map<string, Value>>;
  /** Elements of lists; null where a list only got shorter. */
  readonly elements: Map<string, Value | null>;
  /** Numbers of arrays. */
  readonly numbers: Map<string, ValueFact>;
  /** When it last grew. */
  version: number;
}

/** A field of which only that it is one of the object's is known. */
export const ANY_FIELD = '*';

/** What came of running a task: what it has written, and the states in which it waits (null where it never does). */
interface TaskRun<T> {
  readonly result: T;
  readonly touched: Touched;
  readonly suspended: State | null;
}

export interface Touched {
  readonly vars: Set<string>;
  readonly heap: Set<ObjectId>;
  readonly stores: Set<StoreId>;
}

function newTouched(): Touched {
  return { vars: new Set(), heap: new Set(), stores: new Set() };
}

export class Tasks {
  #current: TaskKey = MAIN;
  readonly #written = new Map<TaskKey, Written>();
  readonly #startedBy = new Map<TaskKey, Set<TaskKey>>();
  /** Tasks that may run several times at once. */
  readonly #several = new Set<TaskKey>();
  #started = new Set<TaskKey>();
  #version = 0;
  #pass = 0;
  /** What was written since the current task started: keys of variables, ids of objects and of storages. */
  #touched = newTouched();
  /** The states in which the current task waits. */
  #suspended: State | null = null;
  /** Where tasks waited in this pass, and the version that they have seen. */
  #waits = new Map<string, { task: TaskKey; pending: readonly TaskKey[] | null; version: number }>();

  get current(): TaskKey {
    return this.#current;
  }

  /** Starts a pass over the program; false where there have been too many. */
  startPass(): boolean {
    this.#waits = new Map();
    this.#started = new Set();
    this.#current = MAIN;
    this.#touched = newTouched();
    this.#suspended = null;
    return this.#pass++ <= PASSES * 2;
  }

  /** Whether something was written that a task, where it waited, did not know of. */
  get learned(): boolean {
    for (const w of this.#waits.values()) {
      const keys = w.task === OUTSIDE ? this.#startedOutside() : [w.task];
      const own = keys.map((k) => this.#written.get(k)).filter((x) => x !== undefined);
      const seen = w.pending ? this.#meanwhile(w.task, w.pending) : own;
      if (seen.some((x) => x.version > w.version)) return true;
    }
    return false;
  }

  /** Runs `f` as a task that code which is not seen starts, at any time and any number of times. */
  runFromOutside<T>(key: TaskKey, f: () => T): TaskRun<T> {
    return this.#run(key, OUTSIDE, true, f);
  }

  /** Runs `f` as a task. `repeated` where the place that starts it may start several. */
  run<T>(key: TaskKey, repeated: boolean, f: () => T): TaskRun<T> {
    return this.#run(key, this.#current, repeated, f);
  }

  #run<T>(key: TaskKey, by: TaskKey, repeated: boolean, f: () => T): TaskRun<T> {
    let starters = this.#startedBy.get(key);
    if (!starters) {
      starters = new Set();
      this.#startedBy.set(key, starters);
    }
    starters.add(by);
    if (repeated || this.#started.has(key)) this.#several.add(key);
    this.#started.add(key);
    const outer = { task: this.#current, touched: this.#touched, suspended: this.#suspended };
    const touched = newTouched();
    this.#current = key;
    this.#touched = touched;
    this.#suspended = null;
    const result = f();
    const suspended = this.#suspended;
    this.#current = outer.task;
    this.#touched = outer.touched;
    this.#suspended = outer.suspended;
    for (const k of ['vars', 'heap', 'stores'] as const)
      for (const id of touched[k]) (outer.touched[k] as Set<string | number>).add(id);
    return { result, touched, suspended };
  }

  /** The current task waits: who started it goes on. */
  suspend(state: State): void {
    this.#suspended = joinStates(this.#suspended, state.clone());
  }

  wroteVariable(key: string, module: string, variable: Variable, value: Value): void {
    this.#touched.vars.add(key);
    if (!variable.captured && variable.fn !== 0) return;
    const { variables } = this.#mine();
    const fn = `${module}#${variable.fn}`;
    const site = `${fn}:${variable.id}`;
    const old = variables.get(site);
    const next = this.#joined(old?.value ?? null, value);
    if (next) variables.set(site, { fn, id: variable.id, value: next });
  }

  /** `site` is null where only the task itself knows the object yet. */
  wroteCell(id: ObjectId, site: string | null, before: Cell | undefined, after: Cell): void {
    this.#touched.heap.add(id);
    if (site === null) return;
    if (after.t === 'list') {
      const element = elementOf(after);
      const { elements } = this.#mine();
      if (element) this.#note(elements, site, element);
      else if (!elements.has(site)) {
        elements.set(site, null);
        this.#mine().version = ++this.#version;
      }
      return;
    }
    const old = before?.t === 'record' ? before : null;
    for (const [name, value] of after.fields)
      if (old?.fields.get(name) !== value) this.#note(this.#fieldsOf(site), name, value);
    if (after.rest && after.rest !== old?.rest) this.#note(this.#fieldsOf(site), ANY_FIELD, after.rest);
  }

  wroteNumbers(id: StoreId, site: string, values: ValueFact): void {
    this.#touched.stores.add(id);
    const w = this.#mine();
    const old = w.numbers.get(site);
    const next = old ? (this.#pass > EXACT_PASSES ? widenValues(old, values) : joinValues(old, values)) : values;
    if (old && sameValues(old, next)) return;
    w.numbers.set(site, next);
    w.version = ++this.#version;
  }

  /** What a task has written in any pass; noted as something that was asked for. */
  writtenBy(key: TaskKey): Written | null {
    const log = `of ${key}`;
    if (!this.#waits.has(log)) this.#waits.set(log, { task: key, pending: null, version: this.#version });
    return this.#written.get(key) ?? null;
  }

  /** The same for all functions that code which is not seen calls. */
  writtenOutside(): Written[] {
    this.writtenBy(OUTSIDE);
    return this.#startedOutside()
      .map((k) => this.#written.get(k))
      .filter((x) => x !== undefined);
  }

  #startedOutside(): TaskKey[] {
    return [...this.#startedBy].filter(([, by]) => by.has(OUTSIDE)).map(([key]) => key);
  }

  /** What the current task may find written when it goes on. `pending`: tasks that are started and may not be done. */
  waiting(pending: readonly TaskKey[]): readonly Written[] {
    const key = `${this.#current} ${[...new Set(pending)].sort().join(' ')}`;
    if (!this.#waits.has(key)) this.#waits.set(key, { task: this.#current, pending, version: this.#version });
    return this.#meanwhile(this.#current, pending);
  }

  #meanwhile(task: TaskKey, pending: readonly TaskKey[]): Written[] {
    const out: Written[] = [];
    for (const [key, w] of this.#written) if (this.#mayRun(key, task, pending)) out.push(w);
    return out;
  }

  /** Whether `key` may run while `task` waits. */
  #mayRun(key: TaskKey, task: TaskKey, pending: readonly TaskKey[]): boolean {
    if (key === task) return this.#several.has(task);
    if (this.#several.has(task) || this.#reaches(key, [MAIN, OUTSIDE], task)) return true;
    // Only this task starts it: it runs between its start and where it is awaited.
    return this.#reaches(key, pending, null);
  }

  /** Whether `key` is, or is started (through others, but not through `except`) by, one of `starters`. */
  #reaches(key: TaskKey, starters: readonly TaskKey[], except: TaskKey | null): boolean {
    const seen = new Set<TaskKey>();
    const open = [key];
    for (let k = open.pop(); k !== undefined; k = open.pop()) {
      if (k === except || seen.has(k)) continue;
      if (starters.includes(k)) return true;
      seen.add(k);
      open.push(...(this.#startedBy.get(k) ?? []));
    }
    return false;
  }

  #mine(): Written {
    let w = this.#written.get(this.#current);
    if (!w) {
      w = {
        task: this.#current,
        variables: new Map(),
        fields: new Map(),
        elements: new Map(),
        numbers: new Map(),
        version: 0,
      };
      this.#written.set(this.#current, w);
    }
    return w;
  }

  #fieldsOf(site: string): Map<string, Value> {
    const { fields } = this.#mine();
    let found = fields.get(site);
    if (!found) {
      found = new Map();
      fields.set(site, found);
    }
    return found;
  }

  #note(into: Map<string, Value | null>, key: string, value: Value): void {
    const next = this.#joined(into.get(key) ?? null, value);
    if (next) into.set(key, next);
  }

  /** `old` with what is written now; null where that adds nothing. */
  #joined(old: Value | null, value: Value): Value | null {
    const lasting = withoutIds(value);
    let next = old ? join(old, lasting) : lasting;
    if (old && same(old, next)) return null;
    if (old && this.#pass > EXACT_PASSES) next = widenValue(old, next);
    if (old && this.#pass > PASSES) next = unknown('too many values are written while this waits', '', null);
    this.#mine().version = ++this.#version;
    return next;
  }
}

/** What an object becomes in another pass, where it has another id. */
const OTHER_OBJECT = 'another object or function may be set here while this waits';

/** Whether it is, or may be, an array of which nobody knows where it was made. */
export function holdsArray(v: Value): boolean {
  switch (v.k) {
    case 'array':
      return true;
    case 'unknown':
      return v.reason.message === OTHER_OBJECT;
    case 'promise':
    case 'generator':
      return holdsArray(v.value);
    case 'union':
      return v.members.some(holdsArray);
    default:
      return false;
  }
}

/** What of a value also holds in another pass, where objects and arrays have other ids. */
function withoutIds(v: Value): Value {
  switch (v.k) {
    case 'num':
      return { k: 'num', sym: v.sym?.value === null ? null : v.sym, fact: v.fact };
    case 'str':
      return v.samples ? ANY_STRING : v;
    case 'array': {
      const strides = v.strides?.every((s) => s.value !== null) ? v.strides : null;
      const shape = v.shape?.map((d) => (d?.value === null ? null : d)) ?? null;
      const { root: _, ...rest } = v;
      return { ...rest, shape, strides, stores: [], handle: NO_HANDLE, plan: null };
    }
    case 'union':
      return v.members.map(withoutIds).reduce(join);
    case 'promise':
      return { k: 'promise', value: withoutIds(v.value) };
    case 'generator':
      return { k: 'generator', value: withoutIds(v.value) };
    case 'object':
    case 'fn':
    case 'class':
    case 'bound':
      return unknown(OTHER_OBJECT, '', null);
    default:
      return v;
  }
}

/** The function that a task runs. */
export type TaskFunction = { readonly module: string; readonly fn: number };

/** The key of what a task runs. */
export function taskKey(f: TaskFunction): TaskKey {
  return `${f.module}#${f.fn}`;
}
