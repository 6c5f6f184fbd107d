/** Arithmetic and comparisons on JavaScript's plain values. */
import { Sym } from '../domain/sym.ts';
import {
  ANY_BOOL,
  ANY_NUMBER,
  ANY_STRING,
  bool,
  constantOf,
  mapMembers,
  type NumberValue,
  numberConstant,
  numberOf,
  str,
  type Value,
} from '../domain/value.ts';
import { ANYTHING, between, mayBeNegativeZero, type ValueFact } from '../domain/values.ts';

export function num(n: number): NumberValue {
  return numberConstant(n, Sym.of);
}

/** A size: a non-negative integer. */
export function size(sym: Sym | null): NumberValue {
  const n = sym?.value ?? null;
  if (n !== null) return num(n);
  return numberOf({ lo: 0, hi: Infinity, integral: true, finite: true }, sym);
}

const EXACT: Record<string, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '**': (a, b) => a ** b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
  '>>>': (a, b) => a >>> b,
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
};

/** Finite numbers of everyday programs do not overflow double precision by one operation; see `ANYTHING` for NaN. */
function finiteOr(lo: number, hi: number, integral: boolean, finite: boolean): ValueFact {
  if (Number.isNaN(lo) || Number.isNaN(hi)) return ANYTHING;
  return { lo, hi, integral, finite };
}

/** A sum is the negative zero only where both terms are, a difference only where the first is. */
function summed(fact: ValueFact, a: ValueFact, b: ValueFact): ValueFact {
  return mayBeNegativeZero(a) && mayBeNegativeZero(b) ? fact : { ...fact, plainZero: true };
}

function products(a: ValueFact, b: ValueFact): [number, number] {
  const all = [a.lo * b.lo, a.lo * b.hi, a.hi * b.lo, a.hi * b.hi].map((x) => (Number.isNaN(x) ? 0 : x));
  return [Math.min(...all), Math.max(...all)];
}

function arithmeticFact(op: string, a: ValueFact, b: ValueFact): ValueFact {
  const finite = a.finite && b.finite;
  const integral = a.integral && b.integral;
  switch (op) {
    case '+':
      return summed(finiteOr(a.lo + b.lo, a.hi + b.hi, integral, finite), a, b);
    case '-':
      return summed(finiteOr(a.lo - b.hi, a.hi - b.lo, integral, finite), a, a);
    case '*': {
      const [lo, hi] = products(a, b);
      return finiteOr(lo, hi, integral, finite);
    }
    case '/': {
      if (b.lo <= 0 && b.hi >= 0) return ANYTHING;
      const quotients = [a.lo / b.lo, a.lo / b.hi, a.hi / b.lo, a.hi / b.hi].map((x) => (Number.isNaN(x) ? 0 : x));
      return { lo: Math.min(...quotients), hi: Math.max(...quotients), integral: false, finite };
    }
    case '%': {
      if (!finite || (b.lo <= 0 && b.hi >= 0)) return ANYTHING;
      const m = Math.max(Math.abs(b.lo), Math.abs(b.hi));
      return {
        lo: a.lo < 0 ? -m : 0,
        hi: a.hi > 0 ? Math.min(m - (integral ? 1 : 0), Math.max(a.hi, 0)) : 0,
        integral,
        finite: true,
      };
    }
    case '>>>':
      return between(0, 2 ** 32 - 1, true);
    case '&':
      if (a.lo >= 0 && b.lo >= 0) return between(0, Math.min(a.hi, b.hi, 2 ** 31 - 1), true);
      if (b.lo >= 0 && b.hi < 2 ** 31) return between(0, b.hi, true);
      if (a.lo >= 0 && a.hi < 2 ** 31) return between(0, a.hi, true);
      return between(-(2 ** 31), 2 ** 31 - 1, true);
    case '>>':
      if (a.lo >= 0 && a.hi < 2 ** 31 && b.lo === b.hi) return between(a.lo >> b.lo, a.hi >> b.lo, true);
      return between(-(2 ** 31), 2 ** 31 - 1, true);
    case '|':
    case '^':
    case '<<':
      return between(-(2 ** 31), 2 ** 31 - 1, true);
    default:
      return ANYTHING;
  }
}

function arithmeticSym(op: string, a: NumberValue, b: NumberValue): Sym | null {
  if (!a.sym || !b.sym) return null;
  switch (op) {
    case '+':
      return a.sym.add(b.sym);
    case '-':
      return a.sym.sub(b.sym);
    case '*':
      return a.sym.mul(b.sym);
    case '/': {
      const q = a.sym.floordiv(b.sym);
      return q.mul(b.sym).equals(a.sym) ? q : null;
    }
    case '>>': {
      const n = b.sym.value;
      return n !== null && n >= 0 && n < 31 && a.fact.lo >= 0 && a.fact.hi < 2 ** 31
        ? a.sym.floordiv(Sym.of(2 ** n))
        : null;
    }
    case '|':
      return b.sym.value === 0 && a.quotient && a.fact.lo >= 0 && a.fact.hi < 2 ** 31
        ? a.quotient[0].floordiv(a.quotient[1])
        : null;
    default:
      return null;
  }
}

