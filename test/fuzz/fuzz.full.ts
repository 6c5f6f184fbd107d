/** The long hunt: more random programs, with small and with large findings. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { closeLaws, sharedLaws } from '../analysis/support.ts';
import { hunt } from './sweep.ts';

const PROGRAMS = 1500;
const FIRST = 100_000;

/** What is still wrong, by seed. Each is told as a diagnostic of the test; a failure of any other seed fails it. */
const PEAK = 'a peak of 256 MiB too much; cause not found';
const OPEN = new Map([
  [100_039, PEAK],
  [101_066, PEAK],
  [101_077, PEAK],
  [101_238, PEAK],
]);

const seedOf = (failure: string): number => Number(/--seed (\d+) --count 1$/.exec(failure)?.[1]);

describe('many random programs', () => {
  after(closeLaws);
  it('agree with their facts, and print the same with their fixes', { timeout: 1_800_000 }, async (t) => {
    const seeds = Array.from({ length: PROGRAMS }, (_, i) => FIRST + i);
    const { ran, fixes, failures } = await hunt(seeds, sharedLaws());
    t.diagnostic(`${ran} of ${seeds.length} programs ran, ${fixes} fixed versions`);
    const open = failures.filter((failure) => OPEN.has(seedOf(failure)));
    for (const failure of open) t.diagnostic(`known, ${OPEN.get(seedOf(failure))}: ${failure}`);
    assert.deepEqual(
      failures.filter((failure) => !open.includes(failure)),
      [],
    );
    assert.ok(ran > PROGRAMS / 2, 'too few programs ran');
  });
});
