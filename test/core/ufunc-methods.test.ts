/** Methods of ufuncs beyond small arrays and plain calls: long runs, `out`, indices of all kinds, errors. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NDArray } from 'numpy-ts';
import * as np from 'numpy-ts';
import { type DType, infoOf } from '../../core/src/dtypes/table.ts';
import { UfuncError, ufunc } from '../../core/src/index.ts';
import { differences } from './support/compare.ts';
import {
  type Answer,
  ask,
  type Call,
  given,
  LAYOUTS,
  type Layout,
  makeArray,
  pySlice,
  randomFrom,
  tuple,
  withoutNumPy,
} from './support/numpy.ts';

const skip = withoutNumPy();

/** Asks NumPy the calls, and compares with what is done here. */
function compare(
  cases: readonly { title: string; name: string; call: Call; run: () => unknown; steps: number }[],
): void {
  const answers = ask(cases.map(({ call }) => call));
  const wrong = cases.flatMap(({ title, name, run, steps }, index) => {
    const answer = answers[index] as Answer;
    assert.equal(answer.error, undefined, `${title}: ${answer.error}`);
    const found = differences(name, answer, run(), steps);
    return found === null ? [] : [`${title}: ${found}`];
  });
  assert.deepEqual(wrong.slice(0, 10), [], `${wrong.length} of ${cases.length} differ`);
}

function values(dtype: DType, random: () => number): () => unknown {
  const { kind, bigint } = infoOf(dtype);
  return () => {
    const integer = Math.floor(random() * 7) - (kind === 'u' || kind === 'b' ? 0 : 3);
    if (kind === 'b') return integer % 2;
    if (kind === 'c') return { re: integer / 2, im: random() < 0.5 ? 1 : -0.5 };
    return bigint ? BigInt(integer) : kind === 'f' ? integer / 4 : integer;
  };
}

describe('long runs', { skip }, () => {
  const shapes = [[10_000], [9_000, 2], [2, 9_000], [3, 41, 130], [4097, 3]];
  const dtypes: readonly DType[] = ['float64', 'float32', 'int32', 'uint8', 'int64', 'bool', 'complex128'];
  for (const name of ['add', 'maximum', 'subtract', 'logical_or', 'multiply'] as const) {
    it(`${name}: reduce and accumulate along each axis, in each layout`, () => {
      const random = randomFrom(name.length);
      const cases = shapes.flatMap((shape) =>
        dtypes.flatMap((dtype) => {
          if (name === 'subtract' && dtype === 'bool') return [];
          const layout = LAYOUTS[Math.floor(random() * LAYOUTS.length)] as Layout;
          // Long products of such numbers overflow in any order but this one.
          const value = name === 'multiply' ? () => (infoOf(dtype).bigint ? 1n : 1) : values(dtype, random);
          const array = makeArray(shape, dtype, layout, value);
          const mask = makeArray(shape.slice(-1), 'bool', 'C', () => (random() < 0.8 ? 1 : 0));
          return shape.flatMap((size, axis) => [
            {
              title: `reduce ${dtype} (${shape}) ${layout} ${axis}`,
              name,
              steps: size,
              call: { path: `${name}.reduce`, args: [given(array)], options: { axis } },
              run: () => ufunc[name].reduce(array, { axis }),
            },
            {
              title: `reduce where ${dtype} (${shape}) ${layout} ${axis}`,
              name,
              steps: size,
              call: { path: `${name}.reduce`, args: [given(array)], options: { axis, where: given(mask), initial: 1 } },
              run: () => ufunc[name].reduce(array, { axis, where: mask, initial: 1 }),
            },
            {
              title: `accumulate ${dtype} (${shape}) ${layout} ${axis}`,
              name,
              steps: size,
              call: { path: `${name}.accumulate`, args: [given(array)], options: { axis } },
              run: () => ufunc[name].accumulate(array, { axis }),
            },
          ]);
        }),
      );
      compare(cases);
    });
  }
});

