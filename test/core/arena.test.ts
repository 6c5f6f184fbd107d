/** `Arena`: no memory in two hands, whatever is handed out, viewed, kept and given back in whichever order. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NDArray } from 'numpy-ts';
import * as np from 'numpy-ts';
import { dtypeTable, infoOf } from '../../core/src/dtypes/table.ts';
import {
  Arena,
  ArenaError,
  type ArenaScope,
  blockwise,
  type DType,
  isView,
  memory,
  ReleasedError,
  sharesMemory,
  ufunc,
} from '../../core/src/index.ts';
import { reclaim } from './support/execute.ts';
import { randomFrom } from './support/numpy.ts';

const DTYPES = [...dtypeTable().keys()] as DType[];

interface Held {
  readonly array: NDArray;
  readonly mark: number;
  readonly scope: ArenaScope | null;
}

function fill(array: NDArray, mark: number): void {
  const { data } = array.storage;
  if (infoOf(array.dtype as DType).bigint) (data as BigInt64Array).fill(BigInt(mark));
  else (data as Float64Array).fill(mark);
}

/** Whether all values of an array are still the mark that was written to it. */
function isIntact({ array, mark }: Held): boolean {
  for (let index = 0; index < array.size; index++) {
    const value = array.storage.iget(index);
    const number = Number(typeof value === 'object' ? value.re : value);
    if (number !== mark) return false;
  }
  return true;
}

