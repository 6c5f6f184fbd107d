/** `minDtype`, `narrow`, `canHold` and byte costs, against what astype and the values themselves say. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as np from 'numpy-ts';
import { CASTINGS, canCast } from '../../core/src/dtypes/casting.ts';
import { dtypeTable, infoOf } from '../../core/src/dtypes/table.ts';
import {
  byteCost,
  canHold,
  type DType,
  DtypeError,
  dtypeInfo,
  dtypeInfos,
  minDtype,
  NarrowError,
  narrow,
} from '../../core/src/index.ts';
import { ask, LAYOUTS, makeArray, numpyDType, randomFrom, withoutNumPy } from './support/numpy.ts';

const DTYPES = [...dtypeTable().keys()] as DType[];
type Values = Parameters<typeof minDtype>[0];

/** Whether a dtype holds a number, by the definition of the dtype rather than by converting. */
function definition(dtype: DType, value: number | bigint): boolean {
  const { kind, itemBytes, min, max } = infoOf(dtype);
  if (kind === 'f' || kind === 'c') {
    const bits = itemBytes / (kind === 'c' ? 2 : 1);
    if (typeof value === 'bigint')
      return BigInt(Math.round(Number(value))) === value && definition(dtype, Number(value));
    if (!Number.isFinite(value) || value === 0 || bits === 8) return true;
    const [digits, least, greatest] = bits === 4 ? [24, -149, 128] : [11, -24, 16];
    const step = Math.max(Math.floor(Math.log2(Math.abs(value))) - digits + 1, least);
    return Number.isInteger(value / 2 ** step) && Math.abs(value) < 2 ** greatest;
  }
  if (typeof value === 'number' && !Number.isInteger(value)) return false;
  return BigInt(value) >= BigInt(min) && BigInt(value) <= BigInt(max);
}

const EDGES = [
  0,
  1,
  2,
  127,
  128,
  255,
  256,
  2048,
  2049,
  32767,
  32768,
  65504,
  65505,
  65535,
  65536,
  16777216,
  16777217,
  2147483647,
  2147483648,
  4294967295,
  4294967296,
  2 ** 53,
  2 ** 53 - 1,
  2 ** 63,
  2 ** 64,
  1e300,
];
const NUMBERS = [
  ...EDGES,
  ...EDGES.map((x) => -x),
  0.5,
  -0.5,
  0.1,
  1 / 3,
  2 ** -24,
  2 ** -25,
  2 ** -149,
  2 ** -150,
  Number.MIN_VALUE,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];
const INTEGERS = [
  0n,
  1n,
  -1n,
  127n,
  128n,
  -128n,
  -129n,
  2n ** 31n,
  2n ** 53n,
  2n ** 53n + 1n,
  2n ** 63n - 1n,
  -(2n ** 63n),
  2n ** 63n,
  2n ** 64n - 1n,
];

