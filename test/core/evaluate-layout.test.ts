/** Broadcasting, strides, orders, views, `out`, `where`: every layout gives what contiguous arrays give. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as numpy from 'numpy-ts';
import { forbidCompiling } from '../../core/src/evaluate/engines.ts';
import { compile, EvaluateError, ExpressionError, evaluate, evaluateAsync, shared } from '../../core/src/index.ts';
import { type AnyArray, chained, flat } from './support/evaluate-oracle.ts';
import { mild, REAL } from './support/evaluate-samples.ts';
import { Random } from './support/random.ts';

function equal(ours: unknown, theirs: unknown, what: string): void {
  const [a, b] = [ours as AnyArray, theirs as AnyArray];
  assert.equal(a.dtype, b.dtype, what);
  assert.deepEqual([...a.shape], [...b.shape], what);
  assert.deepEqual(flat(a), flat(b), what);
}

/** The same numbers laid out in other ways. */
function layouts(array: AnyArray): Record<string, AnyArray> {
  const [rows, columns] = array.shape as [number, number];
  const wide = numpy.zeros([rows * 2, columns * 3], array.dtype as 'float64') as AnyArray;
  const target = wide.slice('1::2', '::3');
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) target.set([row, column], array.get([row, column]) as number);
  const turned = array.T.copy().T;
  const reversed = numpy.flip(numpy.flip(array).copy()) as AnyArray;
  const mirrored = evaluate('x', { x: array }) as AnyArray;
  return { contiguous: array, strided: target, fortran: turned, reversed, mirrored };
}

describe('layouts', () => {
  it('any strides and both orders, for every dtype', () => {
    const random = new Random(31);
    for (const dtype of REAL) {
      const a = mild(random, dtype, 9 * 70).reshape(9, 70) as AnyArray;
      const b = mild(random, dtype, 9 * 70).reshape(9, 70) as AnyArray;
      const expected = chained('where(a > b, a, b)', { a, b });
      for (const [first, x] of Object.entries(layouts(a))) {
        for (const [second, y] of Object.entries(layouts(b))) {
          equal(evaluate('where(a > b, a, b)', { a: x, b: y }), expected, `${dtype} ${first} ${second}`);
        }
      }
    }
  });

  it('broadcasting', () => {
    const random = new Random(32);
    const shapes = [[4, 5, 70], [70], [5, 1], [4, 1, 1], [1, 5, 70], [], [1], [5, 70], [3], [7, 3]];
    for (const first of shapes) {
      for (const second of shapes) {
        const [a, b] = [first, second].map((shape) => {
          const size = shape.reduce((total, each) => total * each, 1);
          return mild(random, 'float64', size).reshape(...shape) as AnyArray;
        }) as [AnyArray, AnyArray];
        let theirs: AnyArray;
        try {
          theirs = a.multiply(b).add(a.subtract(b)) as AnyArray;
        } catch {
          assert.throws(() => evaluate('a*b + (a - b)', { a, b }), EvaluateError);
          continue;
        }
        // With one element on the right, numpy-ts keeps the shape of the left, though NumPy would add axes.
        if (b.size === 1) theirs = theirs.reshape(...(numpy.broadcast_shapes(first, second) as number[])) as AnyArray;
        equal(evaluate('a*b + (a - b)', { a, b }), theirs, `${first} and ${second}`);
      }
    }
  });

  it('empty and 0-dimensional arrays', () => {
    for (const shape of [[0], [3, 0], [0, 4]]) {
      const a = numpy.zeros(shape) as AnyArray;
      equal(evaluate('a + 1', { a }), a.add(1), String(shape));
      assert.equal(evaluate('sum(a)', { a }), 0);
      assert.equal(evaluate('prod(a)', { a }), 1);
      assert.ok(Number.isNaN(evaluate('mean(a)', { a })));
      assert.throws(() => evaluate('min(a)', { a }), /at least one element/);
    }
    const sums = evaluate('sum(a, axis=0)', { a: numpy.zeros([0, 4]) as AnyArray }) as AnyArray;
    assert.deepEqual(flat(sums), [0, 0, 0, 0]);
    const zero = numpy.array(3) as AnyArray;
    equal(evaluate('a * 2', { a: zero }), zero.multiply(2), '0-d');
    equal(evaluate('2 * 3 + s', { s: 1 }), numpy.array(7), 'no array at all');
  });

  it('plain typed arrays are one-dimensional arrays', () => {
    for (const Kind of [Float64Array, Float32Array, Int32Array, Uint8Array, Uint8ClampedArray, Int16Array] as const) {
      const data = new Kind([1, 2, 3, 4, 5]);
      const result = evaluate('a * 2 + 1', { a: data }) as AnyArray;
      assert.deepEqual(flat(result), [3, 5, 7, 9, 11]);
    }
    const big = evaluate('a + 1n', { a: new BigInt64Array([2n ** 62n]) }) as AnyArray;
    assert.deepEqual(flat(big), [2n ** 62n + 1n]);
  });

  it('values beyond 2^53 of 64-bit integers', () => {
    const a = numpy.array([2n ** 53n + 1n, -(2n ** 63n), 5n] as never, 'int64') as AnyArray;
    assert.deepEqual(flat(evaluate('a + 9007199254740993n', { a }) as AnyArray), [
      2n ** 54n + 2n,
      -(2n ** 63n) + 2n ** 53n + 1n,
      2n ** 53n + 6n,
    ]);
    assert.deepEqual(flat(evaluate('a == k', { a, k: 2n ** 53n + 1n }) as AnyArray), [1, 0, 0]);
    assert.equal(evaluate('max(a)', { a }), 2n ** 53n + 1n);
  });

  it('NaN, infinities and signed zeros', () => {
    const a = numpy.array([Number.NaN, Number.POSITIVE_INFINITY, -0, 1]) as AnyArray;
    assert.deepEqual(flat(evaluate('minimum(a, 0)', { a }) as AnyArray).map(String), ['NaN', '0', '0', '0']);
    assert.ok(Object.is(flat(evaluate('-a', { a }) as AnyArray)[2], 0));
    assert.ok(Number.isNaN(evaluate('max(a)', { a })));
    assert.deepEqual(flat(evaluate('isfinite(a) & ~signbit(a)', { a }) as AnyArray), [0, 0, 0, 1]);
  });
});

