/** `memory`, against the allocator of numpy-ts itself. The meter must load before numpy-ts. */
import '../truth/meter.ts'; // before numpy-ts
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NDArray } from 'numpy-ts';
import * as np from 'numpy-ts';
import { memory, ufunc } from '../../core/src/index.ts';
import { meter } from '../truth/meter.ts';
import { reclaim } from './support/execute.ts';

const BYTES = 8 * 2 ** 17;
/** Much more than what the garbage collector may take at the same time. */
const LARGE = 2 ** 26;

describe('memory.now', () => {
  it('is what the allocator has handed out', () => {
    const before = memory.now();
    // Other headers are what a block that was cut in two has more.
    assert.ok(Math.abs(before.pool.used - meter.poolInUse) <= 64, `${before.pool.used} ${meter.poolInUse}`);
    const array = np.zeros([2 ** 17]);
    const after = memory.now();
    assert.ok(Math.abs(after.pool.used - before.pool.used - memory.poolClassBytes(BYTES)) <= 64);
    assert.equal(after.pool.used + after.pool.free, after.pool.capacity);
    array.dispose();
  });

  it('counts array buffers', async () => {
    await reclaim();
    const buffers = memory.now().buffers as number;
    const typed = new Float64Array(LARGE / 8);
    // Others may be collected meanwhile.
    assert.ok((memory.now().buffers as number) - buffers >= LARGE / 2 && typed.length > 0);
  });

  it('knows the classes of the pool', () => {
    assert.deepEqual(
      [0, 1, 32, 33, 64, 1000, 8_000_000].map(memory.poolClassBytes),
      [0, 40, 40, 72, 72, 1032, 8_388_616],
    );
  });
});

describe('memory.measure', () => {
  const work: Record<string, (x: NDArray) => NDArray> = {
    'chained operations': (x) => x.multiply(x).add(x.multiply(2)),
    'a reduction': (x) => x.multiply(x).sum(0, true) as unknown as NDArray,
    'a ufunc with out': (x) => ufunc.multiply(x, 1, { out: x }) as NDArray,
    disposed(x) {
      using square = x.multiply(x);
      return square.add(1);
    },
  };
  for (const [name, run] of Object.entries(work)) {
    it(`${name}: peak and rest as the allocator sees them`, () => {
      const x = np.ones([2 ** 17]) as NDArray;
      const before = meter.poolInUse;
      meter.poolPeak = before;
      const { value, report } = memory.measure(name, () => run(x));
      // What the measurement itself makes is a few empty arrays.
      assert.ok(
        Math.abs(report.poolPeak - (meter.poolPeak - before)) <= 256,
        `${report.poolPeak} ${meter.poolPeak - before}`,
      );
      assert.ok(
        Math.abs(report.poolKept - (meter.poolInUse - before)) <= 256,
        `${report.poolKept} ${meter.poolInUse - before}`,
      );
      assert.ok(report.peak >= report.poolPeak && report.label === name && report.runs === 1);
      assert.ok(value !== undefined);
    });
  }

  it('counts typed arrays', async () => {
    await reclaim();
    const { report } = memory.measure('typed', () => new Float64Array(LARGE / 8));
    assert.ok(report.peak >= LARGE / 2 && report.kept >= LARGE / 2 && report.poolPeak === 0, JSON.stringify(report));
  });

  it('waits for asynchronous work', async () => {
    const { value, report } = await memory.measure('later', async () => {
      const first = np.ones([2 ** 17]);
      await Promise.resolve();
      return first;
    });
    assert.equal(value.size, 2 ** 17);
    assert.ok(report.poolPeak >= BYTES);
    await assert.rejects(
      memory.measure('rejected', () => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.ok(memory.reports().some(({ label }) => label === 'rejected'));
  });

  it('adds runs of a label up, also those that throw, and forgets them when told', () => {
    memory.reset();
    for (const size of [10, 2 ** 17, 20]) memory.measure('sizes', () => np.ones([size]));
    assert.throws(
      () =>
        memory.measure('sizes', () => {
          throw new Error('stop');
        }),
      /stop/,
    );
    const [report] = memory.reports();
    assert.equal(report?.runs, 4);
    assert.ok((report?.peak ?? 0) >= BYTES);
    memory.reset();
    assert.deepEqual(memory.reports(), []);
  });
});

describe('memory.track', () => {
  it('measures to the end of its scope, and trackers overlap in any order', () => {
    memory.reset();
    const outer = memory.track('outer');
    {
      using inner = memory.track('inner');
      const kept = np.ones([2 ** 17]);
      inner.sample();
      assert.ok(inner.report().poolPeak >= BYTES && kept.size > 0);
    }
    const second = memory.track('second');
    outer[Symbol.dispose]();
    const more = np.ones([2 ** 17]);
    second[Symbol.dispose]();
    second[Symbol.dispose]();
    assert.deepEqual(
      memory.reports().map(({ label, runs }) => [label, runs]),
      [
        ['inner', 1],
        ['outer', 1],
        ['second', 1],
      ],
    );
    assert.ok(second.report().poolPeak >= BYTES && more.size > 0);
    const arrays = second.report().arrays;
    np.ones([3]);
    assert.equal(second.report().arrays, arrays, 'nothing is counted after the end');
  });

  it('leaves numpy-ts as it was', () => {
    const Class = np.zeros([1]).storage.constructor as unknown as Record<string, unknown>;
    const before = [Class['zeros'], Class['fromData'], Object.keys(Class)];
    const [a, b] = [memory.track('a'), memory.track('b')];
    assert.notEqual(Class['zeros'], before[0]);
    a[Symbol.dispose]();
    b[Symbol.dispose]();
    assert.deepEqual([Class['zeros'], Class['fromData'], Object.keys(Class)], before);
  });

  it('refuses a label that is none', () => {
    assert.throws(() => memory.track(5 as unknown as string), /label.*string/);
    assert.throws(() => memory.measure('x', 5 as unknown as () => void), /function/);
  });
});

describe('ufuncs hold nothing of the size of their arrays', () => {
  const SIZE = 2 ** 20;
  const cases: Record<string, (x: NDArray, out: NDArray) => unknown> = {
    'sin with out': (x, out) => ufunc.sin(x, { out }),
    'add of a transposed array with out': (x, out) =>
      ufunc.add(x.reshape([1024, 1024]).T, x.reshape([1024, 1024]), { out: out.reshape([1024, 1024]) }),
    'multiply with where, dtype and out': (x, out) =>
      ufunc.multiply(x, x, { out, dtype: 'float32', casting: 'unsafe', where: np.ones([1], 'bool') as NDArray }),
    'add.reduce of columns': (x) => ufunc.add.reduce(x.reshape([1024, 1024])),
    'add.accumulate with out': (x, out) => ufunc.add.accumulate(x, { out }),
    'maximum.reduce as float32': (x) => ufunc.maximum.reduce(x, { dtype: 'float32' }),
  };
  for (const [name, run] of Object.entries(cases)) {
    it(name, () => {
      using x = np.ones([SIZE]) as NDArray;
      using out = np.zeros([SIZE]) as NDArray;
      const before = { pool: meter.poolInUse, js: meter.jsAllocated };
      meter.poolPeak = meter.poolInUse;
      run(x, out);
      const held = meter.poolPeak - before.pool;
      assert.ok(held < 2 ** 19, `${held} bytes of the pool, of arrays of ${SIZE * 8}`);
      assert.ok(meter.jsAllocated - before.js < 2 ** 20, `${meter.jsAllocated - before.js} bytes of buffers`);
    });
  }
});
