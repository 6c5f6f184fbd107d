/**
 * Compiles the suite, each test file by itself, into a folder that an editor can load as a development extension. The
 * extension under test is not in it: that one is installed from its file.
 */

import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { at } from '../../scripts/lib/project.mjs';

const SUITE = at('test/editor/suite');
const OUT = at('test/editor/out/suite');

/** Resolves to the folder and the program in it that runs the suite. */
export async function bundleSuite() {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  await esbuild.build({
    entryPoints: [join(SUITE, 'index.ts'), ...globSync('*.test.ts', { cwd: SUITE }).map((file) => join(SUITE, file))],
    outdir: OUT,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
  });
  const manifest = { name: 'bytelens-suite', publisher: 'bytelens', version: '0.0.0', engines: { vscode: '*' } };
  writeFileSync(join(OUT, 'package.json'), JSON.stringify(manifest));
  return { folder: OUT, main: join(OUT, 'index.cjs') };
}
