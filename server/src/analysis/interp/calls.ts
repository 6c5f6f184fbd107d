/** Calls: of analysed functions (entered, in a frame of their own), of the library, of what the language provides. */
import type { State } from '../domain/state.ts';
import { joinStates, joinWays } from '../domain/state.ts';
import { maxSym } from '../domain/sym.ts';
import {
  ANY_NUMBER,
  ANY_STRING,
  type Closure,
  type FrameId,
  join,
  mapMembers,
  present,
  UNDEFINED,
  type Value,
} from '../domain/value.ts';
import type { Argument, CallInstr, FunctionIR, Instr, InvokeInstr } from '../ir/types.ts';
import { encoded } from '../libraries/node/buffers.ts';
import { callLibrary } from '../libraries/numpy-ts/call.ts';
import { callMethod } from '../libraries/numpy-ts/members.ts';
import { bufferOf, sliceBuffer } from '../libraries/typed-array/construct.ts';
import { callDataView, isDataView, isDataViewMethod } from '../libraries/typed-array/dataview.ts';
import { callTypedMethod } from '../libraries/typed-array/members.ts';
import { member } from './access.ts';
import { escapeValue, reach } from './arrays.ts';
import { definitionsOf } from './assume.ts';
import { callCollection, isCollection } from './builtins/collections.ts';
import { callBuiltin } from './builtins/index.ts';
import { callListMethod } from './builtins/lists.ts';
import { promiseMethod } from './builtins/promises.ts';
import { callStringMethod } from './builtins/strings.ts';
import { BUDGET, type Context, closureKey, type Frame, type Where } from './context.ts';
import { type Flow, runBlock } from './engine.ts';
import { interleave, joinOutside, joinRecursion, recursion, startTask, waitForOthers } from './interleave.ts';
import { isIterator, nextOf, settled } from './iterators.ts';
import { spreadItems, template } from './literals.ts';
import { noted, plainResult } from './notes.ts';

/** The values of call arguments; null where a spread makes their number unknown. */
export function argumentValues(
  c: Context,
  frame: Frame,
  i: Instr,
  args: readonly Argument[],
  state: State,
): Value[] | null {
  const out: Value[] = [];
  for (const a of args) {
    const v = frame.temps[a.temp] ?? UNDEFINED;
    if (!a.spread) out.push(v);
    else {
      const s = spreadItems(c, frame, i, v, state);
      if (!s.items) return null;
      out.push(...s.items);
    }
  }
  return out;
}

export function callValue(
  c: Context,
  frame: Frame,
  i: CallInstr,
  callee: Value,
  args: readonly Argument[],
  state: State,
): Value {
  const values = argumentValues(c, frame, i, args, state);
  if (values === null) return lostCall(c, frame, i, args, state, 'how many arguments are spread here is not known');
  const self = i.self === undefined ? null : (frame.temps[i.self] ?? null);
  return mapMembers(callee, (f) => {
    if (f.k !== 'fn' || !self) return callOne(c, frame, i, f, values, state);
    // An arrow function keeps the `this` of where it was made.
    const closures = f.closures.map((x) => ({ ...x, self: x.self ?? self }));
    return callClosures(c, frame, i, closures, values, state);
  });
}

/** Calls any callable with values. */
export function callOne(c: Context, frame: Frame, i: Instr, f: Value, values: readonly Value[], state: State): Value {
  switch (f.k) {
    case 'fn':
      return callClosures(c, frame, i, f.closures, values, state);
    case 'library': {
      const target = { kind: 'function' as const, path: f.path };
      return noted(
        c,
        frame,
        i,
        'numpy-ts',
        f.path,
        values,
        callLibrary(c, frame, i, { module: f.module, target, name: f.path, args: values }, state),
        state,
      );
    }
    case 'builtin':
      return callBuiltin(c, frame, i, f.path, values, state);
    case 'bound':
      return invokeOne(c, frame, i, f.receiver, f.name, values, state);
    default: {
      for (const v of values) escapeValue(c, frame, i, v, state, 'a function that is not known');
      unknownCall(c, frame, i, state);
      const why = f.k === 'unknown' ? f.reason.message : 'what is called here is not known';
      return f.k === 'unknown' ? f : c.unknown(frame, why, i.span);
    }
  }
}

