/** Plain numbers and bigints in expressions: what they are worth, whether they are written in the text or handed over. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import * as numpy from 'numpy-ts';
import { forbidCompiling } from '../../core/src/evaluate/engines.ts';
import { BytelensError, compile, EvaluateError, evaluate } from '../../core/src/index.ts';
import { type AnyArray, flat } from './support/evaluate-oracle.ts';

after(() => forbidCompiling(false));

const COMPARISONS = ['<', '<=', '>', '>=', '==', '!='] as const;
type Plain = number | bigint | boolean;

/** JavaScript compares numbers with bigints by what they are worth. */
function holds(a: bigint, operator: (typeof COMPARISONS)[number], b: number | bigint): boolean {
  switch (operator) {
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    case '==':
      return a >= b && a <= b;
    case '!=':
      return !(a >= b && a <= b);
  }
}

function text(value: Plain): string {
  return typeof value === 'bigint'
    ? `(${value}n)`
    : `(${String(value).replace('Infinity', 'inf').replace('NaN', 'nan')})`;
}

function only(value: unknown): unknown {
  return flat(value as AnyArray)[0];
}

describe('plain numbers', () => {
  it('compare with integers of any dtype by what they are worth', () => {
    const values: Record<string, bigint[]> = {
      int64: [-(2n ** 63n), -1n, 0n, 5n, 2n ** 53n, 2n ** 53n + 1n, 2n ** 63n - 1n],
      uint64: [0n, 1n, 5n, 2n ** 53n, 2n ** 53n + 1n, 2n ** 63n, 2n ** 64n - 1n],
      int32: [-(2n ** 31n), -1n, 0n, 5n, 2n ** 31n - 1n],
      uint8: [0n, 5n, 255n],
    };
    const numbers: (number | bigint)[] = [
      ...[-1n, 0n, 5n, 2n ** 53n, 2n ** 53n + 1n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n, 2n ** 64n, -(2n ** 63n)],
      ...[-(2n ** 63n) - 1n, -(2n ** 64n), 2n ** 70n, 255n, 256n, 261n, 2n ** 32n + 5n],
      ...[0, -0, 5, 5.5, -0.5, 300, 2 ** 53, 2 ** 63, 2 ** 64, -(2 ** 63), 1e300, -1e300],
      ...[Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NaN],
    ];
    for (const compiled of [true, false]) {
      forbidCompiling(!compiled);
      for (const [dtype, list] of Object.entries(values)) {
        const given = dtype.endsWith('64') ? list : list.map(Number);
        const a = numpy.array(given as never, dtype as 'int64') as AnyArray;
        for (const operator of COMPARISONS) {
          const variable = compile(`a ${operator} k`);
          const left = compile(`k ${operator} a`);
          for (const k of numbers) {
            const what = `${dtype} ${operator} ${k}`;
            const expected = list.map((each) => Number(holds(each, operator, k)));
            assert.deepEqual(flat(variable({ a, k }) as AnyArray).map(Number), expected, what);
            assert.deepEqual(flat(evaluate(`a ${operator} ${text(k)}`, { a }) as AnyArray).map(Number), expected, what);
            const mirrored = operator.replace(/[<>]/, (each) => (each === '<' ? '>' : '<'));
            const turned = list.map((each) => Number(holds(each, mirrored as '<', k)));
            assert.deepEqual(flat(left({ a, k }) as AnyArray).map(Number), turned, `${k} ${operator} ${dtype}`);
          }
        }
      }
    }
    forbidCompiling(false);
  });

  it('bigints go through every function', () => {
    for (const [expression, expected] of [
      ['0n ** -1n', 0n],
      ['(-1n) ** -3n', -1n],
      ['2n ** -1n', 0n],
      ['fmin(1n, 2n)', 1n],
      ['fmax(1n, 2n)', 2n],
      ['clip(5n, 1n, 3n)', 3n],
      ['clip(9007199254740993n, 0n, 9007199254740995n)', 9007199254740993n],
      ['copysign(1n, -1n)', -1],
      ['arctan2(1n, 2n)', Math.atan2(1, 2)],
      ['hypot(3n, 4n)', 5],
      ['1n % 0n', 0n],
      ['1n // 0n', 0n],
      ['fmod(1n, 0n)', 0n],
      ['-7n % 3n', 2n],
      ['18446744073709551615n', 2n ** 64n - 1n],
      ['-(2n**63n)', -(2n ** 63n)],
    ] as const) {
      assert.equal(only(evaluate(expression)), expected, expression);
      const parts = [...expression.matchAll(/\d+n/g)].map(([each]) => BigInt(each.slice(0, -1)));
      let place = 0;
      const named = expression.replace(/\d+n/g, () => `v${place++}`);
      const variables = Object.fromEntries(parts.map((each, index) => [`v${index}`, each]));
      assert.equal(only(evaluate(named, variables)), expected, named);
    }
    assert.equal((evaluate('18446744073709551615n') as AnyArray).dtype, 'uint64');
  });

  it('bool stays 0 or 1 beside complex numbers, as without them', () => {
    const b = numpy.array([1, 2, 0]) as AnyArray;
    const [real, complex] = [numpy.array([1, 3, 0]), numpy.array([1, 3, 0]).astype('complex128')] as [
      AnyArray,
      AnyArray,
    ];
    for (const operation of [
      't | k',
      't + k',
      't & k',
      't ^ k',
      't * k',
      't + t',
      'minimum(t, k)',
      't < k',
      't == k',
    ]) {
      const expression = operation.replaceAll('t ', '(b == c) ').replaceAll(/\bt\b/g, '(b == c)');
      for (const k of [2.5, 2, 0]) {
        const expected = evaluate(expression, { b, c: real, k }) as AnyArray;
        const result = evaluate(expression, { b, c: complex, k }) as AnyArray;
        assert.equal(result.dtype, 'bool');
        assert.deepEqual([...result.storage.data], [...expected.storage.data], `${expression} ${k}`);
      }
    }
    assert.throws(() => evaluate('k - (b == c)', { b, c: complex, k: 2 }), BytelensError);
  });

  it('integers that no dtype holds are refused', () => {
    for (const expression of ['18446744073709551616n', '-(2n**63n) - 1n', '2n ** 200n', '2n ** 10000000000n']) {
      assert.throws(() => evaluate(expression), BytelensError, expression);
    }
    // On the way they may be larger.
    assert.equal(only(evaluate('2n ** 200n // 2n ** 199n')), 2n);
  });

  it('NaN and infinities are refused in 64-bit integers, whatever came before', () => {
    const a = numpy.array([3n, -4n] as never, 'int64') as AnyArray;
    const product = compile('a * k');
    for (const k of [Number.NaN, Number.POSITIVE_INFINITY]) {
      assert.throws(() => product({ a, k }), EvaluateError);
      assert.deepEqual(flat(product({ a, k: 2 }) as AnyArray), [6n, -8n]);
      assert.throws(() => product({ a, k }), EvaluateError);
      assert.throws(() => evaluate(`minimum(a, ${text(k)})`, { a }), EvaluateError);
    }
    assert.deepEqual(flat(evaluate('hypot(a, k)', { a, k: Number.POSITIVE_INFINITY }) as AnyArray), [
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
    assert.throws(() => evaluate('where(a > 0, a, k) * k', { a, k: Number.NaN }), EvaluateError);
  });
});