describe('the table', () => {
  it('agrees with the arrays of numpy-ts', () => {
    assert.deepEqual(DTYPES, np.SUPPORTED_DTYPES);
    for (const dtype of DTYPES) {
      const array = np.zeros([3], dtype);
      const info = dtypeInfo(dtype);
      assert.equal(info.itemBytes, array.itemsize, dtype);
      assert.equal(info.storedItemBytes * 3, array.storage.data.byteLength, dtype);
      assert.equal(info.bigint, typeof array.storage.data[0] === 'bigint', dtype);
    }
    assert.deepEqual([dtypeInfo('int16').min, dtypeInfo('int16').max], [-32768, 32767]);
    assert.deepEqual([dtypeInfo('uint64').min, dtypeInfo('uint64').max], [0n, 18_446_744_073_709_551_615n]);
    assert.deepEqual(
      [dtypeInfo('float16').max, dtypeInfo('float32').max, dtypeInfo('float64').max],
      [65504, 3.4028234663852886e38, Number.MAX_VALUE],
    );
    assert.equal(dtypeInfos().length, DTYPES.length);
  });

  it('casts as NumPy', { skip: withoutNumPy() }, () => {
    const cases = DTYPES.flatMap((from) => DTYPES.flatMap((to) => CASTINGS.map((casting) => ({ from, to, casting }))));
    const answers = ask(
      cases.map(({ from, to, casting }) => ({
        path: 'can_cast',
        args: [numpyDType(from), numpyDType(to), casting],
        options: {},
      })),
    );
    assert.equal(answers.length, 14 * 14 * 5);
    const wrong = cases.filter(
      ({ from, to, casting }, index) => canCast(from, to, casting) !== (answers[index]?.data[0] === 1),
    );
    assert.deepEqual(wrong, []);
  });

  it('knows what arrays cost', () => {
    const cost = byteCost([1024, 1024], 'uint64');
    assert.deepEqual([cost.bytes, byteCost([1024, 1024], 'uint16').bytes], [8_388_608, 2_097_152]);
    assert.equal(byteCost(1e6, 'float64').poolBytes, 8_388_616);
    assert.equal(byteCost(np.zeros([3, 4], 'int8'), 'complex128').bytes, 192);
    assert.equal(byteCost(new Uint8Array(5)).find(({ dtype }) => dtype === 'float32')?.bytes, 20);
    assert.deepEqual(
      [byteCost([0, 5], 'int8').bytes, byteCost([], 'int8').bytes, byteCost([0], 'int8').poolBytes],
      [0, 1, 0],
    );
    assert.throws(() => byteCost([1.5], 'int8'), /sizes/);
    assert.throws(() => byteCost([1], 'int7' as DType), /int7/);
  });
});

