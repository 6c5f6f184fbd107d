/** The functions that are said to read views rightly do so: same numbers from a view as from a copy, in every dtype. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as np from 'numpy-ts';
import { READS_VIEWS } from '../../server/src/analysis/libraries/numpy-ts/views.ts';
import { NATIVE_DTYPES } from '../support/dtypes.ts';

type Any = np.NDArray;
const VIEWS: Record<string, (a: Any) => Any> = {
  offset: (a) => a.slice('7:71'),
  step: (a) => a.slice('::2'),
  reversed: (a) => a.slice('::-1'),
  block: (a) => a.reshape(20, 10).slice('3:15', '2:9'),
  transposed: (a) => a.reshape(20, 10).T as Any,
  rows: (a) => a.reshape(20, 10).slice('3:15'),
};
/** Arguments after the array, where a function needs some. */
const MORE: Record<string, (x: Any) => unknown[]> = {
  repeat: () => [2],
  tile: () => [2],
  take: () => [[0, 1]],
  roll: () => [1],
  bitwise_and: () => [3],
  reshape: () => [-1],
  multiply: () => [2],
  subtract: () => [1],
  divide: () => [4],
  equal: () => [3],
  not_equal: () => [3],
  less: () => [5],
  less_equal: () => [5],
  greater: () => [5],
  greater_equal: () => [5],
};
/** These write, dispose or only make another view; or they take the array in a list or between others. */
const OTHERWISE = new Set([
  'fill',
  'set',
  'iset',
  'get',
  'iget',
  'item',
  'T',
  'slice',
  'dispose',
  'expand_dims',
  'concatenate',
  'stack',
  'where',
  'transpose',
  'squeeze',
]);

function numbers(r: unknown): string {
  const plain = (r as { tolist?: () => unknown })?.tolist?.() ?? r;
  return JSON.stringify(plain, (_, v: unknown) => {
    if (typeof v === 'bigint') return String(v);
    return (v as { tolist?: () => unknown })?.tolist?.() ?? v;
  });
}

for (const name of READS_VIEWS) {
  if (OTHERWISE.has(name)) continue;
  test(`${name} reads views as it reads copies`, () => {
    let compared = 0;
    for (const dtype of NATIVE_DTYPES) {
      for (const [kind, view] of Object.entries(VIEWS)) {
        const base = np.array(Array.from({ length: 200 }, (_, i) => (i * 7 + 3) % 11)).astype(dtype) as Any;
        const x = view(base);
        const copy = np.array(x.tolist()).astype(dtype) as Any;
        const more = MORE[name]?.(x) ?? [];
        const call = (a: Any): unknown => {
          const method = (a as unknown as Record<string, unknown>)[name];
          if (typeof method === 'function') return (method as (...xs: unknown[]) => unknown).apply(a, more);
          return (np as unknown as Record<string, (...xs: unknown[]) => unknown>)[name]?.(a, ...more);
        };
        let expected: string;
        try {
          expected = numbers(call(copy));
        } catch {
          // It throws for this dtype whatever the layout.
          continue;
        }
        assert.equal(numbers(call(x)), expected, `${name} of ${dtype}, ${kind}`);
        compared++;
      }
    }
    assert.ok(compared > 0, `${name} was never run`);
  });
}