/** Methods of numbers that give a text. */
const TEXT_OF_NUMBERS = new Set(['toString', 'toFixed', 'toPrecision', 'toExponential', 'toLocaleString']);

/** Plain objects whose methods run no code of the program. */
const PURE = new Set(['a Date', 'a regular expression', 'a complex number', 'a symbol', 'an error']);

/** Code that is not followed runs: it may call whatever it has got hold of, and resume generators. */
export function unknownCall(c: Context, frame: Frame, i: Where, state: State): void {
  state.lost ??= c.reason(frame, 'it calls a function that is not known', i.span);
  c.records.outsideTimes.push(c.tick());
  if (state.pending.size > 0) interleave(c, frame, i.span, state);
  joinOutside(c, frame, i.span, state);
}

function lostCall(c: Context, frame: Frame, i: Instr, args: readonly Argument[], state: State, why: string): Value {
  for (const a of args)
    escapeValue(c, frame, i, frame.temps[a.temp] ?? UNDEFINED, state, 'a call that is not followed');
  unknownCall(c, frame, i, state);
  state.lost ??= c.reason(frame, 'a call in it is not followed', i.span);
  return c.unknown(frame, why, i.span);
}

export function invoke(c: Context, frame: Frame, i: InvokeInstr, obj: Value, state: State): Value {
  const values = argumentValues(c, frame, i, i.args, state);
  if (values === null && !takesSpread(obj, i.name, state)) {
    escapeValue(c, frame, i, obj, state, `.${i.name}()`);
    return lostCall(c, frame, i, i.args, state, 'how many arguments are spread here is not known');
  }
  return mapMembers(present(obj), (o) =>
    invokeOne(c, frame, i, o, i.name, values ?? spreadArguments(c, frame, i, state), state),
  );
}

/** Methods that do the same with each of their arguments, however many there are. */
const SAME_WITH_EACH = new Set(['push', 'unshift', 'concat']);

function takesSpread(obj: Value, name: string, state: State): boolean {
  if (obj.k === 'builtin') return obj.path === 'console' || (obj.path === 'Math' && (name === 'max' || name === 'min'));
  return obj.k === 'object' && SAME_WITH_EACH.has(name) && obj.ids.every((id) => state.heap.get(id)?.t === 'list');
}

/** For `Math.max(...xs)` and `list.push(...xs)`: one value that stands for all. */
function spreadArguments(c: Context, frame: Frame, i: InvokeInstr, state: State): Value[] {
  return i.args.map((a) => {
    const v = frame.temps[a.temp] ?? UNDEFINED;
    return a.spread ? spreadItems(c, frame, i, v, state).element : v;
  });
}

