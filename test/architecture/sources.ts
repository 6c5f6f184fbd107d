/** The source files of the project and what they import, read from their text. */
import { globSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ts } from 'ts-morph';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface Source {
  /** From the repository's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Package names and specifiers as written; relative ones as paths from the repository's root. */
  readonly imports: readonly string[];
}

export function sourcesIn(...patterns: readonly string[]): Source[] {
  return globSync([...patterns], { cwd: ROOT, exclude: (path) => /node_modules|\/data\/|\/out\//.test(path) })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map(read);
}

function read(path: string): Source {
  const text = readFileSync(resolve(ROOT, path), 'utf8');
  // Also `import type`, `export … from` and `import()`.
  const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => target(path, fileName));
  return { path, text, imports };
}

/** `bytelens/laws` is the folder that it stands for, so that a rule on folders sees it. */
function target(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return relative(ROOT, resolve(ROOT, dirname(from), specifier)).replaceAll('\\', '/');
}

/** String literals of a file. */
export function stringsIn(source: Source): string[] {
  const out: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    // Type-level unions and discriminants name kinds, not functions.
    if (ts.isLiteralTypeNode(node)) return;
    if (ts.isStringLiteral(node)) out.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true));
  return out;
}
