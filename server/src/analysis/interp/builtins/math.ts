/** `Math`: exact on constants, intervals otherwise, and sizes as expressions where rounding follows a division. */
import { Sym } from '../../domain/sym.ts';
import { constantOf, type NumberValue, numberOf, type Value } from '../../domain/value.ts';
import { ANYTHING, between } from '../../domain/values.ts';
import { num } from '../numbers.ts';

export const MATH_CONSTANTS: Record<string, number> = {
  PI: Math.PI,
  E: Math.E,
  LN2: Math.LN2,
  LN10: Math.LN10,
  LOG2E: Math.LOG2E,
  LOG10E: Math.LOG10E,
  SQRT2: Math.SQRT2,
  SQRT1_2: Math.SQRT1_2,
};

const PURE = Math as unknown as Record<string, (...xs: number[]) => number>;

export function callMath(name: string, values: readonly Value[]): Value {
  if (name === 'random') return numberOf(between(0, 1, false));
  const numbers = values.filter((v): v is NumberValue => v.k === 'num');
  if (numbers.length !== values.length || values.length === 0) return numberOf(bounds(name) ?? ANYTHING);
  const constants = numbers.map(constantOf);
  const f = PURE[name];
  if (f && constants.every((x) => x !== null) && name !== 'random') return num(f(...(constants as number[])));
  const x = numbers[0] as NumberValue;
  switch (name) {
    case 'floor':
    case 'ceil':
    case 'trunc':
    case 'round':
      return rounded(name, x);
    case 'abs': {
      const { lo, hi } = x.fact;
      const low = lo <= 0 && hi >= 0 ? 0 : Math.min(Math.abs(lo), Math.abs(hi));
      return numberOf({ ...x.fact, lo: low, hi: Math.max(Math.abs(lo), Math.abs(hi)) }, lo >= 0 ? x.sym : null);
    }
    case 'min':
    case 'max':
      return extreme(name, numbers);
    case 'sqrt':
      return x.fact.lo >= 0
        ? numberOf({ lo: Math.sqrt(x.fact.lo), hi: Math.sqrt(x.fact.hi), integral: false, finite: x.fact.finite })
        : numberOf(ANYTHING);
    case 'sign':
      return numberOf(between(-1, 1, true));
    default:
      return numberOf(bounds(name) ?? ANYTHING);
  }
}

function bounds(name: string) {
  if (name === 'sin' || name === 'cos' || name === 'tanh') return between(-1, 1, false);
  return null;
}

function rounded(name: 'floor' | 'ceil' | 'trunc' | 'round', x: NumberValue): Value {
  if (x.sym && (x.fact.integral || x.fact === ANYTHING)) return numberOf({ ...x.fact, integral: true }, x.sym);
  const f = Math[name];
  const fact = { lo: f(x.fact.lo), hi: f(x.fact.hi), integral: true, finite: x.fact.finite };
  const q = x.quotient;
  if (!q) return numberOf(Number.isNaN(fact.lo) || Number.isNaN(fact.hi) ? ANYTHING : fact);
  const sym =
    name === 'ceil'
      ? q[0].ceildiv(q[1])
      : name === 'floor' || (name === 'trunc' && x.fact.lo >= 0)
        ? q[0].floordiv(q[1])
        : null;
  return numberOf(fact, sym);
}

function extreme(name: 'min' | 'max', xs: readonly NumberValue[]): Value {
  const pick = name === 'min' ? Math.min : Math.max;
  const fact = {
    lo: pick(...xs.map((x) => x.fact.lo)),
    hi: pick(...xs.map((x) => x.fact.hi)),
    integral: xs.every((x) => x.fact.integral),
    finite: xs.every((x) => x.fact.finite),
  };
  const syms = xs.map((x) => x.sym);
  const sym = syms.every((s) => s !== null) ? Sym[name](syms as Sym[]) : null;
  return numberOf(fact, sym);
}
