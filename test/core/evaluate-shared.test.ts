/** Arrays in shared memory: numpy-ts takes them, several threads give the bits of one, and memory comes back. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as numpy from 'numpy-ts';
import { EvaluateError, evaluate, shared } from '../../core/src/index.ts';
import { SharedMemory, sharedMemory } from '../../core/src/shared/memory.ts';
import { setThreads, threadsReady, warmUp } from '../../core/src/threads/pool.ts';
import { type AnyArray, flat } from './support/evaluate-oracle.ts';
import { Random } from './support/random.ts';

/** Enough for several pieces, with an odd rest. */
const SIZE = 600_007;

before(async () => {
  setThreads(3);
  warmUp();
  for (let tries = 0; tries < 500 && threadsReady() < 2; tries++) await wait(10);
  assert.equal(threadsReady(), 2);
});
after(() => setThreads(1));

function random(dtype: 'float64' | 'float32' | 'int32' | 'uint8' | 'int64', shape: number[], seed: number): AnyArray {
  const array = shared.empty(shape, dtype);
  const numbers = new Random(seed);
  const { data } = array.storage;
  for (let index = 0; index < data.length; index++) {
    const value = dtype.startsWith('float') ? numbers.next() : numbers.below(100);
    data[index] = (dtype === 'int64' ? BigInt(value) : value) as never;
  }
  return array;
}

describe('arrays in shared memory', () => {
  it('are what numpy-ts’s are', () => {
    assert.deepEqual(flat(shared.zeros([2, 2], 'int64')), [0n, 0n, 0n, 0n]);
    assert.deepEqual(flat(shared.ones(3, 'uint8')), [1, 1, 1]);
    assert.equal(shared.full(2, 7).dtype, numpy.full([2], 7).dtype);
    assert.deepEqual(shared.full(1, 2, 'complex128').tolist().map(String), ['(2+0j)']);
    const matrix = numpy.arange(6).reshape(2, 3).T as AnyArray;
    const copy = shared.array(matrix);
    assert.deepEqual(flat(copy), flat(matrix));
    assert.deepEqual(flat(copy.add(1) as AnyArray), flat(matrix.add(1)));
    assert.equal(numpy.sum(copy), 15);
    assert.equal(shared.asshared(copy).storage, copy.storage);
    assert.ok(shared.asshared(matrix).storage.data.buffer instanceof SharedArrayBuffer);
    assert.deepEqual(flat(shared.array([1, 2, 3], 'float32')), [1, 2, 3]);
    assert.throws(() => shared.zeros(-1), EvaluateError);
    assert.throws(() => shared.zeros([2], 'float7' as never), EvaluateError);
  });

  it('give results that are shared too', () => {
    const a = random('float64', [10], 1);
    assert.ok((evaluate('a + 1', { a }) as AnyArray).storage.data.buffer instanceof SharedArrayBuffer);
    const mixed = evaluate('a + b', { a, b: numpy.ones([10]) as AnyArray }) as AnyArray;
    assert.equal(mixed.get([3]), (a.get([3]) as number) + 1);
  });

  it('several threads give the bits of one', () => {
    const shapes: readonly [number[], number[]][] = [
      [[SIZE], [SIZE]],
      [[SIZE], [1]],
      [[907, 701], [701]],
      [
        [907, 701],
        [907, 1],
      ],
      [
        [5, 120_011],
        [5, 120_011],
      ],
    ];
    for (const dtype of ['float64', 'float32', 'int32', 'uint8', 'int64'] as const) {
      for (const [first, second] of shapes) {
        const variables = { a: random(dtype, first, 1), b: random(dtype, second, 2), k: 3 };
        for (const text of ['a*b + k*a', 'where(a > b, a, b)', 'sum(a*b)', 'mean(a)', 'max(a - b)', 'prod(a)']) {
          setThreads(3);
          const several = evaluate(text, variables);
          setThreads(1);
          const alone = evaluate(text, variables);
          const same = Object.is(several, alone) || sameBytes(several, alone);
          assert.ok(same, `${text} of ${dtype} ${first} and ${second}: ${String(several)} and ${String(alone)}`);
        }
      }
    }
  });

  it('many evaluations one after another do not mix', () => {
    setThreads(3);
    const a = random('float64', [SIZE], 5);
    const out = shared.empty(SIZE);
    for (let round = 0; round < 200; round++) {
      evaluate('a * k', { a, k: round }, { out });
      for (const place of [0, 150_000, SIZE - 1]) assert.equal(out.get([place]), (a.get([place]) as number) * round);
    }
  });
});

