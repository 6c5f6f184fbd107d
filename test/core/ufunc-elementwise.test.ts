/** Element-wise ufuncs: the values of numpy-ts, put where and as the options say. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as np from 'numpy-ts';
import { CASTINGS } from '../../core/src/dtypes/casting.ts';
import { dtypeTable, infoOf } from '../../core/src/dtypes/table.ts';
import { blockwise, type DType, UfuncError, ufunc } from '../../core/src/index.ts';
import { gather } from '../../core/src/layout/runs.ts';
import { product, type View, viewOf } from '../../core/src/layout/view.ts';
import { KERNELS } from '../../core/src/ufunc/kernels.ts';
import { type BinaryUfunc, UNARY_NAMES, type UnaryUfunc } from '../../core/src/ufunc/ufunc.ts';
import { differences } from './support/compare.ts';
import { type Answer, ask, given, LAYOUTS, makeArray, numpyDType, randomFrom, withoutNumPy } from './support/numpy.ts';

const DTYPES = [...dtypeTable().keys()] as DType[];
const BINARY_NAMES = Object.keys(KERNELS);
const library = new Proxy(np as unknown as Record<string, (...args: unknown[]) => np.NDArrayCore>, {
  // Some functions of numpy-ts give arrays without methods.
  get:
    (functions, name: string) =>
    (...args: unknown[]) =>
      np.NDArray.fromStorage((functions[name] as (...args: unknown[]) => np.NDArrayCore)(...args).storage),
}) as unknown as Record<string, (...args: unknown[]) => np.NDArray>;
const functions = ufunc as unknown as Record<string, UnaryUfunc & BinaryUfunc>;

/** The values of an array in C order, as bytes; every NaN is the same one. */
function bytesOf(value: unknown): string {
  const view = viewOf(value) as View;
  const info = infoOf(view.dtype);
  const count = product(view.shape);
  const data = new info.Array(count * info.width) as Float64Array;
  gather(view, 0, count, data, view.dtype, 0);
  if (!info.bigint) for (const [at, item] of data.entries()) if (Number.isNaN(item)) data[at] = Number.NaN;
  return `${view.dtype} (${view.shape}) ${Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('base64')}`;
}

function ordered(array: np.NDArray): np.NDArray {
  const copy = np.empty(Array.from(array.shape), array.dtype) as np.NDArray;
  const view = viewOf(array) as View;
  gather(view, 0, array.size, copy.storage.data, array.dtype as DType, 0);
  return copy;
}

function numbers(dtype: DType, random: () => number): () => unknown {
  const { kind, bigint } = infoOf(dtype);
  return () => {
    if (kind === 'b') return random() < 0.5 ? 1 : 0;
    if (kind === 'c') return { re: random() * 6 - 3, im: random() * 6 - 3 };
    if (kind === 'f') return random() < 0.02 ? Number.NaN : random() * 6 - 2;
    const value = Math.floor(random() * 9) - (kind === 'u' ? 0 : 3);
    return bigint ? BigInt(value) : value;
  };
}

function attempt(run: () => unknown): string {
  try {
    return bytesOf(run());
  } catch (error) {
    return error instanceof Error && error.name === 'UfuncError' ? 'error' : 'error of numpy-ts';
  }
}

/** numpy-ts reads beyond the end of one array where these are of two dtypes; what to convert both to before. */
function readsBeyond(name: string, a: DType, b: DType): DType | null {
  if (!/^bitwise_(and|or|xor)$/.test(name) || a === b) return null;
  const kinds = infoOf(a).kind + infoOf(b).kind;
  return /^[biu]{2}$/.test(kinds) ? (np.add(np.ones([1], a), np.ones([1], b)).dtype as DType) : null;
}

function same(run: () => unknown, wanted: () => unknown): boolean {
  const [got, want] = [attempt(run), attempt(wanted)];
  return got === want || (got === 'error' && want.startsWith('error'));
}

