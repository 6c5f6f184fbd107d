/**
 * What each top-level statement of a module declares and mentions, by syntax alone: from this the program is cut into
 * parts that cannot touch one another (`islands/`).
 */
import { ts } from 'ts-morph';
import type { Span } from '../api.ts';
import type { Directive } from '../ir/types.ts';
import { directivesOf } from './directives.ts';
import { BUILTINS, declaredBy, MEDDLERS } from './mentions.ts';
import { changeBetween, parse, reparse } from './parse.ts';
import { type Names, namesOf, type Seen, seen, spanOf, type Unit, unitOf } from './units.ts';

/** A statement of this text stands for statements of other islands that may run code which is not seen. */
export const ELSEWHERE = 'bytelens: elsewhere';

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
  return (before && afterEdit(path, text, before)) ?? parsed(path, text, before);
}

/**
 * The outline after an edit inside one statement, of which only that is parsed anew; null where more than that may have
 * changed. The edit lies behind what makes the statement what it is (up to its first `{`, `(` or `=`) and before its last
 * token, so that it begins and ends as it did.
 */
function afterEdit(path: string, text: string, before: Outline): Outline | null {
  const names = namesIn.get(before);
  const tree = trees.get(before);
  if (!names || !tree || before.entangled !== null || before.parseErrors.length > 0 || before.directives.length > 0)
    return null;
  const { start, end, newEnd } = changeBetween(before.text, text);
  const n = before.units.findIndex(({ span }) => span.start <= start && end <= span.end);
  const old = before.units[n];
  if (!old) return null;
  const grown = newEnd - end;
  const span = { start: old.span.start, end: old.span.end + grown };
  const own = text.slice(span.start, span.end);
  if (own.includes('bytelens-ignore-')) return null;
  const { source, errors } = parse(path, own);
  const [s] = source.statements;
  if (!s || source.statements.length !== 1 || errors.length > 0 || ts.isExportAssignment(s)) return null;
  const head = s.getStart(source) + s.getText(source).search(/[{(=]/);
  const last = s.getLastToken(source)?.getStart(source) ?? 0;
  if (head < s.getStart(source) || start - span.start <= head || newEnd - span.start > last) return null;
  const found = seen(s);
  const same = found.declares.length === old.declares.length && found.declares.every((d, k) => d === old.declares[k]);
  if (!same || linksToOthers(s) || found.mentions.loads.length > 0) return null;
  // Outside of a module, `await` is a name.
  if (found.mentions.names.has('await') || old.waits || entanglement([found], names) !== null) return null;
  const moved = (u: Unit): Unit => ({ ...u, span: { start: u.span.start + grown, end: u.span.end + grown } });
  const units = before.units.map((u, k) =>
    k < n ? u : k > n ? (grown === 0 ? u : moved(u)) : unitOf(s, span, text, names),
  );
  const outline: Outline = { ...before, text, units };
  trees.set(outline, tree);
  namesIn.set(outline, names);
  return outline;
}

function parsed(path: string, text: string, before: Outline | null): Outline {
  const { source, errors } = reparse(path, text, before ? (trees.get(before) ?? null) : null);
  const imports = new Map<string, ImportedName>();
  const exports: ExportedName[] = [];
  const requests: string[] = [];
  for (const s of source.statements) linksOf(s, imports, exports, requests);
  const found = source.statements.map((s) => seen(s));
  for (const { mentions } of found) requests.push(...mentions.loads.filter((m) => m !== null));
  const names = namesOf(imports, found);
  const units = source.statements.map((s, n) => unitOf(s, spanOf(source, n), text, names));
  const outline: Outline = {
    text,
    units,
    imports,
    exports,
    requests,
    isModule: ts.isExternalModule(source),
    entangled: entanglement(found, names),
    evaluates: !names.own.has('eval') && found.some(({ mentions }) => mentions.names.has('eval')),
    directives: text.includes('bytelens-ignore-') ? directivesOf(source) : [],
    parseErrors: errors,
  };
  trees.set(outline, source);
  namesIn.set(outline, names);
  return outline;
}

/** The tree of an outline's text, or of an earlier one: what is parsed next starts from it. */
const trees = new WeakMap<Outline, ts.SourceFile>();
const namesIn = new WeakMap<Outline, Names>();

/** Whether it imports, or hands on what others export. */
function linksToOthers(s: ts.Statement): boolean {
  return ts.isImportDeclaration(s) || ts.isImportEqualsDeclaration(s) || ts.isExportDeclaration(s);
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
function entanglement(found: readonly Seen[], { own, isLibrary }: Names): string | null {
  for (const { mentions } of found) {
    if (mentions.loads.length > 0) return 'it loads modules while it runs';
    for (const name of mentions.names) if (MEDDLERS.has(name) && !own.has(name)) return `it uses ${name}`;
    for (const name of mentions.changed)
      if (isLibrary(name) || (BUILTINS.has(name) && !own.has(name))) return `it changes ${name}, which all code shares`;
  }
  return null;
}
