/** The larger programs against their facts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { check } from './check.ts';
import { appPrograms } from './programs.ts';
import { render } from './report.ts';

describe('truth of larger programs', () => {
  it('finds nothing wrong in any of them', { timeout: 900_000 }, async (t) => {
    const programs = appPrograms();
    assert.ok(programs.length > 100, 'the programs are not there');
    const { comparison, failed } = await check(programs);
    t.diagnostic(render(comparison, programs.length));
    assert.deepEqual(failed, []);
    assert.deepEqual(comparison.wrong, []);
  });
});
