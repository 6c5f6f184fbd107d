/** A fix is safe only where the program type-checks with it as it did before, in the project's own settings. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Analyzer } from '../../server/src/analysis/analyzer.ts';
import { TypeChecker } from '../../server/src/analysis/syntax/checker.ts';
import { DiskHost } from '../../server/src/host/disk.ts';
import { typeFiles } from '../../server/src/host/type-files.ts';
import { sharedLaws } from '../analysis/support.ts';

const LIBRARY = fileURLToPath(new URL('../../node_modules/numpy-ts', import.meta.url));
const IMPORT = "import * as np from 'numpy-ts';\n";

/** Programs that print the same with the narrower dtype, and whether they still type-check. */
const PROGRAMS: readonly { readonly name: string; readonly code: string; readonly error: RegExp | null }[] = [
  {
    name: 'a sum that is made a number',
    code: 'const a = np.arange(60000);\nconsole.log(Number(np.sum(a)) / 3);\n',
    error: null,
  },
  {
    name: 'a sum that is said to be a number',
    code: 'const a = np.arange(60000);\nconst t = np.sum(a) as number;\nconsole.log(t / 3);\n',
    error: /TS2352.*bigint/,
  },
  {
    name: 'a variable whose type comes from another array',
    code: "const a = np.zeros([300, 400]);\na.slice('10:20').fill(7);\nlet b = np.zeros([4]);\nb = a;\nconsole.log(Number(np.sum(b)));\n",
    error: /TS2322.*"uint8"/,
  },
  {
    name: 'a parameter that any array fits',
    code: "const a = np.zeros([300, 400]);\na.slice('10:20').fill(7);\nfunction total(x: np.NDArray): number {\n  return Number(np.sum(x));\n}\nconsole.log(total(a));\n",
    error: null,
  },
];

function project(files: Readonly<Record<string, string>>): { readonly path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'bytelens-types-'));
  mkdirSync(join(path, 'node_modules'));
  symlinkSync(LIBRARY, join(path, 'node_modules/numpy-ts'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

function fixesIn(path: string) {
  const analyzer = new Analyzer({ host: new DiskHost(), laws: sharedLaws() });
  return analyzer.findings(path).flatMap((f) => analyzer.fixes(path, f.id));
}

describe('types of fixed programs', () => {
  for (const { name, code, error } of PROGRAMS) {
    it(name, () => {
      using dir = project({ 'a.ts': IMPORT + code });
      const narrowing = fixesIn(join(dir.path, 'a.ts')).filter(({ title }) => title.startsWith('Make it uint'));
      assert.ok(narrowing.length > 0, 'it has a fix');
      if (error === null) {
        assert.deepEqual(
          narrowing.map(({ applicability }) => applicability),
          narrowing.map(() => 'safe'),
        );
      } else {
        assert.ok(
          narrowing.some(({ applicability, check }) => applicability === 'suggestion' && error.test(check ?? '')),
        );
      }
    });
  }

  it('the settings of the project decide', () => {
    const code = `${IMPORT}const a = np.arange(60000);\nconst t = np.sum(a) as number;\nconsole.log(t / 3);\n`;
    using checked = project({ 'a.js': code.replace(' as number', ''), 'jsconfig.json': '{}' });
    const [plain] = fixesIn(join(checked.path, 'a.js'));
    assert.equal(plain?.applicability, 'safe', 'JavaScript that nobody checks has no types to break');
    using strict = project({
      'a.js': code.replace('np.sum(a) as number', '/** @type {number} */ (np.sum(a))'),
      'jsconfig.json': '{ "compilerOptions": { "checkJs": true, "strict": true } }',
    });
    const [cast] = fixesIn(join(strict.path, 'a.js'));
    assert.equal(cast?.applicability, 'suggestion', cast?.check ?? '');
  });

  it('files that import the changed one are checked too', () => {
    const before = `${IMPORT}export const ids = np.arange(600);\n`;
    using dir = project({
      'package.json': '{ "type": "module" }',
      'data.ts': before,
      'main.ts': `${IMPORT}import { ids } from './data.ts';\nlet best = np.zeros([4]);\nbest = ids;\nconsole.log(best.size);\n`,
    });
    const host = new DiskHost();
    const checker = new TypeChecker((p) => host.read(p), typeFiles);
    const [data, main] = [join(dir.path, 'data.ts'), join(dir.path, 'main.ts')];
    const after = before.replace('arange(600)', "arange(0, 600, 1, 'uint16')");
    assert.equal(checker.newError([data], data, before, after), null);
    assert.match(checker.newError([data, main], data, before, after) ?? '', /TS2322/);
    // What it was asked before does not show.
    writeFileSync(main, `import { ids } from './data.ts';\nconsole.log(ids.size);\n`);
    assert.equal(checker.newError([data, main], data, before, after), null);
  });

  it('errors that were there before do not matter', () => {
    const code = `${IMPORT}const wrong: string = 5;\nconst a = np.arange(60000);\nconsole.log(Number(np.max(a)), wrong);\n`;
    using dir = project({ 'a.ts': code });
    assert.equal(fixesIn(join(dir.path, 'a.ts'))[0]?.applicability, 'safe');
  });
});
