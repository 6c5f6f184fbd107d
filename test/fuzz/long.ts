/** The long hunt, in halves that run beside each other, as far as the time goes. */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { closeLaws, sharedLaws } from '../analysis/support.ts';
import { hunt } from './sweep.ts';

/** Of each half. `node test/fuzz/run.ts --seed S --count N` tries others. */
const PROGRAMS = 5_000;
/** On a slow machine fewer are tried, and how many is printed. */
const TIME_MS = 45 * 60_000;
/** Fewer than this were no hunt. */
const FEWEST = 3000;
/** Of so many programs one has each of its fixes tried alone as well. */
const SINGLES = 8;

export function huntLong(first: number): void {
  describe(`random programs from seed ${first}`, () => {
    after(closeLaws);
    it('agree with their facts, and print the same with their fixes', { timeout: 2 * TIME_MS }, async (t) => {
      const seeds = Array.from({ length: PROGRAMS }, (_, i) => first + i);
      const few = seeds.slice(0, PROGRAMS / SINGLES);
      const most = seeds.slice(PROGRAMS / SINGLES);
      const a = await hunt(few, sharedLaws(), { timeMs: TIME_MS / 3 });
      const b = await hunt(most, sharedLaws(), { singles: false, timeMs: (2 * TIME_MS) / 3 });
      const [tried, ran, fixes] = [a.tried + b.tried, a.ran + b.ran, a.fixes + b.fixes];
      t.diagnostic(`${ran} of ${tried} programs ran, ${fixes} fixed versions`);
      assert.deepEqual([...a.failures, ...b.failures], []);
      assert.ok(tried >= FEWEST, `only ${tried} programs were tried in time`);
      assert.ok(ran > tried / 2, 'too few programs ran');
    });
  });
}