describe('options', () => {
  const a = numpy.arange(100) as AnyArray;

  it('out is written and returned', () => {
    for (const out of [numpy.zeros([100]), numpy.zeros([200]).slice('::2'), shared.zeros(100)] as AnyArray[]) {
      const result = evaluate('a * 2', { a }, { out });
      assert.equal(result, out);
      assert.equal(out.get([99]), 198);
    }
    const narrow = numpy.zeros([100], 'float32') as AnyArray;
    evaluate('a / 3', { a }, { out: narrow });
    assert.equal(narrow.get([1]), Math.fround(1 / 3));
  });

  it('out may be an input, or overlap one', () => {
    for (const compiled of [true, false]) {
      forbidCompiling(!compiled);
      const same = numpy.arange(10_000) as AnyArray;
      evaluate('x * x + 1', { x: same }, { out: same });
      assert.equal(same.get([9_999]), 9_999 ** 2 + 1);
      const data = numpy.arange(10_000) as AnyArray;
      const later = data.slice('1:');
      evaluate('x + y', { x: data.slice(':-1'), y: later }, { out: later });
      assert.equal(data.get([9_999]), 9_998 + 9_999);
      assert.equal(data.get([1]), 1);
      const backwards = numpy.arange(5_000) as AnyArray;
      evaluate('x', { x: numpy.flip(backwards) as AnyArray }, { out: backwards });
      assert.deepEqual([backwards.get([0]), backwards.get([4_999])], [4_999, 0]);
    }
    forbidCompiling(false);
  });

  it('where leaves the rest alone', () => {
    const out = numpy.full([100], -1) as AnyArray;
    const mask = a.greater(50) as AnyArray;
    evaluate('a * 2', { a }, { out: out.astype('float64') as AnyArray, where: mask });
    const target = out.astype('float64') as AnyArray;
    evaluate('a * 2', { a }, { out: target, where: mask });
    assert.deepEqual([target.get([50]), target.get([51])], [-1, 102]);
    const fresh = evaluate('a * 2', { a }, { where: mask }) as AnyArray;
    assert.deepEqual([fresh.get([50]), fresh.get([51])], [0, 102]);
    const square = numpy.zeros([3, 100]) as AnyArray;
    evaluate('a + 1', { a: square }, { out: square, where: mask });
    assert.equal(numpy.sum(square), 3 * 49);
    const none = evaluate('a + 1', { a }, { where: false }) as AnyArray;
    assert.equal(numpy.sum(none), 0);
    const big = evaluate('a + 1', { a: a.astype('int64') as AnyArray }, { where: mask }) as AnyArray;
    assert.deepEqual([big.get([50]), big.get([51])], [0n, 52n]);
  });

  it('dtype, casting and order', () => {
    assert.equal((evaluate('a + 1', { a }, { dtype: 'float32' }) as AnyArray).dtype, 'float32');
    assert.throws(() => evaluate('a + 1', { a }, { dtype: 'int32' }), EvaluateError);
    assert.equal((evaluate('a + 1', { a }, { dtype: 'int32', casting: 'unsafe' }) as AnyArray).get([5]), 6);
    assert.throws(
      () => evaluate('a + 1', { a }, { out: numpy.zeros([100], 'uint8') as AnyArray }),
      /casting 'same_kind'/,
    );
    const matrix = numpy.arange(12).reshape(3, 4).T as AnyArray;
    assert.deepEqual([...(evaluate('m + 1', { m: matrix }).storage.strides as number[])], [3, 1]);
    const kept = evaluate('m + 1', { m: matrix }, { order: 'K' }) as AnyArray;
    assert.deepEqual([...kept.storage.strides], [1, 4]);
    equal(kept, matrix.add(1), 'order K');
  });

  it("casting is by NumPy's rules", () => {
    const of = (dtype: string) => numpy.ones([4], dtype as 'int32') as AnyArray;
    for (const [from, to] of [
      ['int32', 'float64'],
      ['int64', 'float32'],
      ['bool', 'float16'],
      ['uint8', 'complex64'],
      ['float64', 'float32'],
      ['uint8', 'int8'],
    ] as const) {
      const result = evaluate('a + a', { a: of(from) }, { out: of(to) }) as AnyArray;
      assert.equal(Number(result.storage.data[0]), from === 'bool' ? 1 : 2, to);
    }
    for (const [from, to, casting] of [
      ['int8', 'uint8', 'safe'],
      ['int8', 'uint8', 'same_kind'],
      ['int32', 'uint64', 'safe'],
      ['int32', 'float32', 'safe'],
      ['float32', 'int64', 'same_kind'],
      ['complex64', 'float64', 'same_kind'],
    ] as const) {
      assert.throws(() => evaluate('a', { a: of(from) }, { out: of(to), casting }), EvaluateError, `${from} ${to}`);
      assert.throws(() => evaluate('a', { a: of(from) }, { dtype: to, casting }), EvaluateError, `${from} ${to}`);
    }
  });

  it('refuses what does not fit, and names it', () => {
    const wrong = (run: () => unknown, argument: string) =>
      assert.throws(run, (error: unknown) => error instanceof EvaluateError && error.argument === argument);
    wrong(() => evaluate('a + b', { a, b: 'x' as never }), 'variable `b`');
    wrong(() => evaluate('a + b', { a, b: numpy.zeros([7]) as AnyArray }), 'variable `b`');
    wrong(() => evaluate('a', { a }, { out: numpy.zeros([3]) as AnyArray }), 'out');
    wrong(() => evaluate('a', { a }, { order: 'X' as never }), 'order');
    wrong(() => evaluate('a', { a }, { oout: a } as never), 'option `oout`');
    wrong(() => evaluate('sum(a, axis=3)', { a }), 'axis');
    wrong(() => evaluate('1', {}, null as never), 'options');
    wrong(() => evaluate('1', {}, 'C' as never), 'options');
    wrong(() => evaluate('2.7', {}, { dtype: 'int32' }), 'dtype');
    for (const out of [numpy.broadcast_to(numpy.zeros([1]), [100]), numpy.broadcast_to(a, [3, 100])] as AnyArray[]) {
      wrong(() => evaluate('a + 1', { a }, { out }), 'out');
    }
    wrong(() => evaluate(3 as never, { a }), 'expression');
    assert.throws(() => evaluate('a - a', { a: a.greater(3) as AnyArray }), ExpressionError);
  });
});