describe('canHold and narrow', () => {
  it('follow the definition of each dtype at its edges', () => {
    let throws = 0;
    for (const dtype of DTYPES) {
      for (const value of [...NUMBERS, ...INTEGERS]) {
        const fits = definition(dtype, value);
        assert.equal(canHold(dtype, value), fits, `${dtype} ${value}`);
        const dtypes: DType[] =
          typeof value === 'bigint'
            ? value < 0n
              ? ['int64']
              : value < 2n ** 63n
                ? ['int64', 'uint64']
                : ['uint64']
            : ['float64'];
        for (const from of dtypes) {
          const array = makeArray([2, 3], from, 'F', (index) => (index === 4 ? value : from === 'float64' ? 1 : 1n));
          assert.equal(canHold(dtype, array), fits, `${dtype} ${from} ${value}`);
          if (fits) {
            const result = narrow(array, dtype);
            assert.equal(result.dtype, dtype);
            const back = result.storage.iget(4);
            const number = typeof back === 'object' ? back.re : back;
            assert.ok(
              typeof number === typeof value
                ? Object.is(number, value) || number === value
                : Number(number) === Number(value),
              `${dtype} ${from} ${value} ${number}`,
            );
          } else {
            throws++;
            assert.throws(
              () => narrow(array, dtype),
              (error: NarrowError) =>
                error instanceof NarrowError &&
                Object.is(error.value, value) &&
                String(error.index) === '1,1' &&
                error.dtype === dtype,
            );
          }
        }
      }
    }
    assert.ok(throws > 200);
  });

  it('keep every value, whatever the strides', () => {
    const random = randomFrom(5);
    for (const from of DTYPES) {
      for (const to of DTYPES) {
        for (const layout of LAYOUTS) {
          const { kind, bigint } = infoOf(from);
          const value = (): unknown =>
            kind === 'c'
              ? { re: Math.floor(random() * 2), im: 0 }
              : bigint
                ? BigInt(Math.floor(random() * 2))
                : Math.floor(random() * 2);
          const array = makeArray([3, 4], from, layout, value);
          const before = JSON.stringify(array.tolist(), (_, item) =>
            typeof item === 'bigint' ? Number(item) : (item?.re ?? item),
          );
          const result = narrow(array, to);
          assert.deepEqual(Array.from(result.shape), [3, 4]);
          const after = JSON.stringify(result.tolist(), (_, item) =>
            typeof item === 'bigint' ? Number(item) : (item?.re ?? item),
          );
          assert.equal(after, before, `${from} ${to} ${layout}`);
          assert.ok(result.storage.isCContiguous);
        }
      }
    }
  });

  it('never wrap: of random arrays, either all values are equal or the first unequal one is named', () => {
    const random = randomFrom(6);
    let kept = 0;
    let refused = 0;
    for (let round = 0; round < 400; round++) {
      const from = DTYPES[Math.floor(random() * DTYPES.length)] as DType;
      const to = DTYPES[Math.floor(random() * DTYPES.length)] as DType;
      const { kind, bigint } = infoOf(from);
      if (kind === 'c') continue;
      const size = Math.floor(random() * 9000);
      const rare = 1 / (1 + Math.floor(random() * 20000));
      const value = (): number | bigint => {
        const small = Math.floor(random() * 100);
        const large = random() < rare ? Math.floor(random() * 2 ** 40) : small;
        return kind === 'b'
          ? small % 2
          : bigint
            ? BigInt(large)
            : kind === 'f'
              ? large + (random() < rare ? 0.25 : 0)
              : small;
      };
      const array = makeArray([size], from, 'C', value);
      const values = Array.from(array.storage.data.subarray(0, size) as Float64Array) as (number | bigint)[];
      const bad = values.findIndex((one) => !definition(to, one));
      try {
        const result = narrow(array, to);
        assert.equal(bad, -1, `${from} ${to}`);
        assert.ok(
          values.every((one, at) => {
            const got = result.storage.iget(at);
            return Number(typeof got === 'object' ? got.re : got) === Number(one);
          }),
        );
        kept++;
      } catch (error) {
        if (!(error instanceof NarrowError)) throw error;
        assert.deepEqual(error.index, [bad]);
        refused++;
      }
    }
    assert.ok(kept > 50 && refused > 50, `${kept} ${refused}`);
  });

  it('take -0 for 0 unless told not to, and keep it in floats', () => {
    const zeros = np.array([1, -0]);
    assert.deepEqual(narrow(zeros, 'int8').tolist(), [1, 0]);
    assert.throws(() => narrow(zeros, 'int8', { negativeZero: 'reject' }), /-0 at index \(1,\)/);
    assert.ok(Object.is(narrow(zeros, 'float16', { negativeZero: 'reject' }).get([1]), -0));
  });

  it('take typed arrays, empty arrays and arrays without dimensions', () => {
    assert.deepEqual(narrow(Float64Array.of(1, 255), 'uint8'), Uint8Array.of(1, 255));
    assert.deepEqual(narrow(BigInt64Array.of(1n, -1n), 'int8'), Int8Array.of(1, -1));
    assert.deepEqual(narrow(Uint8ClampedArray.of(0, 1), 'bool'), Uint8Array.of(0, 1));
    assert.throws(() => narrow(Float64Array.of(1, 2), 'bool'), NarrowError);
    assert.deepEqual(narrow(np.zeros([0, 3]), 'int8').tolist(), []);
    assert.equal(narrow(np.array(7), 'int8').get([]), 7);
    assert.throws(() => narrow(np.array(300), 'int8'), /300 at index \(\)/);
    assert.throws(() => narrow([1] as unknown as Uint8Array, 'int8'), DtypeError);
    assert.throws(() => narrow(Uint8Array.of(1), 'complex64'), DtypeError);
    assert.throws(() => narrow(np.zeros([1]), 'int7' as DType), /int7/);
    const complex = np.array([new np.Complex(1, 0), new np.Complex(2, -3)]);
    assert.throws(() => narrow(complex, 'float32'), /2\+-3j at index \(1,\)/);
    assert.deepEqual(narrow(complex, 'complex64').tolist(), complex.tolist());
  });

  it('do not change the array that they are given', () => {
    const array = np.array([1, 2, 300]);
    assert.throws(() => narrow(array, 'uint8'), NarrowError);
    assert.deepEqual(array.tolist(), [1, 2, 300]);
  });
});

