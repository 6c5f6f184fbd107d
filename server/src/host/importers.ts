/**
 * Which files of a project import a given one: its callers are part of what its functions are given. Found by the
 * specifiers in the texts, without parsing.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, isAbsolute, join, parse, resolve } from 'node:path';
import { discover } from './discover.ts';
import { withForwardSlashes } from './files.ts';

/** Projects with more source files are not searched: what calls their functions is then not known. */
const MAX_FILES = 2000;
const MARKERS = ['package.json', 'tsconfig.json', 'jsconfig.json', '.git'];
const SPECIFIER = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"](\.[^'"\n]*)['"]/g;
const EXTENSION = /\.[mc]?[jt]sx?$/;

export class Importers {
  /** By project root: importers by the imported path without its extension. */
  readonly #indexes = new Map<string, ReadonlyMap<string, readonly string[]>>();

  of(path: string): readonly string[] {
    // A document that was never saved is in no project.
    if (!isAbsolute(path)) return [];
    const project = projectOf(path);
    const root = project ?? dirname(path);
    let index = this.#indexes.get(root);
    if (!index) {
      index = indexOf(root, project !== null);
      this.#indexes.set(root, index);
    }
    const stem = withForwardSlashes(path).replace(EXTENSION, '');
    const asFolder = stem.endsWith('/index') ? (index.get(stem.slice(0, -'/index'.length)) ?? []) : [];
    return [...new Set([...(index.get(stem) ?? []), ...asFolder])].filter((p) => p !== path);
  }

  /** Forgets what was read: a file changed on the disk. */
  clear(): void {
    this.#indexes.clear();
  }
}

/** The project of a file: the nearest folder with a manifest, or null where there is none. */
function projectOf(path: string): string | null {
  for (let at = dirname(path); ; at = dirname(at)) {
    if (at === parse(at).root || at === homedir() || at === tmpdir()) return null;
    if (MARKERS.some((name) => existsSync(join(at, name)))) return at;
  }
}

/** The sources among which importers are looked for: all of a project, else those beside the file. */
function sourcesOf(root: string, isProject: boolean): readonly string[] {
  try {
    if (isProject) return discover([root]).files.map((f) => f.path);
    const entries = readdirSync(root, { withFileTypes: true });
    return entries.filter((e) => e.isFile() && EXTENSION.test(e.name)).map((e) => join(root, e.name));
  } catch {
    // The folder cannot be read, or is none (a document that was never saved): nothing is known to import from it.
    return [];
  }
}

function indexOf(root: string, isProject: boolean): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  const files = sourcesOf(root, isProject);
  if (files.length > MAX_FILES) return index;
  for (const path of files) {
    for (const target of targetsOf(path)) {
      const list = index.get(target);
      if (list) list.push(withForwardSlashes(path));
      else index.set(target, [withForwardSlashes(path)]);
    }
  }
  return index;
}

function targetsOf(path: string): Set<string> {
  const out = new Set<string>();
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    // It vanished, or may not be read: then it is no importer that could be analysed.
    return out;
  }
  for (const [, specifier] of text.matchAll(SPECIFIER)) {
    out.add(withForwardSlashes(resolve(dirname(path), specifier as string)).replace(EXTENSION, ''));
  }
  return out;
}
