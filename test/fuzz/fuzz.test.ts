/** Random programs of fixed seeds: no fact contradicts a run, and no safe fix changes what is printed. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { closeLaws, sharedLaws } from '../analysis/support.ts';
import { hunt } from './sweep.ts';

/** Seeds that once showed a mistake, and some more. */
const ONCE_WRONG = [1042, 2002, 2009, 2018, 10370, 10382, 10570, 20326, 20411, 30047];
const FIRST = 60_000;
const MORE = 38;

describe('random programs', () => {
  after(closeLaws);
  it('agree with their facts, and print the same with their fixes', { timeout: 120_000 }, async (t) => {
    const seeds = [...ONCE_WRONG, ...Array.from({ length: MORE }, (_, i) => FIRST + i)];
    const { ran, fixes, failures } = await hunt(seeds, sharedLaws());
    t.diagnostic(`${ran} of ${seeds.length} programs ran, ${fixes} fixed versions`);
    assert.deepEqual(failures, []);
    assert.ok(ran > seeds.length / 2, 'too few programs ran');
    assert.ok(fixes > 0, 'nothing was fixed');
  });
});
