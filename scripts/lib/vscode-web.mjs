/**
 * The browser VS Code as a server on a local port: extensions installed from `.vsix` files, a folder opened, no
 * account, no telemetry, no trace left outside the folder that it is given.
 */

import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { mustRun } from './project.mjs';

const USER_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'window.menuBarVisibility': 'compact',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
};

/**
 * Starts it with its state in `home`. Resolves once it answers, to its address and a way to end it.
 *
 * @param {{ server: string, node: string }} program what `provisionVSCode` gave
 * @param {{ home: string, vsix: string[], trusted?: boolean, port?: number, env?: NodeJS.ProcessEnv }} options
 */
export async function startVSCodeWeb(program, { home, vsix, trusted = false, port = 0, env = process.env }) {
  const extensions = join(home, 'extensions');
  const settings = join(home, 'data', 'User');
  mkdirSync(extensions, { recursive: true });
  mkdirSync(settings, { recursive: true });
  writeFileSync(join(settings, 'settings.json'), JSON.stringify(USER_SETTINGS, null, 2));

  const base = [program.node, program.server];
  const places = ['--server-data-dir', home, '--user-data-dir', join(home, 'data'), '--extensions-dir', extensions];
  for (const file of vsix) await mustRun([...base, ...places, '--install-extension', file], { quiet: true, env });

  const [command, ...args] = [...base, ...places, '--host', '127.0.0.1', '--port', String(port)];
  args.push('--without-connection-token', '--accept-server-license-terms', '--telemetry-level', 'off');
  if (trusted) args.push('--disable-workspace-trust');
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.kill();
    await ended;
  };
  return { address: await listening(child), ended, stop };
}

/** The address in the server's own words; an error with all of them when it ends without having said one. */
function listening(child) {
  return new Promise((resolve, reject) => {
    const said = [];
    const hear = (line) => {
      said.push(line);
      const port = /^Extension host agent listening on (\d+)/.exec(line)?.[1];
      if (port) resolve(`127.0.0.1:${port}`);
    };
    for (const stream of [child.stdout, child.stderr]) createInterface(stream).on('line', hear);
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`VS Code's server ended with ${code}.\n${said.join('\n')}`)));
  });
}

/** The page's address that opens a folder, with settings for the workbench that are not for users. */
export function pageOf(address, folder, payload = []) {
  const query = new URLSearchParams({ folder });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `http://${address}/?${query}`;
}