function arithmetic(op: string, a: NumberValue, b: NumberValue): Value {
  const x = constantOf(a);
  const y = constantOf(b);
  const exact = EXACT[op];
  if (x !== null && y !== null && exact) return num(exact(x, y));
  const out = numberOf(arithmeticFact(op, a.fact, b.fact), arithmeticSym(op, a, b));
  if (op === '/' && !out.sym && a.sym && b.sym) return { ...out, quotient: [a.sym, b.sym] };
  if (out.sym && op === '/') return { ...out, fact: { ...out.fact, integral: true } };
  return out;
}

function compareNumbers(op: string, a: NumberValue, b: NumberValue): boolean | null {
  const d = a.sym && b.sym ? a.sym.sub(b.sym).value : null;
  const lo = d ?? a.fact.lo - b.fact.hi;
  const hi = d ?? a.fact.hi - b.fact.lo;
  if (d === null && (Number.isNaN(lo) || Number.isNaN(hi) || !a.fact.finite || !b.fact.finite)) return null;
  switch (op) {
    case '<':
      return hi < 0 ? true : lo >= 0 ? false : null;
    case '<=':
      return hi <= 0 ? true : lo > 0 ? false : null;
    case '>':
      return lo > 0 ? true : hi <= 0 ? false : null;
    case '>=':
      return lo >= 0 ? true : hi < 0 ? false : null;
    case '===':
    case '==':
      return lo === 0 && hi === 0 ? true : lo > 0 || hi < 0 ? false : null;
    case '!==':
    case '!=': {
      const eq = compareNumbers('===', a, b);
      return eq === null ? null : !eq;
    }
    default:
      return null;
  }
}

const COMPARISONS = new Set(['<', '<=', '>', '>=', '===', '==', '!==', '!=']);

/** Kinds of which it is certain that they are objects or functions. What else a property may be is not known. */
function isObject(v: Value): boolean {
  switch (v.k) {
    case 'array':
    case 'object':
      return !v.absent;
    case 'fn':
    case 'class':
    case 'promise':
    case 'generator':
    case 'module':
      return true;
    case 'builtin':
      return !v.path.includes('.');
    default:
      return false;
  }
}

/** Whether the kind of the value is certain, so that it is not equal to one of another kind. */
export function isCertain(v: Value): boolean {
  if (v.k === 'num' || v.k === 'str') return !v.absent;
  return isNullish(v) || v.k === 'bool' || v.k === 'bigint' || isObject(v);
}

function isNullish(v: Value): boolean {
  return v.k === 'undefined' || v.k === 'null';
}

function equality(op: string, a: Value, b: Value): boolean | null {
  const negate = op.startsWith('!');
  const loose = op.length === 2;
  let eq: boolean | null = null;
  if (isNullish(a) || isNullish(b)) {
    if (!isCertain(a) || !isCertain(b)) eq = null;
    else if (loose) eq = isNullish(a) && isNullish(b);
    else eq = a.k === b.k;
  } else if (a.k === 'str' && b.k === 'str') eq = a.value !== null && b.value !== null ? a.value === b.value : null;
  else if (a.k === 'bool' && b.k === 'bool') eq = a.value !== null && b.value !== null ? a.value === b.value : null;
  else if (a.k === 'bigint' && b.k === 'bigint') eq = a.value !== null && b.value !== null ? a.value === b.value : null;
  else if (!loose && a.k !== b.k && isCertain(a) && isCertain(b)) eq = false;
  return eq === null ? null : eq !== negate;
}

export function binary(op: string, a: Value, b: Value): Value {
  if (a.k === 'union') return mapMembers(a, (m) => binary(op, m, b));
  if (b.k === 'union') return mapMembers(b, (m) => binary(op, a, m));
  if (op === 'or') {
    const x = truthiness(a);
    const y = truthiness(b);
    return bool(x === true || y === true ? true : x === false && y === false ? false : null);
  }
  if (COMPARISONS.has(op)) {
    if (a.k === 'num' && b.k === 'num') return bool(compareNumbers(op, a, b));
    if (op.includes('=') && op !== '<=' && op !== '>=') return bool(equality(op, a, b));
    return ANY_BOOL;
  }
  if (op === 'in') return ANY_BOOL;
  if (a.k === 'num' && b.k === 'num') return arithmetic(op, a, b);
  if (op === '+' && ((a.k === 'str' && !a.absent) || (b.k === 'str' && !b.absent))) {
    const x = text(a);
    const y = text(b);
    return x !== null && y !== null ? str(x + y) : ANY_STRING;
  }
  if (a.k === 'bigint' || b.k === 'bigint') return { k: 'bigint', value: null };
  if (a.k === 'unknown' || b.k === 'unknown') {
    const u = a.k === 'unknown' ? a : b;
    // Arithmetic never gives an array; `+` may give a string.
    return op === '+' ? u : ANY_NUMBER;
  }
  const [x, y] = [numeric(a), numeric(b)];
  if (x && y) return arithmetic(op, x, y);
  // Whether an object makes a number or a string of itself is not known.
  return op === '+' ? { k: 'plain', what: 'a sum' } : ANY_NUMBER;
}

