/**
 * `npm run editor [-- FOLDER]`: opens the examples, or a folder, in VS Code with the extension built from the sources.
 * That is the desktop's `code` where there is one; else a browser VS Code on a local port, until Ctrl+C.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from './lib/prepare.mjs';
import { announce, at, mustRun, node } from './lib/project.mjs';
import { pageOf, startVSCodeWeb } from './lib/vscode-web.mjs';
import { provisionVSCode } from './provision-vscode.mjs';

const { values: options, positionals } = parseArgs({
  options: { browser: { type: 'boolean' }, port: { type: 'string', default: '8123' } },
  allowPositionals: true,
});
const folder = positionals[0] ? resolve(process.env.INIT_CWD ?? '.', positionals[0]) : at('examples');

try {
  await prepare();
  if (!options.browser && openDesktop()) console.log(`VS Code opens ${folder} with Bytelens from ${at('dist')}.`);
  else await serveBrowser();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** Whether a desktop VS Code was there to open. */
function openDesktop() {
  const command = process.platform === 'win32' ? 'code.cmd' : 'code';
  const shell = process.platform === 'win32';
  if (spawnSync(command, ['--version'], { shell }).status !== 0) return false;
  return spawnSync(command, ['--new-window', `--extensionDevelopmentPath=${at()}`, folder], { shell }).status === 0;
}

async function serveBrowser() {
  const program = await provisionVSCode();
  announce('packaging');
  await mustRun([node(), at('scripts/package.mjs')], { quiet: true });
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const home = mkdtempSync(join(tmpdir(), 'bytelens-vscode-'));
  const vsix = [at(`bytelens-${version}.vsix`)];
  const vscode = await startVSCodeWeb(program, { home, vsix, trusted: true, port: Number(options.port) });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, vscode.stop);
  console.log(`VS Code with Bytelens: ${pageOf(vscode.address, folder)}\nCtrl+C ends it.`);
  await vscode.ended;
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}
