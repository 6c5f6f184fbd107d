/** Calls that are said to keep the dtype of their argument do so: executed for every dtype, at small and at large sizes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as np from 'numpy-ts';
import { KEEPS_DTYPE } from '../../server/src/analysis/libraries/numpy-ts/partly.ts';

type Array = np.NDArray;

const DTYPES = [
  ...['float64', 'float32', 'complex128', 'complex64', 'int64', 'uint64', 'int32', 'uint32'],
  ...['int16', 'uint16', 'int8', 'uint8', 'bool'],
] as const;
const SHAPES = [[5], [67], [3, 5], [13, 11], [2, 3, 5], [5, 7, 11], [1, 5], [0, 3]] as const;

const mask = (a: Array): Array => np.ones([...a.shape], 'bool');
const first = np.array([0, 0], 'int32');

/** Some ways to call each; what throws for a shape is no result of any dtype. */
const CALLS: Readonly<Record<string, readonly ((a: Array) => unknown)[]>> = {
  T: [(a) => a.T],
  atleast_1d: [(a) => np.atleast_1d(a)],
  atleast_2d: [(a) => np.atleast_2d(a)],
  bindex: [(a) => a.bindex(mask(a)), (a) => a.bindex(np.ones([a.shape[0] ?? 1], 'bool'), 0)],
  broadcast_to: [(a) => np.broadcast_to(a, [2, ...a.shape])],
  col: [(a) => a.col(0)],
  cols: [(a) => a.cols(0, 1)],
  compress: [(a) => np.compress(np.array([1, 0]), a), (a) => np.compress(np.array([1, 0]), a, 0)],
  copy: [(a) => a.copy(), (a) => np.copy(a)],
  diagonal: [(a) => np.diagonal(a)],
  expand_dims: [(a) => np.expand_dims(a, 0)],
  extract: [(a) => np.extract(mask(a), a)],
  flatten: [(a) => a.flatten()],
  flip: [(a) => np.flip(a), (a) => np.flip(a, 0)],
  fliplr: [(a) => np.fliplr(a)],
  flipud: [(a) => np.flipud(a)],
  iindex: [(a) => a.iindex(first), (a) => a.iindex(first, 0)],
  moveaxis: [(a) => np.moveaxis(a, 0, -1)],
  pad: [(a) => np.pad(a, 1)],
  ravel: [(a) => a.ravel(), (a) => np.ravel(a)],
  repeat: [(a) => np.repeat(a, 2), (a) => np.repeat(a, 2, 0)],
  reshape: [(a) => a.reshape(-1), (a) => np.reshape(a, [a.size, 1])],
  roll: [(a) => np.roll(a, 1), (a) => np.roll(a, 1, 0)],
  rot90: [(a) => np.rot90(a)],
  row: [(a) => a.row(0)],
  rows: [(a) => a.rows(0, 1)],
  slice: [(a) => a.slice(':'), (a) => a.slice('0'), (a) => a.slice('::2'), (a) => a.slice('0', '0')],
  sort: [(a) => np.sort(a), (a) => np.sort(a, 0)],
  squeeze: [(a) => np.squeeze(a)],
  swapaxes: [(a) => np.swapaxes(a, 0, -1)],
  take: [(a) => np.take(a, [0]), (a) => np.take(a, [0, 0], 0), (a) => np.take(a, first)],
  tile: [(a) => np.tile(a, 2), (a) => np.tile(a, [2, 1])],
  transpose: [(a) => np.transpose(a)],
  tril: [(a) => np.tril(a)],
  triu: [(a) => np.triu(a)],
};

describe('calls that keep a dtype', () => {
  it('are all tried here', () => {
    assert.deepEqual(Object.keys(CALLS).sort(), [...KEEPS_DTYPE].sort());
  });

  for (const [name, calls] of Object.entries(CALLS)) {
    it(name, () => {
      let results = 0;
      for (const dtype of DTYPES)
        for (const shape of SHAPES)
          for (const call of calls) {
            const a = np.ones([...shape], dtype) as Array;
            let result: unknown;
            try {
              result = call(a);
            } catch (error) {
              assert.ok(error instanceof Error);
              continue;
            }
            results++;
            assert.equal((result as Partial<Array>).dtype, dtype, `${name} of ${dtype} [${shape}]: ${call}`);
          }
      assert.ok(results >= DTYPES.length * 2, `${name} gave a result only ${results} times`);
    });
  }
});
