/** What a condition tells on the branch where it holds: narrower numbers, values that are not null. */
import type { State } from '../domain/state.ts';
import { constantOf, join, type NumberValue, type Value } from '../domain/value.ts';
import type { Block, FunctionIR, Instr, Temp, Variable } from '../ir/types.ts';
import type { Context, Frame } from './context.ts';
import { isInstance, mayBeOfType } from './instances.ts';
import { binary } from './numbers.ts';
import { variableKey } from './variables.ts';

const definitions = new WeakMap<FunctionIR, Map<Temp, Instr>>();

/** The instruction that defines each temporary of a function. */
export function definitionsOf(fn: FunctionIR): Map<Temp, Instr> {
  let map = definitions.get(fn);
  if (!map) {
    map = new Map();
    definedIn(fn.body, map);
    definitions.set(fn, map);
  }
  return map;
}

/** Adds the instructions of a block, by what they define, and those that define nothing. */
export function definedIn(block: Block, into: Map<Temp, Instr>, others: Instr[] = []): void {
  for (const s of block) {
    if ('dst' in s) into.set(s.dst, s);
    else if (s.op === 'store') others.push(s);
    if (s.op === 'if') {
      definedIn(s.then, into, others);
      definedIn(s.else, into, others);
    } else if (s.op === 'loop') {
      if (s.test) definedIn(s.test, into, others);
      definedIn(s.body, into, others);
      definedIn(s.update, into, others);
    } else if (s.op === 'forOf' || s.op === 'block') definedIn(s.body, into, others);
    else if (s.op === 'try') {
      definedIn(s.body, into, others);
      if (s.handler) definedIn(s.handler, into, others);
      if (s.final) definedIn(s.final, into, others);
    }
  }
}

const MIRROR: Record<string, string> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '===': '===',
  '==': '==',
  '!==': '!==',
  '!=': '!=',
};
const NEGATE: Record<string, string> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '===': '!==',
  '==': '!=',
  '!==': '===',
  '!=': '==',
};

/** Narrows `state` by the condition in `cond` being `taken`. Only variables of the frame itself. */
export function assume(c: Context, frame: Frame, cond: Temp, taken: boolean, state: State): void {
  const defs = definitionsOf(frame.fn);
  const d = defs.get(cond);
  if (!d) return;
  if (d.op === 'unary' && d.operator === '!') {
    assume(c, frame, d.a, !taken, state);
    return;
  }
  if (d.op === 'isNullish') {
    const v = variableOf(defs, d.src);
    if (v) update(c, frame, v, state, (x) => keep(x, (m) => (m.k === 'undefined' || m.k === 'null') === taken));
    return;
  }
  if (d.op === 'load') {
    update(c, frame, d.variable, state, (x) => (taken ? keep(x, (m) => m.k !== 'undefined' && m.k !== 'null') : x));
    return;
  }
  if (d.op === 'binary' && d.operator === 'instanceof') {
    const v = unchanged(frame.fn, variableOf(defs, d.a), defs.get(d.a), d);
    const of = frame.temps[d.b];
    if (v && of) update(c, frame, v, state, (x) => keep(x, (m) => isInstance(c, m, of, state) !== !taken));
    return;
  }
  if (d.op !== 'binary' || !(d.operator in MIRROR)) return;
  if (assumeType(c, frame, d, taken, state)) return;
  const op = taken ? d.operator : (NEGATE[d.operator] as string);
  const a = unchanged(frame.fn, variableOf(defs, d.a), defs.get(d.a), d);
  const b = unchanged(frame.fn, variableOf(defs, d.b), defs.get(d.b), d);
  const av = frame.temps[d.a];
  const bv = frame.temps[d.b];
  narrowSummand(c, frame, d, d.a, op, bv, state);
  narrowSummand(c, frame, d, d.b, MIRROR[op] as string, av, state);
  if (a && bv) update(c, frame, a, state, (x) => narrowValue(x, op, bv));
  if (b && av) update(c, frame, b, state, (x) => narrowValue(x, MIRROR[op] as string, av));
}

/** Of `i + 5 <= n`: what it says of `i`. */
function narrowSummand(
  c: Context,
  frame: Frame,
  compared: Instr,
  t: Temp,
  op: string,
  limit: Value | undefined,
  state: State,
): void {
  const defs = definitionsOf(frame.fn);
  const sum = defs.get(t);
  if (sum?.op !== 'binary' || sum.operator !== '+' || limit?.k !== 'num' || !limit.fact.integral) return;
  for (const [part, rest] of [
    [sum.a, sum.b],
    [sum.b, sum.a],
  ] as const) {
    const v = unchanged(frame.fn, variableOf(defs, part), defs.get(part), compared);
    const other = frame.temps[rest];
    if (!v || other?.k !== 'num' || !other.fact.integral || constantOf(other) === null) continue;
    const left = binary('-', limit, other);
    if (left.k === 'num') update(c, frame, v, state, (x) => narrowValue(x, op, left));
  }
}

