/**
 * `blockwise` gives, bit for bit, what the whole arrays give: for every element-wise function of numpy-ts and
 * reductions over the other axis, each dtype, several shapes and orders, with values on which kernels differ.
 *
 * NaNs count as equal: which of the many NaNs a kernel writes depends on the place in a SIMD vector, even in numpy-ts
 * called twice on the same values.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NDArray } from 'numpy-ts';
import * as np from 'numpy-ts';
import { inScope } from '../../core/src/blockwise/scope.ts';
import { storageClass, wholeOf } from '../../core/src/blockwise/storage.ts';
import { blockwise } from '../../core/src/index.ts';
import { DTYPES, type DType } from '../../core/src/laws/types.ts';
import { ELEMENTWISE, LAST_AXIS, type Operation } from './support/elementwise.ts';

const SPECIAL = [NaN, Infinity, -Infinity, -0, 1e-310, 5e37, -3.7, 710, 1e10, -1e5, 0.3, 2.5, -0.5];

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function random(dtype: DType, shape: number[], next: () => number): NDArray {
  const size = shape.reduce((a, b) => a * b, 1);
  const fraction = dtype.startsWith('float') || dtype.startsWith('complex');
  const values = Array.from({ length: size }, () => {
    if (!fraction) return Math.floor(next() * 20);
    const special =
      dtype.startsWith('float') && next() < 0.02 ? SPECIAL[Math.floor(next() * SPECIAL.length)] : undefined;
    return special ?? (next() - 0.3) * 10;
  });
  return np
    .array(values)
    .astype(dtype)
    .reshape(...shape) as NDArray;
}

function same(a: NDArray, b: NDArray): boolean {
  if (a.dtype !== b.dtype || a.shape.join() !== b.shape.join() || a.data.constructor !== b.data.constructor)
    return false;
  const [p, q] = [a, b].map(({ storage }) => wholeOf(storage).data as Float64Array);
  return p !== undefined && q !== undefined && p.every((value, index) => Object.is(value, q[index]));
}

/** The result, or what was thrown. */
function attempt(work: () => NDArray): NDArray | Error {
  try {
    return work();
  } catch (error) {
    return error as Error;
  }
}

/** What docs/core/blockwise.md says may differ, and why. */
function mayDiffer(operation: string, dtype: DType, axis: number): boolean {
  // Broadcasting of complex arrays in numpy-ts 1.7.0 leaves part of its result as the memory was before.
  if (operation === 'keepdims') return dtype.startsWith('complex');
  // Its float64 kernel gives other last digits by which value shares a SIMD vector with which.
  return operation.startsWith('logaddexp') && axis !== 0;
}

interface Layout {
  readonly name: string;
  readonly shape: number[];
  readonly axis: number;
  /** The same values in another order of memory. */
  readonly arrange: (array: NDArray) => NDArray;
}
const ordered = (array: NDArray): NDArray => array;
const LAYOUTS: readonly Layout[] = [
  { name: 'a vector', shape: [2603], axis: 0, arrange: ordered },
  { name: 'rows of 12', shape: [311, 12], axis: 0, arrange: ordered },
  { name: 'rows of 7', shape: [401, 7], axis: 0, arrange: ordered },
  { name: 'rows of 12, F-ordered', shape: [311, 12], axis: 0, arrange: (array) => (array.T.copy() as NDArray).T },
  { name: 'columns', shape: [9, 421], axis: 1, arrange: ordered },
  { name: 'the middle axis', shape: [5, 213, 3], axis: -2, arrange: ordered },
];

for (const { name, shape, axis, arrange } of LAYOUTS) {
  const last = axis === shape.length - 1;
  const operations: [string, Operation][] = [...ELEMENTWISE, ...(last ? [] : LAST_AXIS)];
  test(`${operations.length} functions, ${DTYPES.length} dtypes: ${name}`, () => {
    const different: string[] = [];
    let compared = 0;
    let divided = 0;
    for (const [index, dtype] of DTYPES.entries()) {
      const next = generator(index + 1);
      const x = random(dtype, shape, next);
      const y = random(dtype, shape, next);
      const [p, q] = [arrange(x), arrange(y)];
      for (const [operation, f] of operations) {
        if (mayDiffer(operation, dtype, axis)) continue;
        let calls = 0;
        const counted: Operation = (a, b) => {
          calls++;
          return f(a, b);
        };
        // So that neither leaves anything in the pool: full, it would give other digits.
        inScope(storageClass(x.storage), () => {
          const whole = attempt(() => f(x, y));
          const blocks = attempt(() => blockwise([p, q], counted, { axis, blockBytes: 1500 }));
          if (whole instanceof Error && blocks instanceof Error) return;
          compared++;
          if (calls > 2) divided++;
          if (!(whole instanceof Error || blocks instanceof Error) && same(whole, blocks)) return;
          different.push(`${operation} of ${dtype}: ${blocks instanceof Error ? blocks.message : ''}`);
        });
      }
    }
    assert.deepEqual(different, []);
    assert.ok(divided > 0.8 * compared, `${divided} of ${compared} were divided`);
  });
}
