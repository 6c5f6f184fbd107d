/**
 * The ways in which numeric library functions are commonly called, without knowing any of them: one array, two of equal
 * shape, an array and an axis, a shape, a list of arrays, and so on. Trying tells which ways a function accepts.
 *
 * The generator of the table and the tests both draw from here; sizes are given by the caller, as symbols or numbers.
 */

import { product, rowMajorStrides } from './sizes.ts';
import { type ArgSpec, type DimExpr, DTYPES, type DType } from './types.ts';

export interface Pattern {
  /** Unique among the patterns; says how the call looks. */
  readonly name: string;
  /** Whether the arguments contain arrays, so that dtypes make a difference. */
  readonly typed: boolean;
  readonly args: readonly ArgSpec[];
}

const integer = (value: DimExpr): ArgSpec => ({ kind: 'int', value });
const text = (value: string): ArgSpec => ({ kind: 'string', value });
const list = (...items: readonly ArgSpec[]): ArgSpec => ({ kind: 'list', items });
const shapeList = (shape: readonly DimExpr[]): ArgSpec => list(...shape.map(integer));
const YES: ArgSpec = { kind: 'boolean', value: true };
const SKIP: ArgSpec = { kind: 'undefined' };

export function arraySpec(dtype: DType, shape: readonly DimExpr[]): ArgSpec {
  return { kind: 'array', cls: 'NDArray', dtype, shape, strides: rowMajorStrides(shape) };
}

/** Patterns with a first array of the given shape; all arrays have one dtype unless the pattern needs another. */
function arrayPatterns(dtype: DType, shape: readonly DimExpr[], other: DimExpr): Pattern[] {
  const rank = shape.length;
  const a = arraySpec(dtype, shape);
  const last = shape.at(-1);
  const patterns: [string, readonly ArgSpec[]][] = [
    ['a', [a]],
    ['a, b', [a, a]],
    ['a, 2', [a, integer(2)]],
    ['a, 2.5', [a, { kind: 'float', value: 2.5 }]],
    ['a, x', [a, { kind: 'anyNumber', integer: false }]],
    ['a, 0', [a, integer(0)]],
    ['[a, b]', [list(a, a)]],
  ];
  if (rank > 0) {
    patterns.push(
      ['a, -1', [a, integer(-1)]],
      ['a, 0, true', [a, integer(0), YES]],
      ['a, undefined, true', [a, SKIP, YES]],
      ['[a, b], 0', [list(a, a), integer(0)]],
      ['a, mask', [a, arraySpec('bool', shape)]],
      ['mask, a, b', [arraySpec('bool', shape), a, a]],
      ['a, b, c', [a, a, a]],
      ['a, indices', [a, arraySpec('int32', [other])]],
      ['a, indices, 0', [a, arraySpec('int32', [other]), integer(0)]],
      ['a, 2, 0', [a, integer(2), integer(0)]],
      ['a, 2, -1', [a, integer(2), integer(-1)]],
      ['a, 0, 2', [a, integer(0), integer(2)]],
      ['a, 50', [a, integer(50)]],
      ['a, 50, 0', [a, integer(50), integer(0)]],
      ['a, 0, 1', [a, integer(0), integer(1)]],
      ['a, flat', [a, shapeList([product(...shape)])]],
      ['a, [-1]', [a, list(integer(-1))]],
      ['a, shape', [a, shapeList(shape)]],
      ["a, '1:'", [a, text('1:')]],
      ["a, ':-1'", [a, text(':-1')]],
      ["a, '::2'", [a, text('::2')]],
      ["a, '::-1'", [a, text('::-1')]],
      ["a, '0'", [a, text('0')]],
      ['a, v', [a, arraySpec(dtype, [last as DimExpr])]],
    );
  }
  if (rank === 1) patterns.push(['a, other', [a, arraySpec(dtype, [other])]]);
  if (rank >= 2) {
    const reversed = [...shape].reverse();
    patterns.push(
      ['a, 1', [a, integer(1)]],
      ['a, 1, true', [a, integer(1), YES]],
      ['[a, b], 1', [list(a, a), integer(1)]],
      ['a, [0, 1]', [a, list(integer(0), integer(1))]],
      ['a, [1, 0]', [a, list(integer(1), integer(0))]],
      ['a, reversed', [a, shapeList(reversed)]],
      ['a, [2, 1]', [a, list(integer(2), integer(1))]],
      ["a, ':', '0'", [a, text(':'), text('0')]],
      ["a, ':', ':-1'", [a, text(':'), text(':-1')]],
      ['a @ b', [a, arraySpec(dtype, [...shape.slice(0, -2), last as DimExpr, other])]],
    );
  }
  if (rank === 2)
    patterns.push(["'ij,jk->ik', a, b", [text('ij,jk->ik'), a, arraySpec(dtype, [last as DimExpr, other])]]);
  for (const to of DTYPES) patterns.push([`a, '${to}'`, [a, text(to)]]);
  const size = shape.map((dim) => (typeof dim === 'number' ? dim : 'sym' in dim ? dim.sym : '…')).join();
  return patterns.map(([name, args]) => ({ name: `${name} [${size}]`, typed: true, args }));
}

