/** A whole module: imports, exports, and its top level as function 0. */
import { ts } from 'ts-morph';
import type { BadHint, ExportIR, Hint, ModuleIR, Variable } from '../../ir/types.ts';
import { directivesOf } from '../directives.ts';
import { hintsOf } from '../hints.ts';
import { parse } from '../parse.ts';
import type { TypeNames } from '../types.ts';
import { FunctionContext, ModuleContext } from './context.ts';
import { hoistVars, lowerStatements } from './statements.ts';

/** Lowers the text of one file. Never throws on any text: what is not understood becomes `opaque`. */
export function lowerModule(path: string, text: string): ModuleIR {
  const { source, errors } = parse(path, text);
  const module = new ModuleContext(source, typeNames(source), hintsOf(source));
  const f = new FunctionContext(module, null);
  const requests: string[] = [];
  const exports: ExportIR[] = [];
  const body = f.block(() => {
    for (const s of source.statements) importsOf(f, s, requests, exports);
    hoistVars(f, source.statements);
    lowerStatements(f, source.statements);
    for (const s of source.statements) exportsOf(f, s, exports);
  });
  module.functions[0] = {
    index: 0,
    name: '(module)',
    span: { start: 0, end: text.length },
    parent: null,
    body,
    paramCount: 0,
    isAsync: false,
    isGenerator: false,
    isArrow: false,
    isAmbient: false,
    returnType: null,
    variables: module.variables.byFunction.get(0) ?? [],
  };
  return {
    path,
    text,
    functions: module.functions,
    exports,
    usesArrays: module.tellsArrays || module.globals.some((name) => ARRAY_GLOBALS.test(name)),
    requests: [...requests, ...module.dynamicRequests],
    parseErrors: errors,
    listed: module.listed,
    directives: directivesOf(source),
    badHints: [...module.badHints, ...[...module.hints].map(lonely)],
  };
}

function lonely({ span }: Hint): BadHint {
  return { span, problem: 'it stands neither before a statement nor behind one' };
}

/** Globals through which a program comes to arrays without importing anything. */
const ARRAY_GLOBALS = /^((Big)?(Ui|I)nt\d+(Clamped)?Array|Float\d+Array|(Shared)?ArrayBuffer|Buffer|require)$/;

function importsOf(f: FunctionContext, s: ts.Statement, requests: string[], exports: ExportIR[]): void {
  f.stmt = f.module.span(s);
  const bind = (variable: Variable, from: string, name: string, at: ts.Node): void => {
    const src = f.value(at, { op: 'import', module: from, name });
    f.emit(at, { op: 'store', variable, src, init: true });
  };
  if (ts.isImportDeclaration(s) && ts.isStringLiteral(s.moduleSpecifier)) {
    const from = s.moduleSpecifier.text;
    const clause = s.importClause;
    if (clause?.isTypeOnly) return;
    requests.push(from);
    if (!clause) return;
    if (clause.name) bind(f.declare(clause.name.text, 'import', clause.name), from, 'default', clause.name);
    const named = clause.namedBindings;
    if (named && ts.isNamespaceImport(named)) bind(f.declare(named.name.text, 'import', named.name), from, '*', named);
    else if (named) {
      for (const e of named.elements) {
        if (!e.isTypeOnly) bind(f.declare(e.name.text, 'import', e.name), from, (e.propertyName ?? e.name).text, e);
      }
    }
  } else if (ts.isImportEqualsDeclaration(s) && ts.isExternalModuleReference(s.moduleReference)) {
    const spec = s.moduleReference.expression;
    if (!ts.isStringLiteral(spec)) return;
    requests.push(spec.text);
    bind(f.declare(s.name.text, 'import', s.name), spec.text, '*', s);
  } else if (ts.isExportDeclaration(s) && s.moduleSpecifier && ts.isStringLiteral(s.moduleSpecifier) && !s.isTypeOnly) {
    const from = s.moduleSpecifier.text;
    const span = f.module.span(s);
    requests.push(from);
    const clause = s.exportClause;
    if (!clause) exports.push({ kind: 'all', module: from, span });
    else if (ts.isNamespaceExport(clause))
      exports.push({ kind: 'from', name: clause.name.text, module: from, imported: '*', span });
    else {
      for (const e of clause.elements) {
        exports.push({
          kind: 'from',
          name: e.name.text,
          module: from,
          imported: (e.propertyName ?? e.name).text,
          span,
        });
      }
    }
  }
}