describe('out, dtype and results', () => {
  it('reduce into and over any array', () => {
    const x = np.arange(12).reshape([3, 4]) as NDArray;
    const typed = new Float32Array(4);
    assert.equal(ufunc.add.reduce(x, { out: typed }), typed);
    assert.deepEqual([...typed], [12, 15, 18, 21]);
    const row = x.slice('0') as NDArray;
    ufunc.add.reduce(x, { out: row });
    assert.deepEqual(x.tolist(), [
      [12, 15, 18, 21],
      [4, 5, 6, 7],
      [8, 9, 10, 11],
    ]);
    const scalar = np.zeros([], 'int64') as NDArray;
    assert.equal(ufunc.multiply.reduce(np.array([2, 3], 'int8'), { out: scalar }), scalar);
    assert.equal(scalar.get([]), 6n);
    const kept = np.zeros([3, 1]) as NDArray;
    ufunc.maximum.reduce(x, { axis: 1, keepdims: true, out: kept });
    assert.deepEqual(kept.tolist(), [[21], [7], [11]]);
  });

  it('accumulate in place, and beside', () => {
    const x = np.arange(6000).reshape([60, 100]) as NDArray;
    for (const axis of [0, 1]) {
      const wanted = np.cumsum(x, axis).tolist();
      const place = x.copy() as NDArray;
      assert.equal(ufunc.add.accumulate(place, { axis, out: place }), place);
      assert.deepEqual(place.tolist(), wanted);
      const turned = x.copy() as NDArray;
      ufunc.add.accumulate(np.flip(turned) as NDArray, { axis, out: turned });
      assert.deepEqual(turned.tolist(), np.cumsum(np.flip(x), axis).tolist());
    }
  });

  it('a mask that out lies over is read first', () => {
    const flags = np.array([1, 0, 1, 1], 'bool') as NDArray;
    ufunc.logical_not(np.array([0, 0, 5, 0]), { out: flags, where: np.flip(flags) as NDArray });
    assert.deepEqual(
      flags.tolist(),
      [1, 1, 0, 1].map((flag, index) => (index === 2 ? 1 : flag)),
    );
  });

  it('sums of integers are exact beyond 2**53, and wrap in 64 bits', () => {
    const large = np.broadcast_to(np.full([1], 2_147_483_647, 'int32'), [5_000_000]);
    assert.equal(ufunc.add.reduce(large, { dtype: 'int64' }), 2_147_483_647n * 5_000_000n);
    assert.equal(ufunc.add.reduce(large), Number(2_147_483_647n * 5_000_000n));
    const columns = np.broadcast_to(np.full([1, 1], -2_147_483_648, 'int32'), [4_300_000, 2]);
    assert.deepEqual((ufunc.add.reduce(columns) as NDArray).tolist(), [
      -9_234_179_686_400_000n,
      -9_234_179_686_400_000n,
    ]);
    assert.equal(ufunc.add.reduce(np.full([2], 2n ** 63n - 1n, 'int64') as NDArray), -2n);
    assert.equal(ufunc.add.reduce(np.array([-1], 'int8'), { dtype: 'uint64' }), 2n ** 64n - 1n);
    assert.equal(typeof ufunc.add.reduce(np.array([1], 'int64')), 'bigint');
  });

  it('sums of floats are rounded once', () => {
    const x = np.array([1, ...new Array<number>(4096).fill(2 ** -12)], 'float16');
    assert.equal(ufunc.add.reduce(x), 2);
    assert.equal(ufunc.add.reduce(np.array([3e38, 3e38, -3e38], 'float32')), Math.fround(3e38));
    const tenths = np.full([1_000_000], 0.1) as NDArray;
    assert.ok(Math.abs((ufunc.add.reduce(tenths) as number) - 100_000) < 1e-9);
  });

  it('the article', () => {
    assert.equal(ufunc.add.reduce([1, 2, 3, 4, 5]), 15);
    assert.equal(ufunc.multiply.reduce([1, 2, 3, 4, 5]), 120);
    assert.deepEqual(ufunc.add.accumulate([1, 2, 3, 4, 5]).tolist(), [1, 3, 6, 10, 15]);
    assert.deepEqual(ufunc.multiply.accumulate([1, 2, 3, 4, 5]).tolist(), [1, 2, 6, 24, 120]);
    assert.equal(ufunc.add.reduce(Uint8Array.of(200, 100)), 300);
    assert.equal(ufunc.add.reduce(7), 7);
  });
});