describe('an arena', () => {
  it('never hands out what somebody holds, in 40 random lives of 150 steps', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = randomFrom(seed);
      const arena = new Arena(seed % 3 === 0 ? { maxFreeBytes: 4096 } : {});
      const scopes: ArenaScope[] = [arena];
      let held: Held[] = [];
      for (let step = 0; step < 150; step++) {
        const scope = scopes[Math.floor(random() * scopes.length)] as ArenaScope;
        const pick = random();
        const one = held[Math.floor(random() * held.length)];
        if (pick < 0.4) {
          const dtype = DTYPES[Math.floor(random() * DTYPES.length)] as DType;
          const array = scope.empty([Math.floor(random() * 12), 1 + Math.floor(random() * 6)], dtype) as NDArray;
          const mark = 1 + (step % 100);
          fill(array, mark);
          held.push({ array, mark, scope });
        } else if (pick < 0.55 && one !== undefined && one.array.ndim === 2) {
          held.push({
            ...one,
            array: [one.array.T, one.array.slice('1:'), one.array.slice(':', '::2')][step % 3] as NDArray,
            scope: null,
          });
        } else if (pick < 0.75 && one !== undefined) {
          one.array.dispose();
          held = held.filter((other) => other !== one);
        } else if (pick < 0.8 && one !== undefined && one.scope !== null && scopes.length > 0) {
          one.scope.release(one.array);
          held = held.filter((other) => other !== one);
        } else if (pick < 0.86 && one !== undefined && one.scope !== null) {
          one.scope.keep(one.array);
          const parent = one.scope === arena ? null : (parents.get(one.scope) as ArenaScope);
          held = held.map((other) => (other === one ? { ...one, scope: parent } : other));
        } else if (pick < 0.93) {
          const inner = scope.scope();
          parents.set(inner, scope);
          scopes.push(inner);
        } else if (scopes.length > 1) {
          const ending = scopes[1 + Math.floor(random() * (scopes.length - 1))] as ArenaScope;
          ending[Symbol.dispose]();
          const within = (inner: ArenaScope | null): boolean =>
            inner !== null && (inner === ending || within(parents.get(inner) ?? null));
          held = held.filter((other) => !within(other.scope));
          for (let index = scopes.length - 1; index > 0; index--)
            if (within(scopes[index] as ArenaScope)) scopes.splice(index, 1);
        }
        const bad = held.findIndex((other) => !isIntact(other));
        assert.equal(bad, -1, `seed ${seed}, step ${step}`);
        const owners = held.filter(({ array }) => array.storage.offset === 0 && !isView(array));
        for (const [index, first] of owners.entries()) {
          for (const second of owners.slice(index + 1))
            assert.ok(!sharesMemory(first.array, second.array), `seed ${seed}, step ${step}`);
        }
      }
      arena[Symbol.dispose]();
      assert.equal(arena.stats().freeBytes, 0);
    }
  });

  const parents = new Map<ArenaScope, ArenaScope>();

  it('uses memory again, and says what that saved', () => {
    using arena = new Arena();
    const x = np.arange(1000) as NDArray;
    const before = memory.now().pool.used;
    let total = 0;
    for (let round = 0; round < 100; round++) {
      using scope = arena.scope();
      const square = ufunc.multiply(x, x, { out: scope.empty([1000]) });
      const root = ufunc.sqrt(square, { out: scope.empty([1000]) });
      total += ufunc.add.reduce(root) as number;
    }
    assert.equal(total, 100 * 499500);
    const stats = arena.stats();
    assert.deepEqual(
      [stats.arrays, stats.reused, stats.allocatedBytes, stats.savedBytes],
      [200, 198, 16384, 198 * 8192],
    );
    assert.deepEqual([stats.liveBytes, stats.freeBytes, stats.peakBytes], [0, 16384, 16384]);
    assert.ok(memory.now().pool.used - before < 20_000);
    arena.trim();
    assert.equal(arena.stats().freeBytes, 0);
  });

  it('gives ordinary arrays', () => {
    using arena = new Arena();
    const array = arena.zeros([3, 4], 'int32');
    assert.deepEqual(
      [array.dtype, Array.from(array.shape), array.storage.isCContiguous, array.storage.isWasmBacked],
      ['int32', [3, 4], true, true],
    );
    assert.equal(array.add(2).sum(), 24);
    assert.deepEqual(
      arena
        .copy(
          np.array([
            [1, 2],
            [3, 4],
          ]).T as NDArray,
        )
        .tolist(),
      [
        [1, 3],
        [2, 4],
      ],
    );
    assert.deepEqual(arena.copy(Int8Array.of(1, 2)).tolist(), [1, 2]);
    assert.deepEqual(arena.empty([0, 3]).tolist(), []);
    assert.equal(arena.zeros([], 'complex64').size, 1);
    for (const dtype of DTYPES) assert.equal(Number(arena.zeros(3, dtype).astype('float64').sum()), 0, dtype);
  });

  it('gives memory again only when the views are gone', async () => {
    using arena = new Arena();
    const first = arena.empty([64]);
    fill(first as NDArray, 7);
    let view: NDArray | null = first.slice('2:10') as NDArray;
    first.dispose();
    assert.equal(arena.stats().liveBytes, 512);
    fill(arena.zeros([64]) as NDArray, 1);
    assert.ok((view.tolist() as number[]).every((value) => value === 7));
    view.dispose();
    assert.equal(arena.stats().freeBytes, 512);
    // A view that is dropped without being disposed is found by the garbage collector.
    const second = arena.empty([64]);
    view = second.slice('1:') as NDArray;
    second.dispose();
    assert.equal(arena.stats().freeBytes, 0);
    view = null;
    for (let round = 0; round < 50 && arena.stats().freeBytes === 0; round++) await reclaim();
    assert.equal(arena.stats().freeBytes, 512);
  });

  it('lets nobody use what was given back', () => {
    const arena = new Arena();
    const released = arena.zeros([3]);
    arena.release(released);
    const disposed = arena.zeros([3]);
    disposed.dispose();
    disposed.dispose();
    const ended = arena.zeros([3]);
    arena[Symbol.dispose]();
    for (const array of [released, disposed, ended]) {
      assert.throws(() => array.get([0]), ReleasedError);
      assert.throws(() => array.add(1), ReleasedError);
      assert.throws(() => ufunc.add(array, 1), ReleasedError);
    }
    assert.throws(() => arena.release(released), ArenaError);
    assert.throws(() => arena.zeros([1]), /ended/);
    assert.throws(() => arena.scope(), /ended/);
  });

  it('keeps what the caller takes along', async () => {
    let kept: NDArray;
    const before = memory.now().pool.used;
    {
      using arena = new Arena();
      {
        using scope = arena.scope();
        const inner = scope.zeros([100]);
        fill(inner as NDArray, 5);
        kept = scope.keep(inner) as NDArray;
        scope.zeros([100]);
      }
      assert.equal(arena.stats().liveBytes, 1024);
      arena.keep(kept);
      assert.equal(arena.stats().liveBytes, 0);
      fill(arena.zeros([100]) as NDArray, 1);
    }
    await reclaim();
    fill(np.zeros([100]) as NDArray, 9);
    assert.ok((kept.tolist() as number[]).every((value) => value === 5));
    const view = kept.slice('3:') as NDArray;
    kept.dispose();
    assert.equal(view.get([0]), 5);
    view.dispose();
    await reclaim();
    assert.ok(memory.now().pool.used - before < 2048);
  });

  it('stands inside blockwise, whose scopes do not take its memory', () => {
    using arena = new Arena();
    const x = np.arange(100_000).reshape([1000, 100]) as NDArray;
    const result = blockwise(x, (block) => {
      using scope = arena.scope();
      const square = ufunc.multiply(block, block, { out: scope.empty(block.shape) });
      return np.add(square, 1);
    });
    assert.equal(np.array_equal(result, np.add(np.multiply(x, x), 1)), true);
    const again = arena.empty([5000]);
    fill(again as NDArray, 3);
    for (let round = 0; round < 20; round++) fill(np.empty([5000]) as NDArray, 1);
    assert.ok((again.tolist() as number[]).every((value) => value === 3));
  });

  it('refuses wrong arguments and strange arrays', () => {
    using arena = new Arena();
    using other = new Arena();
    assert.throws(() => arena.zeros([1.5]), /shape/);
    assert.throws(() => arena.zeros([2], 'int7' as DType), /int7/);
    assert.throws(() => arena.copy([1] as unknown as Uint8Array), /array/);
    assert.throws(() => arena.release(np.zeros([3])), ArenaError);
    assert.throws(() => arena.keep(other.zeros([3])), ArenaError);
    assert.throws(() => new Arena({ maxFreeBytes: -1 }), /maxFreeBytes/);
    const scope = arena.scope();
    const outer = arena.zeros([3]);
    assert.throws(() => scope.keep(outer), ArenaError);
  });
});
