/** The program as people run it: the real analysis, the real laws and real measurements behind both front ends. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { setTimeout as nextTurn } from 'node:timers/promises';
import type { CodeAction } from 'vscode-languageserver/node';
import { RULES } from '../../server/src/analysis/rules/index.ts';
import { Editor } from './support/editor.ts';
import { folder, REAL, run } from './support/programs.ts';

const WASTEFUL = `import * as np from 'numpy-ts';

const ids = np.arange(60000);
console.log(Number(np.max(ids)), ids.size);
`;

describe('the real program', () => {
  it('tells facts, also of a file with a syntax error', async () => {
    using dir = folder({
      'a.ts':
        "import { zeros } from 'numpy-ts';\nexport const half = zeros([1024, 1024], 'float32').slice(':512');\nconst = 1;\n",
    });
    const { code, stdout } = await run(REAL, ['facts', 'a.ts', '--format', 'json'], dir.path);
    assert.equal(code, 0);
    const [file] = JSON.parse(stdout).files;
    assert.equal(file.parseErrors.length > 0, true);
    const told = file.arrays.map((a: Record<string, unknown>) => [
      a.text,
      a.dtype,
      a.shape,
      a.nbytes,
      a.resident,
      a.storage,
    ]);
    assert.deepEqual(told.toSorted(), [
      ["zeros([1024, 1024], 'float32')", 'float32', [1024, 1024], 4194304, 4194312, 'owns'],
      ["zeros([1024, 1024], 'float32').slice(':512')", 'float32', [512, 1024], 2097152, 0, 'view'],
    ]);
  });

  it('checks and fixes', async () => {
    using dir = folder({ 'a.ts': WASTEFUL });
    const found = await run(REAL, ['check', 'a.ts', '--format', 'json'], dir.path);
    assert.equal(found.code, 1);
    const [{ diagnostics }] = JSON.parse(found.stdout).files;
    assert.equal(diagnostics.length, 1);
    assert.equal(diagnostics[0].rule, 'oversized-dtype');
    assert.deepEqual(diagnostics[0].bytes, { before: 480000, after: 120000 });

    const fixed = await run(REAL, ['check', 'a.ts', '--fix'], dir.path);
    assert.equal(fixed.code, 0, fixed.stdout + fixed.stderr);
    assert.match(readFileSync(dir.at('a.ts'), 'utf8'), /np\.arange\(.*'uint16'\)/);
    assert.match(fixed.stdout, /^1 fix applied\.$/m);
  });

  it('fixes until nothing is left, however much there is', async () => {
    const lines = Array.from(
      { length: 14 },
      (_, i) => `const a${i} = np.zeros([1000, 1000]);\nprint(np.max(a${i}));\n`,
    );
    using dir = folder({ 'a.ts': `import * as np from 'numpy-ts';\nconst print = console.log;\n${lines.join('')}` });
    const { code, stdout } = await run(REAL, ['check', 'a.ts', '--fix'], dir.path);
    assert.match(stdout, /^14 fixes applied\.$/m);
    assert.equal(code, 0);
  });

  it('measures what a hover says', async () => {
    using dir = folder({ 'a.ts': WASTEFUL });
    const { code, stdout, stderr } = await run(REAL, ['hover', 'a.ts:3:13'], dir.path);
    assert.deepEqual([code, stderr], [0, '']);
    const lines = stdout.split('\n');
    assert.equal(lines[0], 'float64 [60000] · 480,000 B (468.75 KiB)');
    assert.match(stdout, /^owner of a pool block of 524,296 B/m);
    assert.match(stdout, /^measured on numpy-ts 1\.7\.0$/m);
  });

  it('explains every rule', async () => {
    using dir = folder({});
    for (const { id, page } of RULES) {
      const { code, stdout } = await run(REAL, ['explain', id], dir.path);
      assert.equal(code, 0);
      assert.equal(stdout, `${page.trimEnd()}\n`);
    }
  });

  it('serves an editor', async () => {
    const { editor } = await Editor.start(REAL);
    await using _ = editor;
    const document = await editor.open('/work/a.ts', WASTEFUL);
    const { diagnostics } = await editor.diagnostics(document);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['oversized-dtype'],
    );
    assert.match(
      await editor.hoverText(document, 'np.arange'),
      /^markdown: float64 \[60000\] · 480,000 B.*measured on numpy-ts/s,
    );
    let [fix] = await editor.actions(document, 'np.arange', { diagnostics });
    assert.match(fix?.title ?? '', /^Make it uint16/);
    // It is preferred once its types are checked, for which the compiler is loaded behind the first menu.
    for (let n = 0; !fix?.isPreferred && n < 100; n++) {
      await nextTurn(100);
      [fix] = await editor.actions(document, 'np.arange', { diagnostics });
    }
    assert.equal(fix?.isPreferred, true);
    const text = await editor.applied(document, fix as CodeAction);
    assert.match(text, /np\.arange\(.*'uint16'\)/);
    const ignore = (await editor.actions(document, 'np.arange')).find(({ title }) => title.endsWith('on this line'));
    assert.match(
      await editor.applied(document, ignore as CodeAction),
      /^\/\/ bytelens-ignore-next-line oversized-dtype$/m,
    );
    await editor.edit(document, document.getText().slice(0, -1), text.slice(0, -1));
    assert.deepEqual((await editor.diagnostics(document)).diagnostics, []);
    assert.deepEqual(
      editor.log.filter((line) => /failed|uncaught|unhandled/.test(line)),
      [],
    );
  });
});
