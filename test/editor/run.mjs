/**
 * Runs the suite inside a real VS Code, against what the `.vsix` file contains.
 *
 * `VSCODE_PATH`, or a VS Code that can be downloaded, gives the desktop editor; else the browser VS Code is brought
 * from the npm registry. `BYTELENS_EDITOR=desktop|browser` decides it. Ends with 0 when all tests passed, with 1 when
 * one failed, and with 75 when no editor could be had; the counts go as JSON to the file that the argument names.
 */

import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { at, mustRun, node } from '../../scripts/lib/project.mjs';
import { bundleSuite } from './bundle.mjs';
import { startControl } from './control.mjs';
import { makeWorkspace } from './workspace.mjs';

const NO_EDITOR = 75;
const { values: options } = parseArgs({ options: { counts: { type: 'string' }, images: { type: 'string' } } });

await mustRun([node(), at('scripts/package.mjs')], { quiet: true });
const suite = await bundleSuite();
const workspace = makeWorkspace();
const control = await startControl(options.images ?? at('test/editor/out/images'));

try {
  const launcher = await chooseLauncher();
  if (launcher === undefined) {
    process.exitCode = NO_EDITOR;
  } else {
    const failure = await launcher({ suite, workspace: workspace.folder, home: workspace.home, control });
    const results = control.results ?? { passed: [], failed: [], skipped: [] };
    for (const title of results.passed) console.log(`✔ ${title}`);
    for (const title of results.skipped) console.log(`- ${title} (skipped)`);
    for (const { title, error } of results.failed) console.log(`✖ ${title}\n${error.replace(/^/gm, '    ')}`);
    if (!control.results) console.log(`✖ The suite did not report. ${failure ?? ''}`);
    const counts = { passed: results.passed.length, failed: results.failed.length + (control.results ? 0 : 1) };
    if (options.counts) writeFileSync(options.counts, JSON.stringify(counts));
    process.exitCode = counts.failed > 0 ? 1 : 0;
    if (counts.failed > 0) keepLogs(workspace.home);
  }
} finally {
  await control.stop();
  workspace.remove();
}

/** What the editor, the extension and the server said, for whoever has to find out why. */
function keepLogs(home) {
  const kept = at('test/editor/out/logs');
  rmSync(kept, { recursive: true, force: true });
  for (const logs of ['data/logs', 'user/logs'].map((part) => join(home, part)).filter(existsSync)) {
    cpSync(logs, kept, { recursive: true });
  }
  console.log(`Logs: ${kept}`);
}

/** The first editor that can be had on this machine, as a function that runs the suite in it. */
async function chooseLauncher() {
  const routes = { desktop: './launch-desktop.mjs', browser: './launch-browser.mjs' };
  const wanted = process.env.BYTELENS_EDITOR ?? (process.env.VSCODE_PATH ? 'desktop' : undefined);
  const order = wanted ? [wanted] : process.platform === 'linux' ? ['browser', 'desktop'] : ['desktop', 'browser'];
  for (const name of order) {
    try {
      const { provide } = await import(routes[name]);
      return await provide();
    } catch (error) {
      console.error(`No ${name} VS Code here: ${error.message}`);
    }
  }
  return undefined;
}
