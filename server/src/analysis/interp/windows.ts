/** Texts of ranges that are of one length wherever they begin: `${i}:${i + 5}`. */
import type { StrWindow, Value } from '../domain/value.ts';
import { constantOf } from '../domain/value.ts';
import type { FunctionIR, Instr, Temp, Variable } from '../ir/types.ts';
import { definitionsOf } from './assume.ts';
import type { Frame } from './context.ts';

/** How far definitions are followed. */
const MOST_STEPS = 6;

/** The range that a template is, where its two parts begin and end it and lie a known number apart. */
export function windowOf(frame: Frame, i: Instr & { op: 'template' }): StrWindow | null {
  const [first, last] = i.parts;
  if (first === undefined || last === undefined || i.parts.length !== 2) return null;
  if (i.strings.map((s) => s.trim()).join() !== ',:,') return null;
  const from = frame.temps[first];
  if (from?.k !== 'num' || !from.fact.integral || !from.fact.finite) return null;
  const length = distance(frame, first, last);
  if (length === null || !Number.isInteger(length) || length < 0) return null;
  return { lo: from.fact.lo, hi: from.fact.hi, length };
}

/** How much one number is larger than another, by the expressions that make them; null where that is not seen. */
function distance(frame: Frame, from: Temp, to: Temp): number | null {
  const sum = definition(frame.fn, to);
  if (sum?.op !== 'binary' || sum.operator !== '+') return null;
  for (const [part, rest] of [
    [sum.a, sum.b],
    [sum.b, sum.a],
  ] as const) {
    const n = numberAt(frame, rest);
    if (n !== null && alike(frame.fn, from, part, 0)) return n;
  }
  return null;
}

function numberAt(frame: Frame, t: Temp): number | null {
  const v: Value | undefined = frame.temps[t];
  return v ? constantOf(v) : null;
}

/** The instruction that makes a value, behind constants that it was given to. */
function definition(fn: FunctionIR, t: Temp): Instr | undefined {
  const defs = definitionsOf(fn);
  let d = defs.get(t);
  for (let n = 0; n < MOST_STEPS && d?.op === 'load' && d.variable.kind === 'const'; n++) {
    const src = initialOf(fn, d.variable);
    const behind = src === undefined ? undefined : defs.get(src);
    if (!behind) return d;
    d = behind;
  }
  return d;
}

/** Whether two expressions always give the same number: of the same variables, of which none is written in between. */
function alike(fn: FunctionIR, a: Temp, b: Temp, depth: number): boolean {
  const x = definition(fn, a);
  const y = definition(fn, b);
  if (!x || !y || depth > MOST_STEPS) return false;
  if (x === y) return true;
  if (x.op === 'load' && y.op === 'load') return x.variable === y.variable && isSteady(fn, x.variable, x.id, y.id);
  if (x.op === 'const' && y.op === 'const')
    return x.value.kind === 'number' && y.value.kind === 'number' && x.value.value === y.value.value;
  if (x.op !== 'binary' || y.op !== 'binary' || x.operator !== y.operator) return false;
  return alike(fn, x.a, y.a, depth + 1) && alike(fn, x.b, y.b, depth + 1);
}

/** Whether a variable stays what it is between two places. */
function isSteady(fn: FunctionIR, v: Variable, a: number, b: number): boolean {
  if (v.kind === 'const') return true;
  if (v.captured) return false;
  const [from, to] = a < b ? [a, b] : [b, a];
  return !storesOf(fn).some((s) => s.variable === v && s.id > from && s.id < to);
}

type Store = Instr & { op: 'store' };
const stores = new WeakMap<FunctionIR, readonly Store[]>();

function storesOf(fn: FunctionIR): readonly Store[] {
  let found = stores.get(fn);
  if (!found) {
    const all: Store[] = [];
    const visit = (block: FunctionIR['body']): void => {
      for (const s of block) {
        if (s.op === 'store') all.push(s);
        else if (s.op === 'if') {
          visit(s.then);
          visit(s.else);
        } else if (s.op === 'loop') {
          visit(s.test ?? []);
          visit(s.body);
          visit(s.update);
        } else if (s.op === 'forOf' || s.op === 'block') visit(s.body);
        else if (s.op === 'try') {
          visit(s.body);
          visit(s.handler ?? []);
          visit(s.final ?? []);
        }
      }
    };
    visit(fn.body);
    found = all;
    stores.set(fn, found);
  }
  return found;
}

function initialOf(fn: FunctionIR, v: Variable): Temp | undefined {
  if (v.fn !== fn.index) return undefined;
  const all = storesOf(fn).filter((s) => s.variable === v);
  return all.length === 1 ? all[0]?.src : undefined;
}
