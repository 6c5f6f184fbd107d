/** `blockwise`: how arrays are split and put together, and what `f` is given. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { NDArray } from 'numpy-ts';
import * as np from 'numpy-ts';
import { storageClass } from '../../core/src/blockwise/storage.ts';
import { blockwise } from '../../core/src/index.ts';

/** Small, so that small arrays are divided. */
const blockBytes = 4096;
const grid = (...shape: number[]): NDArray => np.arange(shape.reduce((a, b) => a * b, 1)).reshape(...shape) as NDArray;

function assertSame(actual: NDArray, expected: NDArray): void {
  assert.deepEqual([actual.dtype, ...actual.shape], [expected.dtype, ...expected.shape]);
  assert.deepEqual(actual.tolist(), expected.tolist());
}

/** Runs `f` in blocks, requires several, and compares with the whole. */
function check(arrays: readonly NDArray[], f: (...blocks: NDArray[]) => NDArray, axis = 0): NDArray {
  let calls = 0;
  const counted = (...blocks: readonly NDArray[]): NDArray => {
    calls++;
    return f(...blocks);
  };
  const result = blockwise(arrays, counted, { axis, blockBytes });
  assert.ok(calls > 2, `${calls} calls`);
  assertSame(result, f(...arrays.map((array) => array.copy())));
  return result;
}

describe('arrays are aligned from the right', () => {
  const x = grid(300, 12);
  const column = grid(300, 1);
  const row = grid(12);
  const f = (a: NDArray, b: NDArray): NDArray => a.add(b).multiply(a);
  test('a row for all', () => void check([x, row], f));
  test('a column, split with the rows', () => void check([x, column], f));
  test('a column for all, when columns are split', () => void check([grid(12, 300), grid(12, 1)], f, 1));
  test('a row, split with the columns', () => void check([grid(12, 300), grid(300)], f, -1));
  test('one row, of two dimensions', () => void check([x, grid(1, 12)], f));
  test('an array without dimensions', () => void check([x, np.array(3)], f));
  test('the array with more dimensions comes second', () => void check([row, x], (a, b) => b.multiply(a)));
  test('a column and a row become a table', () => void check([column, row], f));
  test('three arrays', () => void check([x, column, row], (a, b, c) => a.multiply(b).add(c)));
});

describe('the axis of the result', () => {
  const cube = grid(5, 300, 4);
  test('an axis before the split one goes', () => void check([cube], (a) => np.sum(a, 0) as NDArray, 1));
  test('an axis behind it goes', () => void check([cube], (a) => a.max(2) as NDArray, 1));
  test('both go', () => void check([cube], (a) => (a.sum(2) as NDArray).sum(0) as NDArray, 1));
  test('a reduced axis is kept', () => void check([cube], (a) => a.sum(0, true) as NDArray, 1));
  test('axes change places', () => void check([cube], (a) => a.add(1).T, 1));
  test('axes are added', () => void check([cube], (a) => np.expand_dims(a, 0), 1));
  test('a matrix product', () => void check([grid(300, 6)], (a) => np.matmul(a, grid(6, 3)) as NDArray));
  test('another axis is as long as the first block', () => {
    const alike: number[] = [];
    for (let width = 50; width < 70; width++) {
      const x = grid(640, width);
      let first: number | undefined;
      const f = (a: NDArray): NDArray => {
        first ??= a.shape[0];
        return a.add(1);
      };
      assertSame(blockwise(x, f, { blockBytes: 60 * width * 8 }), x.add(1));
      if (first === width) alike.push(width);
    }
    assert.equal(alike.length, 1);
  });
});

describe('memory order', () => {
  const f = (a: NDArray): NDArray => a.add(1).astype('float32');
  test('F-ordered', () => void check([grid(12, 300).T], f));
  test('every second row and column', () => void check([grid(600, 24).slice('::2', '1::2')], f));
  test('backwards', () => void check([grid(300, 12).slice('::-1', '::-1')], f));
  test('part of a larger array', () => void check([grid(400, 12).slice('50:350')], f));
  test('memory that is not numpy-ts’s own', () => {
    const { storage } = grid(300, 12);
    const Storage = storageClass(storage);
    const outside = new Storage(Float64Array.from(storage.data as Float64Array), [300, 12], [12, 1], 0, 'float64');
    check([np.NDArray.fromStorage(outside)], f);
  });
  test('a block is C-ordered, begins at 0, and shares the array’s memory where it can', () => {
    const x = grid(300, 12);
    const places: number[] = [];
    blockwise(
      x,
      (a) => {
        assert.ok(a.flags.C_CONTIGUOUS);
        assert.equal(a.storage.offset, 0);
        assert.equal(a.data.buffer, x.data.buffer);
        places.push(a.data.byteOffset - x.data.byteOffset);
        return a.add(1);
      },
      { blockBytes },
    );
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
    assert.ok(places.length > 2 && places.every((place) => place >= 0 && place < x.nbytes));
  });
});

