/** The long hunt: more random programs, with small and with large findings. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { closeLaws, sharedLaws } from '../analysis/support.ts';
import { hunt } from './sweep.ts';

const PROGRAMS = 1500;
const FIRST = 100_000;

describe('many random programs', () => {
  after(closeLaws);
  it('agree with their facts, and print the same with their fixes', { timeout: 1_800_000 }, async (t) => {
    const seeds = Array.from({ length: PROGRAMS }, (_, i) => FIRST + i);
    const { ran, fixes, failures } = await hunt(seeds, sharedLaws());
    t.diagnostic(`${ran} of ${seeds.length} programs ran, ${fixes} fixed versions`);
    assert.deepEqual(failures, []);
    assert.ok(ran > PROGRAMS / 2, 'too few programs ran');
  });
});
