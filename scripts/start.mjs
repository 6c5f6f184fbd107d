/**
 * `npm start [-- PATH…]`: from a fresh clone to a report of what the arrays of a project cost. Without a path it is
 * the examples' report. Findings are the point of it, so they don't make it fail.
 */

import { prepare } from './lib/prepare.mjs';
import { at, node, run } from './lib/project.mjs';

const paths = process.argv.slice(2);

try {
  await prepare();
  const report = [at('server/bin/bytelens.mjs'), 'check', ...(paths.length > 0 ? paths : ['examples'])];
  const { code } = await run([node(), ...report, '--format', 'pretty', '--fail-on', 'never']);
  process.exitCode = code;
  if (code === 0) console.log('\nTo see and fix this in the editor: npm run editor');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
