/**
 * Runs the suite in a desktop VS Code: the one that `VSCODE_PATH` names, or one that is downloaded.
 */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { at } from '../../scripts/lib/project.mjs';

/** Without these it waits for an answer, or needs more of the machine than a test may. */
const QUIET = ['--skip-welcome', '--skip-release-notes', '--disable-gpu', '--disable-telemetry'];

export async function provide() {
  const program = process.env.VSCODE_PATH ?? (await downloadAndUnzipVSCode());
  return (job) => launch(program, job);
}

async function launch(vscodeExecutablePath, { suite, workspace, home, control }) {
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const places = ['--user-data-dir', join(home, 'user'), '--extensions-dir', join(home, 'extensions')];
  const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath, { reuseMachineInstall: true });
  const install = spawnSync(cli, [...args, ...places, '--install-extension', at(`bytelens-${version}.vsix`)], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (install.status !== 0) return `The .vsix file could not be installed.\n${install.stderr}`;
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: suite.folder,
      extensionTestsPath: suite.main,
      extensionTestsEnv: control.environment,
      launchArgs: [workspace, ...places, ...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
    return undefined;
  } catch (error) {
    return error.message;
  }
}
