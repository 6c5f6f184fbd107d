/**
 * `npm run build [-- --production | --watch]`: bundles the extension, the server and the programs of its threads into
 * `dist/`, which is all that the extension and the command line need at run time. `--production` leaves the source
 * maps out.
 */

import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { thirdPartyNotices } from './lib/notices.mjs';
import { at } from './lib/project.mjs';
import { threadPlugin } from './lib/thread-plugin.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** The Node.js of the oldest VS Code that `engines.vscode` admits. */
const TARGET = 'node22';

/** Built beside the final place and moved there whole, so that a running `bytelens` never meets half of itself. */
const staged = at(`.dist-${process.pid}`);

/** Gives the CommonJS packages inside an ES module what they expect to find around them. */
const COMMONJS_NAMES = `
import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
`.trim();

/** What the programs read beside their own code. */
const DATA = { 'docs/rules': 'rules', 'core/src/laws/data': 'data' };

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  platform: 'node',
  target: TARGET,
  outdir: staged,
  minify: true,
  // The laws are about functions by their names.
  keepNames: true,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  absWorkingDir: at(),
};

/** @type {esbuild.BuildOptions} */
const extension = {
  ...common,
  entryPoints: { extension: 'client/src/extension.ts' },
  format: 'cjs',
  outExtension: { '.js': '.cjs' },
  external: ['vscode'],
};

const threads = new Map();

/** @type {esbuild.BuildOptions} */
const server = {
  ...common,
  entryPoints: { server: 'server/src/main.ts' },
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  banner: { js: COMMONJS_NAMES },
  plugins: [threadPlugin(threads)],
};

mkdirSync(staged);
try {
  for (const [from, to] of Object.entries(DATA)) {
    if (existsSync(at(from))) cpSync(at(from), join(staged, to), { recursive: true });
  }
  const built = await Promise.all([extension, server].map((options) => esbuild.build(options)));
  const programs = { ...server, entryPoints: Object.fromEntries(threads) };
  built.push(await esbuild.build(programs));

  const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync(join(staged, 'ThirdPartyNotices.txt'), thirdPartyNotices(inputs));
  rmSync(at('dist'), { recursive: true, force: true });
  renameSync(staged, at('dist'));

  if (watch) {
    for (const options of [extension, server, programs]) {
      await (await esbuild.context({ ...options, outdir: at('dist') })).watch();
    }
  }
} catch (error) {
  // esbuild has said already what is wrong with the sources.
  if (!error.errors) throw error;
  process.exitCode = 1;
} finally {
  rmSync(staged, { recursive: true, force: true });
}
