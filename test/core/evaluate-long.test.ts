/** Expressions of any length: generated ones have tens of thousands of terms. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as numpy from 'numpy-ts';
import { compile, ExpressionError, evaluate } from '../../core/src/index.ts';
import { type AnyArray, flat } from './support/evaluate-oracle.ts';

const TERMS = 20_000;

function terms(make: (index: number) => string, operator: string, count = TERMS): string {
  return Array.from({ length: count }, (_, index) => make(index)).join(operator);
}

function list(expression: string, variables: Record<string, unknown>): number[] {
  return flat(evaluate(expression, variables as never) as AnyArray).map(Number);
}

describe('long expressions', () => {
  const a = numpy.array([1, 2, 3]) as AnyArray;

  it('of arrays', () => {
    const whole = (TERMS * (TERMS - 1)) / 2;
    assert.deepEqual(
      list(
        terms(() => 'a', '+'),
        { a },
      ),
      [TERMS, 2 * TERMS, 3 * TERMS],
    );
    assert.deepEqual(
      list(
        terms((index) => `a*${index}`, ' + '),
        { a },
      ),
      [whole, 2 * whole, 3 * whole],
    );
    assert.deepEqual(
      list(
        terms((index) => `(a < ${index + 3})`, ' & '),
        { a },
      ),
      [1, 1, 0],
    );
    assert.deepEqual(
      list(
        terms(() => 'a', ' <= '),
        { a },
      ),
      [1, 1, 1],
    );
    assert.equal(evaluate(`sum(${terms(() => 'a', '-')})`, { a }), -6 * (TERMS - 2));
    const rows = evaluate('a + zero', { a: a.reshape(3, 1), zero: numpy.zeros([1, 100]) }) as AnyArray;
    assert.equal(flat(evaluate(`sum(${terms(() => 'r', '+')}, axis=0)`, { r: rows }) as AnyArray)[99], 6 * TERMS);
  });

  it('of many variables', () => {
    const text = terms((index) => `v${index}`, '+', 5000);
    const of = (make: (index: number) => unknown) =>
      Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`v${index}`, make(index)]));
    const arrays = of(() => a);
    const numbers = of((index) => index);
    assert.deepEqual(list(text, arrays), [5000, 10_000, 15_000]);
    assert.deepEqual(list(text, numbers), [(5000 * 4999) / 2]);
    const mixed = of((index) => (index % 2 === 0 ? index : a));
    assert.deepEqual(
      list(text, mixed),
      [1, 2, 3].map((each) => 2500 * each + 2500 * 2499),
    );
    assert.equal(compile(text).names.length, 5000);
  });

  it('of complex numbers, whose intermediate results do not pile up', () => {
    const c = a.astype('complex128') as AnyArray;
    const sum = evaluate(
      terms(() => 'c', '+', 5000),
      { c },
    ) as AnyArray;
    assert.deepEqual([...(sum.storage.data as Float64Array)].slice(0, 6), [5000, 0, 10_000, 0, 15_000, 0]);
    assert.deepEqual(list('real(c) + imag(c) + real(c)*real(conj(c))', { c }), [2, 6, 12]);
  });

  it('kernels and the interpreter, which takes over, agree', () => {
    const b = numpy.arange(100).astype('uint8') as AnyArray;
    for (const count of [100, 300]) {
      const text = terms((index) => `(b*${index} ^ a)`, ' + ', count);
      const expected = Array.from({ length: 100 }, (_, each) => {
        let sum = 0;
        for (let index = 0; index < count; index++) sum += ((each * index) & 255) ^ (each & 255);
        return sum & 255;
      });
      assert.deepEqual(list(text, { a: b, b }), expected);
    }
  });

  it('nested deeper than anyone writes are refused, with the position', () => {
    for (const text of [`${'('.repeat(1000)}a${')'.repeat(1000)}`, terms(() => 'a', '**'), `${'-'.repeat(5000)}a`]) {
      assert.throws(() => evaluate(text, { a }), ExpressionError);
    }
  });
});