export function invokeOne(
  c: Context,
  frame: Frame,
  i: Instr,
  o: Value,
  name: string,
  values: readonly Value[],
  state: State,
): Value {
  switch (o.k) {
    case 'array':
      if (o.library === 'typed-array') {
        const value = callTypedMethod(c, frame, i, o, name, values, state);
        return noted(c, frame, i, 'typed-array', name, [o, ...values], plainResult(value), state);
      }
      return noted(
        c,
        frame,
        i,
        'numpy-ts',
        name,
        [o, ...values],
        callMethod(c, frame, i, o, name, values, state),
        state,
      );
    case 'str':
      return callStringMethod(c, frame, i, o, name, values, state);
    case 'builtin':
      return callBuiltin(c, frame, i, `${o.path}.${name}`, values, state);
    case 'object': {
      const lists = o.ids.every((id) => state.heap.get(id)?.t === 'list');
      if (o.ids.every((id) => isCollection(id, state))) return callCollection(c, frame, i, o, name, values, state);
      if (name === 'next' && isIterator(o, state)) return nextOf(c, frame, i, o, state);
      if (lists) return callListMethod(c, frame, i, o, name, values, state);
      if (name === 'slice' && o.ids.every((id) => bufferOf({ k: 'object', ids: [id] }, state)))
        return sliceBuffer(c, frame, i, o, values, state);
      if (isDataViewMethod(name) && o.ids.every((id) => isDataView(id, state)))
        return callDataView(c, frame, i, o, name, state);
      const f = member(c, frame, i, o, name, state);
      return mapMembers(f, (m) => {
        // What it does with its `this` is not seen.
        if (m.k === 'unknown') escapeValue(c, frame, i, o, state, `.${name}()`);
        if (m.k !== 'fn') return callOne(c, frame, i, m, values, state);
        return callClosures(
          c,
          frame,
          i,
          m.closures.map((x) => ({ ...x, self: x.self ?? o })),
          values,
          state,
        );
      });
    }
    case 'fn': {
      // An arrow function keeps the `this` of where it was made.
      const bound = o.closures.map((x) => ({ ...x, self: x.self ?? values[0] ?? null }));
      if (name === 'call') return callClosures(c, frame, i, bound, values.slice(1), state);
      if (name === 'bind' && values.length <= 1) return { k: 'fn', closures: bound };
      if (name === 'apply' && values.length === 2) {
        const list = spreadItems(c, frame, i, values[1] as Value, state);
        if (list.items) return callClosures(c, frame, i, bound, list.items, state);
      }
      break;
    }
    case 'generator':
      if (name === '[Symbol.iterator]' || name === '[Symbol.asyncIterator]') return o;
      if (name === 'next' && values.length === 0) return nextOf(c, frame, i, o, state);
      break;
    case 'promise':
      return promiseMethod(c, frame, i, o, name, values, state);
    case 'class': {
      const f = member(c, frame, i, o, name, state);
      return mapMembers(f, (m) => {
        if (m.k !== 'fn') return callOne(c, frame, i, m, values, state);
        const closures = m.closures.map((x) => ({ ...x, self: x.self ?? o }));
        return callClosures(c, frame, i, closures, values, state);
      });
    }
    case 'library':
    case 'module': {
      const f = member(c, frame, i, o, name, state);
      return mapMembers(f, (m) => callOne(c, frame, i, m, values, state));
    }
    case 'num':
    case 'bigint':
    case 'bool':
      if (o.k === 'num' && name === 'toString' && values.length === 0) return template(['', ''], [o]);
      return TEXT_OF_NUMBERS.has(name)
        ? ANY_STRING
        : c.unknown(frame, `.${name}() of a number is not followed`, i.span);
    case 'plain':
      if (o.what === 'a TextEncoder' && name === 'encode') return encoded(c, frame, i, values[0], state);
      if (o.what === 'a TextDecoder' && name === 'decode') return ANY_STRING;
      for (const v of values) escapeValue(c, frame, i, v, state, `${o.what}.${name}`);
      if (!PURE.has(o.what)) unknownCall(c, frame, i, state);
      return { k: 'plain', what: 'a value' };
  }
  for (const v of [o, ...values]) escapeValue(c, frame, i, v, state, `.${name}()`);
  unknownCall(c, frame, i, state);
  if (o.k === 'unknown') return o;
  return c.unknown(frame, `.${name}() of ${o.k} is not followed`, i.span);
}

export function callClosures(
  c: Context,
  frame: Frame,
  i: Instr,
  closures: readonly Closure[],
  values: readonly Value[],
  state: State,
): Value {
  const [only] = closures;
  if (only && closures.length === 1) return callClosure(c, frame, i, only, values, state);
  let out: Value | null = null;
  let after: State | null = null;
  for (const f of closures) {
    const s = state.clone();
    const v = callClosure(c, frame, i, f, values, s);
    out = out ? join(out, v) : v;
    after = joinStates(after, s);
  }
  if (after) state.assign(after);
  return out ?? UNDEFINED;
}

