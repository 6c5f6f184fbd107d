/** Each rule's documented example is a program: it is analysed, fixed and run. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ALL_RULES } from '../../server/src/analysis/rules/index.ts';
import { closeLaws } from '../analysis/support.ts';
import { run } from '../server/support/programs.ts';
import { findingsOf, fixesOf, type Program } from './programs.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

describe('documented examples', () => {
  let folder = '';
  before(() => {
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    folder = mkdtempSync(join(ROOT, '.cache/examples-'));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
    closeLaws();
  });

  const program = (name: string, text: string): Program => ({ path: join(folder, name), name, text });

  for (const { meta } of ALL_RULES) {
    describe(meta.id, () => {
      const own = (p: Program) => findingsOf(p).filter((f) => f.rule === meta.id);
      it('fires once on the example, and its first fix gives what is shown', () => {
        const p = program('before.ts', meta.example.before);
        assert.equal(own(p).length, 1);
        assert.equal(fixesOf(p).find((f) => f.finding.rule === meta.id)?.text, meta.example.after);
      });

      it('finds nothing in what is right', () => {
        assert.deepEqual(own(program('right.ts', meta.right)), []);
        assert.deepEqual(own(program('after.ts', meta.example.after)), []);
      });

      it('prints the same before and after', async () => {
        const output = async (name: string, text: string): Promise<string> => {
          const path = join(folder, `${meta.id}-${name}.ts`);
          writeFileSync(path, text);
          const { code, stdout, stderr } = await run(path, [], folder);
          assert.equal(code, 0, stderr);
          return stdout;
        };
        const was = await output('before', meta.example.before);
        assert.notEqual(was.trim(), '');
        assert.equal(await output('after', meta.example.after), was);
        assert.notEqual((await output('right', meta.right)).trim(), '');
      });
    });
  }
});
