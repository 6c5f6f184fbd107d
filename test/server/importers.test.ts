/** Whose calls count: a file is analysed with what imports it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Importers } from '../../server/src/host/importers.ts';

describe('importers', () => {
  let root: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'bytelens-importers-'));
    mkdirSync(join(root, 'src/kit'), { recursive: true });
    const write = (name: string, text: string): void => writeFileSync(join(root, name), text);
    write('package.json', '{}');
    write('src/lib.ts', 'export const a = 1;');
    write('src/main.ts', "import { a } from './lib.js';\nimport kit from './kit/index.ts';\n");
    write('src/again.ts', "export * from './lib';\n");
    write('src/late.cjs', "const { a } = require('./lib.ts');\n");
    write('src/kit/index.ts', "const lib = await import('../lib.ts');\n");
    write('src/other.ts', "import x from 'lib';\nimport y from './library.ts';\n");
  });
  after(() => rmSync(root, { recursive: true, force: true }));
  const of = (name: string): string[] =>
    new Importers()
      .of(join(root, name))
      .map((p) => p.slice(root.length + 1))
      .sort();

  it('are found by every form of import, with and without extension', () => {
    assert.deepEqual(of('src/lib.ts'), ['src/again.ts', 'src/kit/index.ts', 'src/late.cjs', 'src/main.ts']);
  });

  it('import a folder by its index', () => {
    assert.deepEqual(of('src/kit/index.ts'), ['src/main.ts']);
  });

  it('are none of a document that was never saved', () => {
    assert.deepEqual(new Importers().of('untitled:Untitled-1'), []);
    assert.deepEqual(new Importers().of('/~/untitled%3AUntitled-1.ts'), []);
  });

  it('are none where nothing imports the file', () => {
    assert.deepEqual(of('src/other.ts'), []);
  });
});
