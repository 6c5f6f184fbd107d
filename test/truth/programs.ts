/** Where the programs are that truth and proof run. */
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Folders of modules that programs import; they are no programs themselves. */
const LIBRARY_FOLDER = 'lib';

/** Every program under the folders, sorted; files in a folder named `lib` belong to the programs that import them. */
export function programsIn(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) => walk(join(ROOT, folder))).sort();
}

/** Larger programs, written by reviewers to find wrong facts: the long sweep runs them. */
const APPS = 'test/programs/apps';

/** The programs of this repository that `npm test` runs. */
export const allPrograms = (): string[] => {
  const apps = new Set(appPrograms());
  return programsIn('examples', 'test/programs').filter((path) => !apps.has(path));
};

export const appPrograms = (): string[] => programsIn(APPS);

function walk(path: string): string[] {
  if (!statSync(path).isDirectory()) return /\.[cm]?[jt]sx?$/.test(path) ? [path] : [];
  if (basename(path) === LIBRARY_FOLDER || basename(path) === 'node_modules') return [];
  return readdirSync(path).flatMap((name) => walk(join(path, name)));
}
