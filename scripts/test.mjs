/**
 * `npm test`: from a fresh clone to one line `N passed, N failed`. Installs and builds what is missing, then runs the
 * checks of `lib/checks.mjs` under the Node.js that came with the dependencies.
 *
 * `--full` runs the long sweeps (`*.full.ts`) instead; `--only types|style|unit|editor` runs one check.
 */

import { prepare } from './lib/prepare.mjs';
import { at, node, run } from './lib/project.mjs';

try {
  await prepare();
  const { code } = await run([node(), at('scripts/lib/checks.mjs'), ...process.argv.slice(2)]);
  process.exitCode = code;
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
}
