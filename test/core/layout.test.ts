/** Where arrays lie: `sharesMemory` against writing, `wouldCopy` against running, views against numpy-ts's buffers. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NDArray, NDArrayCore } from 'numpy-ts';
import * as np from 'numpy-ts';
import { contiguity, isView, LayoutError, mayShareMemory, sharesMemory, wouldCopy } from '../../core/src/index.ts';
import { overlapsItself, solvable } from '../../core/src/layout/overlap.ts';
import type { View } from '../../core/src/layout/view.ts';
import { LAYOUTS, makeArray, randomFrom } from './support/numpy.ts';

/** All byte addresses that a view's elements take. */
function bytesIn(view: View): Set<number> {
  const size = view.data.BYTES_PER_ELEMENT * (view.dtype.startsWith('complex') ? 2 : 1);
  const found = new Set<number>();
  const walk = (axis: number, at: number): void => {
    if (axis === view.shape.length) {
      for (let byte = 0; byte < size; byte++) found.add(view.data.byteOffset + at * size + byte);
      return;
    }
    for (let index = 0; index < (view.shape[axis] as number); index++)
      walk(axis + 1, at + index * (view.strides[axis] as number));
  };
  walk(0, view.offset);
  return found;
}

function randomView(buffer: ArrayBuffer, random: () => number): View {
  const Class = [Uint8Array, Int16Array, Float32Array, Float64Array][Math.floor(random() * 4)] as Uint8ArrayConstructor;
  const dtype = (
    { Uint8Array: 'uint8', Int16Array: 'int16', Float32Array: 'float32', Float64Array: 'float64' } as const
  )[Class.name as 'Uint8Array'];
  const data = new Class(buffer) as unknown as View['data'];
  const ndim = Math.floor(random() * 4);
  for (;;) {
    const shape = Array.from({ length: ndim }, () => Math.floor(random() * 5));
    const strides = Array.from({ length: ndim }, () => Math.floor(random() * 13) - 6);
    const offset = Math.floor(random() * data.length);
    const reach = (sign: number): number =>
      offset +
      shape.reduce(
        (sum, size, axis) =>
          sum + Math.max(0, size - 1) * (Math.sign(strides[axis] as number) === sign ? (strides[axis] as number) : 0),
        0,
      );
    if (reach(-1) >= 0 && reach(1) < data.length) return { data, dtype, shape, strides, offset };
  }
}

function arrayOf(view: View): NDArray {
  const Class = np.zeros([1]).storage.constructor as unknown as new (...args: unknown[]) => NDArray['storage'];
  return np.NDArray.fromStorage(new Class(view.data, view.shape, view.strides, view.offset, view.dtype, null));
}

describe('sharesMemory', () => {
  it('is whether a byte is in both, for random strided arrays', () => {
    const random = randomFrom(3);
    const seen = { shared: 0, apart: 0, boundsOnly: 0 };
    for (let round = 0; round < 6000; round++) {
      const buffer = new ArrayBuffer(160);
      const [a, b] = [randomView(buffer, random), randomView(buffer, random)];
      const bytes = bytesIn(a);
      const wanted = [...bytesIn(b)].some((byte) => bytes.has(byte));
      const [left, right] = [arrayOf(a), arrayOf(b)];
      assert.equal(sharesMemory(left, right), wanted, JSON.stringify([a, b]));
      assert.equal(sharesMemory(right, left), wanted);
      if (wanted) assert.ok(mayShareMemory(left, right));
      seen[wanted ? 'shared' : 'apart']++;
      if (!wanted && mayShareMemory(left, right)) seen.boundsOnly++;
    }
    assert.ok(Math.min(...Object.values(seen)) > 100, JSON.stringify(seen));
  });

  it('knows overlap of an array with itself', () => {
    const random = randomFrom(4);
    let some = 0;
    for (let round = 0; round < 3000; round++) {
      const view = randomView(new ArrayBuffer(400), random);
      const elements = view.shape.reduce((count, size) => count * size, 1);
      const size = view.data.BYTES_PER_ELEMENT;
      const wanted = bytesIn(view).size < elements * size;
      assert.equal(overlapsItself(view), wanted, JSON.stringify([view.shape, view.strides]));
      if (wanted) some++;
    }
    assert.ok(some > 200);
  });

  it('tells interleaved columns apart, and large arrays quickly', () => {
    const x = np.zeros([1000, 1000]) as NDArray;
    assert.ok(!sharesMemory(x.slice(':', '::2'), x.slice(':', '1::2')));
    assert.ok(mayShareMemory(x.slice(':', '::2'), x.slice(':', '1::2')));
    assert.ok(sharesMemory(x.slice('::3', '::2'), x.slice('::2', '::3')));
    assert.ok(sharesMemory(x, np.flip(x)) && sharesMemory(x.T, x.reshape([10, 100, 1000])));
    assert.ok(!sharesMemory(x, x.copy()));
    assert.ok(!sharesMemory(x.slice('0:0'), x));
    const typed = new Float64Array(10);
    assert.ok(sharesMemory(typed, typed.subarray(3)) && !sharesMemory(typed.subarray(0, 3), typed.subarray(3)));
    assert.ok(!sharesMemory(typed, typed.slice()));
    assert.ok(!sharesMemory(np.zeros([3], 'complex64').slice('::2'), np.zeros([3])));
  });

  it('says when an equation takes too many steps', () => {
    const terms = [10007, 10009, 10037, 10039, 10061, 10067, 10069, 10079].map((stride) => ({ stride, last: 40 }));
    const target = 1_234_567;
    assert.equal(solvable(terms, target, 3) ?? 'unknown', 'unknown');
    assert.notEqual(solvable(terms, target), null);
  });

  it('refuses what is no array', () => {
    assert.throws(() => sharesMemory([1] as unknown as Float64Array, new Float64Array(1)), LayoutError);
  });
});

