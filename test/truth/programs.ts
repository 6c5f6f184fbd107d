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

/** All programs of this repository. */
export const allPrograms = (): string[] => programsIn('examples', 'test/programs');

function walk(path: string): string[] {
  if (!statSync(path).isDirectory()) return /\.[cm]?[jt]sx?$/.test(path) ? [path] : [];
  if (basename(path) === LIBRARY_FOLDER || basename(path) === 'node_modules') return [];
  return readdirSync(path).flatMap((name) => walk(join(path, name)));
}