describe('nothing to divide', () => {
  const twice = (a: NDArray): NDArray => a.multiply(2);
  test('no elements', () => {
    for (const shape of [[0], [0, 3], [3, 0]]) assertSame(blockwise(np.zeros(shape), twice), np.zeros(shape));
  });
  test('no dimensions', () => assertSame(blockwise(np.array(3), twice), np.array(6)));
  test('the result never shares memory with an array', () => {
    const x = grid(5, 4);
    for (const f of [(a: NDArray) => a, (a: NDArray) => a.T, (a: NDArray) => a.slice('1:3'), () => x]) {
      const expected = f(x).tolist();
      const result = blockwise(x, f);
      result.fill(-1);
      assert.deepEqual(x.tolist(), grid(5, 4).tolist());
      assert.deepEqual(blockwise(x, f).tolist(), expected);
    }
  });
  test('a view of an intermediate outlives it', () => {
    const result = blockwise(grid(40, 4), (a) => a.add(1).T.slice('1:3'));
    const other = np.full([160], 9);
    assertSame(result, grid(40, 4).add(1).T.slice('1:3').copy());
    assert.equal(other.size, 160);
  });
});

test('dtype: values are converted as astype converts them', () => {
  const x = grid(300, 12).multiply(1.7);
  for (const dtype of ['uint8', 'int64', 'float16', 'bool', 'complex64'] as const) {
    assertSame(
      blockwise(x, (a) => a.add(0.5), { dtype, blockBytes }),
      x.add(0.5).astype(dtype),
    );
    assertSame(
      blockwise(x, (a) => a.add(0.5).T, { dtype }),
      x.add(0.5).T.copy().astype(dtype),
    );
  }
});

test('arrays without methods (NDArrayCore) are given as arrays with methods', () => {
  const [half] = np.split(grid(600, 12), 2);
  assert.ok(half !== undefined);
  assertSame(
    blockwise(half, (a) => a.multiply(2), { blockBytes }),
    grid(300, 12).multiply(2),
  );
});

test('calls nest, and numpy-ts is left as it was', () => {
  const Storage = storageClass(np.zeros([1]).storage) as unknown as { prototype: object };
  const before = [Object.getOwnPropertyDescriptors(Storage), Object.getOwnPropertyDescriptors(Storage.prototype)];
  const x = grid(300, 12);
  const inner = (a: NDArray): NDArray => blockwise(a, (b) => b.multiply(b).add(1), { axis: 1, blockBytes: 512 });
  const nested = blockwise(x, (a) => inner(a).subtract(a).add(inner(a)), { blockBytes });
  const square = x.multiply(x).add(1);
  assertSame(nested, square.subtract(x).add(square));
  assert.throws(() => blockwise(x, () => assert.fail('inside'), { blockBytes }), /inside/);
  assert.deepEqual(
    [Object.getOwnPropertyDescriptors(Storage), Object.getOwnPropertyDescriptors(Storage.prototype)],
    before,
  );
});

test('types: dtypes go through', () => {
  const a: NDArray<'float32'> = np.ones([100], 'float32');
  const b: NDArray<'int32'> = np.ones([100], 'int32');
  const single: NDArray<'float32'> = blockwise(a, (x) => x.multiply(2).add(x));
  const promoted: NDArray<'float64'> = blockwise([a, b], (x, y) => x.multiply(x).add(y.multiply(2)));
  const converted: NDArray<'uint8'> = blockwise([a, b], (x, y) => x.add(y), { dtype: 'uint8' });
  const rows = np.ones([300, 200, 3], 'uint8') as NDArray<'uint8'>;
  const gray: NDArray<'uint8'> = blockwise(rows, (part) => part.astype('float32').mean(2), { dtype: 'uint8' });
  assert.deepEqual([gray.dtype, ...gray.shape], ['uint8', 300, 200]);
  const list: readonly NDArray[] = [a, b];
  const summed: NDArray = blockwise(list, (...all) => all.reduce((x, y) => x.add(y)));
  assert.deepEqual(
    [single, promoted, converted, summed].map(({ dtype }) => dtype),
    ['float32', 'float64', 'uint8', 'float64'],
  );
});
