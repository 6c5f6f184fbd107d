/** Programs: modules in the order in which they are evaluated, then the functions that nothing seen calls. */
import type { Laws } from 'bytelens/laws';
import type { Span } from '../api.ts';
import { changedSince, joinStates, State, widenStates } from '../domain/state.ts';
import { maxSym } from '../domain/sym.ts';
import { type Closure, UNDEFINED, type Value } from '../domain/value.ts';
import type { Instr, ModuleIR, Step, Temp, Variable } from '../ir/types.ts';
import { memberOfNode } from '../libraries/node/call.ts';
import { libraryMember } from '../libraries/numpy-ts/names.ts';
import { escapeValue } from './arrays.ts';
import { callClosure, hasAwait, hoist } from './calls.ts';
import { BUDGET, Context, type Frame, type Modules, outsideFrame } from './context.ts';
import { absorb, flow, runBlock } from './engine.ts';
import { catching } from './exceptions.ts';
import { givenUp } from './given-up.ts';
import { forgetFound, interleave, joinWrittenBy } from './interleave.ts';
import { publish } from './publish.ts';
import { Records, type TopLevelStep } from './records.ts';
import { Tasks, taskKey } from './tasks.ts';

/** The module whose top level is running, for imports that it makes. */
const evaluated = new WeakMap<Context, Map<string, 'running' | 'done'>>();

/** Analyses a program, in as many passes as its tasks need; once more without following loops round by round where that was too much. */
export function analyseProgram(laws: Laws, modules: Modules, roots: readonly string[]): Records {
  if (!reachesArrays(modules, roots.slice(0, 1))) return new Records();
  for (const unroll of [true, false]) {
    const tasks = new Tasks();
    while (tasks.startPass()) {
      const c = new Context(laws, modules, tasks, unroll);
      if (!runs(c, roots) || c.exhausted) break;
      if (!tasks.learned) {
        c.records.meddled = [...c.replaced].some((name) => !name.startsWith('process.'));
        return c.records;
      }
    }
  }
  return givenUp(modules, roots);
}

