/**
 * Arithmetic on size expressions: building them in a simple form, evaluating, substituting and printing them.
 *
 * Everything here is pure. Products and sums are flattened and their constants folded, so that equal sizes mostly print
 * equally; that is what lets equal calls share a law.
 */

import type { DimExpr } from './types.ts';

/** The value of each symbol. */
export type Sizes = Readonly<Record<string, number>>;

export function evaluate(expression: DimExpr, sizes: Sizes): number {
  if (typeof expression === 'number') return expression;
  if ('sym' in expression) {
    const value = sizes[expression.sym];
    if (value === undefined) throw new RangeError(`size expression: no value for the symbol ${expression.sym}`);
    return value;
  }
  const values = expression.args.map((arg) => evaluate(arg, sizes));
  switch (expression.op) {
    case 'add':
      return values.reduce((sum, value) => sum + value, 0);
    case 'mul':
      return values.reduce((product, value) => product * value, 1);
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    case 'floordiv':
      return Math.floor((values[0] as number) / (values[1] as number));
    case 'ceildiv':
      return Math.ceil((values[0] as number) / (values[1] as number));
  }
}

export function sum(...terms: readonly DimExpr[]): DimExpr {
  let constant = 0;
  const rest: DimExpr[] = [];
  for (const term of terms) {
    if (typeof term === 'number') constant += term;
    else if ('op' in term && term.op === 'add') {
      for (const part of term.args) {
        if (typeof part === 'number') constant += part;
        else rest.push(part);
      }
    } else rest.push(term);
  }
  if (rest.length === 0) return constant;
  if (constant !== 0) rest.push(constant);
  return rest.length === 1 ? (rest[0] as DimExpr) : { op: 'add', args: rest };
}

export function product(...factors: readonly DimExpr[]): DimExpr {
  let constant = 1;
  const rest: DimExpr[] = [];
  for (const factor of factors) {
    if (typeof factor === 'number') constant *= factor;
    else if ('op' in factor && factor.op === 'mul') {
      for (const part of factor.args) {
        if (typeof part === 'number') constant *= part;
        else rest.push(part);
      }
    } else rest.push(factor);
  }
  if (constant === 0) return 0;
  if (rest.length === 0) return constant;
  rest.sort((a, b) => (format(a) < format(b) ? -1 : 1));
  if (constant !== 1) rest.unshift(constant);
  return rest.length === 1 ? (rest[0] as DimExpr) : { op: 'mul', args: rest };
}

export function minimum(a: DimExpr, b: DimExpr): DimExpr {
  if (typeof a === 'number' && typeof b === 'number') return Math.min(a, b);
  return { op: 'min', args: [a, b] };
}

export function maximum(a: DimExpr, b: DimExpr): DimExpr {
  if (typeof a === 'number' && typeof b === 'number') return Math.max(a, b);
  return { op: 'max', args: [a, b] };
}

export function quotient(op: 'floordiv' | 'ceildiv', a: DimExpr, b: DimExpr): DimExpr {
  if (b === 1) return a;
  if (typeof a === 'number' && typeof b === 'number') return op === 'floordiv' ? Math.floor(a / b) : Math.ceil(a / b);
  return { op, args: [a, b] };
}

/** Replaces every symbol; constants fold, so an expression without symbols left becomes a number. */
export function substitute(expression: DimExpr, replace: (symbol: string) => DimExpr): DimExpr {
  if (typeof expression === 'number') return expression;
  if ('sym' in expression) return replace(expression.sym);
  const args = expression.args.map((arg) => substitute(arg, replace));
  switch (expression.op) {
    case 'add':
      return sum(...args);
    case 'mul':
      return product(...args);
    case 'min':
      return args.reduce(minimum);
    case 'max':
      return args.reduce(maximum);
    default:
      return quotient(expression.op, args[0] as DimExpr, args[1] as DimExpr);
  }
}

export function collectSymbols(expression: DimExpr, into: Set<string>): void {
  if (typeof expression === 'number') return;
  if ('sym' in expression) into.add(expression.sym);
  else for (const arg of expression.args) collectSymbols(arg, into);
}

export function format(expression: DimExpr): string {
  if (typeof expression === 'number') return String(expression);
  if ('sym' in expression) return expression.sym;
  const args = expression.args.map(format);
  switch (expression.op) {
    case 'add':
      return `(${args.join('+')})`;
    case 'mul':
      return args.join('*');
    case 'min':
      return `min(${args.join(',')})`;
    case 'max':
      return `max(${args.join(',')})`;
    case 'floordiv':
      return `floor(${args.join('/')})`;
    case 'ceildiv':
      return `ceil(${args.join('/')})`;
  }
}

/** Element strides of a C-contiguous array, as numpy-ts computes them. */
export function rowMajorStrides(shape: readonly DimExpr[]): DimExpr[] {
  const strides: DimExpr[] = new Array(shape.length);
  let stride: DimExpr = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride = product(shape[axis] as DimExpr, stride);
  }
  return strides;
}

/** Element strides of an F-contiguous array. */
export function columnMajorStrides(shape: readonly DimExpr[]): DimExpr[] {
  return rowMajorStrides([...shape].reverse()).reverse();
}