describe('isView', () => {
  const x = np.arange(24).reshape([4, 6]).copy() as NDArray;
  const views: Record<string, NDArrayCore> = {
    slice: x.slice('1:3'),
    transpose: x.T,
    reshape: x.reshape([6, 4]),
    flip: np.flip(x),
    rot90: np.rot90(x),
    diagonal: x.diagonal(),
    ravel: x.ravel(),
    broadcast_to: np.broadcast_to(x, [2, 4, 6]),
    split: np.split(x, 2)[1] as NDArrayCore,
    real: np.real(np.zeros([4], 'complex64')),
  };
  for (const [name, view] of Object.entries(views)) {
    it(`${name} is one`, () => {
      assert.ok(isView(view));
      if (name !== 'real') assert.ok(isView(view, x) && sharesMemory(view, x));
    });
  }

  it('what owns its memory is none, also when it is viewed', () => {
    for (const own of [
      x,
      x.copy(),
      x.flatten(),
      np.zeros([3]),
      np.zeros([2, 3], 'float16'),
      np.array(5),
      np.zeros([0]),
    ])
      assert.ok(!isView(own));
    assert.ok(!isView(x.copy(), x));
  });

  it('of typed arrays: whether the buffer is larger', () => {
    assert.ok(
      !isView(new Uint8Array(5)) &&
        isView(new Uint8Array(5).subarray(1)) &&
        isView(new Uint8Array(new ArrayBuffer(8), 4)),
    );
    const whole = new Uint8Array(8);
    assert.ok(isView(whole.subarray(2, 4), whole) && !isView(whole, whole.subarray(2, 4)));
  });
});

describe('contiguity', () => {
  it('is what the strides say', () => {
    const x = np.zeros([3, 4]) as NDArray;
    assert.deepEqual(contiguity(x), { c: true, f: false, dense: true, order: 'C' });
    assert.deepEqual(contiguity(x.T), { c: false, f: true, dense: true, order: 'F' });
    assert.deepEqual(contiguity(x.slice(':', '::2')), { c: false, f: false, dense: false, order: 'none' });
    assert.deepEqual(contiguity(np.flip(x)), { c: false, f: false, dense: true, order: 'none' });
    assert.equal(contiguity(np.zeros([2, 3, 4]).transpose([1, 0, 2])).dense, true);
    for (const both of [np.zeros([5]), np.zeros([]), np.zeros([0, 3]).T, np.zeros([1, 5]), np.zeros([5, 1, 1])])
      assert.equal(contiguity(both).order, 'both');
    assert.equal(contiguity(new Float32Array(3)).order, 'both');
  });

  it('agrees with numpy-ts where no axis has size 1', () => {
    for (const layout of LAYOUTS) {
      const x = makeArray([3, 4], 'float32', layout, () => 1);
      assert.deepEqual([contiguity(x).c, contiguity(x).f], [x.flags.C_CONTIGUOUS, x.flags.F_CONTIGUOUS], layout);
    }
  });
});

describe('wouldCopy', () => {
  const shapes = [[3, 4], [1, 4], [4, 1], [12], [2, 3, 2], [1], [1, 1, 3]];
  const operations: readonly (readonly [string, (x: NDArray) => boolean, (x: NDArray) => NDArrayCore])[] = [
    ['reshape', wouldCopy.reshape, (x) => x.reshape([x.size])],
    ['reshape to -1', wouldCopy.reshape, (x) => (x.size === 0 ? x.reshape([0]) : x.reshape([-1, 1]))],
    ['ravel', wouldCopy.ravel, (x) => x.ravel()],
    ['flatten', wouldCopy.flatten, (x) => x.flatten()],
    ['astype to itself', (x) => wouldCopy.astype(x, 'float32'), (x) => x.astype('float32')],
    ['astype without copy', (x) => wouldCopy.astype(x, 'float32', false), (x) => x.astype('float32', false)],
    ['astype to another', (x) => wouldCopy.astype(x, 'float64', false), (x) => x.astype('float64', false)],
    ['ascontiguousarray', wouldCopy.ascontiguousarray, (x) => np.ascontiguousarray(x)],
    ['asfortranarray', wouldCopy.asfortranarray, (x) => np.asfortranarray(x)],
    ['asarray', wouldCopy.asarray, (x) => np.asarray(x)],
  ];
  for (const [name, predicted, run] of operations) {
    it(`${name}: what happens when it is run`, () => {
      for (const shape of shapes) {
        for (const layout of LAYOUTS) {
          const x = makeArray(shape, 'float32', layout, (index) => index);
          const result = run(x);
          assert.equal(predicted(x), !sharesMemory(result, x), `${name} (${shape}) ${layout}`);
        }
      }
    });
  }

  it('refuses what is no array', () => {
    assert.throws(() => wouldCopy.reshape(new Float64Array(2) as unknown as NDArray), LayoutError);
    assert.throws(() => wouldCopy.astype(np.zeros([2]), 'int7' as 'int8'), /int7/);
  });
});

describe('isView of another array', () => {
  it('needs elements in common, not only bounds', () => {
    const x = np.zeros([4, 7]) as NDArray;
    const [even, odd] = [x.slice(':', '::2'), x.slice(':', '1:6:2')];
    assert.equal(isView(odd, x), true);
    assert.equal(isView(odd, even), false);
    assert.equal(isView(x.slice('0'), even), true);
    assert.equal(isView(x.copy(), x), false);
    assert.equal(isView(x, x), false);
  });
});
