/**
 * `npm run build [-- --production | --watch]`: bundles the extension, the server and its worker into `dist/`, which is
 * all that the extension and the command line need at run time. `--production` leaves the source maps out.
 */

import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { thirdPartyNotices } from './lib/notices.mjs';
import { at } from './lib/project.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** The Node.js of the oldest VS Code that `engines.vscode` admits. */
const TARGET = 'node22';

/** Gives the CommonJS packages inside an ES module what they expect to find around them. */
const COMMONJS_NAMES = `
import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));
`.trim();

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  platform: 'node',
  target: TARGET,
  outdir: at('dist'),
  minify: true,
  keepNames: true,
  sourcemap: production ? false : 'linked',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  absWorkingDir: at(),
};

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  {
    ...common,
    entryPoints: { extension: 'client/src/extension.ts' },
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    external: ['vscode'],
  },
  {
    ...common,
    entryPoints: { server: 'server/src/main.ts' },
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    banner: { js: COMMONJS_NAMES },
  },
];

/** What the programs read beside their own code. */
const data = [['docs/rules', 'rules']];

rmSync(at('dist'), { recursive: true, force: true });
for (const [from, to] of data) {
  if (existsSync(at(from))) cpSync(at(from), at('dist', to), { recursive: true });
}

if (watch) {
  for (const options of bundles) await (await esbuild.context(options)).watch();
} else {
  const built = await Promise.all(bundles.map((options) => esbuild.build(options)));
  const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  writeFileSync(at('dist/ThirdPartyNotices.txt'), thirdPartyNotices(inputs));
}
