/**
 * The folder that the suite opens: a copy of the examples with what they need, and a small project as a user has it,
 * with `numpy-ts` installed and nothing else. It lies outside the repository, so that nothing is found by accident.
 */

import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from '../../scripts/lib/project.mjs';

export function makeWorkspace() {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'bytelens-editor-')));
  const folder = join(base, 'workspace');
  cpSync(at('examples'), join(folder, 'examples'), { recursive: true });
  cpSync(at('test/editor/fixtures/project'), join(folder, 'project'), { recursive: true });
  install(join(folder, 'project'), 'numpy-ts');
  install(join(folder, 'examples'), 'numpy-ts', '@types/node', 'undici-types');
  const home = join(base, 'home');
  mkdirSync(home);
  return { folder, home, remove: () => rmSync(base, { recursive: true, force: true, maxRetries: 5 }) };
}

function install(project, ...packages) {
  for (const name of packages) {
    cpSync(at('node_modules', name), join(project, 'node_modules', name), { recursive: true });
  }
}