function exportsOf(f: FunctionContext, s: ts.Statement, exports: ExportIR[]): void {
  const local = (name: string, as = name): void => {
    const variable = f.scope.resolve(name);
    if (variable) exports.push({ kind: 'local', name: as, variable });
  };
  if (ts.isExportDeclaration(s) && !s.moduleSpecifier && s.exportClause && ts.isNamedExports(s.exportClause)) {
    for (const e of s.exportClause.elements) local((e.propertyName ?? e.name).text, e.name.text);
    return;
  }
  if (ts.isExportAssignment(s)) {
    local('default');
    return;
  }
  const flags = ts.canHaveModifiers(s) ? (ts.getModifiers(s) ?? []).map((m) => m.kind) : [];
  if (!flags.includes(ts.SyntaxKind.ExportKeyword)) return;
  const isDefault = flags.includes(ts.SyntaxKind.DefaultKeyword);
  if (ts.isFunctionDeclaration(s) || ts.isClassDeclaration(s)) {
    const name = s.name?.text ?? 'default';
    local(name, isDefault ? 'default' : name);
  } else if (ts.isEnumDeclaration(s)) local(s.name.text);
  else if (ts.isVariableStatement(s)) {
    const names = (n: ts.BindingName): void => {
      if (ts.isIdentifier(n)) local(n.text);
      else for (const e of n.elements) if (ts.isBindingElement(e)) names(e.name);
    };
    for (const d of s.declarationList.declarations) names(d.name);
  }
}

const LIBRARY = /^numpy-ts(\/core|\/node)?$/;

/** Type names by syntax: imports from the library (through this file only) and this file's aliases and interfaces. */
function typeNames(source: ts.SourceFile): TypeNames {
  const fromLibrary = new Map<string, string>();
  const namespaces = new Set<string>();
  const declared = new Map<string, ts.TypeNode | ts.InterfaceDeclaration>(typedefs(source));
  for (const s of source.statements) {
    if (ts.isTypeAliasDeclaration(s) && !s.typeParameters) declared.set(s.name.text, s.type);
    else if (ts.isInterfaceDeclaration(s) && !s.typeParameters) declared.set(s.name.text, s);
    if (!ts.isImportDeclaration(s) || !ts.isStringLiteral(s.moduleSpecifier) || !LIBRARY.test(s.moduleSpecifier.text))
      continue;
    const named = s.importClause?.namedBindings;
    if (named && ts.isNamespaceImport(named)) namespaces.add(named.name.text);
    else if (named) for (const e of named.elements) fromLibrary.set(e.name.text, (e.propertyName ?? e.name).text);
  }
  return {
    libraryType: (node) => {
      if (ts.isIdentifier(node)) return fromLibrary.get(node.text) ?? null;
      return ts.isIdentifier(node.left) && namespaces.has(node.left.text) ? node.right.text : null;
    },
    declared: (name) => declared.get(name) ?? null,
  };
}

/** The types that comments declare: `@typedef {Float32Array} Samples`. */
function typedefs(source: ts.SourceFile): [string, ts.TypeNode][] {
  if (!source.text.includes('@typedef')) return [];
  const docs = [...source.statements, source.endOfFileToken].flatMap((s) => s.getChildren(source).filter(ts.isJSDoc));
  return docs.flatMap(({ tags = [] }) =>
    tags.flatMap((t): [string, ts.TypeNode][] =>
      ts.isJSDocTypedefTag(t) && t.name && t.typeExpression ? [[t.name.text, t.typeExpression]] : [],
    ),
  );
}
