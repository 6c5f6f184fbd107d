/**
 * Where things are in the repository, and how other programs are run from it. Runs on Node 20 with no dependencies,
 * because the scripts that use it are what fetches the dependencies.
 */

import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedNode } from '../../server/bin/find-node.mjs';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const at = (...parts) => join(root, ...parts);

/** The Node.js that came with the dependencies, so that results don't hang on the system's; else the running one. */
export const node = () => installedNode() ?? process.execPath;

/** A step's name on a terminal, while the step runs; nothing in a log file. */
export function announce(step) {
  if (process.stderr.isTTY) process.stderr.write(`\u001b[2m… ${step}\u001b[22m\n`);
}

/** The command line that runs npm: the npm that started us where there is one, so that versions don't mix. */
export function npm(...args) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js') ? [process.execPath, cli, ...args] : ['npm', ...args];
}

/**
 * Runs a program to its end. With `quiet`, its output is shown only when it fails. Resolves to the exit code, and to
 * what was printed where that was kept.
 */
export function run([command, ...args], { quiet = false, cwd = root, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: process.platform === 'win32' && command === 'npm',
    });
    const chunks = [];
    child.stdout?.on('data', (chunk) => chunks.push(chunk));
    child.stderr?.on('data', (chunk) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const output = Buffer.concat(chunks).toString();
      if (quiet && code !== 0) process.stderr.write(output);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** `run`, where anything but success is the end. */
export async function mustRun(command, options) {
  const { code, output } = await run(command, options);
  if (code !== 0) throw new StepFailed(command, code);
  return output;
}

export class StepFailed extends Error {
  constructor(command, code) {
    super(`\`${command.join(' ')}\` ended with exit code ${code}.`);
    this.name = 'StepFailed';
  }
}
