/**
 * Finds a Chromium to open the browser VS Code in, or installs Debian's where that is possible.
 */

import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { announce, mustRun } from './project.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Without these it asks for a display, a sandbox that containers lack, or the network. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function provideChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error('No Chromium or Chrome on this machine. Install one, or name it in CHROME_PATH.');
  }
  announce('installing Chromium');
  const apt = { quiet: true, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await mustRun(['apt-get', 'update', '-q'], apt);
  await mustRun(['apt-get', 'install', '-yq', '--no-install-recommends', 'chromium'], apt);
  const installed = findChromium();
  if (!installed) throw new Error('Debian installed its package `chromium`, but no such program is in PATH.');
  return installed;
}

function findChromium() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...MAC].find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
