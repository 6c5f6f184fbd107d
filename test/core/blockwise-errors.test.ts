/** `blockwise` refuses what it cannot do, with an error that names the argument, what was expected and what came. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { NDArray } from 'numpy-ts';
import * as np from 'numpy-ts';
import { BlockwiseError, blockwise } from '../../core/src/index.ts';

/** Small, so that small arrays are divided. */
const blockBytes = 4096;
const grid = (...shape: number[]): NDArray => np.arange(shape.reduce((a, b) => a * b, 1)).reshape(...shape) as NDArray;

describe('refused', () => {
  const x = grid(640, 64);
  const add = (a: NDArray): NDArray => a.add(1);
  const any = (value: unknown): never => value as never;
  const cases: [string, () => unknown, BlockwiseError['argument'], RegExp][] = [
    ['no arrays', () => blockwise([], () => x), 'arrays', /at least one array, got none/],
    ['a list of numbers', () => blockwise(any([1, 2]), add), 'arrays', /1 at index 0/],
    ['sizes that differ', () => blockwise([x, grid(639, 64)], add), 'arrays', /\(640, 64\) and \(639, 64\)/],
    ['an axis that is not there', () => blockwise(x, add, { axis: 2 }), 'axis', /2 dimensions, got 2/],
    ['half an axis', () => blockwise(x, add, { axis: 0.5 }), 'axis', /an integer, got 0.5/],
    ['blocks of nothing', () => blockwise(x, add, { blockBytes: 0 }), 'blockBytes', /at least 1, got 0/],
    ['a dtype that is none', () => blockwise(x, add, { dtype: any('float8') }), 'dtype', /got "float8"/],
    ['no function', () => blockwise(x, any(3)), 'f', /a function of blocks, got 3/],
    [
      'a promise',
      () =>
        blockwise(
          x,
          any(async () => x),
        ),
      'result of f',
      /got a Promise/,
    ],
    [
      'a number',
      () =>
        blockwise(
          x,
          any((a: NDArray) => a.sum()),
        ),
      'result of f',
      /reduce over the split axis/,
    ],
    [
      'a sum over the split axis',
      () => blockwise(x, (a) => a.sum(0) as NDArray, { blockBytes }),
      'result of f',
      /axis/,
    ],
    [
      'a result of a fixed size',
      () => blockwise(x, () => grid(64), { blockBytes: 2 ** 15 }),
      'result of f',
      /axis|shape/,
    ],
    [
      'a table of a block with itself',
      () => blockwise(x, (a) => np.matmul(a, a.T), { blockBytes }),
      'result of f',
      /0 and 1/,
    ],
    [
      'a dtype that changes',
      () => blockwise(x, (a) => (a.get([0, 0]) === 0 ? a.add(1) : a.astype('float32')), { blockBytes }),
      'result of f',
      /dtype float64, as of the first block, got dtype float32/,
    ],
    [
      'a shape that changes',
      () => blockwise(x, (a) => (a.get([0, 0]) === 0 ? a : a.slice(':', '1:')), { blockBytes }),
      'result of f',
      /shape \(\d+, 64\)/,
    ],
  ];
  for (const [name, call, argument, message] of cases) {
    test(name, () => {
      assert.throws(call, (error) => {
        assert.ok(error instanceof BlockwiseError, String(error));
        assert.equal(error.argument, argument);
        assert.match(error.message, message);
        return true;
      });
    });
  }
});
