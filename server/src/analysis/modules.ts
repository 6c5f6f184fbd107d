/** Modules of a program: texts, lowered once, and what an import specifier means. */
import type { Host } from './api.ts';
import type { Modules, Resolved } from './interp/context.ts';
import type { ModuleIR } from './ir/types.ts';
import { nodeModule, nodeText } from './libraries/node/names.ts';
import { SPECIFIERS } from './libraries/numpy-ts/names.ts';
import { lowerModule } from './syntax/lower/module.ts';

const EXTENSIONS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];
/** What TypeScript writes for a file that is imported by its emitted name. */
const EMITTED: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.jsx': ['.tsx', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
};

export class ModuleCache implements Modules {
  readonly #source: Pick<Host, 'read'>;
  readonly #modules = new Map<string, ModuleIR | null>();

  constructor(source: Pick<Host, 'read'>) {
    this.#source = source;
  }

  load(path: string): ModuleIR | null {
    let m = this.#modules.get(path);
    if (m === undefined) {
      const text = nodeText(path) ?? this.#source.read(path);
      m = text === null ? null : lowered(path, text);
      this.#modules.set(path, m);
    }
    return m;
  }

  resolve(from: string, specifier: string): Resolved {
    return resolveModule(from, specifier, (path) => this.#source.read(path) !== null);
  }
}

/** What an import specifier means; `exists` says whether there is a module at a path. */
export function resolveModule(from: string, specifier: string, exists: (path: string) => boolean): Resolved {
  const library = SPECIFIERS[specifier];
  if (library) return { kind: 'library', module: library };
  if (specifier === 'bytelens') return { kind: 'core' };
  if (!specifier.startsWith('.') && !specifier.startsWith('/')) {
    const node = nodeModule(specifier);
    if (node) return node.kind === 'text' ? { kind: 'file', path: node.path } : { kind: 'node', module: node.path };
    const name = specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : specifier.split('/')[0];
    return { kind: 'outside', reason: `it comes from '${name}', which Bytelens does not analyse` };
  }
  const path = candidates(join(from, specifier)).find(exists);
  if (path !== undefined) return { kind: 'file', path };
  return { kind: 'outside', reason: `'${specifier}' cannot be found from here` };
}

/** Lowering recurses into expressions: one that is nested beyond the stack makes its file unknown, and nothing else. */
function lowered(path: string, text: string): ModuleIR {
  try {
    return lowerModule(path, text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = 'an expression of this file is nested too deeply to be analysed';
    return { ...lowerModule(path, ''), text, parseErrors: [{ span: { start: 0, end: 0 }, message }] };
  }
}

function candidates(base: string): string[] {
  const dot = base.lastIndexOf('.');
  const extension = dot > base.lastIndexOf('/') ? base.slice(dot) : '';
  const stem = base.slice(0, dot);
  const emitted = (EMITTED[extension] ?? []).map((e) => stem + e);
  const exact = EXTENSIONS.includes(extension) ? [base] : [];
  return [...emitted, ...exact, ...EXTENSIONS.map((e) => base + e), ...EXTENSIONS.map((e) => `${base}/index${e}`)];
}

/** A relative specifier against the file that has it; forward slashes throughout. */
function join(from: string, specifier: string): string {
  if (specifier.startsWith('/')) return specifier;
  const parts = from.split('/').slice(0, -1);
  for (const p of specifier.split('/')) {
    if (p === '..') parts.pop();
    else if (p !== '.' && p !== '') parts.push(p);
  }
  return parts.join('/');
}
