/** Programs that look alike: whatever fix is offered, the program prints the same with it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { closeLaws, Fixture } from '../analysis/support.ts';
import { run } from '../server/support/programs.ts';
import { analyzerOver, type Fixed, fixesOf, type Program } from './programs.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HEAD = `import * as np from 'numpy-ts';
const S = (x: any) => Number(np.sum(x));
const N = 50_000;
`;

describe('programs that look alike', { concurrency: 2 }, () => {
  let folder = '';
  before(() => {
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    folder = mkdtempSync(join(ROOT, '.cache/traps-'));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
    closeLaws();
  });

  const output = async (name: string, text: string): Promise<string> => {
    const path = join(folder, `${name}.ts`);
    writeFileSync(path, text);
    const { code, stdout, stderr } = await run(path, [], folder);
    assert.equal(code, 0, stderr);
    return stdout;
  };

  for (const [i, c] of new Fixture('traps', import.meta.url).cases.entries()) {
    it(c.title, async () => {
      const text = HEAD + (Fixture.block(c, 'ts')?.text ?? '');
      const program: Program = { path: join(folder, `${i}.ts`), name: c.title, text };
      const { parseErrors } = analyzerOver(program.path, text).facts(program.path);
      assert.deepEqual(parseErrors, []);
      const fixes = fixesOf(program).filter((f) => !saysThatNumbersChange(f));
      if (fixes.length === 0) return;
      const was = await output(`${i}`, text);
      for (const [k, f] of fixes.entries()) {
        assert.equal(await output(`${i}-${k}`, f.text), was, `${f.label} (${f.fix.applicability})`);
      }
      const all = analyzerOver(program.path, text).fixAll(program.path, 'safe');
      if (all.applied > 1) assert.equal(await output(`${i}-all`, all.text), was, 'all safe fixes');
    });
  }
});

/** A suggestion to take fewer bits of precision says so, and so does one after which other things are printed. */
function saysThatNumbersChange(f: Fixed): boolean {
  return f.fix.applicability === 'suggestion' && /float32|precision|prints the same/.test(f.fix.check ?? '');
}
