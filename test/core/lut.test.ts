/** Look-up tables, against calling the function for each element, and interpolation, against its definition. */
import '../truth/meter.ts'; // before numpy-ts
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NDArray } from 'numpy-ts';
import * as np from 'numpy-ts';
import { infoOf } from '../../core/src/dtypes/table.ts';
import { type DType, gridLut, LutError, type LutInput, lut, memory } from '../../core/src/index.ts';
import { meter } from '../truth/meter.ts';
import { LAYOUTS, makeArray, randomFrom } from './support/numpy.ts';

const INPUTS: readonly LutInput[] = ['bool', 'uint8', 'int8', 'uint16', 'int16', 'float16'];

function at(array: NDArray, index: number): number {
  return Number(array.storage.iget(index));
}

describe('lut', () => {
  for (const dtype of INPUTS) {
    it(`${dtype}: every value gives what the function gives`, () => {
      const f = (x: number): number => (Number.isNaN(x) ? -1 : Math.fround(x * 1.5 + 0.25));
      const table = lut(f, dtype, { result: 'float32' });
      const count = dtype === 'bool' ? 2 : 2 ** (8 * infoOf(dtype).itemBytes);
      const all = np.zeros([count], dtype) as NDArray;
      const { data } = all.storage;
      const bits =
        data.BYTES_PER_ELEMENT === 1
          ? new Uint8Array(data.buffer, data.byteOffset, count)
          : new Uint16Array(data.buffer, data.byteOffset, count);
      for (let index = 0; index < count; index++) bits[index] = index;
      const result = table(all);
      assert.deepEqual([result.dtype, table.nbytes, table.dtype], ['float32', 4 * count, dtype]);
      for (let index = 0; index < count; index++)
        assert.ok(Object.is(at(result, index), f(at(all, index))), `${at(all, index)}`);
    });

    it(`${dtype}: any strides, and out`, () => {
      const random = randomFrom(1);
      const table = lut((x) => (Number.isFinite(x) ? Math.floor(x / 2) : 0), dtype, { result: 'int32' });
      const { min, max, kind } = infoOf(dtype);
      const value = (): number =>
        kind === 'f'
          ? Math.floor(random() * 2000) - 1000
          : Math.floor(Number(min) + random() * (Number(max) - Number(min) + 1));
      for (const shape of [[6, 5], [2, 3, 4], [40], [], [0, 3]]) {
        for (const layout of LAYOUTS) {
          const x = makeArray(shape, dtype, layout, value);
          const result = table(x);
          const out = makeArray(shape, 'int32', layout === 'broadcast' ? 'F' : layout, () => 7);
          assert.equal(table(x, { out }), out);
          for (let index = 0; index < x.size; index++) {
            assert.equal(at(result, index), Math.floor(at(x, index) / 2));
            assert.equal(at(out, index), at(result, index));
          }
        }
      }
    });
  }

  it('takes typed arrays, and functions of arrays', () => {
    const invert = lut((x) => 255 - x, 'uint8', { result: 'uint8' });
    assert.deepEqual(invert(Uint8Array.of(0, 1, 255)), Uint8Array.of(255, 254, 0));
    assert.deepEqual(invert(Uint8ClampedArray.of(5)), Uint8Array.of(250));
    const place = Uint8Array.of(0, 10);
    assert.equal(invert(place, { out: place }), place);
    assert.deepEqual(place, Uint8Array.of(255, 245));
    const root = lut((x: NDArray) => np.sqrt(x.astype('float32')), 'uint16', { result: 'float32', vectorized: true });
    assert.deepEqual(root(np.array([4, 65025], 'uint16')).tolist(), [2, 255]);
  });

  it('may write over its operand in any way', () => {
    const next = lut((x) => (x + 1) % 256, 'uint8', { result: 'uint8' });
    const x = np.arange(200).astype('uint8') as NDArray;
    next(x.slice(':199'), { out: x.slice('1:') });
    assert.deepEqual(x.tolist(), [0, ...Array.from({ length: 199 }, (_, index) => index + 1)]);
    next(np.flip(x) as NDArray, { out: x });
    assert.equal(at(x, 0), 200);
  });

  it('gives 64-bit integers and bool', () => {
    assert.deepEqual(lut((x) => BigInt(x) ** 3n, 'int16', { result: 'int64' })(np.array([-3], 'int16')).tolist(), [
      -27n,
    ]);
    assert.deepEqual(lut((x) => x > 2, 'uint8', { result: 'bool' })(np.array([2, 3], 'uint8')).tolist(), [0, 1]);
  });

  it('never wraps: rounds and clips only as it is told', () => {
    assert.throws(() => lut((x) => x / 2, 'uint8', { result: 'uint8' }), /uint8 holds, got 0.5 for 1$/);
    assert.throws(() => lut((x) => x * 2, 'uint8', { result: 'uint8' }), /256 for 128$/);
    assert.throws(
      () => lut(() => Number.NaN, 'uint8', { result: 'uint8', round: 'nearest', clip: true }),
      /NaN for 0$/,
    );
    assert.throws(() => lut(() => 'x' as unknown as number, 'uint8'), /"x" for 0$/);
    const x = np.array([1, 3, 200], 'uint8');
    for (const [round, wanted] of [
      ['nearest', [1, 2, 100]],
      ['floor', [0, 1, 100]],
      ['ceil', [1, 2, 100]],
      ['trunc', [0, 1, 100]],
    ] as const) {
      assert.deepEqual(lut((v) => v / 2, 'uint8', { result: 'uint8', round })(x).tolist(), wanted, round);
    }
    assert.deepEqual(lut((v) => v * 2 - 10, 'uint8', { result: 'uint8', clip: true })(x).tolist(), [0, 0, 255]);
  });

  it('refuses what does not fit', () => {
    const table = lut((x) => x, 'uint8');
    const wrong: readonly (() => unknown)[] = [
      () => table(np.zeros([3])),
      () => table([1] as unknown as Uint8Array),
      () => table(np.zeros([3], 'uint8'), { out: np.zeros([4]) }),
      () => table(np.zeros([3], 'uint8'), { out: np.zeros([3], 'float32') }),
      () => lut((x) => x, 'int32' as LutInput),
      () => lut((x) => x, 'uint8', { result: 'complex64' as DType }),
      () => lut(5 as unknown as () => number, 'uint8'),
      () => lut((x) => x, 'uint8', { round: 'up' as 'ceil' }),
      () => lut((x: NDArray) => x.slice('1:'), 'uint8', { vectorized: true }),
    ];
    for (const run of wrong) assert.throws(run, LutError);
  });
});

