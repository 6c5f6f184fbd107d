/** Top-level statements, one by one: what each declares, mentions and does, by its own syntax and the names of its module. */
import { ts } from 'ts-morph';
import type { Span } from '../api.ts';
import { Interned } from '../interned.ts';
import { CONFIGURES, SPECIFIERS } from '../libraries/numpy-ts/names.ts';
import { namesInHints } from './hints.ts';
import { BUILTINS, declaredBy, isAmbient, Mentions, typesDeclaredBy } from './mentions.ts';

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

/** The names of a module, and which of them are the library. */
export interface Names {
  /** Values that its statements bind. */
  readonly values: ReadonlySet<string>;
  /** Those, and what it imports. */
  readonly own: ReadonlySet<string>;
  readonly isLibrary: (name: string) => boolean;
}

export function namesOf(imports: ReadonlyMap<string, { readonly module: string }>, found: readonly Seen[]): Names {
  const values = new Set(found.flatMap((f) => f.declares));
  return {
    values,
    own: new Set([...imports.keys(), ...values]),
    isLibrary: (name) => (imports.get(name)?.module ?? '') in SPECIFIERS,
  };
}

/** A statement as a unit: `span` is its place in `whole`, with the comments that go with it. */
export function unitOf(s: ts.Statement, span: Span, whole: string, { values, own, isLibrary }: Names): Unit {
  const found = seen(s);
  const { declares, mentions, inert } = found;
  const text = whole.slice(span.start, span.end);
  const hinted = namesInHints(text);
  return {
    span,
    id: idOf(found, text),
    declares,
    mentions: new Set([...mentions.names, ...[...mentions.types, ...hinted].filter((name) => own.has(name))]),
    kind: (inert && hinted.length === 0) || isInert(s) ? 'inert' : 'code',
    changesShared: text.includes(CONFIGURES) || [...mentions.bare].some((name) => BUILTINS.has(name) && !own.has(name)),
    waits: mentions.waits,
    told: hinted.length > 0 || [...mentions.types].some((name) => ARRAY_TYPES.test(name)),
    runs: [...mentions.calls].some(
      (root) => root === null || values.has(root) || !(BUILTINS.has(root) || isLibrary(root)),
    ),
  };
}

/** `Float32Array`, `NDArray`, `TypedArray` */
const ARRAY_TYPES = /Array(Core)?$/;

export interface Seen {
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
export function seen(s: ts.Statement): Seen {
  let found = seenBefore.get(s);
  if (!found) {
    found = { declares: declaredBy(s), mentions: new Mentions(s), inert: isPlainConstant(s), text: '', id: 0 };
    seenBefore.set(s, found);
  }
  return found;
}

/** From the end of the line on which the statement before it ends, to the end of its own last line's comment. */
export function spanOf(source: ts.SourceFile, n: number): Span {
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