/** What arithmetic makes of a boolean, null or undefined. */
function numeric(v: Value): NumberValue | null {
  if (v.k === 'num') return v;
  if (v.k === 'null') return num(0);
  if (v.k === 'undefined') return num(Number.NaN);
  if (v.k === 'bool') return v.value === null ? numberOf(between(0, 1, true)) : num(Number(v.value));
  return null;
}

/** The string that a template or `+` makes of a value, or null. */
export function text(v: Value): string | null {
  switch (v.k) {
    case 'str':
      return v.value;
    case 'num': {
      const n = constantOf(v);
      return n === null ? null : String(n);
    }
    case 'bool':
      return v.value === null ? null : String(v.value);
    case 'undefined':
      return 'undefined';
    case 'null':
      return 'null';
    case 'bigint':
      return v.value;
    default:
      return null;
  }
}

/** The name of the member that an index is, or null; well-known symbols are written as in a class: `[Symbol.iterator]`. */
export function memberName(index: Value): string | null {
  return index.k === 'builtin' && index.path.startsWith('Symbol.') ? `[${index.path}]` : text(index);
}

export function truthiness(v: Value): boolean | null {
  switch (v.k) {
    case 'undefined':
    case 'null':
      return false;
    case 'bool':
      return v.value;
    case 'num': {
      const n = constantOf(v);
      if (n !== null) return n !== 0;
      return (v.fact.lo > 0 || v.fact.hi < 0) && v.fact.finite && !v.absent ? true : null;
    }
    case 'str':
      return v.value === null ? null : v.value !== '';
    case 'bigint':
      return v.value === null ? null : v.value !== '0';
    case 'union': {
      const all = v.members.map(truthiness);
      return all.every((x) => x === true) ? true : all.every((x) => x === false) ? false : null;
    }
    default:
      return isObject(v) ? true : null;
  }
}

export function unary(op: string, v: Value): Value {
  return mapMembers(v, (m) => {
    switch (op) {
      case '!': {
        const t = truthiness(m);
        return bool(t === null ? null : !t);
      }
      case '-':
        if (m.k === 'num') {
          const fact = { lo: -m.fact.hi, hi: -m.fact.lo, integral: m.fact.integral, finite: m.fact.finite };
          return numberOf(fact, m.sym ? m.sym.scale(-1) : null);
        }
        return m.k === 'bigint'
          ? { k: 'bigint', value: m.value === null ? null : String(-BigInt(m.value)) }
          : ANY_NUMBER;
      case '+': {
        if (m.k === 'num') return m;
        if (m.k === 'str' && m.value !== null) return num(Number(m.value));
        if (m.k === 'bool' && m.value !== null) return num(Number(m.value));
        return ANY_NUMBER;
      }
      case '~': {
        const n = constantOf(m);
        return n === null ? numberOf(between(-(2 ** 31), 2 ** 31 - 1, true)) : num(~n);
      }
      case 'typeof':
        return str(typeOf(m));
      default:
        return ANY_NUMBER;
    }
  });
}

/** What `typeof` gives, or null where that is not known. */
export function typeOf(v: Value): string | null {
  switch (v.k) {
    case 'undefined':
      return 'undefined';
    case 'bool':
      return 'boolean';
    case 'num':
      return v.absent ? null : 'number';
    case 'bigint':
      return 'bigint';
    case 'str':
      return v.absent ? null : 'string';
    case 'fn':
    case 'class':
      return 'function';
    case 'array':
    case 'object':
      return v.absent ? null : 'object';
    case 'null':
    case 'promise':
    case 'generator':
    case 'module':
      return 'object';
    default:
      return null;
  }
}

/** The length of `slice(a, b)` and `subarray(a, b)`: both clamp. */
export function partLength(whole: Sym | null, args: readonly Value[]): Sym | null {
  if (!whole) return null;
  const edge = (v: Value | undefined, otherwise: Sym): Sym | null => {
    if (v === undefined || v.k === 'undefined') return otherwise;
    if (v.k !== 'num' || !v.sym) return null;
    const n = v.sym.value;
    if (n !== null && n < 0) return Sym.max([whole.add(v.sym), Sym.of(0)]);
    if (n === null && !(v.fact.lo >= 0)) return null;
    const over = v.sym.sub(whole).value;
    return over !== null ? (over >= 0 ? whole : v.sym) : Sym.min([v.sym, whole]);
  };
  const from = edge(args[0], Sym.of(0));
  const to = edge(args[1], whole);
  if (!from || !to) return null;
  const d = to.sub(from);
  const n = d.value;
  return n !== null ? Sym.of(Math.max(0, n)) : from.value === 0 ? d : Sym.max([d, Sym.of(0)]);
}