/** `typeof x === 'number'`; false where it is no such comparison. */
function assumeType(c: Context, frame: Frame, d: Instr & { op: 'binary' }, taken: boolean, state: State): boolean {
  const defs = definitionsOf(frame.fn);
  const of = defs.get(d.a);
  const type = frame.temps[d.b];
  if (of?.op !== 'unary' || of.operator !== 'typeof' || type?.k !== 'str' || type.value === null) return false;
  const { value } = type;
  const equal = d.operator === '===' || d.operator === '==';
  if (!equal && d.operator !== '!==' && d.operator !== '!=') return false;
  const v = unchanged(frame.fn, variableOf(defs, of.a), defs.get(of.a), d);
  if (v) update(c, frame, v, state, (x) => keep(x, (m) => mayBeOfType(m, value, equal === taken)));
  return true;
}

/** What the temporary that a condition tests can still be where the condition holds or not: `a` in `a?.b`, `a && b`. */
export function narrowedTemp(frame: Frame, cond: Temp, taken: boolean): { temp: Temp; value: Value } | null {
  const d = definitionsOf(frame.fn).get(cond);
  const temp = d?.op === 'isNullish' ? d.src : cond;
  const value = frame.temps[temp];
  if (value?.k !== 'union') return null;
  const nullish = (m: Value): boolean => m.k === 'undefined' || m.k === 'null';
  const test =
    d?.op === 'isNullish'
      ? (m: Value) => nullish(m) === taken
      : taken
        ? (m: Value) => !nullish(m)
        : (m: Value) => !ALWAYS_TRUE.has(m.k);
  return { temp, value: keep(value, test) };
}

const ALWAYS_TRUE: ReadonlySet<Value['k']> = new Set([
  'array',
  'object',
  'fn',
  'class',
  'promise',
  'generator',
  'library',
  'module',
]);

const writes = new WeakMap<FunctionIR, readonly Instr[]>();

/** The variable, where nothing may write it between its being read and the comparison: not in `i++ < n`. */
function unchanged(fn: FunctionIR, v: Variable | null, read: Instr | undefined, compared: Instr): Variable | null {
  if (!v || !read) return null;
  let all = writes.get(fn);
  if (!all) {
    all = writesIn(fn.body);
    writes.set(fn, all);
  }
  const between = all.some((w) => {
    if (w.id <= read.id || w.id >= compared.id) return false;
    return w.op === 'store' ? w.variable === v : v.captured;
  });
  return between ? null : v;
}

/** Writes of variables, and what may run code that writes captured ones. */
function writesIn(block: Block): Instr[] {
  return block.flatMap((s) => {
    switch (s.op) {
      case 'store':
      case 'call':
      case 'invoke':
      case 'new':
      case 'member':
      case 'element':
      case 'await':
      case 'yield':
      case 'binary':
        return [s];
      case 'if':
        return [...writesIn(s.then), ...writesIn(s.else)];
      case 'loop':
        return [...writesIn(s.test ?? []), ...writesIn(s.body), ...writesIn(s.update)];
      case 'forOf':
      case 'block':
        return writesIn(s.body);
      case 'try':
        return [...writesIn(s.body), ...writesIn(s.handler ?? []), ...writesIn(s.final ?? [])];
      default:
        return [];
    }
  });
}

function variableOf(defs: Map<Temp, Instr>, t: Temp): Variable | null {
  const d = defs.get(t);
  return d?.op === 'load' ? d.variable : null;
}

function update(c: Context, frame: Frame, v: Variable, state: State, f: (x: Value) => Value): void {
  if (v.fn !== frame.fn.index) return;
  const key = variableKey(c, frame, v);
  const old = state.vars.get(key);
  if (old) state.vars.set(key, f(old));
}

function keep(v: Value, test: (m: Value) => boolean): Value {
  if (v.k !== 'union') return v;
  const left = v.members.filter(test);
  return left.length === 0 ? v : left.reduce(join);
}

function narrowValue(x: Value, op: string, y: Value): Value {
  if (y.k === 'undefined' || y.k === 'null') {
    const same = (m: Value): boolean => (op.length === 2 ? m.k === 'undefined' || m.k === 'null' : m.k === y.k);
    if (op === '===' || op === '==') return keep(x, same);
    if (op === '!==' || op === '!=') return keep(x, (m) => !same(m));
    return x;
  }
  if (x.k !== 'num' || y.k !== 'num') return x;
  return narrowNumber(x, op, y);
}

function narrowNumber(x: NumberValue, op: string, y: NumberValue): Value {
  const { fact } = x;
  const step = fact.integral && y.fact.integral ? 1 : 0;
  switch (op) {
    case '<':
      return bounded(x, fact.lo, Math.min(fact.hi, y.fact.hi - step));
    case '<=':
      return bounded(x, fact.lo, Math.min(fact.hi, y.fact.hi));
    case '>':
      return bounded(x, Math.max(fact.lo, y.fact.lo + step), fact.hi);
    case '>=':
      return bounded(x, Math.max(fact.lo, y.fact.lo), fact.hi);
    case '===':
    case '==':
      return y;
    default:
      return x;
  }
}

function bounded(x: NumberValue, lo: number, hi: number): Value {
  if (lo > hi) return x;
  return { k: 'num', sym: x.sym, fact: { ...x.fact, lo, hi, finite: x.fact.finite } };
}
