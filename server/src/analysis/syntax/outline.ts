/**
 * What each top-level statement of a module declares and mentions, by syntax alone: from this the program is cut into
 * parts that cannot touch one another (`islands/`).
 */
import { ts } from 'ts-morph';
import type { Span } from '../api.ts';
import { Interned } from '../interned.ts';
import type { Directive } from '../ir/types.ts';
import { CONFIGURES, SPECIFIERS } from '../libraries/numpy-ts/names.ts';
import { directivesOf } from './directives.ts';
import { namesInHints } from './hints.ts';
import { BUILTINS, declaredBy, isAmbient, MEDDLERS, Mentions, typesDeclaredBy } from './mentions.ts';
import { reparse } from './parse.ts';

/** A statement of this text stands for statements of other islands that may run code which is not seen. */
export const ELSEWHERE = 'bytelens: elsewhere';

/** One top-level statement with the comments before it and the one at the end of its last line. */
export interface Unit {
  readonly span: Span;
  /** The same for units of the same text. */
  readonly id: number;
  /** Values of the module that it binds. */
  readonly declares: readonly string[];
  /** Names of the module, or of no declaration that is seen, that it uses; classes that it uses as types included. */
  readonly mentions: ReadonlySet<string>;
  /**
   * `inert` units do nothing by themselves and belong to every part: imports, lists of exports, types, constants that
   * are plain numbers or texts.
   */
  readonly kind: 'inert' | 'code';
  /**
   * Whether it may change what all parts of a program share: it hands on something that the language provides, and what
   * becomes of that is seen only by analysing; or it configures the library.
   */
  readonly changesShared: boolean;
  /** Whether the module waits in it. */
  readonly waits: boolean;
  /** Whether it may run code that is not seen while the module is loaded, which may call what it has got hold of. */
  readonly runs: boolean;
  /** Whether comments or types in it may say that something is an array. */
  readonly told: boolean;
}

export interface ImportedName {
  readonly module: string;
  /** `*` for all of the module. */
  readonly name: string;
}

export interface ExportedName {
  /** As others import it; `*` for all of what a module exports. */
  readonly name: string;
  /** The local name, or from where it is handed on. */
  readonly local: string | null;
  readonly from: ImportedName | null;
}

export interface Outline {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly imports: ReadonlyMap<string, ImportedName>;
  readonly exports: readonly ExportedName[];
  /** Modules that are loaded, in order. */
  readonly requests: readonly string[];
  readonly isModule: boolean;
  /** Why the program must be analysed as a whole, or null. */
  readonly entangled: string | null;
  /** Whether it runs code that is in a text, which may use any of its variables. */
  readonly evaluates: boolean;
  readonly directives: readonly Directive[];
  readonly parseErrors: readonly { readonly span: Span; readonly message: string }[];
}

/** The outline of a text. `before` is that of an earlier text of the same file, whose tree is used up. */
export function outlineOf(path: string, text: string, before: Outline | null = null): Outline {
  const { source, errors } = reparse(path, text, before ? (trees.get(before) ?? null) : null);
  const imports = new Map<string, ImportedName>();
  const exports: ExportedName[] = [];
  const requests: string[] = [];
  for (const s of source.statements) linksOf(s, imports, exports, requests);
  const found = source.statements.map((s) => seen(s));
  for (const { mentions } of found) requests.push(...mentions.loads.filter((m) => m !== null));
  const values = new Set(found.flatMap((f) => f.declares));
  const own = new Set([...imports.keys(), ...values]);
  const isLibrary = (name: string): boolean => (imports.get(name)?.module ?? '') in SPECIFIERS;
  const units = source.statements.map((s, n): Unit => {
    const { declares, mentions, inert } = found[n] as Seen;
    const span = spanOf(source, n);
    const unitText = text.slice(span.start, span.end);
    const hinted = namesInHints(unitText);
    return {
      span,
      id: idOf(found[n] as Seen, unitText),
      declares,
      mentions: new Set([...mentions.names, ...[...mentions.types, ...hinted].filter((name) => own.has(name))]),
      kind: (inert && hinted.length === 0) || isInert(s) ? 'inert' : 'code',
      changesShared:
        unitText.includes(CONFIGURES) || [...mentions.bare].some((name) => BUILTINS.has(name) && !own.has(name)),
      waits: mentions.waits,
      told: hinted.length > 0 || [...mentions.types].some((name) => ARRAY_TYPES.test(name)),
      runs: [...mentions.calls].some(
        (root) => root === null || values.has(root) || !(BUILTINS.has(root) || isLibrary(root)),
      ),
    };
  });
  const outline: Outline = {
    text,
    units,
    imports,
    exports,
    requests,
    isModule: ts.isExternalModule(source),
    entangled: entanglement(found, own, isLibrary),
    evaluates: !own.has('eval') && found.some(({ mentions }) => mentions.names.has('eval')),
    directives: text.includes('bytelens-ignore-') ? directivesOf(source) : [],
    parseErrors: errors,
  };
  trees.set(outline, source);
  return outline;
}

/** `Float32Array`, `NDArray`, `TypedArray` */
const ARRAY_TYPES = /Array(Core)?$/;

const trees = new WeakMap<Outline, ts.SourceFile>();

interface Seen {
  readonly declares: readonly string[];
  readonly mentions: Mentions;
  /** Whether it is a constant that nobody can change. */
  readonly inert: boolean;
  /** Its text with comments, and that text's id. */
  text: string;
  id: number;
}

const texts = new Interned();

function idOf(seen: Seen, text: string): number {
  if (seen.text !== text) {
    seen.id = texts.of(text);
    seen.text = text;
  }
  return seen.id;
}

