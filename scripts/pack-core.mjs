/**
 * Makes the npm package `bytelens` of `core/`.
 *
 * In the repository, `core/package.json` names the TypeScript sources, so that everything runs from them. The package
 * has JavaScript and declarations, and another `package.json`, made here:
 *
 * - `npm run pack:core [-- --out DIR]` stages it in DIR (or a temporary folder) and packs it there;
 * - `npm pack` and `npm publish` in `core/` do the same in place: `prepack` builds `core/dist` and puts the package's own
 *   `package.json` in place of the repository's, `postpack` puts that back.
 *
 * `bytelens/laws` and `bytelens/measure` are for the language server, and not in it.
 */

import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { at, mustRun, node, npm } from './lib/project.mjs';
import { threadPlugin } from './lib/thread-plugin.mjs';

const MANIFEST = at('core/package.json');
/** The repository's manifest, while the package's own stands in its place. */
const KEPT = at('core/.package.repository.json');

const { values: options } = parseArgs({
  options: { out: { type: 'string' }, swap: { type: 'boolean' }, restore: { type: 'boolean' } },
});

/** The manifest of the package. */
function published(source) {
  const { 'numpy-ts': numpy, ...dependencies } = source.dependencies;
  const { name, version, description, keywords, license, type, repository, engines } = source;
  return {
    name,
    version,
    description,
    keywords,
    license,
    type,
    repository,
    engines,
    sideEffects: false,
    exports: {
      '.': { types: './dist/types/index.d.ts', default: './dist/index.js' },
      './package.json': './package.json',
    },
    types: './dist/types/index.d.ts',
    files: ['dist'],
    // Arrays go from the program to the package and back, so both must have the same numpy-ts. Its storages, which are
    // no public interface, are those of this version.
    peerDependencies: { 'numpy-ts': `~${numpy}` },
    ...(Object.keys(dependencies).length > 0 ? { dependencies } : {}),
  };
}

/** Bundles the library, and each program that it runs in a thread, with what they share in common files. */
async function bundle(dist, external) {
  const threads = new Map();
  const build = (entryPoints, write) =>
    esbuild.build({
      entryPoints,
      outdir: dist,
      write,
      bundle: true,
      splitting: true,
      format: 'esm',
      target: 'node22',
      platform: 'neutral',
      external: ['node:*', ...external],
      // Beside the rest, since modules name programs relative to their own place.
      chunkNames: '[name]-[hash]',
      legalComments: 'none',
      logLevel: 'warning',
      absWorkingDir: at(),
      outExtension: { '.js': '.js' },
      plugins: [threadPlugin(threads)],
    });
  const index = at('core/src/index.ts');
  await build({ index }, false);
  const entries = { index, ...Object.fromEntries(threads) };
  await build(entries, true);
  // The plugin names programs as the server's bundle does.
  for (const name of threads.keys()) renameSync(join(dist, `${name}.js`), join(dist, `${name}.mjs`));
}

async function declarations(dist) {
  const config = join(dist, 'tsconfig.json');
  // Declarations of what the runtime has and the compiler's libraries leave out.
  const ambient = globSync('core/src/*.d.ts', { cwd: at() }).map((file) => at(file));
  const compilerOptions = {
    rootDir: at('core/src'),
    outDir: join(dist, 'types'),
    composite: false,
    incremental: false,
    tsBuildInfoFile: null,
    declaration: true,
    declarationMap: false,
    emitDeclarationOnly: true,
    typeRoots: [at('node_modules/@types')],
  };
  writeFileSync(
    config,
    JSON.stringify({
      extends: at('core/tsconfig.json'),
      compilerOptions,
      include: [],
      files: [at('core/src/index.ts'), ...ambient],
    }),
  );
  await mustRun([node(), at('node_modules/typescript/bin/tsc'), '-p', config]);
  rmSync(config);
  // Declarations keep the names of the sources.
  for (const file of globSync('types/**/*.d.ts', { cwd: dist })) {
    const text = readFileSync(join(dist, file), 'utf8');
    writeFileSync(join(dist, file), text.replaceAll(/((?:from|import\()\s*'\.{1,2}\/[^']+)\.ts'/g, "$1.js'"));
  }
}

async function buildInto(folder) {
  const source = JSON.parse(readFileSync(existsSync(KEPT) ? KEPT : MANIFEST, 'utf8'));
  const dist = join(folder, 'dist');
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  await bundle(dist, Object.keys(source.dependencies));
  await declarations(dist);
  return `${JSON.stringify(published(source), null, 2)}\n`;
}

function restore() {
  if (existsSync(KEPT)) renameSync(KEPT, MANIFEST);
}

try {
  if (options.restore) restore();
  else if (options.swap) {
    restore();
    const manifest = await buildInto(at('core'));
    copyFileSync(MANIFEST, KEPT);
    writeFileSync(MANIFEST, manifest);
  } else {
    const out = options.out ?? mkdtempSync(join(tmpdir(), 'bytelens-pack-'));
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, 'package.json'), await buildInto(out));
    for (const name of ['README.md', 'LICENSE']) copyFileSync(at('core', name), join(out, name));
    const [command, ...args] = npm('pack', '--silent', '--pack-destination', out);
    const name = await mustRun([command, ...args], { cwd: out, quiet: true });
    console.log(join(out, name.trim()));
  }
} catch (error) {
  // esbuild and the compiler have said already what is wrong with the sources.
  if (!error.errors) console.error(error.message);
  process.exitCode = 1;
}
