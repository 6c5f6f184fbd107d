/**
 * Which files a path on the command line means: a file is itself, a folder is every TypeScript and JavaScript source
 * below it that its owner keeps under version control or could (`.gitignore` is respected).
 */
import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { FileError, reasonOf, withForwardSlashes } from './files.ts';

const SOURCE = /\.[mc]?[jt]sx?$/;
/** Types without values. */
const DECLARATION = /\.d\.[mc]?ts$/;
/** Folders whose files nobody writes by hand. Folders whose name starts with a dot are never entered either. */
const SKIPPED = new Set(['node_modules', 'dist']);

/** A file to analyse, and the path to show for it: relative where it was asked for relatively. */
export interface FoundFile {
  readonly path: string;
  readonly shown: string;
}

export interface Found {
  readonly files: readonly FoundFile[];
  /** Folders that could not be read; the rest was found all the same. */
  readonly errors: readonly FileError[];
}

/** Throws a `FileError` where one of the paths does not exist. Files come once, in the order of the arguments. */
export function discover(paths: readonly string[], base = process.cwd()): Found {
  const files = new Map<string, FoundFile>();
  const errors: FileError[] = [];
  for (const asked of paths) {
    const path = resolve(base, asked);
    const show = (file: string): string => withForwardSlashes(isAbsolute(asked) ? file : relative(base, file));
    const add = (file: string): void => {
      if (!files.has(file)) files.set(file, { path: withForwardSlashes(file), shown: show(file) });
    };
    if (kindOf(asked, path) === 'folder') walk(path, rulesFor(path), add, errors);
    else add(path);
  }
  return { files: [...files.values()], errors };
}

function kindOf(asked: string, path: string): 'file' | 'folder' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    throw new FileError(asked, reasonOf(error), error);
  }
}

/** The rules of one `.gitignore`, which speak about paths below its folder. */
interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
}

function walk(folder: string, above: readonly IgnoreRules[], add: (file: string) => void, errors: FileError[]): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    errors.push(new FileError(folder, reasonOf(error), error));
    return;
  }
  const own = rulesIn(folder);
  const all = own ? [...above, own] : above;
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || isIgnored(path, entry.isDirectory(), all)) continue;
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) walk(path, all, add, errors);
    } else if (SOURCE.test(entry.name) && !DECLARATION.test(entry.name) && isFile(entry, path)) {
      add(path);
    }
  }
}

/** A link to a file counts; a link to a folder does not, because it can lead in circles. */
function isFile(entry: Dirent, path: string): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** A folder that is itself ignored was asked for all the same, so what ignores it does not count inside it. */
function rulesFor(folder: string): IgnoreRules[] {
  const above = rulesAbove(folder);
  return isIgnored(folder, true, above) ? [] : above;
}

/** The rules of the folders above, up to the root of the repository; none outside of one. */
function rulesAbove(folder: string): IgnoreRules[] {
  const above: IgnoreRules[] = [];
  for (let at = folder; ; at = dirname(at)) {
    const rules = at === folder ? null : rulesIn(at);
    if (rules) above.unshift(rules);
    if (existsSync(join(at, '.git'))) return above;
    if (dirname(at) === at) return [];
  }
}

function rulesIn(folder: string): IgnoreRules | null {
  try {
    return { folder, rules: ignore().add(readFileSync(join(folder, '.gitignore'), 'utf8')) };
  } catch {
    // Without a readable .gitignore nothing is ignored here.
    return null;
  }
}

/** The innermost `.gitignore` that says something about the path decides. */
function isIgnored(path: string, isFolder: boolean, all: readonly IgnoreRules[]): boolean {
  for (const { folder, rules } of all.toReversed()) {
    const below = withForwardSlashes(relative(folder, path)) + (isFolder ? '/' : '');
    const verdict = rules.test(below);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}
