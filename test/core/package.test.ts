/**
 * The package as users get it: packed, installed with npm into a project of its own, its README's examples type-checked
 * and run. What an example prints must be what the comment after it says.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'bytelens-package-'));
const project = join(scratch, 'project');

function run(command: string, args: readonly string[], cwd: string): string {
  const npm = process.platform === 'win32' && command === 'npm';
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', shell: npm });
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

/** The TypeScript examples of a page. */
function examples(page: string): string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code as string);
}

/** What the comments after `console.log(…);` say that it prints, in order. */
function expectedOutput(code: string): string[] {
  return [...code.matchAll(/console\.log\(.*\);.*?\/\/ (.*)$/gm)].map(([, text]) => (text as string).trim());
}

interface Example {
  readonly page: string;
  readonly code: string;
}

/** Those of the README, and those of the guide that stand alone. */
const pages = ['core/README.md', ...readdirSync(join(ROOT, 'docs/core')).map((name) => `docs/core/${name}`)];
const shown: Example[] = pages.flatMap((page) =>
  examples(join(ROOT, page)).flatMap((code) => (expectedOutput(code).length > 0 ? [{ page, code }] : [])),
);

describe('the package', () => {
  let files: string[] = [];

  before(() => {
    const packed = run(
      process.execPath,
      [join(ROOT, 'scripts/pack-core.mjs'), '--out', join(scratch, 'staged')],
      ROOT,
    ).trim();
    files = run('tar', ['tzf', packed], scratch)
      .trim()
      .split('\n')
      .map((file) => file.replace(/^package\//, ''));
    cpSync(packed, join(scratch, 'bytelens.tgz'));
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'core/package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    cpSync(join(ROOT, '.npmrc'), join(project, '.npmrc'), { force: true, errorOnExist: false, filter: existsSync });
    cpSync(join(ROOT, 'core/LICENSE'), join(project, 'LICENSE'));
    const manifest = {
      name: 'project',
      private: true,
      type: 'module',
      dependencies: { bytelens: 'file:../bytelens.tgz', 'numpy-ts': dependencies['numpy-ts'] },
    };
    writeFileSync(join(project, 'package.json'), JSON.stringify(manifest));
    run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'], project);
    for (const [index, { code }] of shown.entries()) writeFileSync(join(project, `example-${index}.ts`), code);
  });

  after(() => rmSync(scratch, { recursive: true, force: true }));

  it('has JavaScript, declarations, README and licence, and nothing else', () => {
    const strange = files.filter(
      (file) => !/^(package\.json|README\.md|LICENSE|dist\/([\w/-]+\.m?js|types\/[\w/-]+\.d\.ts))$/.test(file),
    );
    assert.deepEqual(strange, []);
    for (const file of ['package.json', 'README.md', 'LICENSE', 'dist/index.js', 'dist/types/index.d.ts'])
      assert.ok(files.includes(file), file);
    // What only the language server uses.
    assert.deepEqual(
      files.filter((file) => /laws\/(?!types)|measure\/(?!pool)/.test(file)),
      [],
    );
  });

  it('brings nothing along but numpy-ts, which is one', () => {
    const installed = join(project, 'node_modules/bytelens');
    const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      exports: object;
      peerDependencies: object;
      scripts?: object;
    };
    assert.deepEqual(Object.keys(manifest.exports), ['.', './package.json']);
    assert.deepEqual([Object.keys(manifest.peerDependencies), manifest.scripts], [['numpy-ts'], undefined]);
    assert.ok(!existsSync(join(installed, 'node_modules')));
    const code = readFileSync(join(installed, 'dist/index.js'), 'utf8');
    assert.match(code, /from "numpy-ts"/);
    assert.doesNotMatch(code, /heap_malloc/, 'numpy-ts is not bundled');
    for (const file of files.filter((name) => name.endsWith('.d.ts'))) {
      assert.doesNotMatch(readFileSync(join(installed, file), 'utf8'), /from '[^']*\.ts'/, file);
    }
  });

  it('has types that all examples check with', () => {
    assert.ok(shown.length >= 12, String(shown.length));
    const common = {
      strict: true,
      noEmit: true,
      target: 'es2024',
      lib: ['es2024', 'dom', 'esnext.disposable', 'esnext.float16'],
      types: [],
      exactOptionalPropertyTypes: true,
    };
    const settings = [
      // All declarations, this package's own too.
      { ...common, module: 'esnext', moduleResolution: 'bundler', skipLibCheck: false },
      // numpy-ts 1.7.0's declarations have no file names as Node asks for them.
      { ...common, module: 'nodenext', skipLibCheck: true },
    ];
    for (const compilerOptions of settings) {
      writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
      run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', project], project);
    }
  });

  for (const [index, { page, code }] of shown.entries()) {
    const [, title = ''] = /import \{ ([^}]*) \} from 'bytelens'/.exec(code) ?? [];
    it(`the example of ${page} prints what it says: ${title}`, () => {
      const printed = run(process.execPath, [`example-${index}.ts`], project)
        .trimEnd()
        .split('\n');
      assert.deepEqual(printed, expectedOutput(code));
    });
  }

  it('is the same by `npm pack` in core/, which leaves the folder as it was', () => {
    const copy = join(scratch, 'repository');
    for (const name of ['core', 'scripts', 'server/bin', 'package.json', 'tsconfig.base.json']) {
      cpSync(join(ROOT, name), join(copy, name), {
        recursive: true,
        filter: (file) => !/[\\/]core[\\/](dist|node_modules|src[\\/]laws[\\/]data)$/.test(file),
      });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const before = readFileSync(join(copy, 'core/package.json'), 'utf8');
    run('npm', ['pack', '--pack-destination', scratch], join(copy, 'core'));
    const [name] = readdirSync(scratch).filter((file) => /^bytelens-\d.*\.tgz$/.test(file));
    const listed = run('tar', ['tzf', join(scratch, name as string)], scratch)
      .trim()
      .split('\n')
      .map((file) => file.replace(/^package\//, ''));
    assert.deepEqual(listed.toSorted(), files.toSorted());
    assert.equal(readFileSync(join(copy, 'core/package.json'), 'utf8'), before);
    const manifest = run('tar', ['xzOf', join(scratch, name as string), 'package/package.json'], scratch);
    assert.deepEqual(
      JSON.parse(manifest),
      JSON.parse(readFileSync(join(project, 'node_modules/bytelens/package.json'), 'utf8')),
    );
  });
});
