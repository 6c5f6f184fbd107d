/**
 * Whether an edited program still type-checks: the compiler is asked what errors a text has that it did not have before.
 * Asked only for fixes that are otherwise proven, never for facts or findings, since it takes the compiler tens of
 * milliseconds for each text, and half a second for the first one of a project.
 */
import { getLibFiles, libFolderInMemoryPath } from '@ts-morph/common';
import { ts } from 'ts-morph';
import type { TypeFiles } from '../api.ts';

/** How much of the compiler's message is told. */
const LONGEST_MESSAGE = 160;

/** What is taken where a project does not say: as strict as any, so that nothing slips through. */
const DEFAULTS: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.Preserve,
  allowJs: true,
};

/** Whatever the project says of these, they are no question of types, or cost time for nothing. */
const ALWAYS: ts.CompilerOptions = {
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  noUnusedLocals: false,
  noUnusedParameters: false,
  composite: false,
  incremental: false,
};

export class TypeChecker {
  readonly #read: (path: string) => string | null;
  readonly #files: TypeFiles;
  /** One compiler for each project, by the path of its settings. */
  readonly #projects = new Map<string, Project>();

  /** `read` gives the texts of the person's own files as they are now, those that are not saved too. */
  constructor(read: (path: string) => string | null, files: TypeFiles) {
    this.#read = read;
    this.#files = files;
  }

  /**
   * The first error that a file, or one of those that import it (`roots`), has with `after` and not with `before`; null
   * where there is none.
   */
  newError(roots: readonly string[], path: string, before: string, after: string): string | null {
    const project = this.#project(path);
    const had = project.knownErrors(roots, path, before);
    for (const [error, count] of project.errors(roots, path, after))
      if (count > (had.get(error) ?? 0)) return error.slice(0, LONGEST_MESSAGE);
    return null;
  }

  /** Whether the next question about a file takes the compiler only as long as its text does. */
  isReady(path: string): boolean {
    return this.#projects.get(this.#settings(path) ?? '')?.isReady ?? false;
  }

  /** Loads what the questions about a file need: half a second of work. */
  prepare(roots: readonly string[], path: string, text: string): void {
    this.#project(path).knownErrors(roots, path, text);
  }

  #settings(path: string): string | null {
    return this.#files.findUp(path, ['tsconfig.json', 'jsconfig.json']);
  }

  #project(path: string): Project {
    const settings = this.#settings(path);
    const key = settings ?? '';
    let project = this.#projects.get(key);
    if (!project) {
      project = new Project(this.#read, this.#files, settings, path);
      this.#projects.set(key, project);
    }
    return project;
  }
}

class Project {
  readonly #read: (path: string) => string | null;
  readonly #service: ts.LanguageService;
  readonly #versions = new Map<string, { text: string | null; version: number }>();
  /** Files of packages do not change while the editor runs. */
  readonly #packages = new Map<string, string | null>();
  /** The errors of the last text that fixes were tried on: many fixes start from the same. */
  #known: { readonly key: string; readonly errors: ReadonlyMap<string, number> } | null = null;
  #roots: readonly string[] = [];
  #overlay: { readonly path: string; readonly text: string } | null = null;

  constructor(read: (path: string) => string | null, files: TypeFiles, settings: string | null, path: string) {
    this.#read = read;
    const options = { ...optionsOf(files, settings), ...ALWAYS };
    const folder = (settings ?? path).replace(/\/[^/]*$/, '') || '/';
    this.#service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getScriptFileNames: () => [...this.#roots],
      getScriptVersion: (p) => String(this.#version(p)),
      getScriptSnapshot: (p) => {
        const text = this.#text(p);
        return text === null ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => folder,
      getDefaultLibFileName: (o) => `${libFolderInMemoryPath}/${ts.getDefaultLibFileName(o)}`,
      fileExists: (p) => LIBRARIES.has(p) || files.fileExists(p),
      readFile: (p) => this.#text(p) ?? undefined,
      directoryExists: (p) => files.directoryExists(p),
      getDirectories: (p) => [...files.directories(p)],
      realpath: (p) => files.realpath(p),
      useCaseSensitiveFileNames: () => true,
    });
  }

  /** How often each error occurs in these files when the file at `path` has this text. */
  errors(roots: readonly string[], path: string, text: string): ReadonlyMap<string, number> {
    this.#roots = roots;
    this.#overlay = { path, text };
    const errors = new Map<string, number>();
    for (const root of roots) {
      for (const d of this.#service.getSemanticDiagnostics(root)) {
        const error = `TS${d.code}: ${ts.flattenDiagnosticMessageText(d.messageText, ' ').replaceAll(/\s+/g, ' ')}`;
        errors.set(error, (errors.get(error) ?? 0) + 1);
      }
    }
    return errors;
  }

  get isReady(): boolean {
    return this.#known !== null;
  }

  /** The same, kept until one of the texts changes. */
  knownErrors(roots: readonly string[], path: string, text: string): ReadonlyMap<string, number> {
    const texts = roots.map((p) => (p === path ? text : this.#read(p)));
    const key = JSON.stringify([roots, texts]);
    if (this.#known?.key !== key) this.#known = { key, errors: this.errors(roots, path, text) };
    return this.#known.errors;
  }

  #text(path: string): string | null {
    if (this.#overlay?.path === path) return this.#overlay.text;
    const library = LIBRARIES.get(path);
    if (library !== undefined) return library;
    if (!isOfPackage(path)) return this.#read(path);
    let text = this.#packages.get(path);
    if (text === undefined) {
      text = this.#read(path);
      this.#packages.set(path, text);
    }
    return text;
  }

  #version(path: string): number {
    if (LIBRARIES.has(path) || isOfPackage(path)) return 1;
    const text = this.#text(path);
    const seen = this.#versions.get(path);
    if (seen?.text === text) return seen.version;
    const version = (seen?.version ?? 0) + 1;
    this.#versions.set(path, { text, version });
    return version;
  }
}

/** The language's own declarations, by the paths under which the compiler asks for them. */
const LIBRARIES: ReadonlyMap<string, string> = new Map(
  getLibFiles().map(({ fileName, text }) => [`${libFolderInMemoryPath}/${fileName}`, text]),
);

function isOfPackage(path: string): boolean {
  return path.includes('/node_modules/');
}

/** The options that a project's settings give; what cannot be read of them is left at the defaults. */
function optionsOf(files: TypeFiles, settings: string | null): ts.CompilerOptions {
  if (settings === null) return { ...DEFAULTS, types: ['*'] };
  const { config } = ts.readConfigFile(settings, (p) => files.read(p) ?? undefined);
  const { options } = ts.parseJsonConfigFileContent(
    config ?? {},
    {
      fileExists: (p) => files.fileExists(p),
      readFile: (p) => files.read(p) ?? undefined,
      readDirectory: () => [],
      useCaseSensitiveFileNames: true,
    },
    settings.replace(/\/[^/]*$/, '') || '/',
    settings.endsWith('jsconfig.json') ? { allowJs: true } : {},
    settings,
  );
  // Older compilers see all of `@types` where nothing is said.
  return { ...options, types: options.types ?? ['*'] };
}