/** Patterns that make arrays from sizes and plain values. */
export function creationPatterns(n: DimExpr, m: DimExpr): Pattern[] {
  const numbers: ArgSpec = { kind: 'listOf', length: n, item: { kind: 'anyNumber', integer: false } };
  const patterns: [string, readonly ArgSpec[]][] = [
    ['()', []],
    ['n', [integer(n)]],
    ['n, m', [integer(n), integer(m)]],
    ['[n]', [shapeList([n])]],
    ['[n, m]', [shapeList([n, m])]],
    ['0, n', [integer(0), integer(n)]],
    ['0, n, 2', [integer(0), integer(n), integer(2)]],
    ['0, 1, n', [integer(0), integer(1), integer(n)]],
    ['0, 1, [n, m]', [integer(0), integer(1), shapeList([n, m])]],
    ['0, 200, [n, m]', [integer(0), integer(200), shapeList([n, m])]],
    ['[n], 0', [shapeList([n]), integer(0)]],
    ['[n, m], 7', [shapeList([n, m]), integer(7)]],
    ['[n, m], 2.5', [shapeList([n, m]), { kind: 'float', value: 2.5 }]],
    ['numbers', [numbers]],
    ['rows', [{ kind: 'listOf', length: m, item: numbers }]],
  ];
  for (const dtype of DTYPES) {
    patterns.push(
      [`[n], '${dtype}'`, [shapeList([n]), text(dtype)]],
      [`[n, m], '${dtype}'`, [shapeList([n, m]), text(dtype)]],
      [`numbers, '${dtype}'`, [numbers, text(dtype)]],
      [`[n, m], 0, '${dtype}'`, [shapeList([n, m]), integer(0), text(dtype)]],
      [`0, n, 1, '${dtype}'`, [integer(0), integer(n), integer(1), text(dtype)]],
      [`n, '${dtype}'`, [integer(n), text(dtype)]],
    );
  }
  for (const ctor of ['Float64Array', 'Float32Array', 'Int32Array', 'Uint16Array', 'Uint8Array'] as const) {
    patterns.push([ctor, [{ kind: 'typed', ctor, length: n }]]);
  }
  return patterns.map(([name, args]) => ({ name, typed: false, args }));
}

export interface PatternSizes {
  readonly n: DimExpr;
  readonly m: DimExpr;
  readonly k: DimExpr;
}

/** For scalars, square matrices and three dimensions, the patterns in which rank makes a difference. */
const FEW: ReadonlySet<string> = new Set([
  'a',
  'a, b',
  'a, x',
  'a, 0',
  'a, v',
  'a, other',
  'a, 0, true',
  '[a, b]',
  'a @ b',
]);

/** All patterns for arrays of one dtype, of ranks 0 to 3 and square matrices. */
export function patternsOf(dtype: DType, { n, m, k }: PatternSizes): Pattern[] {
  const few = (patterns: Pattern[]): Pattern[] =>
    patterns.filter((pattern) => FEW.has(pattern.name.slice(0, pattern.name.lastIndexOf(' ['))));
  return [
    ...arrayPatterns(dtype, [n], m),
    ...arrayPatterns(dtype, [n, m], k),
    ...few(arrayPatterns(dtype, [n, n], n)),
    ...few(arrayPatterns(dtype, [n, m, k], m)),
    ...few(arrayPatterns(dtype, [], m)),
  ];
}

/** A pattern's call with its strings replaced by nonsense: who accepts that does not read its strings. */
export function withNonsense(args: readonly ArgSpec[]): readonly ArgSpec[] | null {
  if (!args.some((arg) => arg.kind === 'string')) return null;
  return args.map((arg) => (arg.kind === 'string' ? text('no such thing') : arg));
}
