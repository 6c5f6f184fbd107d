/** What happens when numpy-ts's pool is full: everything goes on in JavaScript's memory. A process of its own. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { NDArray } from 'numpy-ts';
import * as np from 'numpy-ts';
import { Arena, isView, lut, memory, narrow, sharesMemory, ufunc } from '../../core/src/index.ts';

np.configureWasm({ maxMemory: 2 ** 25 });

/** More than is left of a pool of 32 MiB. */
const SIZE = 2 ** 21;

it('the pool is full', (t) => {
  t.mock.method(console, 'warn', () => {});
  const held: NDArray[] = [];
  while (held.at(-1)?.storage.isWasmBacked !== false) held.push(np.ones([SIZE / 8]) as NDArray);
  const { used, free, capacity } = memory.now().pool;
  assert.ok(used > 0 && free < SIZE && used + free === capacity);

  const arena = new Arena();
  const first = arena.empty([SIZE]);
  const second = arena.empty([SIZE]);
  assert.deepEqual([first.storage.isWasmBacked, arena.stats().outside], [false, 2]);
  assert.ok(!sharesMemory(first, second) && !isView(first));
  first.storage.data.fill(2 as never);
  const result = ufunc.multiply(first, first, { out: second });
  assert.equal(result, second);
  assert.deepEqual([second.get([0]), second.get([SIZE - 1])], [4, 4]);
  assert.equal(ufunc.add.reduce(second), 4 * SIZE);
  assert.equal(ufunc.add.accumulate(second).get([SIZE - 1]), 4 * SIZE);
  assert.equal(narrow(second, 'uint8').storage.iget(SIZE - 1), 4);
  assert.equal(lut((x) => x + 1, 'uint8', { result: 'float64' })(narrow(second, 'uint8')).get([7]), 5);
  first.dispose();
  assert.throws(() => first.get([0]), /given back/);
  const kept = arena.keep(second);
  arena[Symbol.dispose]();
  assert.equal(kept.get([3]), 4);

  const { report } = memory.measure('outside', () => np.add(kept, 1));
  assert.ok(report.peak >= 8 * SIZE, `${report.peak}`);
});
