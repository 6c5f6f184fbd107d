/** What a hover measures and what the law says must be the same, over all programs that the project has. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DEFAULT_CONFIG } from '../../server/src/analysis/api.ts';
import type { Engine } from '../../server/src/engine.ts';
import { discover } from '../../server/src/host/discover.ts';
import { DiskHost } from '../../server/src/host/disk.ts';
import { engines } from '../../server/src/host/engine.ts';
import { measuredHover } from '../../server/src/present/measured-hover.ts';

const PROGRAMS = ['../../examples', '../programs/docs'].map((path) => fileURLToPath(new URL(path, import.meta.url)));

describe('measurements and laws agree', () => {
  let engine: Engine;
  let measured = 0;
  before(async () => {
    engine = await engines.open(new DiskHost(), DEFAULT_CONFIG);
  });
  after(() => engine.close());

  for (const { path, shown } of discover(PROGRAMS).files) {
    it(shown, async () => {
      const disagreements: string[] = [];
      const { sites } = engine.analysis.facts(path);
      for (const { span, text } of sites) {
        const facts = engine.analysis.hover(path, span.end - 1);
        if (facts === null) continue;
        const { lines, disagreement } = await measuredHover(engine, facts, () => null);
        if (lines.some((line) => line.startsWith('measured on'))) measured++;
        if (disagreement !== null) disagreements.push(`${text} (${facts.site.text}): ${disagreement}`);
      }
      assert.deepEqual(disagreements, []);
    });
  }

  it('in many places', () => {
    assert.ok(measured > 500, `only ${measured} hovers were measured`);
  });
});
