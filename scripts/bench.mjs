/** `npm run bench`: times and memory of the language server beside tsserver's, printed; nothing is asserted. */

import { prepare } from './lib/prepare.mjs';
import { at, node, run } from './lib/project.mjs';

try {
  await prepare();
  const { code } = await run([node(), at('test/bench/run.ts')]);
  process.exitCode = code;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
