/** Reductions along an axis are as exact as folds of everything, whichever way they go through memory. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import * as numpy from 'numpy-ts';
import { forbidCompiling } from '../../core/src/evaluate/engines.ts';
import { compile, ExpressionError, evaluate, shared } from '../../core/src/index.ts';
import { type AnyArray, flat } from './support/evaluate-oracle.ts';
import { Random } from './support/random.ts';

after(() => forbidCompiling(false));

/** The sum of float64 numbers, with the error of each addition carried along (Neumaier). */
function exactSum(values: readonly number[]): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** Shapes whose reduction goes by rows: long, narrow, with axes outside of both, with rows of several parts. */
const SHAPES: readonly (readonly [shape: readonly number[], axis: number])[] = [
  [[5000, 70], 0],
  [[300, 5000], 0],
  [[3, 700, 65], 1],
  [[90, 80, 1], 0],
  [[129, 64], 0],
  [[1, 100], 0],
];

describe('reductions along an axis', () => {
  for (const compiled of [true, false]) {
    it(`sums of floats are added in float64, pairwise (${compiled ? 'kernels' : 'interpreter'})`, () => {
      forbidCompiling(!compiled);
      const random = new Random(71);
      for (const dtype of ['float64', 'float32', 'float16'] as const) {
        for (const [shape, axis] of SHAPES) {
          const size = shape.reduce((total, each) => total * each, 1);
          const values = numpy.array(Float64Array.from({ length: size }, () => random.next()) as never);
          const a = values.reshape(...shape).astype(dtype) as AnyArray;
          const sums = flat(evaluate(`sum(a, axis=${axis})`, { a }) as AnyArray).map(Number);
          const means = flat(evaluate(`mean(a, axis=${axis})`, { a }) as AnyArray).map(Number);
          const lines = numpy
            .moveaxis(a, axis, -1)
            .copy()
            .reshape(-1, shape[axis] as number) as AnyArray;
          const stored = (value: number) => Number(numpy.array([value]).astype(dtype).get([0]));
          for (const [index, sum] of sums.entries()) {
            if (index % 97 !== 0) continue;
            const exact = exactSum(flat(lines.slice(`${index}`) as AnyArray).map(Number));
            // A running sum of 5000 numbers in float64 is off by some 50 units; of float32, what is stored is exact.
            const bound = dtype === 'float64' ? 12 * Number.EPSILON * exact : 0;
            const what = `${dtype} (${shape}) along ${axis}, line ${index}`;
            assert.ok(Math.abs(sum - stored(exact)) <= bound, `${what}: ${sum}, ${exact}`);
            const mean = exact / (shape[axis] as number);
            assert.ok(Math.abs((means[index] as number) - stored(mean)) <= bound, what);
          }
        }
      }
    });
  }

  it('what is too large for the dtype only on the way does no harm', () => {
    const large = numpy.full([200, 70], 3e38, 'float32') as AnyArray;
    for (const array of [large, shared.array(large) as AnyArray]) {
      const means = flat(evaluate('mean(a, axis=0)', { a: array }) as AnyArray);
      assert.ok(means.every((each) => each === Math.fround(3e38)));
    }
    const factors = numpy.array([1e30, 1e30, 1e-30, 1e-30] as never, 'float32') as AnyArray;
    const rows = evaluate('a + zero', { a: factors.reshape(4, 1), zero: numpy.zeros([1, 100], 'float32') }) as AnyArray;
    assert.ok(Math.abs(Number(flat(evaluate('prod(a, axis=0)', { a: rows }) as AnyArray)[99]) - 1) < 1e-6);
  });

  it('strided inputs, several of them, and Fortran-ordered results', () => {
    const a = numpy.arange(2 * 300 * 210).reshape(2, 300, 210) as AnyArray;
    const view = a.slice('1', '::2', '::3') as AnyArray;
    const column = numpy.arange(150).reshape(150, 1) as AnyArray;
    const expected = flat(numpy.sum(view.copy().multiply(column), 0) as AnyArray);
    const whole = numpy.zeros([3, 150, 70]) as AnyArray;
    for (const compiled of [true, false]) {
      forbidCompiling(!compiled);
      assert.deepEqual(flat(evaluate('sum(v * c, axis=0)', { v: view, c: column }) as AnyArray), expected);
      const turned = evaluate('sum(v * c + w, axis=1)', { v: view, c: column, w: whole }, { order: 'F' }) as AnyArray;
      assert.deepEqual(flat(turned.slice('2') as AnyArray), expected);
    }
    forbidCompiling(false);
  });

  it('axis and keepdims may be variables, each time anew', () => {
    const a = numpy.arange(6).reshape(3, 2) as AnyArray;
    const sums = compile('sum(a, axis=k, keepdims=keep)');
    const shapes = [
      [0, true],
      [0, false],
      [1, true],
      [-1, 0],
      [1n, 1],
    ].map(([k, keep]) => [...(sums({ a, k, keep } as never) as AnyArray).shape]);
    assert.deepEqual(shapes, [[1, 2], [2], [3, 1], [3], [3, 1]]);
    for (const text of ['sum(a, axis=0, keepdims=a)', 'sum(a, 0, axis=1)', 'sum(a, axis=0.5)', 'sum(a, axis=a)']) {
      assert.throws(() => evaluate(text, { a }), ExpressionError, text);
    }
  });

  it('means of 64-bit integers do not wrap', () => {
    for (const dtype of ['int64', 'uint64'] as const) {
      const a = numpy.array([2n ** 62n, 2n ** 62n, 2n ** 62n, 2n ** 62n] as never, dtype) as AnyArray;
      assert.equal(evaluate('mean(a)', { a }), 2 ** 62);
      assert.deepEqual(flat(evaluate('mean(a, axis=0)', { a: a.reshape(4, 1) }) as AnyArray), [2 ** 62]);
    }
    const b = numpy.full([4, 100], (2n ** 62n) as never, 'int64') as AnyArray;
    assert.ok(flat(evaluate('mean(a, axis=0)', { a: b }) as AnyArray).every((each) => each === 2 ** 62));
  });
});