/** The definition of multilinear interpolation, corner by corner. */
function reference(
  f: (...v: number[]) => number[],
  places: readonly number[],
  values: readonly number[],
  corner: number[] = [],
): number[] {
  const axis = corner.length;
  if (axis === values.length) return f(...corner);
  const value = values[axis] as number;
  const cell = Math.max(0, places.findIndex((place, index) => index > 0 && value <= place) - 1);
  const [low, high] = [places[cell] as number, places[cell + 1] as number];
  const share = (value - low) / (high - low);
  const below = reference(f, places, values, [...corner, low]);
  const above = reference(f, places, values, [...corner, high]);
  return below.map((one, index) => one * (1 - share) + (above[index] as number) * share);
}

const cmyk = (r: number, g: number, b: number): number[] => {
  const [c, m, y] = [1 - r / 255, 1 - g / 255, 1 - b / 255];
  const k = Math.min(c, m, y) ** 2;
  return [c - k / 2, m - k / 2, y - k / 2, k].map((ink) => 255 * Math.max(0, ink));
};

describe('gridLut', () => {
  it('is multilinear interpolation between nodes', () => {
    const random = randomFrom(4);
    const table = gridLut(cmyk, { inputs: 3, dtype: 'uint8', bits: 4 });
    assert.deepEqual([table.nodes.length, table.outputs, table.nbytes], [17, 4, 17 ** 3 * 4 * 8]);
    const image = makeArray([20, 30, 3], 'uint8', 'C', () => Math.floor(random() * 256));
    const result = table(image);
    assert.deepEqual([Array.from(result.shape), result.dtype], [[20, 30, 4], 'float64']);
    for (let pixel = 0; pixel < 600; pixel++) {
      const wanted = reference(
        cmyk,
        table.nodes,
        [0, 1, 2].map((channel) => at(image, 3 * pixel + channel)),
      );
      for (const [channel, ink] of wanted.entries()) assert.ok(Math.abs(at(result, 4 * pixel + channel) - ink) < 1e-9);
    }
  });

  for (const interpolation of ['multilinear', 'tetrahedral'] as const) {
    it(`${interpolation}: exact at nodes and for linear functions, for any number of inputs`, () => {
      const random = randomFrom(5);
      for (const dtype of ['uint8', 'uint16'] as const) {
        const greatest = Number(infoOf(dtype).max);
        for (let inputs = 1; inputs <= 4; inputs++) {
          const linear = (...v: number[]): number[] => [
            v.reduce((sum, x, axis) => sum + x * (axis + 1), 3),
            v[0] as number,
          ];
          const table = gridLut(linear, { inputs, dtype, bits: 3, interpolation });
          const places = makeArray([50, inputs], dtype, 'C', () =>
            random() < 0.1 ? greatest : Math.floor(random() * (greatest + 1)),
          );
          const result = table(places);
          for (let place = 0; place < 50; place++) {
            const wanted = linear(...Array.from({ length: inputs }, (_, axis) => at(places, place * inputs + axis)));
            for (const [output, value] of wanted.entries())
              assert.ok(Math.abs(at(result, 2 * place + output) - value) < 1e-6 * greatest);
          }
          const bent = (...v: number[]): number => v.reduce((sum, x) => sum + x * x, 0);
          const curve = gridLut(bent, { inputs, dtype, bits: 3, interpolation });
          const node = makeArray(
            [1, inputs],
            dtype,
            'C',
            (axis) => curve.nodes[(axis * 3 + 2) % curve.nodes.length] as number,
          );
          assert.equal(at(curve(node), 0), bent(...Array.from({ length: inputs }, (_, axis) => at(node, axis))));
        }
      }
    });
  }

  it('the tetrahedral one keeps greys grey', () => {
    const bent = (r: number, g: number, b: number): number[] =>
      [r, g, b].map((x) => 255 * ((x + 0.01 * (r - g) * (g - b)) / 255) ** 0.45).map((x) => x || 0);
    const table = gridLut(bent, {
      inputs: 3,
      dtype: 'uint8',
      bits: 3,
      interpolation: 'tetrahedral',
      result: 'float32',
    });
    const greys = makeArray([256, 3], 'uint8', 'C', (index) => Math.floor(index / 3));
    const result = table(greys);
    for (let grey = 0; grey < 256; grey++) {
      assert.equal(at(result, 3 * grey), at(result, 3 * grey + 1));
      assert.equal(at(result, 3 * grey), at(result, 3 * grey + 2));
    }
  });

  it('takes any strides, the numbers along any axis, and out', () => {
    const random = randomFrom(6);
    const table = gridLut(cmyk, { inputs: 3, dtype: 'uint8', bits: 4, result: 'uint8', round: 'nearest' });
    const image = makeArray([7, 9, 3], 'uint8', 'C', () => Math.floor(random() * 256));
    const wanted = table(image).tolist();
    for (const layout of LAYOUTS) {
      if (layout === 'broadcast') continue;
      const same = makeArray([7, 9, 3], 'uint8', layout, (index) => at(image, index));
      assert.deepEqual(table(same).tolist(), wanted, layout);
      const out = makeArray([7, 9, 4], 'uint8', layout, () => 0);
      assert.equal(table(same, { out }), out);
      assert.deepEqual(out.tolist(), wanted, layout);
    }
    const planar = image.transpose([2, 0, 1]) as NDArray;
    assert.deepEqual((table(planar, { axis: 0 }) as NDArray).transpose([1, 2, 0]).tolist(), wanted);
    assert.deepEqual(Array.from(table(np.zeros([0, 3], 'uint8')).shape), [0, 4]);
    assert.deepEqual(Array.from(table(np.zeros([3], 'uint8')).shape), [4]);
  });

  it('comes near functions that bend, and rounds once', () => {
    const table = gridLut(cmyk, { inputs: 3, dtype: 'uint8', bits: 4, result: 'uint8' });
    const random = randomFrom(7);
    const image = makeArray([2000, 3], 'uint8', 'C', () => Math.floor(random() * 256));
    const result = table(image);
    let worst = 0;
    for (let pixel = 0; pixel < 2000; pixel++) {
      const wanted = cmyk(at(image, 3 * pixel), at(image, 3 * pixel + 1), at(image, 3 * pixel + 2));
      for (const [ink, value] of wanted.entries())
        worst = Math.max(worst, Math.abs(at(result, 4 * pixel + ink) - value));
    }
    assert.ok(worst > 0 && worst < 10, `${worst}`);
  });

  it('makes nothing of the image but the result', () => {
    const table = gridLut(cmyk, { inputs: 3, dtype: 'uint8', bits: 4, result: 'uint8' });
    const image = np.zeros([512, 512, 3], 'uint8') as NDArray;
    const out = np.zeros([512, 512, 4], 'uint8') as NDArray;
    const before = { pool: meter.poolInUse, js: meter.jsAllocated };
    meter.poolPeak = before.pool;
    table(image, { out });
    assert.ok(meter.poolPeak - before.pool < 4096 && meter.jsAllocated - before.js < 4096);
  });

  it('refuses what does not fit', () => {
    const options = { inputs: 3, dtype: 'uint8', bits: 4 } as const;
    const table = gridLut(cmyk, { ...options, result: 'uint8' });
    const wrong: readonly (() => unknown)[] = [
      () => table(np.zeros([4, 4], 'uint8')),
      () => table(np.zeros([4, 3])),
      () => table(np.zeros([4, 3], 'uint8'), { axis: 2 }),
      () => table(np.zeros([4, 3], 'uint8'), { out: np.zeros([4, 3], 'uint8') }),
      () => table(np.zeros([4, 3], 'uint8'), { out: np.zeros([4, 4]) }),
      () => table(new Uint8Array(3) as unknown as NDArray),
      () => gridLut(cmyk, { ...options, bits: 8 }),
      () => gridLut(cmyk, { ...options, bits: 7, inputs: 4 }),
      () => gridLut(cmyk, { ...options, inputs: 0 }),
      () => gridLut(cmyk, { ...options, dtype: 'int8' as 'uint8' }),
      () => gridLut((r) => [2 * r], { ...options, result: 'uint8' }),
      () => gridLut((r) => (r > 100 ? [1] : [1, 2]), options),
      () => gridLut(cmyk, { ...options, interpolation: 'cubic' as 'multilinear' }),
    ];
    for (const run of wrong) assert.throws(run, LutError);
    assert.deepEqual(
      gridLut((r) => [2 * r], { ...options, result: 'uint8', clip: true })(
        np.full([1, 3], 255, 'uint8') as NDArray,
      ).tolist(),
      [[255]],
    );
  });
});

