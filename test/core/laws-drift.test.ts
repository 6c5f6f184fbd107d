/**
 * The stored table against the library: a sample (or with `LAWS_DRIFT=full` all) of it is learned again.
 */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { WorkerClient } from '../../core/src/laws/client.ts';
import { allTargets, learnTarget, targetName } from '../../core/src/laws/generate.ts';
import { loadTable } from '../../core/src/laws/table.ts';
import type { LawAnswer } from '../../core/src/laws/types.ts';
import { randomFrom } from './support/execute.ts';

const FULL = process.env['LAWS_DRIFT'] === 'full';
const SAMPLE = 300;

/** What two runs may tell differently without contradicting each other: transients that one could not confirm in its
 * time, upper bounds, and the words in which a law is refused. */
function comparable(answer: LawAnswer, other: LawAnswer): unknown {
  if (!answer.ok) return 'no law';
  const open = other.ok && (answer.law.transient === null || other.law.transient === null);
  const { law } = answer;
  const outcome: unknown = JSON.parse(JSON.stringify(law.outcome), (key, value: unknown) =>
    key === 'atMost' ? undefined : value,
  );
  return { ...law, outcome, transient: open ? null : law.transient };
}

/** Laws that one run confirms and another refuses, by contents that decide it rarely: at most this share. */
const UNDECIDED_SHARE = 0.002;

/** A slow function that did not get through enough sizes in its time says nothing, which contradicts nothing. */
function ranOut(answer: LawAnswer): boolean {
  return !answer.ok && /too few sizes|in time|did not finish/.test(answer.reason);
}

test(`${FULL ? 'all' : SAMPLE} laws of the table are learned again`, { timeout: 1_800_000 }, () => {
  const table = loadTable(new URL('../../core/src/laws/data/numpy-ts-1.7.0.json.gz', import.meta.url));
  assert.ok(table !== null, 'the table is missing: run `npm run laws`');
  const client = new WorkerClient({
    url: new URL('../../core/src/laws/worker.ts', import.meta.url),
    timeLimitMs: 4000,
    heapLimitMiB: 1024,
  });
  const reflected = client.ask({ kind: 'reflect' }).response;
  assert.ok(typeof reflected !== 'string' && reflected.kind === 'reflect');
  assert.deepEqual(reflected.reflection, table.reflection, 'the exports of the library changed');
  const random = randomFrom(11);
  const share = FULL ? 1 : (1.3 * SAMPLE) / table.size;
  let compared = 0;
  const drifted: string[] = [];
  const undecided: string[] = [];
  for (const target of allTargets(reflected.reflection)) {
    learnTarget(
      target,
      reflected.reflection,
      (probe, key) => {
        const stored = table.get(key);
        if (stored === undefined) return { ok: false, reason: 'not in the table', throws: 'not in the table' };
        if (random() >= share || (!FULL && compared >= SAMPLE)) return stored;
        const { response } = client.ask({ kind: 'probe', probe });
        // A function that hangs on such arguments now and then tells nothing.
        if (typeof response === 'string') return stored;
        assert.ok(response.kind === 'probe', `${key}: ${JSON.stringify(response)}`);
        const [now, before] = [comparable(response.answer, stored), comparable(stored, response.answer)];
        if (!ranOut(response.answer) && !ranOut(stored) && !isDeepStrictEqual(now, before)) {
          const list = now === 'no law' || before === 'no law' ? undecided : drifted;
          list.push(
            `${targetName(target)}: ${key}\n  now    ${JSON.stringify(now)}\n  before ${JSON.stringify(before)}`,
          );
        }
        compared++;
        return stored;
      },
      () => {},
    );
  }
  client.close();
  assert.deepEqual(drifted, []);
  assert.ok(undecided.length <= Math.ceil(compared * UNDECIDED_SHARE), undecided.join('\n'));
  assert.ok(compared >= Math.min(SAMPLE, table.size) * 0.7, `only ${compared} compared`);
});