describe('minDtype', () => {
  const cases: readonly (readonly [string, Values, DType])[] = [
    ['the article', { min: 0, max: 60_000 }, 'uint16'],
    ['ones as uint64', np.ones([1024, 1024], 'uint64'), 'uint8'],
    ['negative integers', np.array([-1, 100], 'int32'), 'int8'],
    ['large integers', np.array([0, 2 ** 40]).astype('int64'), 'int64'],
    ['bool', np.zeros([3], 'bool'), 'bool'],
    ['floats that are integers', np.array([3, 200]), 'uint8'],
    ['halves', np.array([0.5, 1.5]), 'float16'],
    ['tenths', np.array([0.1]), 'float64'],
    ['float32 tenths', np.array([0.1], 'float32'), 'float32'],
    ['NaN', np.array([1, Number.NaN]), 'float16'],
    ['infinity', np.array([70_000, Number.POSITIVE_INFINITY]), 'float32'],
    ['two bytes either way', np.array([300, 2]), 'uint16'],
    ['complex that is real', np.array([new np.Complex(1, 0)]), 'uint8'],
    ['complex', np.array([new np.Complex(0.5, 2)]), 'complex64'],
    ['typed array', Float64Array.of(1, 2, 70_000), 'uint32'],
    ['nothing', np.zeros([0]), 'float16'],
    ['no integers', np.zeros([0], 'int64'), 'int8'],
    ['a range of floats', { min: 0, max: 0.5 }, 'float64'],
    ['a range of bigints', { min: 0n, max: 2n ** 63n }, 'uint64'],
    ['a range said to be of floats', { min: 0, max: 1, integer: false }, 'float64'],
  ];
  for (const [title, values, wanted] of cases) it(title, () => assert.equal(minDtype(values), wanted));

  it('can keep the kind', () => {
    assert.equal(minDtype(np.array([3, 200]), { kind: 'same' }), 'float16');
    assert.equal(minDtype(np.array([3, 200], 'int64'), { kind: 'same' }), 'uint8');
  });

  it('gives what holds all values, and nothing smaller of its kind does', () => {
    const random = randomFrom(9);
    for (let round = 0; round < 300; round++) {
      const from = DTYPES[Math.floor(random() * DTYPES.length)] as DType;
      const { kind, bigint } = infoOf(from);
      if (kind === 'c') continue;
      const top = 2 ** Math.floor(random() * 62);
      const value = (): unknown => {
        const one =
          kind === 'b'
            ? 1
            : Math.floor(
                (random() - (kind === 'u' ? 0 : 0.3)) *
                  Math.min(top, bigint ? 2 ** 62 : 2 ** (8 * infoOf(from).itemBytes - 2)),
              );
        return bigint ? BigInt(one) : kind === 'f' && random() < 0.1 ? one / 8 : one;
      };
      const array = makeArray([3, 5], from, LAYOUTS[round % LAYOUTS.length] as 'C', value);
      const best = minDtype(array);
      assert.ok(canHold(best, array), `${from} ${best}`);
      narrow(array, best);
      const smaller = DTYPES.filter(
        (dtype) => infoOf(dtype).itemBytes < infoOf(best).itemBytes && infoOf(dtype).kind === infoOf(best).kind,
      );
      for (const dtype of smaller) assert.ok(!canHold(dtype, array), `${from}: ${best}, but ${dtype} does`);
    }
  });

  it('refuses what is no array and no range', () => {
    for (const wrong of [
      5,
      'x',
      null,
      [1, 2],
      { min: 1 },
      { min: 2, max: 1 },
      { min: Number.NaN, max: 1 },
      { min: 0n, max: 2n ** 64n },
    ]) {
      assert.throws(() => minDtype(wrong as Values), DtypeError);
    }
  });
});

describe('options', () => {
  it('that do not exist are refused by name', () => {
    const array = np.zeros([2]);
    for (const [option, run] of [
      ['kind', () => minDtype(array, { kind: 'float' as 'same' })],
      ['negativeZero', () => narrow(array, 'int8', { negativeZero: 'throw' as 'reject' })],
    ] as const) {
      assert.throws(run, (error) => error instanceof DtypeError && error.argument === option);
    }
  });
});