describe('lut at its edges', () => {
  it('takes whatever is not 0 for True', () => {
    const table = lut((v) => (v ? 7 : 3), 'bool');
    assert.deepEqual(table(Uint8Array.of(0, 1, 2, 255)), Float64Array.of(3, 7, 7, 7));
    const flags = np.zeros([3], 'bool') as NDArray;
    (flags.storage.data as Uint8Array).set([2, 0, 1]);
    assert.deepEqual(table(flags).tolist(), [7, 3, 7]);
    assert.equal(table.nbytes, 16);
  });

  it('refuses complex results, whose imaginary parts would be lost', () => {
    const complex = (x: NDArray): NDArray => x.astype('complex128') as NDArray;
    assert.throws(
      () => lut(complex, 'uint8', { vectorized: true }),
      (error) => error instanceof LutError && error.argument === 'fn' && /complex128/.test(error.message),
    );
  });

  it('leaves nothing in the pool when the function or its results are refused', () => {
    const wrong: ((x: NDArray) => NDArray)[] = [
      (x) => x.astype('complex128') as NDArray,
      () => np.zeros([3]) as NDArray,
      () => {
        throw new RangeError('mine');
      },
    ];
    for (const fn of wrong) assert.throws(() => lut(fn, 'uint16', { vectorized: true }));
    const before = memory.now().pool.used;
    for (const fn of wrong) assert.throws(() => lut(fn, 'uint16', { vectorized: true }));
    assert.equal(memory.now().pool.used, before);
  });
});