/** Enters a function: binds its parameters, runs its body, and returns what it returns. Changes `state`. */
export function callClosure(
  c: Context,
  frame: Frame,
  i: Instr,
  f: Closure,
  values: readonly Value[],
  state: State,
  generic = false,
): Value {
  const module = c.modules.load(f.module);
  const fn = module?.functions[f.fn];
  if (!module || !fn) return c.unknown(frame, 'this function is not known', i.span);
  const inside = c.stack.filter((s) => s.module === f.module && s.fn === f.fn);
  const depth = inside.length;
  const limit = c.fixDepth > 0 || !c.unroll ? BUDGET.recursionInLoops : BUDGET.recursion;
  const tooDeep = depth >= limit || (depth > 0 && c.steps - (inside[0]?.step ?? 0) > BUDGET.recursionSteps);
  const last = inside.some((s) => s.last);
  if (tooDeep && last) {
    // What all its calls do to what is shared is known from those that are followed.
    state.lost ??= c.reason(frame, `calls of ${fn.name} are nested too deeply to follow`, i.span);
    joinRecursion(c, frame, i.span, f, state);
    return c.unknown(frame, `calls of ${fn.name} are nested too deeply to follow`, i.span);
  }
  if (c.stack.length > BUDGET.depth || c.steps > BUDGET.steps) {
    for (const v of values) escapeValue(c, frame, i, v, state, fn.name);
    unknownCall(c, frame, i, state);
    state.lost ??= c.reason(frame, `calls of ${fn.name} are nested too deeply to follow`, i.span);
    return c.unknown(frame, `calls of ${fn.name} are nested too deeply to follow`, i.span);
  }
  if (!generic) c.calledFunctions.add(closureKey(f));
  // The symbols that stand for what callers give are the same in each run.
  const id: FrameId = generic ? c.keyedId(`generic ${closureKey(f)}`) : c.id(frame, i.id, `frame ${f.module}#${f.fn}`);
  if (c.frames.has(id) || c.fixDepth > 0) c.manyFrames.add(id);
  c.addFrame(id, { module: f.module, fn: f.fn, parent: f.frame, only: null });
  const inner: Frame = {
    id,
    scope: id,
    module,
    fn,
    parent: f.frame,
    temps: [],
    self: f.self ?? UNDEFINED,
    home: f.home,
    // The last call that is followed stands for all deeper ones.
    args: tooDeep ? values.map(anyNumber) : values,
    generic,
  };
  const body = (start: State): Ran => {
    c.stack.push({ module: f.module, fn: f.fn, step: c.steps, last: tooDeep });
    c.running.push(inner);
    const ran = runBody(c, inner, start, depth);
    c.running.pop();
    c.stack.pop();
    return ran;
  };
  if (fn.isAsync || fn.isGenerator) {
    const { result, id: task } = startTask(c, f, state, generic, (s) => {
      if (fn.isGenerator) waitForOthers(c, inner, fn.span, s);
      return body(s);
    });
    return returned(c, inner, i, fn, result.flow, task, state);
  }
  const { flow, end } = depth === 1 ? recursion(c, f, () => body(state.clone())) : body(state.clone());
  // Where it never returns normally, what follows the call is not reached, but is analysed all the same.
  if (end !== null) state.assign(end);
  return returned(c, inner, i, fn, flow, null, state);
}

function anyNumber(v: Value): Value {
  return mapMembers(v, (m) => (m.k === 'num' ? ANY_NUMBER : m.k === 'str' ? ANY_STRING : m));
}

interface Ran {
  readonly flow: Flow;
  /** The state in which it returns; null where it never does. */
  readonly end: State | null;
}