describe('forms', () => {
  const a = numpy.arange(1000) as AnyArray;
  const b = numpy.arange(1000).multiply(0.5) as AnyArray;

  it('template, compiled and asynchronous', async () => {
    const expected = a.multiply(a).add(b);
    equal(evaluate`${a}**2 + ${b}`, expected, 'template');
    equal(evaluate`${a}*${a} + ${b}`, expected, 'the same array twice');
    const compiled = compile('a**2 + b');
    equal(compiled({ a, b }), expected, 'compiled');
    equal(await compiled.async({ a, b }), expected, 'compiled, asynchronous');
    equal(await evaluateAsync('a**2 + b', { a, b }), expected, 'asynchronous');
    assert.deepEqual([...compiled.names], ['a', 'b']);
    assert.throws(() => compile('a +'), ExpressionError);
    await assert.rejects(evaluateAsync('a +', { a }), ExpressionError);
  });

  it('asynchronous evaluations side by side keep apart', async () => {
    const plain = [1, 2, 3, 4].map((factor) => Float64Array.from({ length: 300_000 }, (_, index) => index * factor));
    const results = await Promise.all(plain.map((x) => evaluateAsync('sin(x) + x', { x })));
    for (const [index, result] of results.entries()) {
      const x = (plain[index] as Float64Array)[299_999] as number;
      assert.ok(Math.abs((result.get([299_999]) as number) - (Math.sin(x) + x)) < 1e-9);
    }
  });

  it('common subexpressions are computed once', () => {
    const text = 'exp(a/1000) + sqrt(exp(a/1000)) + exp(a/1000)**2';
    equal(evaluate(text, { a }), evaluate('x + sqrt(x) + x**2', { x: evaluate('exp(a/1000)', { a }) }), 'shared');
  });
});