describe('at', { skip }, () => {
  const asInt = (list: readonly number[], shape: readonly number[] = [list.length]): unknown =>
    given(np.array([...list], 'int64').reshape([...shape]));
  const forms: readonly (readonly [string, Parameters<typeof ufunc.add.at>[1], unknown, readonly number[]])[] = [
    ['integer', 1, 1, [5, 2]],
    ['negative integer', -1, -1, [5, 2]],
    ['integers', [0, 2, 0], asInt([0, 2, 0]), [3, 5, 2]],
    ['typed array', Int32Array.of(2, 2), asInt([2, 2]), [2, 5, 2]],
    [
      'array of two dimensions',
      np.array(
        [
          [0, 1],
          [1, -1],
        ],
        'int32',
      ),
      asInt([0, 1, 1, -1], [2, 2]),
      [2, 2, 5, 2],
    ],
    [
      'two axes',
      [
        [0, 1, 0],
        [4, 0, 4],
      ],
      tuple([asInt([0, 1, 0]), asInt([4, 0, 4])]),
      [3, 2],
    ],
    [
      'broadcasting axes',
      [np.array([[0], [2]], 'int64'), [1, 3, 1]],
      tuple([asInt([0, 2], [2, 1]), asInt([1, 3, 1])]),
      [2, 3, 2],
    ],
    ['slice and integers', ['0:2', [1, 1]], tuple([pySlice(0, 2), asInt([1, 1])]), [2, 2, 2]],
    [
      'integers around a slice',
      [[0, 0], '::2', [1, 1]],
      tuple([asInt([0, 0]), pySlice(null, null, 2), asInt([1, 1])]),
      [2, 3],
    ],
    ['backward slice', ['::-1', [0, 0]], tuple([pySlice(null, null, -1), asInt([0, 0])]), [3, 2, 2]],
    ['integer, slice, integer', [1, '1:4', 0], tuple([1, pySlice(1, 4), 0]), [3]],
    ['nothing', [], asInt([]), [0, 5, 2]],
  ];
  for (const [title, indices, numpy, chosen] of forms) {
    it(`${title}: as in NumPy`, () => {
      const random = randomFrom(title.length);
      const cases = (['float64', 'int32', 'uint64', 'complex64', 'float16'] as const).flatMap((dtype) =>
        (['C', 'F', 'step', 'flip'] as const).flatMap((layout) =>
          (['add', 'maximum', 'multiply'] as const).map((name) => {
            const a = makeArray([3, 5, 2], dtype, layout, values(dtype, random));
            const b = makeArray(chosen, dtype, 'C', values(dtype, random));
            const run = (): NDArray => {
              ufunc[name].at(a, indices, b);
              return a;
            };
            return {
              title: `${name} ${dtype} ${layout}`,
              name,
              steps: 9,
              call: { path: `${name}.at`, args: [given(a), numpy, given(b)], options: {}, inPlace: true },
              run,
            };
          }),
        ),
      );
      compare(cases);
    });
  }

  it('masks and functions of one operand', () => {
    const mask = np.array(
      [
        [1, 0, 1],
        [0, 0, 1],
      ],
      'bool',
    ) as NDArray;
    const cases = (['negative', 'sqrt', 'square', 'absolute'] as const).flatMap((name) => {
      const at = (
        indices: Parameters<typeof ufunc.sqrt.at>[1],
        numpy: unknown,
      ): { title: string; name: string; steps: number; call: Call; run: () => unknown } => {
        const a = makeArray([2, 3], 'float64', 'F', (index) => index + 2);
        const run = (): NDArray => {
          ufunc[name].at(a, indices);
          return a;
        };
        return {
          title: name,
          name,
          steps: 4,
          call: { path: `${name}.at`, args: [given(a), numpy], options: {}, inPlace: true },
          run,
        };
      };
      return [at(mask, given(mask)), at([0, 0, 0], asInt([0, 0, 0])), at([1, [0, 2, 0]], tuple([1, asInt([0, 2, 0])]))];
    });
    compare(cases);
  });

  it('numbers take the dtype of the array, and must fit it', () => {
    const bytes = np.zeros([3], 'uint8') as NDArray;
    ufunc.add.at(bytes, [0, 0, 2], 200);
    assert.deepEqual(bytes.tolist(), [144, 0, 200]);
    const typed = new Int16Array(2);
    ufunc.subtract.at(typed, [1, 1, 1], 5);
    assert.deepEqual([...typed], [0, -15]);
    const integers = np.zeros([2], 'int64') as NDArray;
    ufunc.add.at(integers, [1, 1], 3n);
    assert.deepEqual(integers.tolist(), [0n, 6n]);
    for (const run of [
      () => ufunc.add.at(bytes, [0], 0.5),
      () => ufunc.add.at(bytes, [0], 300),
      () => ufunc.add.at(bytes, [3], 1),
      () => ufunc.add.at(bytes, [0.5], 1),
      () => ufunc.add.at(bytes, ['0:a'], 1),
      () => ufunc.add.at(bytes, [0, 1], [1, 2, 3]),
      () => ufunc.add.at(bytes, [[0], [0]], 1),
      () => ufunc.sqrt.at(bytes, [0]),
    ]) {
      assert.throws(run, UfuncError);
    }
  });

  it('operands that lie over the array are read first', () => {
    const x = np.array([1, 2, 3, 4]) as NDArray;
    ufunc.add.at(x, [0, 1, 2, 3], np.flip(x) as NDArray);
    assert.deepEqual(x.tolist(), [5, 5, 5, 5]);
  });
});