function bytesOf(array: AnyArray): Buffer {
  const { buffer, byteOffset, byteLength } = array.storage.data;
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}

function sameBytes(a: unknown, b: unknown): boolean {
  return typeof a === 'object' && bytesOf(a as AnyArray).equals(bytesOf(b as AnyArray));
}

describe('the allocator of shared memory', () => {
  it('never hands out a part twice, and joins what comes back', () => {
    const memory = new SharedMemory();
    const numbers = new Random(6);
    const live: ReturnType<SharedMemory['allocate']>[] = [];
    for (let round = 0; round < 2000; round++) {
      if (live.length > 0 && numbers.below(5) < 2) {
        const [block] = live.splice(numbers.below(live.length), 1);
        block?.release();
        continue;
      }
      const block = memory.allocate(numbers.below(5000));
      for (const other of live) {
        assert.ok(block.offset + block.bytes <= other.offset || other.offset + other.bytes <= block.offset);
      }
      live.push(block);
    }
    const used = live.reduce((sum, { bytes }) => sum + bytes, 0);
    assert.equal(memory.usedBytes, used);
    for (const block of live) block.release();
    assert.equal(memory.usedBytes, 0);
    const whole = memory.memory.buffer.byteLength;
    memory.allocate(whole - 64);
    assert.equal(memory.memory.buffer.byteLength, whole, 'everything is one hole again');
  });

  it('takes back what is not reachable any more', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    // What other tests have left goes first.
    collect();
    await wait(50);
    const before = sharedMemory().usedBytes;
    let view: AnyArray | null = shared.zeros(1_000_000).slice('10:20') as AnyArray;
    collect();
    await wait(20);
    assert.ok(sharedMemory().usedBytes - before >= 8_000_000, 'a view keeps it');
    assert.equal(view.size, 10);
    view = null;
    for (let tries = 0; tries < 20 && sharedMemory().usedBytes - before >= 8_000_000; tries++) {
      collect();
      await wait(10);
    }
    assert.ok(sharedMemory().usedBytes - before < 8_000_000);
  });

  it('takes complex values, and refuses with a typed error what it cannot hold', () => {
    const whole = shared.full([2], new numpy.Complex(1, 2), 'complex128');
    assert.deepEqual([...(whole.storage.data as Float64Array)], [1, 2, 1, 2]);
    const wrong: [string, () => unknown][] = [
      ['value', () => shared.full([2], 2.5, 'int64')],
      ['value', () => shared.full([2], new numpy.Complex(1, 2), 'float64')],
      ['values', () => shared.array([[1, 2], [3]])],
      ['shape', () => shared.zeros([2 ** 40])],
      ['count', () => setThreads(0)],
      ['count', () => setThreads(1.5)],
      ['count', () => setThreads('a' as never)],
    ];
    for (const [argument, run] of wrong) {
      assert.throws(run, (error: unknown) => error instanceof EvaluateError && error.argument === argument, argument);
    }
  });
});

it('memory of arrays that are dropped is used again, round after round', async () => {
  // More than fits, none of it kept.
  for (let round = 0; round < 300; round++) {
    assert.equal(shared.empty([2_000_000]).size, 2_000_000);
    await wait(1);
  }
});