const seenBefore = new WeakMap<ts.Statement, Seen>();

/** What a statement declares and mentions; the parser keeps the nodes of what an edit does not touch. */
function seen(s: ts.Statement): Seen {
  let found = seenBefore.get(s);
  if (!found) {
    found = { declares: declaredBy(s), mentions: new Mentions(s), inert: isPlainConstant(s), text: '', id: 0 };
    seenBefore.set(s, found);
  }
  return found;
}

/** From the end of the line on which the statement before it ends, to the end of its own last line's comment. */
function spanOf(source: ts.SourceFile, n: number): Span {
  const end = (s: ts.Statement): number => ts.getTrailingCommentRanges(source.text, s.end)?.at(-1)?.end ?? s.end;
  const s = source.statements[n] as ts.Statement;
  const before = source.statements[n - 1];
  return { start: before ? end(before) : 0, end: end(s) };
}

/** Statements that only say something about names. */
function isInert(s: ts.Statement): boolean {
  if (ts.isImportDeclaration(s) || typesDeclaredBy(s).length > 0 || isAmbient(s)) return true;
  if (ts.isExportDeclaration(s) || ts.isEmptyStatement(s)) return true;
  if (ts.isImportEqualsDeclaration(s)) return ts.isExternalModuleReference(s.moduleReference);
  return ts.isExpressionStatement(s) && ts.isStringLiteral(s.expression);
}

/** `const width = 640;`: what it binds can be neither replaced nor changed. */
function isPlainConstant(s: ts.Statement): boolean {
  if (!ts.isVariableStatement(s) || (s.declarationList.flags & ts.NodeFlags.BlockScoped) !== ts.NodeFlags.Const)
    return false;
  return s.declarationList.declarations.every(
    (d) => ts.isIdentifier(d.name) && d.initializer !== undefined && isPlain(d.initializer),
  );
}

function isPlain(e: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(e) || ts.isAsExpression(e) || ts.isSatisfiesExpression(e))
    return isPlain(e.expression);
  if (ts.isPrefixUnaryExpression(e)) {
    const { operator } = e;
    return operator !== ts.SyntaxKind.PlusPlusToken && operator !== ts.SyntaxKind.MinusMinusToken && isPlain(e.operand);
  }
  return (
    ts.isNumericLiteral(e) ||
    ts.isStringLiteralLike(e) ||
    ts.isBigIntLiteral(e) ||
    e.kind === ts.SyntaxKind.TrueKeyword ||
    e.kind === ts.SyntaxKind.FalseKeyword ||
    e.kind === ts.SyntaxKind.NullKeyword
  );
}

/** Notes which names come from other modules, and which are handed on to others. */
function linksOf(
  s: ts.Statement,
  imports: Map<string, ImportedName>,
  exports: ExportedName[],
  requests: string[],
): void {
  if (ts.isImportDeclaration(s) && ts.isStringLiteral(s.moduleSpecifier)) {
    const module = s.moduleSpecifier.text;
    const clause = s.importClause;
    if (!clause?.isTypeOnly) requests.push(module);
    if (!clause) return;
    if (clause.name) imports.set(clause.name.text, { module, name: 'default' });
    const named = clause.namedBindings;
    if (named && ts.isNamespaceImport(named)) imports.set(named.name.text, { module, name: '*' });
    else if (named)
      for (const e of named.elements) imports.set(e.name.text, { module, name: (e.propertyName ?? e.name).text });
  } else if (ts.isImportEqualsDeclaration(s) && ts.isExternalModuleReference(s.moduleReference)) {
    const spec = s.moduleReference.expression;
    if (!ts.isStringLiteral(spec)) return;
    requests.push(spec.text);
    imports.set(s.name.text, { module: spec.text, name: '*' });
  } else if (ts.isExportDeclaration(s)) {
    const module = s.moduleSpecifier && ts.isStringLiteral(s.moduleSpecifier) ? s.moduleSpecifier.text : null;
    if (module !== null && !s.isTypeOnly) requests.push(module);
    const clause = s.exportClause;
    if (!clause) {
      if (module !== null) exports.push({ name: '*', local: null, from: { module, name: '*' } });
    } else if (ts.isNamespaceExport(clause)) {
      if (module !== null) exports.push({ name: clause.name.text, local: null, from: { module, name: '*' } });
    } else {
      for (const e of clause.elements) {
        const local = (e.propertyName ?? e.name).text;
        exports.push({
          name: e.name.text,
          local: module === null ? local : null,
          from: module === null ? null : { module, name: local },
        });
      }
    }
  } else if (ts.isExportAssignment(s)) exports.push({ name: 'default', local: 'default', from: null });
  else {
    const flags = ts.canHaveModifiers(s) ? (ts.getModifiers(s) ?? []).map((m) => m.kind) : [];
    if (!flags.includes(ts.SyntaxKind.ExportKeyword)) return;
    for (const local of declaredBy(s))
      exports.push({ name: flags.includes(ts.SyntaxKind.DefaultKeyword) ? 'default' : local, local, from: null });
  }
}

/** Why parts of the program may touch one another by other ways than the names of its modules; null where they cannot. */
function entanglement(
  found: readonly Seen[],
  own: ReadonlySet<string>,
  isLibrary: (name: string) => boolean,
): string | null {
  for (const { mentions } of found) {
    if (mentions.loads.length > 0) return 'it loads modules while it runs';
    for (const name of mentions.names) if (MEDDLERS.has(name) && !own.has(name)) return `it uses ${name}`;
    for (const name of mentions.changed)
      if (isLibrary(name) || (BUILTINS.has(name) && !own.has(name))) return `it changes ${name}, which all code shares`;
  }
  return null;
}