describe('values and dtypes', () => {
  it('of functions of one array are those of numpy-ts, whatever the strides', () => {
    const random = randomFrom(11);
    const wrong: string[] = [];
    let ran = 0;
    for (const name of UNARY_NAMES) {
      for (const dtype of DTYPES) {
        for (const layout of LAYOUTS) {
          const x = makeArray([7, 13], dtype, layout, numbers(dtype, random));
          if (
            !same(
              () => functions[name]?.(x),
              () => library[name]?.(ordered(x).reshape([91])).reshape([7, 13]),
            )
          )
            wrong.push(`${name} ${dtype} ${layout}`);
          ran++;
        }
      }
    }
    assert.ok(ran > 4000);
    assert.deepEqual(wrong, []);
  });

  it('of functions of two arrays are those of numpy-ts on arrays that are written out', () => {
    const random = randomFrom(12);
    const wrong: string[] = [];
    for (const name of BINARY_NAMES) {
      for (const dtype of DTYPES) {
        const other = DTYPES[Math.floor(random() * DTYPES.length)] as DType;
        for (const layout of LAYOUTS) {
          const a = makeArray([7, 13], dtype, layout, numbers(dtype, random));
          const b = makeArray([13], other, layout === 'broadcast' ? 'C' : layout, numbers(other, random));
          const spread = ordered(makeArray([7, 13], other, 'C', (index) => b.storage.iget(index % 13)));
          const as = readsBeyond(name, dtype, other);
          const flat = (x: np.NDArray): np.NDArray => {
            const whole = ordered(x).reshape([91]);
            return as === null ? whole : whole.astype(as);
          };
          if (
            !same(
              () => functions[name]?.(a, b),
              () => library[name]?.(flat(a), flat(spread)).reshape([7, 13]),
            )
          )
            wrong.push(`${name} ${dtype} ${other} ${layout}`);
        }
        const x = makeArray([70], dtype, 'C', numbers(dtype, random));
        if (
          !same(
            () => functions[name]?.(x, 3),
            () => library[name]?.(x, 3),
          )
        )
          wrong.push(`${name} ${dtype} 3`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('do not depend on where blocks end', () => {
    const random = randomFrom(13);
    for (const size of [8192, 16383, 16384, 16385, 16440, 16448, 32800, 50001]) {
      const x = makeArray([size], 'float64', 'C', numbers('float64', random));
      const y = makeArray([size], 'float32', 'C', numbers('float32', random));
      assert.equal(bytesOf(ufunc.exp(x)), bytesOf(np.exp(x)), `exp of ${size}`);
      assert.equal(bytesOf(ufunc.sin(y)), bytesOf(np.sin(y)), `sin of ${size}`);
      assert.equal(bytesOf(ufunc.hypot(x, x)), bytesOf(np.hypot(x, x)), `hypot of ${size}`);
    }
  });

  it('of integer powers are float64 if any exponent is negative, in whichever block', () => {
    const base = np.full([20000], 2, 'int32') as np.NDArray;
    const exponent = np.ones([20000], 'int32') as np.NDArray;
    assert.equal(ufunc.power(base, exponent).dtype, 'int32');
    exponent.set([19999], -1);
    const powers = ufunc.power(base, exponent);
    assert.equal(powers.dtype, 'float64');
    assert.deepEqual([powers.get([0]), powers.get([19999])], [2, 0.5]);
  });

  it('of numbers are arrays without dimensions', () => {
    assert.equal(bytesOf(ufunc.add(1, 2)), bytesOf(np.array(3)));
    assert.equal(ufunc.sin(0.5).get([]), Math.sin(0.5));
    assert.deepEqual(ufunc.subtract(10, np.array([1, 2, 3], 'uint8')).tolist(), [9, 8, 7]);
    assert.equal(ufunc.subtract(2.5, np.array([1], 'int32')).dtype, 'float64');
    assert.equal(ufunc.add(np.array([1], 'int64'), 5n).get([0]), 6n);
    assert.equal(ufunc.bitwise_or(2n ** 63n, 2n ** 63n + 1n).get([]), 2n ** 63n + 1n);
    assert.equal(ufunc.multiply(np.array([2], 'complex64'), new np.Complex(1, 2)).dtype, 'complex64');
    assert.deepEqual(ufunc.add([1, 2], [[10], [20]]).tolist(), [
      [11, 12],
      [21, 22],
    ]);
  });

  it('of nothing have a dtype and a shape', () => {
    assert.equal(bytesOf(ufunc.add(np.zeros([0, 3], 'int8'), np.zeros([3], 'float32'))), 'float32 (0,3) ');
    assert.equal(ufunc.sin(np.zeros([0], 'int8')).dtype, np.sin(np.zeros([0], 'int8')).dtype);
  });
});

describe('options', () => {
  const skip = withoutNumPy();

  it('out, where, dtype and casting do what they do in NumPy', { skip }, () => {
    const random = randomFrom(21);
    const names = ['add', 'subtract', 'multiply', 'minimum', 'less', 'negative', 'sqrt', 'floor', 'logical_and'];
    const plain = DTYPES.filter((dtype) => infoOf(dtype).kind !== 'c' && dtype !== 'float16');
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
    const cases = Array.from({ length: 900 }, () => {
      const name = pick(names);
      const unary = UNARY_NAMES.some((one) => one === name);
      const dtype = pick(plain);
      const a = makeArray([4, 5], dtype, pick(LAYOUTS), () =>
        infoOf(dtype).bigint ? BigInt(Math.floor(random() * 9)) : dtype === 'bool' ? 1 : Math.floor(random() * 9),
      );
      const b = makeArray(pick([[5], [4, 1], [4, 5]]), dtype, 'C', () => (infoOf(dtype).bigint ? 3n : 1));
      const outDtype = pick(plain);
      const out = makeArray([4, 5], outDtype, pick(['C', 'F', 'step', 'flip']), (index) =>
        infoOf(outDtype).bigint ? BigInt(index % 2) : index % 2,
      );
      const mask = makeArray(pick([[5], [4, 5], [4, 1]]), 'bool', 'C', () => (random() < 0.6 ? 1 : 0));
      // Of a function of integers that computes in floats, NumPy asks the rule for its operand too.
      const floats = name === 'sqrt' && infoOf(dtype).kind !== 'f';
      const casting = pick(floats ? (['safe', 'unsafe'] as const) : CASTINGS);
      const as = random() < 0.3 ? pick(plain) : null;
      const before = given(out);
      const options = {
        out,
        casting,
        ...(random() < 0.5 ? { where: mask } : {}),
        ...(as === null ? {} : { dtype: as }),
      };
      const numpy: Record<string, unknown> = { out: before, casting };
      if ('where' in options) numpy['where'] = given(mask);
      if (as !== null) numpy['dtype'] = numpyDType(as);
      const operands = unary ? [a] : [a, b];
      const call = { path: name, args: operands.map(given), options: numpy };
      return {
        title: `${name} ${dtype} out ${outDtype} ${casting} as ${as} ${'where' in options}`,
        call,
        run: () => functions[name]?.(...(operands as [np.NDArray, np.NDArray]), options),
      };
    });
    const answers = ask(cases.map(({ call }) => call));
    const wrong: string[] = [];
    let agreed = 0;
    let refused = 0;
    for (const [index, { title, run }] of cases.entries()) {
      const answer = answers[index] as Answer;
      let value: unknown;
      let error: unknown = null;
      try {
        value = run();
      } catch (caught) {
        error = caught;
      }
      if (answer.error === undefined && error === null) {
        const found = differences('add', answer, value, 1);
        if (found === null) agreed++;
        else wrong.push(`${title}: ${found}`);
      } else if (error instanceof UfuncError) refused++;
      else wrong.push(`${title}: NumPy ${answer.error ?? 'gives a result'}, here ${error}`);
    }
    assert.deepEqual(wrong.slice(0, 10), [], `${wrong.length} differ`);
    assert.ok(agreed > 250 && refused > 100, `${agreed} agreed, ${refused} refused`);
  });

  it('out is what is returned, and may be a typed array', () => {
    const x = np.arange(5);
    const out = np.zeros([5]) as np.NDArray;
    assert.equal(ufunc.multiply(x, 2, { out }), out);
    assert.deepEqual(out.tolist(), [0, 2, 4, 6, 8]);
    const typed = new Float32Array(5);
    assert.equal(ufunc.multiply(x, 3, { out: typed }), typed);
    assert.deepEqual([...typed], [0, 3, 6, 9, 12]);
    assert.deepEqual([...ufunc.add(Float64Array.of(1, 2), Int8Array.of(3, 4), { out: new Float64Array(2) })], [4, 6]);
  });

  it('out may lie over the operands in any way', () => {
    const wanted = (shift: number): number[] => Array.from({ length: 20000 }, (_, index) => (index + shift) * 2);
    const place = np.arange(20000) as np.NDArray;
    ufunc.multiply(place, 2, { out: place });
    assert.deepEqual(place.tolist(), wanted(0));
    const later = np.arange(20001) as np.NDArray;
    ufunc.multiply(later.slice(':20000'), 2, { out: later.slice('1:') });
    assert.deepEqual(later.slice('1:').tolist(), wanted(0));
    const turned = np.arange(20000) as np.NDArray;
    ufunc.multiply(np.flip(turned), 2, { out: turned });
    assert.deepEqual(turned.tolist(), wanted(0).reverse());
    const square = np.arange(10000).reshape([100, 100]) as np.NDArray;
    const sum = np.add(square.copy(), square.T.copy()).tolist();
    ufunc.add(square, square.T, { out: square });
    assert.deepEqual(square.tolist(), sum);
  });

  it('where without out leaves zeros', () => {
    assert.deepEqual(ufunc.add(np.array([1, 2, 3]), 1, { where: [true, false, true] }).tolist(), [2, 0, 4]);
    assert.deepEqual(ufunc.sqrt(np.array([4, 9]), { where: false }).tolist(), [0, 0]);
  });

  it('arrays that a blockwise makes in it are given back with its own', () => {
    const x = np.arange(40000).reshape([200, 200]) as np.NDArray;
    const result = blockwise(x, (block) => ufunc.add(block, ufunc.sqrt(block)));
    assert.equal(bytesOf(result), bytesOf(np.add(x, np.sqrt(x))));
  });
});

describe('errors name the argument', () => {
  const x = np.arange(6).reshape([2, 3]) as np.NDArray;
  const cases: readonly (readonly [string, () => unknown, string, RegExp])[] = [
    ['shapes', () => ufunc.add(x, np.zeros([4])), 'operands', /\(2, 3\) and \(4,\)/],
    ['out shape', () => ufunc.add(x, 1, { out: np.zeros([3, 2]) as np.NDArray }), 'out', /\(2, 3\)/],
    ['out kind', () => ufunc.add(x, 1, { out: {} as np.NDArray }), 'out', /an object/],
    [
      'out clamped',
      () => ufunc.add(x, 1, { out: new Uint8ClampedArray(6) as unknown as Uint8Array }),
      'out',
      /Clamped/,
    ],
    ['out cast', () => ufunc.add(x, 1, { out: np.zeros([2, 3], 'int32') as np.NDArray }), 'out', /same_kind.*int32/],
    [
      'out broadcast',
      () => ufunc.add(x, 1, { out: np.broadcast_to(np.zeros([3]), [2, 3]) as np.NDArray }),
      'out',
      /apart/,
    ],
    ['where dtype', () => ufunc.add(x, 1, { where: np.ones([3]) as np.NDArray }), 'where', /bool/],
    ['where shape', () => ufunc.add(x, 1, { where: np.ones([4], 'bool') as np.NDArray }), 'where', /\(2, 3\)/],
    ['dtype', () => ufunc.add(x, 1, { dtype: 'float8' as DType }), 'dtype', /float8/],
    ['no loop', () => ufunc.sqrt(x, { dtype: 'int32', casting: 'unsafe' }), 'dtype', /int32/],
    ['casting', () => ufunc.add(x, 1, { casting: 'any' as 'no' }), 'casting', /same_kind/],
    ['operand', () => ufunc.add(x, 'two' as unknown as number), 'b', /"two"/],
    ['undefined for', () => ufunc.bitwise_and(x, x), 'operands', /float64/],
    ['bigint', () => ufunc.add(2n ** 64n, 1), 'a', /64 bits/],
    ['bigint beside', () => ufunc.add(np.array([1], 'int8'), 2n ** 64n), 'b', /64 bits/],
    ['ragged', () => ufunc.add([[1, 2], [3]], 1), 'a', /equal lengths/],
  ];
  for (const [title, run, argument, message] of cases) {
    it(title, () => {
      assert.throws(
        run,
        (error: UfuncError) =>
          error instanceof UfuncError && error.argument === argument && message.test(error.message),
      );
    });
  }
});
