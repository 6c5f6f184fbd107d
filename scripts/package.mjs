/**
 * `npm run package`: makes `bytelens-<version>.vsix`, and checks that it holds what it needs and nothing else.
 */

import { readFileSync, statSync } from 'node:fs';
import { createVSIX } from '@vscode/vsce';
import { at } from './lib/project.mjs';
import { zipEntries } from './lib/zip-entries.mjs';

const LARGEST = 15 * 1024 * 1024;

/** Everything that may be in the file. A new name here needs a reason. */
const ALLOWED = [
  /^\[Content_Types\]\.xml$/,
  /^extension\.vsixmanifest$/,
  /^extension\/(package\.json|readme\.md|LICENSE\.txt)$/i,
  /^extension\/docs\/images\/icon\.png$/,
  /^extension\/dist\/(extension\.cjs|server\.mjs|(laws|measure)-worker\.mjs|ThirdPartyNotices\.txt)$/,
  /^extension\/dist\/(rules\/[a-z-]+\.md|data\/numpy-ts-[\d.]+\.json\.gz)$/,
];
const REQUIRED = [
  'package.json',
  'dist/extension.cjs',
  'dist/server.mjs',
  'dist/ThirdPartyNotices.txt',
  'readme.md',
  'LICENSE.txt',
];

const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const file = at(`bytelens-${version}.vsix`);
await createVSIX({ cwd: at(), packagePath: file, readmePath: 'client/README.md', dependencies: false });

const entries = zipEntries(readFileSync(file));
const size = statSync(file).size;
const problems = [
  ...entries.filter((name) => !ALLOWED.some((allowed) => allowed.test(name))).map((name) => `must not hold ${name}`),
  ...REQUIRED.filter((name) => !entries.includes(`extension/${name}`)).map((name) => `lacks ${name}`),
  ...(size > LARGEST ? [`is larger than ${LARGEST} bytes`] : []),
];
for (const problem of problems) console.error(`${file} ${problem}`);
if (problems.length > 0) process.exitCode = 1;
else console.log(`${file}: ${entries.length} files, ${(size / 1024 / 1024).toFixed(1)} MiB`);
