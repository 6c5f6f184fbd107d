/**
 * The numbers are NumPy's: every function on every dtype, at the edges, against NumPy itself, computed in the dtype that
 * numpy-ts gives (the operands are cast to it first, as `evaluate` does).
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { forbidCompiling } from '../../core/src/evaluate/engines.ts';
import { FUNCTIONS } from '../../core/src/evaluate/functions.ts';
import { evaluate } from '../../core/src/evaluate/index.ts';
import { type AnyArray, flat, ulps } from './support/evaluate-oracle.ts';
import { edges, REAL, sample } from './support/evaluate-samples.ts';
import { askPython, pythonWith } from './support/python.ts';
import { Random } from './support/random.ts';

const SIZE = 61;

/** Computes each case in the dtype of the result; numbers travel as text, so that every bit arrives. */
const PYTHON = `
import json, sys, warnings
import numpy as np
warnings.simplefilter('ignore')
np.seterr(all='ignore')
EXACT = ('add', 'subtract', 'multiply', 'divide', 'sqrt', 'square')
NAMES = {'positive': 'positive', 'conjugate': 'conjugate', 'round': 'rint'}
def parse(values, dtype):
  if dtype == 'bool': return np.array([v != '0' for v in values])
  kind = np.dtype(dtype)
  return np.array([float(v) for v in values], kind) if kind.kind == 'f' else np.array([int(v) for v in values], dtype=kind)
def text(v):
  return repr(float(v)) if isinstance(v, np.floating) else str(int(v))
def run(case):
  op, dtype = case['op'], np.dtype(case['dtype'])
  args = [parse(a['values'], a['dtype']) for a in case['args']]
  compares = op in ('less','less_equal','greater','greater_equal','equal','not_equal')
  own = op.startswith('is') or op in ('signbit', 'logical_not', 'logical_and', 'logical_or', 'logical_xor')
  if not compares and not own: args = [a.astype(dtype) if a.dtype != dtype else a for a in args]
  # NumPy's own functions of float64 and float32 are off by up to 4 units in the last place.
  if dtype.kind == 'f':
    if op not in EXACT: args = [a.astype(np.longdouble) for a in args]
    elif dtype.itemsize < 8: args = [a.astype(np.float64) for a in args]
  result = getattr(np, NAMES.get(op, op))(*args)
  return [text(v) for v in np.asarray(result).astype(dtype)]
print(json.dumps([run(c) for c in json.load(sys.stdin)]))
`;

/** Not NumPy's functions of that name, or not defined in C at the edges. */
const APART = new Set([
  'where',
  'clip',
  'real',
  'imag',
  'reciprocal',
  'left_shift',
  'right_shift',
  'sign',
  'power',
  'degrees',
  'radians',
]);
/** In NumPy by the remainder; here, as in numpy-ts, by the rounded quotient. */
const QUOTIENTS = new Set(['floor_divide', 'mod']);

interface Case {
  readonly op: string;
  readonly dtype: string;
  readonly args: { readonly dtype: string; readonly values: string[] }[];
  readonly ours: (number | bigint)[];
}

/** NumPy refuses, or computes elsewhere than in the result's dtype. */
function isLeftOut(op: string, dtype: string, inputs: readonly string[]): boolean {
  if (APART.has(op) || (QUOTIENTS.has(op) && dtype.startsWith('float'))) return true;
  // NumPy 1 rounds integers as float64.
  if (!dtype.startsWith('float') && /floor$|ceil|trunc|rint|round/.test(op)) return true;
  if (dtype === 'bool' && /subtract|negative|positive/.test(op)) return true;
  // Comparisons between int64 and uint64 are exact in NumPy, and by float64 in numpy-ts.
  if (inputs.includes('uint64') && inputs.length === 2 && /equal|less|greater/.test(op)) return true;
  return (
    inputs.some((each) => each.endsWith('64') && !each.startsWith('float')) &&
    inputs.some((each) => each.startsWith('float')) &&
    /equal|less|greater/.test(op)
  );
}

function cases(): Case[] {
  const random = new Random(41);
  const all: Case[] = [];
  const add = (op: string, arrays: readonly AnyArray[]) => {
    const names = ['a', 'b'];
    const text = `${op}(${arrays.map((_, index) => names[index]).join(', ')})`;
    let result: AnyArray;
    try {
      result = evaluate(text, Object.fromEntries(arrays.map((array, index) => [names[index], array]))) as AnyArray;
    } catch {
      return;
    }
    if (
      isLeftOut(
        op,
        result.dtype,
        arrays.map((array) => array.dtype),
      )
    )
      return;
    const args = arrays.map((array) => ({
      dtype: array.dtype,
      values: flat(array).map((value) => (Object.is(value, -0) ? '-0.0' : String(value)).replace('Infinity', 'inf')),
    }));
    all.push({ op, dtype: result.dtype, args, ours: [...flat(result)] });
  };
  for (const { op, arity } of new Set(FUNCTIONS.values())) {
    for (const dtype of REAL) {
      // Numbers that no cast to an integer overflows, which C leaves open.
      const a = sample(random, dtype, SIZE, edges(dtype)) as AnyArray;
      if (arity === 1) add(op, [a]);
      else if (arity === 2)
        for (const other of ['uint8', 'int32', 'uint64', 'float16', 'float32', 'float64', dtype] as const)
          add(op, [a, sample(random, other, SIZE, edges(other)) as AnyArray]);
    }
  }
  return all;
}

before(() => forbidCompiling(true));
after(() => forbidCompiling(false));

describe('evaluate against NumPy', () => {
  it('every function on every dtype, at the edges', (context) => {
    const python = pythonWith('numpy');
    if (python === null) return context.skip('no NumPy');
    const all = cases();
    const theirs = askPython(
      python,
      PYTHON,
      all.map(({ ours, ...each }) => each),
    ) as string[][];
    assert.ok(all.length > 2000, `${all.length}`);
    let elements = 0;
    for (const [index, { op, dtype, args, ours }] of all.entries()) {
      for (const [place, value] of ours.entries()) {
        const text = theirs[index]?.[place] as string;
        const expected = dtype.startsWith('float')
          ? Number(text.replace('inf', 'Infinity'))
          : dtype.endsWith('64')
            ? BigInt(text)
            : Number(text);
        const what = `${op} of ${args.map((arg) => `${arg.dtype} ${arg.values[place]}`).join(' and ')}: ${value}, NumPy ${text}`;
        if (dtype.startsWith('float'))
          assert.ok(ulps(Number(value), expected as number, dtype as 'float64') <= 1, what);
        else assert.equal(value, expected, what);
        elements++;
      }
    }
    assert.ok(elements > 100_000);
  });
});