describe('errors name the argument', () => {
  const x = np.arange(6).reshape([2, 3]) as NDArray;
  const cases: readonly (readonly [string, () => unknown, string, string, RegExp])[] = [
    ['axis', () => ufunc.add.reduce(x, { axis: 2 }), 'ufunc.add.reduce', 'axis', /2 dimensions, got 2/],
    ['axis twice', () => ufunc.add.reduce(x, { axis: [0, -2] }), 'ufunc.add.reduce', 'axis', /once/],
    ['order', () => ufunc.subtract.reduce(x, { axis: [0, 1] }), 'ufunc.subtract.reduce', 'axis', /order/],
    ['nothing', () => ufunc.maximum.reduce([]), 'ufunc.maximum.reduce', 'array', /identity/],
    [
      'where',
      () => ufunc.maximum.reduce(x, { where: [true, false, true] }),
      'ufunc.maximum.reduce',
      'initial',
      /identity/,
    ],
    [
      'initial',
      () => ufunc.add.reduce(np.array([1], 'int8'), { initial: 0.5 }),
      'ufunc.add.reduce',
      'initial',
      /int64.*0.5/,
    ],
    ['dtype', () => ufunc.divide.reduce(x, { dtype: 'int32' }), 'ufunc.divide.reduce', 'dtype', /int32/],
    [
      'complex',
      () => ufunc.add.reduce(np.zeros([2], 'complex64'), { dtype: 'float32' }),
      'ufunc.add.reduce',
      'dtype',
      /complex/,
    ],
    ['compare', () => ufunc.less.reduce(x), 'ufunc.less.reduce', 'array', /bool/],
    ['no loop', () => ufunc.gcd.reduce(x), 'ufunc.gcd.reduce', 'array', /float64/],
    ['ldexp', () => ufunc.ldexp.reduce(x), 'ufunc.ldexp.reduce', 'array', /float64/],
    ['out shape', () => ufunc.add.reduce(x, { out: np.zeros([2]) as NDArray }), 'ufunc.add.reduce', 'out', /\(3,\)/],
    [
      'out dtype',
      () => ufunc.add.reduce(x, { out: np.zeros([3], 'int32') as NDArray }),
      'ufunc.add.reduce',
      'out',
      /same_kind/,
    ],
    ['number', () => ufunc.add.accumulate(5), 'ufunc.add.accumulate', 'array', /dimension/],
    ['power', () => ufunc.power.reduce(np.array([2, -1], 'int32')), 'ufunc.power.reduce', 'array', /negative/],
    ['segment', () => ufunc.add.reduceat(x, [0, 2]), 'ufunc.add.reduceat', 'indices', /below 2, got 2/],
    ['segments', () => ufunc.add.reduceat(x, [[0], [1]]), 'ufunc.add.reduceat', 'indices', /one dimension/],
  ];
  for (const [title, run, called, argument, message] of cases) {
    it(title, () => {
      assert.throws(
        run,
        (error: UfuncError) =>
          error instanceof UfuncError &&
          error.called === called &&
          error.argument === argument &&
          message.test(error.message),
      );
    });
  }
});