/** Runs the program; false where it is nested beyond the stack. */
function runs(c: Context, roots: readonly string[]): boolean {
  try {
    runProgram(c, roots);
    return true;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}

/** Whether a module, or one that it imports, names the library or a typed array. Most files of most projects do not. */
function reachesArrays(modules: Modules, roots: readonly string[]): boolean {
  const seen = new Set<string>();
  const visit = (path: string): boolean => {
    if (seen.has(path)) return false;
    seen.add(path);
    const m = modules.load(path);
    if (!m) return false;
    if (m.usesArrays) return true;
    return m.requests.some((spec) => {
      const r = modules.resolve(path, spec);
      return r.kind === 'library' || r.kind === 'node' || (r.kind === 'file' && visit(r.path));
    });
  };
  return roots.some(visit);
}

type ImportInstr = Extract<Instr, { op: 'import' }>;

/** Runs the whole program that starts at `roots`. Everything found is in the context's records. */
function runProgram(c: Context, roots: readonly string[]): State {
  const state = new State();
  evaluated.set(c, new Map());
  for (const path of roots) runModule(c, path, state);
  runUncalled(c, roots, state);
  publish(c, state);
  return state;
}

function runModule(c: Context, path: string, state: State): void {
  const status = evaluated.get(c) as Map<string, 'running' | 'done'>;
  if (status.has(path)) return;
  status.set(path, 'running');
  const module = c.modules.load(path);
  if (!module) return;
  for (const spec of module.requests) {
    const r = c.modules.resolve(path, spec);
    if (r.kind === 'file') runModule(c, r.path, state);
  }
  const fn = module.functions[0];
  if (!fn) return;
  const id = c.fresh();
  c.addFrame(id, { module: path, fn: 0, parent: null, only: null });
  c.moduleFrames.set(path, id);
  const frame: Frame = {
    id,
    scope: id,
    module,
    fn,
    parent: null,
    temps: [],
    self: UNDEFINED,
    args: [],
    generic: false,
  };
  const { held, lost, peak } = state;
  state.peak = held;
  state.lost = null;
  hoist(fn, id, state);
  c.running.push(frame);
  const end = runTopLevel(c, frame, state);
  c.running.pop();
  if (hasAwait(fn)) end.lost ??= c.reason(frame, 'what is collected while it awaits is not known', fn.span);
  const used = end.peak.sub(held);
  c.records.peak(c.records.functions, path, fn.span, used, end.lost, true);
  end.lost = lost ?? end.lost;
  end.peak = maxSym(peak, end.peak);
  state.assign(end);
  escapeExports(c, frame, module, state);
  status.set(path, 'done');
}

/** Runs a module's top level statement by statement, and notes what each holds. */
function runTopLevel(c: Context, frame: Frame, start: State): State {
  const notes: TopLevelStep[] = [];
  c.records.topLevels.set(frame.module.path, notes);
  const out = flow(start);
  const { peak: before } = start;
  let peak = before;
  for (let from = 0; from < frame.fn.body.length && out.next; ) {
    const first = frame.fn.body[from] as Step;
    let to = from + 1;
    while (to < frame.fn.body.length && sameSpan((frame.fn.body[to] as Step).stmt, first.stmt)) to++;
    const { held } = out.next;
    out.next.peak = held;
    const f = runBlock(c, frame, frame.fn.body.slice(from, to), out.next);
    absorb(out, f);
    const after = f.next ?? f.returned ?? f.thrown;
    if (after) {
      peak = maxSym(peak, after.peak);
      notes.push({ span: first.stmt, peak: after.peak.sub(held), grown: after.held.sub(held), ends: f.next === null });
    }
    out.next = f.next;
    from = to;
  }
  const end = joinStates(out.next, out.returned) ?? out.thrown ?? start;
  end.peak = maxSym(end.peak, peak);
  return end;
}

function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** What a module exports, code that is not seen may read; that is no write, but the value must stay what it is. */
function escapeExports(c: Context, frame: Frame, module: ModuleIR, state: State): void {
  for (const e of module.exports) {
    if (e.kind !== 'local') continue;
    const v = state.vars.get(`${frame.id}:${e.variable.id}`);
    const span = e.variable.span ?? { start: 0, end: 0 };
    // Who calls an exported function is seen where the project is: its importers are analysed with it.
    if (v && v.k !== 'fn' && v.k !== 'class')
      escapeValue(c, frame, { id: -1, span, stmt: span }, v, state, `export ${e.name}`, false);
  }
}

/**
 * Functions that nothing seen calls (exported ones, event handlers) may run at any time after the top level, in any
 * order: each is analysed with parameters of which only the types are known, from a state that joins all their effects.
 */
function runUncalled(c: Context, roots: readonly string[], state: State): void {
  for (let round = 0; round < BUDGET.passes; round++) {
    const before = state.clone();
    const scopes = new Map<string, number>();
    let found = false;
    for (const [key, closure] of [...c.madeClosures]) {
      if (!roots.includes(closure.module)) continue;
      if (c.calledFunctions.has(key) && !c.escapedFunctions.has(key)) continue;
      const text = `${closure.module}#${closure.fn}`;
      const n = scopes.get(text) ?? 0;
      scopes.set(text, n + 1);
      if (n > BUDGET.uncalledScopes) continue;
      found = true;
      if (round > 0) c.fixDepth++;
      runGeneric(c, n < BUDGET.uncalledScopes ? closure : { ...closure, frame: NO_FRAME }, state);
      // Those that were not run where they escaped may have seen anything in what they capture.
      if (n === 0 && (c.escapeRuns.get(text) ?? 0) >= BUDGET.escapeRuns)
        runGeneric(c, { ...closure, frame: NO_FRAME }, state);
      if (round > 0) c.fixDepth--;
    }
    // One may see what another has written, whichever stands first.
    if (!found || !changedSince(before, state)) return;
    if (round > 0) widenInto(before, state);
  }
}

/**
 * Functions, as by `closureKey`, that code which is not seen gets hold of: from here on it may call them with anything,
 * any number of times, in any order. What they do when they are called later, `joinOutside` says.
 */
export function runAnyTimes(c: Context, keys: ReadonlySet<string>, state: State): void {
  if (c.waiting) {
    // Inside such a function they are not run here: they count as run often enough, and may have seen anything.
    for (const key of keys) {
      const closure = c.madeClosures.get(key);
      if (closure) c.escapeRuns.set(taskKey(closure), BUDGET.escapeRuns);
    }
    return;
  }
  c.waiting = true;
  if (keys.size > 0) {
    for (let pass = 0; pass < BUDGET.passes; pass++) {
      const before = state.clone();
      // From the second time on, what they make stands for what they made before.
      if (pass > 0) c.fixDepth++;
      for (const key of keys) {
        const closure = c.madeClosures.get(key);
        if (closure) runEscaped(c, closure, state, pass);
      }
      if (pass > 0) c.fixDepth--;
      if (!changedSince(before, state)) break;
      if (pass >= BUDGET.passesBeforeWidening) widenInto(before, state);
    }
  }
  c.waiting = false;
}

/** Runs a function that escapes here; of those of one text, made in many scopes, only some. */
function runEscaped(c: Context, closure: Closure, state: State, pass: number): void {
  const text = taskKey(closure);
  const runs = c.escapeRuns.get(text) ?? 0;
  if (runs < BUDGET.escapeRuns || pass > 0) {
    if (pass === 0) c.escapeRuns.set(text, runs + 1);
    runGeneric(c, closure, state);
    return;
  }
  const module = c.modules.load(closure.module);
  const fn = module?.functions[closure.fn];
  if (module && fn) joinWrittenBy(c, outsideFrame(module, fn), fn.span, text, state);
}

function widenInto(before: State, state: State): void {
  const { held, peak, lost } = state;
  state.assign(widenStates(before, state));
  state.held = held;
  state.peak = peak;
  state.lost = lost;
}

/** The frame of a function of which is not known what it captures. */
const NO_FRAME = -1;

/** Runs a function with parameters of which only the types are known, and joins what it does into the state. */
function runGeneric(c: Context, closure: Closure, state: State): void {
  const module = c.modules.load(closure.module);
  const fn = module?.functions[closure.fn];
  if (!module || !fn) return;
  const frameId = c.moduleFrames.get(closure.module) ?? 0;
  const outside = outsideFrame(module, module.functions[0] as ModuleIR['functions'][number], frameId);
  const s = state.clone();
  const call = {
    id: -2 - closure.fn,
    op: 'const',
    dst: 0,
    value: { kind: 'undefined' },
    span: fn.span,
    stmt: fn.span,
  } as unknown as Step;
  const self = closure.self ?? c.unknown(outside, '`this` of a function that nothing seen calls', fn.span);
  const { result: ran, catcher } = catching(c, s, false, () =>
    c.tasks.runFromOutside(taskKey(closure), () => {
      if (s.pending.size > 0 || c.escapedFunctions.size > 0) interleave(c, outside, fn.span, s);
      return callClosure(c, outside, call as never, { ...closure, self }, [], s, true);
    }),
  );
  const { result: value, touched } = ran;
  // An exception may reach the caller, which is not seen, and end there.
  const after = s;
  if (catcher.left) joinWrittenBy(c, outside, fn.span, taskKey(closure), after);
  forgetFound(state, after, touched);
  // Its caller is not seen: what it returns leaves the analysis.
  escapeValue(c, outside, { id: -1, span: fn.span, stmt: fn.span }, value, after, `the caller of ${fn.name}`);
  const { held, peak, lost } = state;
  state.assign(joinStates(state.clone(), after) as State);
  state.held = held;
  state.peak = peak;
  state.lost = lost;
}

/** What an import of the module means at this moment: bindings are live. */
export function importValue(
  c: Context,
  frame: Frame,
  specifier: string,
  name: string,
  span: Span,
  state: State,
): Value {
  return new Importer(c, frame, span, state).fromModule(frame.module.path, specifier, name);
}

/** What a module of the program exports under a name, at this moment. */
export function exportOf(c: Context, frame: Frame, path: string, name: string, span: Span, state: State): Value {
  return new Importer(c, frame, span, state).exported(path, name);
}

/** The value of a variable that is an import from another file; null where it is any other. */
export function importedVariable(c: Context, frame: Frame, variable: Variable, span: Span, state: State): Value | null {
  const origin = importsOf(frame.module).get(variable);
  if (!origin || c.modules.resolve(frame.module.path, origin.module).kind !== 'file') return null;
  return importValue(c, frame, origin.module, origin.name, span, state);
}

class Importer {
  readonly #c: Context;
  readonly #frame: Frame;
  readonly #span: Span;
  readonly #state: State;
  readonly #seen = new Set<string>();

  constructor(c: Context, frame: Frame, span: Span, state: State) {
    this.#c = c;
    this.#frame = frame;
    this.#span = span;
    this.#state = state;
  }

  fromModule(from: string, specifier: string, name: string): Value {
    const r = this.#c.modules.resolve(from, specifier);
    if (r.kind === 'outside') return this.#unknown(r.reason);
    if (r.kind === 'core') return { k: 'builtin', path: name === '*' ? 'bytelens' : `bytelens.${name}` };
    if (r.kind === 'node') {
      if (name === '*' || name === 'default') return { k: 'builtin', path: r.module };
      return memberOfNode(`${r.module}.${name}`) ?? { k: 'builtin', path: `${r.module}.${name}` };
    }
    if (r.kind === 'file') return name === '*' ? { k: 'module', path: r.path } : this.exported(r.path, name);
    if (name === '*' || name === 'default') return { k: 'library', module: r.module, path: '' };
    return libraryMember(this.#c, r.module, '', name);
  }

  exported(path: string, name: string): Value {
    const module = this.#c.modules.load(path);
    if (!module) return this.#unknown(`${path} cannot be read`);
    const key = `${path}:${name}`;
    if (this.#seen.has(key)) return this.#unknown(`${name} is not exported`);
    this.#seen.add(key);
    for (const e of module.exports) {
      if (e.kind === 'all' || e.name !== name) continue;
      if (e.kind === 'from') return this.fromModule(path, e.module, e.imported);
      const origin = importsOf(module).get(e.variable);
      if (origin) return this.fromModule(path, origin.module, origin.name);
      const v = this.#state.vars.get(`${this.#c.moduleFrames.get(path)}:${e.variable.id}`);
      return v ?? this.#unknown(`${name} is read before its module has set it`);
    }
    for (const e of module.exports) {
      if (e.kind !== 'all' || name === 'default') continue;
      const v = this.fromModule(path, e.module, name);
      if (v.k !== 'undefined' && v.k !== 'unknown') return v;
    }
    return this.#unknown(`${name} is not exported by ${path}`);
  }

  #unknown(message: string): Value {
    return this.#c.unknown(this.#frame, message, this.#span);
  }
}

const imports = new WeakMap<ModuleIR, ReadonlyMap<Variable, ImportInstr>>();

/** The imports of a module, by the variables that they bind. */
function importsOf(module: ModuleIR): ReadonlyMap<Variable, ImportInstr> {
  let found = imports.get(module);
  if (!found) {
    const made = new Map<Variable, ImportInstr>();
    const instrs = new Map<Temp, ImportInstr>();
    for (const s of module.functions[0]?.body ?? []) {
      if (s.op === 'import') instrs.set(s.dst, s);
      const origin = s.op === 'store' ? instrs.get(s.src) : undefined;
      if (s.op === 'store' && origin) made.set(s.variable, origin);
    }
    found = made;
    imports.set(module, found);
  }
  return found;
}
