/** `npm run bench:core`: `evaluate` beside numpy-ts, numexpr and NumPy, printed; nothing is asserted. */

import { prepare } from './lib/prepare.mjs';
import { at, node, run } from './lib/project.mjs';

try {
  await prepare();
  const { code } = await run([node(), at('test/bench/core.ts'), ...process.argv.slice(2)]);
  process.exitCode = code;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
