/**
 * `npm start [-- PATH…]`: from a fresh clone to a report of what the arrays of a project cost. Without a path it is
 * the examples' report. Findings are the point of it, so they don't make it fail.
 */

import { prepare } from './lib/prepare.mjs';
import { at, node, run } from './lib/project.mjs';

const paths = process.argv.slice(2);
/** npm runs scripts in the repository, whatever folder the person is in. */
const cwd = paths.length > 0 ? (process.env.INIT_CWD ?? process.cwd()) : at();

try {
  await prepare();
  const report = ['check', ...(paths.length > 0 ? paths : ['examples']), '--format', 'pretty', '--fail-on', 'never'];
  const { code } = await run([node(), at('server/bin/bytelens.mjs'), ...report], { cwd });
  process.exitCode = code;
  if (code === 0)
    console.log(`\nTo see and fix this in the editor: ${['npm run editor', ...paths.slice(0, 1)].join(' -- ')}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
