/** Plain numbers, bigints and booleans as operands of ufuncs, and operands without elements. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NDArray } from 'numpy-ts';
import * as np from 'numpy-ts';
import { dtypeTable, infoOf } from '../../core/src/dtypes/table.ts';
import { type BinaryUfunc, canHold, type DType, UfuncError, type UnaryUfunc, ufunc } from '../../core/src/index.ts';

const DTYPES = [...dtypeTable().keys()] as DType[];
const NUMBERS: readonly (number | bigint | boolean)[] = [0, 1, 5, -1, 1n, 5n, -1n, 2n ** 62n, true, false];
const all = Object.entries(ufunc) as [string, BinaryUfunc | UnaryUfunc][];

/** One element of a dtype. */
function one(dtype: DType, value: number | bigint | boolean): NDArray {
  const array = np.zeros([1], dtype) as NDArray;
  array.storage.iset(0, infoOf(dtype).bigint ? BigInt(value) : Number(value));
  return array;
}

function text(array: NDArray): string {
  return `${array.dtype} (${array.shape}) ${Array.from({ length: array.size }, (_, at) => String(array.storage.iget(at)))}`;
}

describe('numbers', () => {
  for (const dtype of DTYPES) {
    it(`${dtype}: a number that the array's dtype holds is one of its elements`, () => {
      for (const number of NUMBERS) {
        if (!canHold(dtype, number) || (dtype === 'bool' && typeof number !== 'boolean')) continue;
        const array = one(dtype, 1);
        const same = one(dtype, number);
        const said = `${typeof number} ${number}`;
        assert.equal(text(ufunc.multiply(number, array)), text(ufunc.multiply(same, array)), `${said} first`);
        assert.equal(text(ufunc.less(number, array)), text(ufunc.less(same, array)), `${said} first, compared`);
        if (typeof number === 'bigint')
          assert.equal(text(ufunc.multiply(array, number)), text(ufunc.multiply(array, same)), `${said} second`);
        const [at, wanted] = [one(dtype, 1), one(dtype, 1)];
        ufunc.multiply.at(at, [0], number);
        ufunc.multiply.at(wanted, [0], same);
        assert.equal(text(at), text(wanted), `${said} at`);
      }
    });
  }

  it('bigints that floats round are rounded', () => {
    assert.equal(text(ufunc.subtract(2n ** 62n + 1n, np.zeros([1]))), 'float64 (1) 4611686018427388000');
    assert.equal(text(ufunc.add(np.zeros([1]), 2n ** 70n)), 'float64 (1) 1.1805916207174113e+21');
  });

  it('a complex number begins no reduction of real ones', () => {
    const initial = new np.Complex(1, 2);
    for (const dtype of ['float32', 'float64', 'int32'] as const) {
      assert.throws(
        () => ufunc.maximum.reduce(np.zeros([2], dtype), { initial }),
        (error) => error instanceof UfuncError && error.argument === 'initial',
      );
    }
    assert.equal(String(ufunc.add.reduce(np.ones([2], 'complex128'), { initial })), '(3+2j)');
  });

  it('a negative exponent is an error of `at`, too', () => {
    assert.throws(
      () => ufunc.power.at(np.ones([2], 'int32') as NDArray, [0, 1], np.array([1, -1], 'int32')),
      (error) => error instanceof UfuncError && error.called === 'ufunc.power.at' && error.argument === 'b',
    );
  });
});

describe('without elements', () => {
  const dtypeOf = (run: () => NDArray): string => {
    try {
      return run().dtype;
    } catch (error) {
      return (error as Error).constructor.name;
    }
  };

  it('the dtype is that of the same call on some elements', () => {
    const wrong: string[] = [];
    for (const [name, f] of all) {
      for (const dtype of DTYPES) {
        const [none, some] = [np.zeros([0, 3], dtype), np.ones([30, 3], dtype)];
        const others = 'reduce' in f ? [2, 2.5, -1, 300, true, 5n, np.ones([3], 'uint8')] : [null];
        for (const other of others) {
          const call = (x: typeof none): NDArray =>
            other === null ? (f as UnaryUfunc)(x) : (f as BinaryUfunc)(x, other as number);
          const [got, wanted] = [dtypeOf(() => call(none)), dtypeOf(() => call(some))];
          if (got !== wanted) wrong.push(`${name} ${dtype} ${other}: ${got}, should be ${wanted}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });
});

describe('arguments as NumPy takes them', () => {
  it('a list of booleans is a mask for `at`', () => {
    const array = np.zeros([3]) as NDArray;
    ufunc.add.at(array, [true, false, true], [1, 2]);
    assert.deepEqual(array.tolist(), [1, 0, 2]);
    const rows = np.zeros([2, 2]) as NDArray;
    ufunc.add.at(rows, [false, true], 5);
    assert.deepEqual(rows.tolist(), [
      [0, 0],
      [5, 5],
    ]);
    assert.throws(
      () => ufunc.add.at(array, [true, false], 1),
      (error) => error instanceof UfuncError && error.argument === 'indices',
    );
  });

  it('`accumulate` and `reduceat` have no axis null', () => {
    const options = { axis: null as unknown as number };
    for (const run of [() => ufunc.add.accumulate([[1]], options), () => ufunc.add.reduceat([[1]], [0], options)]) {
      assert.throws(run, (error) => error instanceof UfuncError && error.argument === 'axis');
    }
  });
});
