/**
 * Sizes that depend on the numbers: whatever the numbers are, a result has at most as many bytes as its bound says. The
 * bound is asked of a program in which the numbers are not known; the calls are executed with many.
 */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import * as np from 'numpy-ts';
import { analyzerOf, closeLaws } from './support.ts';

after(closeLaws);

const SIZES = [1, 2, 31, 32, 700];
const DTYPES = ['float64', 'float32', 'int32', 'uint8'] as const;

/** Calls of `x`, `y` (the same dtype) and `m`, a mask of the same length. */
const CALLS = [
  'np.unique(x)',
  'np.nonzero(x)[0]',
  'np.flatnonzero(x)',
  'np.argwhere(x)',
  'x.bindex(m)',
  'np.extract(m, x)',
  'np.compress(m, x)',
  'np.setdiff1d(x, y)',
  'np.intersect1d(x, y)',
  'np.union1d(x, y)',
  'np.setxor1d(x, y)',
  'np.trim_zeros(x)',
  // What is made of them has bounds too.
  'x.bindex(m).multiply(2)',
  "np.concatenate([x.bindex(m), np.unique(y)]).astype('float32')",
  'np.flatnonzero(x).reshape(-1, 1)',
];

/** Numbers of which all, none or some differ, or are zero. */
function contents(n: number): number[][] {
  const some = Array.from({ length: n }, (_, i) => (i * 7919) % 13);
  return [Array(n).fill(0), Array(n).fill(1), Array.from({ length: n }, (_, i) => i % 251), some];
}

describe('bounds of sizes that depend on the numbers', () => {
  for (const call of CALLS) {
    it(call, () => {
      let told = 0;
      for (const n of SIZES)
        for (const dtype of DTYPES) {
          const most = boundOf(call, n, dtype);
          if (most === null) continue;
          told++;
          for (const xs of contents(n)) for (const ys of contents(n)) holds(call, n, dtype, most, xs, ys);
        }
      assert.ok(told >= (SIZES.length * DTYPES.length) / 2, `only ${told} bounds`);
    });
  }

  it('bincount has a bin for each number up to the largest, and at least as many as are asked for', () => {
    for (const [dtype, minlength, exact] of [
      ['uint8', 256, true],
      ['uint8', 300, true],
      ['uint8', undefined, false],
      ['bool', 2, true],
    ] as const) {
      for (const n of SIZES) {
        const site = siteOf(`np.bincount(x.astype('${dtype}'), undefined, ${minlength})`, n, 'float64');
        const size = (site?.nbytes ?? site?.atMost)?.value ?? assert.fail();
        assert.equal(site?.nbytes !== null, exact);
        for (const xs of contents(n)) {
          const real = np.bincount(np.array(xs).astype(dtype), undefined, minlength).nbytes;
          assert.ok(exact ? real === size : real <= size, `${real} of ${size}`);
        }
      }
    }
  });
});

function siteOf(call: string, n: number, dtype: string) {
  const text = `import * as np from 'numpy-ts';
export function f(fill: (a: np.NDArray) => void) {
  const x = np.zeros([${n}], '${dtype}');
  const y = np.zeros([${n}], '${dtype}');
  const m = np.zeros([${n}], 'bool');
  fill(x); fill(y); fill(m);
  return ${call};
}
`;
  const { sites } = analyzerOf({ '/main.ts': text }).facts('/main.ts');
  return sites.find((s) => s.text === call);
}

function boundOf(call: string, n: number, dtype: string): number | null {
  const site = siteOf(call, n, dtype);
  return site?.nbytes === null ? (site.atMost?.value ?? null) : null;
}

function holds(call: string, n: number, dtype: np.DType, most: number, xs: number[], ys: number[]): void {
  const run = new Function('np', 'x', 'y', 'm', `return ${call};`);
  const mask = np.array(xs.map((v) => (v > 0 ? 1 : 0))).astype('bool');
  const result = run(np, np.array(xs).astype(dtype), np.array(ys).astype(dtype), mask) as np.NDArray;
  assert.ok(result.nbytes <= most, `${call} of ${n} ${dtype}: ${result.nbytes} B, at most ${most} B`);
}