/** Runs a function's body in a frame of its own, and notes what it takes and returns. */
function runBody(c: Context, frame: Frame, state: State, depth: number): Ran {
  const { fn, module, id } = frame;
  const { held, peak, lost } = state;
  state.peak = held;
  state.lost = null;
  const saved = c.fixDepth > 0 && depth > 0 ? localsOf(fn, id, state) : null;
  hoist(fn, id, state);
  const flow = runBlock(c, frame, fn.body, state);
  const end = joinWays(flow.next, flow.returned);
  if (end === null) return { flow, end };
  // Whether it throws instead is not known.
  if (flow.thrown) end.lost ??= joinWays(end, flow.thrown)?.lost ?? null;
  noteReturned(c, `${module.path}#${fn.index}`, flow.value ?? UNDEFINED, end);
  if (fn.isAsync && hasAwait(fn))
    end.lost ??= c.reason(frame, 'what is collected while it awaits is not known', fn.span);
  c.records.peak(c.records.functions, module.path, fn.span, end.peak.sub(held), end.lost, c.unsure === 0);
  end.lost = lost ?? end.lost;
  end.peak = maxSym(peak, end.peak);
  dropLocals(fn, id, end);
  if (saved) for (const [k, v] of saved) end.vars.set(k, v);
  return { flow, end };
}

/** A `var` is there, and undefined, before the statement that sets it. */
export function hoist(fn: FunctionIR, id: FrameId, state: State): void {
  for (const v of fn.variables) if (v.kind === 'var') state.vars.set(`${id}:${v.id}`, UNDEFINED);
}

function returned(
  c: Context,
  frame: Frame,
  i: Instr,
  fn: FunctionIR,
  flow: Flow,
  task: number | null,
  state: State,
): Value {
  const { value, returned: explicit, next: falls } = flow;
  if (fn.isGenerator) {
    // Whoever asks it for values is given this one too.
    escapeValue(c, frame, i, value ?? UNDEFINED, state, 'who runs the generator');
    const result = value && value.k !== 'undefined' ? { result: value } : {};
    const yields = frame.yields ?? UNDEFINED;
    if (fn.isAsync) return { k: 'generator', value: settled(yields), ...result, isAsync: true };
    return { k: 'generator', value: yields, ...result };
  }
  let out: Value = value && explicit ? value : UNDEFINED;
  if (explicit && falls && value) out = join(value, UNDEFINED);
  if (!fn.isAsync) return out;
  const own = task === null ? [] : [task];
  return mapMembers(out, (m) =>
    m.k === 'promise' ? { ...m, tasks: [...own, ...(m.tasks ?? [])] } : { k: 'promise', value: m, tasks: own },
  );
}

function localsOf(fn: FunctionIR, id: FrameId, state: State): Map<string, Value> {
  const out = new Map<string, Value>();
  for (const v of fn.variables) {
    const key = `${id}:${v.id}`;
    const x = state.vars.get(key);
    if (x) out.set(key, x);
  }
  return out;
}

/** Variables that no closure can see any more. */
function dropLocals(fn: FunctionIR, id: FrameId, state: State): void {
  for (const v of fn.variables) if (!v.captured) state.vars.delete(`${id}:${v.id}`);
}

function noteReturned(c: Context, key: string, value: Value, state: State): void {
  let stores = c.records.returned.get(key);
  if (!stores) {
    stores = new Set();
    c.records.returned.set(key, stores);
  }
  const all = stores;
  const functions = c.records.returnedFunctions.get(key) ?? new Set();
  c.records.returnedFunctions.set(key, functions);
  reach(
    value,
    state,
    (a) => {
      for (const id of a.stores) all.add(id);
    },
    new Set(),
    (f) => {
      for (const x of f.closures) functions.add(`${x.module}#${x.fn}`);
    },
  );
}

const awaits = new WeakMap<FunctionIR, boolean>();

/** Whether the function may stop and let others run: then memory may be collected in between. */
export function hasAwait(fn: FunctionIR): boolean {
  let found = awaits.get(fn);
  if (found === undefined) {
    found = [...definitionsOf(fn).values()].some((d) => d.op === 'await');
    awaits.set(fn, found);
  }
  return found;
}
