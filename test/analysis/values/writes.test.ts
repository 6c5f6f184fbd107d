/** Calls that change an array: what they store lies inside the claimed facts. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DType } from 'bytelens/laws';
import * as np from 'numpy-ts';
import { writeValues } from '../../../server/src/analysis/libraries/numpy-ts/values/index.ts';
import { REAL_DTYPES } from '../../support/dtypes.ts';
import { Random } from '../../support/random.ts';
import {
  call,
  contradiction,
  flat,
  hash,
  type Made,
  makeArray,
  makeNumber,
  numbers,
  other,
  type RealArray,
  release,
  scalar,
  show,
} from './harness.ts';

/** A target full of a marker that is not stored by chance, and the call that overwrites all of it. */
function target(dtype: DType, n: number): Made {
  const real = np.zeros([n], dtype) as RealArray;
  return { real, arg: { kind: 'array', values: { lo: 0, hi: 0, integral: true, finite: true }, dtype, size: n } };
}

const everywhere = (n: number): Made => ({
  real: np.ones([n], 'bool'),
  arg: { kind: 'array', values: { lo: 1, hi: 1, integral: true, finite: true }, dtype: 'bool', size: n },
});

type Write = (rng: Random, t: Made, n: number) => readonly Made[];

const source = (rng: Random, n: number) => makeArray(rng, { shape: [n] });
const everyIndex = (rng: Random, n: number) =>
  numbers(
    rng,
    Array.from({ length: n }, (_, i) => i),
  );

const WRITES: Readonly<Record<string, Write>> = {
  fill: (rng, t) => [t, scalar(rng)],
  copyto: (rng, t, n) => [t, rng.chance(0.5) ? scalar(rng) : source(rng, n)],
  put: (rng, t, n) => [t, everyIndex(rng, n), rng.chance(0.5) ? scalar(rng) : source(rng, n)],
  place: (rng, t, n) => [t, everywhere(n), source(rng, n)],
  putmask: (rng, t, n) => [t, everywhere(n), source(rng, n)],
};

for (const [path, write] of Object.entries(WRITES)) {
  test(path, () => {
    const failures: string[] = [];
    let executed = 0;
    for (let i = 0; i < 400; i++) {
      const rng = new Random(hash(path) + i);
      const n = rng.pick([1, 5, 40]);
      const goal = target(rng.pick(REAL_DTYPES), n);
      const made = write(rng, goal, n);
      const args = made.map((m) => m.arg);
      try {
        call(
          path,
          made.map((m) => m.real),
          rng.chance(0.5),
        );
      } catch {
        continue;
      }
      executed++;
      const claim = writeValues(path, args, 0);
      const after = flat((goal.real as RealArray).tolist()).map(Number);
      const why = after.map((x) => contradiction(claim, x)).find((w) => w !== null);
      if (why) failures.push(`seed ${hash(path) + i}: ${path}(${show(args)}): ${why}`);
      release(...made.map((m) => m.real));
    }
    assert.equal(failures.slice(0, 6).join('\n'), '', `${path}: ${failures.length} of ${executed}`);
    assert.ok(executed > 100, `${path}: ${executed}`);
  });
}

for (const path of ['set', 'iset', 'fill_diagonal']) {
  test(path, () => {
    for (let i = 0; i < 300; i++) {
      const rng = new Random(hash(path) + i);
      const dtype = rng.pick(REAL_DTYPES);
      const real = np.zeros([3, 3], dtype);
      const value = scalar(rng);
      const made: Made = {
        real,
        arg: { kind: 'array', values: { lo: 0, hi: 0, integral: true, finite: true }, dtype, size: 9 },
      };
      const index = path === 'set' ? [numbers(rng, [0, 0])] : path === 'iset' ? [makeNumber(rng, 0)] : [];
      const all = [made, ...index, value];
      try {
        call(
          path,
          all.map((m) => m.real),
          path !== 'fill_diagonal',
        );
      } catch {
        continue;
      }
      const claim = writeValues(
        path,
        all.map((m) => m.arg),
        0,
      );
      assert.equal(contradiction(claim, Number(real.get([0, 0]))), null, `${path} ${dtype} ${show([value.arg])}`);
      real.dispose();
    }
  });
}

test('random.shuffle keeps the elements', () => {
  for (let i = 0; i < 40; i++) {
    const rng = new Random(i);
    const made = makeArray(rng, { shape: [20] });
    try {
      call('random.shuffle', [made.real], false);
    } catch {
      continue;
    }
    const claim = writeValues('random.shuffle', [made.arg], 0);
    for (const x of flat((made.real as RealArray).tolist()))
      assert.equal(contradiction(claim, Number(x)), null, show([made.arg]));
  }
});

test('an unknown call stores anything that the dtype holds', () => {
  const t = target('int8', 3);
  assert.deepEqual(writeValues('no_such_call', [t.arg], 0), {
    lo: -128,
    hi: 127,
    integral: true,
    finite: true,
    plainZero: true,
  });
  assert.equal(writeValues('fill', [t.arg, other('x').arg], 0).lo, -128);
  release(t.real);
});
