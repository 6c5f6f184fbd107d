/**
 * What `blockwise` holds at the most, measured at numpy-ts's allocator. The meter must load before numpy-ts, so this
 * file is a process of its own. `docs/core/blockwise.md` quotes these figures; they are printed as diagnostics of each test.
 */

import '../truth/meter.ts'; // before numpy-ts
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NDArray } from 'numpy-ts';
import * as np from 'numpy-ts';
import { inScope } from '../../core/src/blockwise/scope.ts';
import { storageClass } from '../../core/src/blockwise/storage.ts';
import { blockwise } from '../../core/src/index.ts';
import { meter } from '../truth/meter.ts';

const MIB = 2 ** 20;
const pool = (bytes: number): number => 2 ** Math.ceil(Math.log2(bytes)) + 8;

interface Cost {
  /** The most pool bytes in use during the call, above what was in use before. */
  readonly peak: number;
  /** Pool bytes in use after the call, above what was in use before. */
  readonly kept: number;
  /** Bytes of the JavaScript buffers that the call created. */
  readonly js: number;
}

/** Runs `work` in a scope, so that nothing it leaves undisposed is still there for the next measurement. */
function cost(work: () => NDArray): Cost {
  return inScope(storageClass(np.zeros([1]).storage), () => {
    const before = { pool: meter.poolInUse, js: meter.jsAllocated };
    meter.poolPeak = meter.poolInUse;
    work();
    return {
      peak: meter.poolPeak - before.pool,
      kept: meter.poolInUse - before.pool,
      js: meter.jsAllocated - before.js,
    };
  });
}

const text = (bytes: number): string => `${bytes.toLocaleString('en')} B (${(bytes / MIB).toFixed(2)} MiB)`;

const binomial = (a: NDArray, b: NDArray): NDArray => a.multiply(a).add(b.multiply(b)).add(a.multiply(b).multiply(2));

test('a² + b² + 2ab over 8 MB arrays: the result and a few blocks instead of six results', (t) => {
  const a = np.linspace(0, 1, 1_000_000);
  const b = np.linspace(5, 6, 1_000_000);
  const whole = cost(() => binomial(a, b));
  const blocks = cost(() => blockwise([a, b], binomial));
  t.diagnostic(`whole: peak ${text(whole.peak)}; blockwise: peak ${text(blocks.peak)}`);
  assert.equal(whole.peak, 6 * pool(8_000_000));
  assert.equal(blocks.kept, pool(8_000_000));
  assert.ok(blocks.peak < pool(8_000_000) + 8 * MIB, text(blocks.peak));
  assert.ok(blocks.js < MIB, text(blocks.js));
  for (const array of [a, b]) array.dispose();
});

test('an image in uint8, computed in float32, is never held in float32', (t) => {
  const image = np.full([1000, 600, 3], 200, 'uint8');
  const brighten = (pixels: NDArray): NDArray =>
    np.clip(pixels.astype('float32').multiply(1.1).add(3), 0, 255).astype('uint8');
  const whole = cost(() => brighten(image));
  const blocks = cost(() => blockwise(image, brighten, { blockBytes: 2 ** 17 }));
  t.diagnostic(`whole: peak ${text(whole.peak)}; blockwise: peak ${text(blocks.peak)}`);
  assert.equal(blocks.kept, pool(1_800_000));
  assert.ok(blocks.peak < pool(1_800_000) + 4 * MIB, text(blocks.peak));
  assert.ok(whole.peak > 5 * blocks.peak, text(whole.peak));
  image.dispose();
});

test('a reduction over the other axis keeps only blocks and one value per row', (t) => {
  const points = np.full([100_000, 8], 0.5);
  const norm = (rows: NDArray): NDArray => np.sqrt(rows.multiply(rows).sum(1) as NDArray);
  const whole = cost(() => norm(points));
  const blocks = cost(() => blockwise(points, norm));
  t.diagnostic(`whole: peak ${text(whole.peak)}; blockwise: peak ${text(blocks.peak)}`);
  assert.equal(blocks.kept, pool(800_000));
  assert.ok(blocks.peak < pool(800_000) + 4 * MIB, text(blocks.peak));
  points.dispose();
});

test('nothing is left in the pool: split along another axis, F-ordered, converted, nested, undivided, failed', () => {
  const a = np.full([1000, 1000], 1.5);
  const inUse = meter.poolInUse;
  const small = { blockBytes: 2 ** 16 };
  const calls: (() => NDArray)[] = [
    () => blockwise(a, (x) => x.add(1).multiply(x), { ...small, axis: 1 }),
    () => blockwise(a.T, (x) => x.add(1).multiply(x), small),
    () => blockwise(a, (x) => x.add(1).multiply(x), { ...small, dtype: 'float32' }),
    () => blockwise(a, (x) => blockwise(x, (y) => y.add(1).multiply(y), small).subtract(x), { blockBytes: 2 ** 20 }),
    () => blockwise(a, (x) => x.add(1).multiply(x), { blockBytes: 2 ** 30 }),
    () => blockwise(a, (x) => x.add(1).T, { blockBytes: 2 ** 30 }),
    () => blockwise(a, (x) => x, { blockBytes: 2 ** 30 }),
    () => blockwise(a, (x) => x.add(1).multiply(x).mean(1) as NDArray, small),
  ];
  for (const call of calls) {
    const transposed = meter.poolInUse;
    const result = call();
    assert.equal(meter.poolInUse - transposed, pool(result.nbytes), String(call));
    result.dispose();
  }
  let count = 0;
  const failing = (x: NDArray): NDArray => {
    const made = x.add(1);
    if (++count === 3) throw new Error('enough');
    return made.multiply(2);
  };
  assert.throws(() => blockwise(a, failing, small), /enough/);
  assert.throws(() => blockwise(a, (x) => x.add(1).sum(0) as NDArray, small), { name: 'BlockwiseError' });
  assert.equal(meter.poolInUse, inUse);
  a.dispose();
});

test('a full pool: JavaScript buffers instead, and the same values', (t) => {
  t.mock.method(console, 'warn', () => {});
  const a = np.linspace(0, 1, 200_000);
  const expected = binomial(a, a);
  const hoard: NDArray[] = [];
  for (let bytes = 2 ** 27; bytes >= 32; bytes /= 2) {
    for (let array = np.empty([bytes], 'uint8'); array.storage.isWasmBacked; array = np.empty([bytes], 'uint8')) {
      hoard.push(array);
    }
  }
  const refusals = meter.poolRefusals;
  const result = blockwise([a, a], binomial);
  assert.ok(meter.poolRefusals > refusals);
  assert.equal(result.storage.isWasmBacked, false);
  for (const array of hoard) array.dispose();
  assert.ok(np.array_equal(result, expected));
});
