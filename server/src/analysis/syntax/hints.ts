/**
 * Comments that tell what cannot be seen: `bytelens: x is float32[1024, n]`. They hold from the statement that they
 * stand before or behind: for what it gives the variable, else for what the variable holds when it begins.
 */
import { DTYPES, TYPED_ARRAYS } from 'bytelens/laws';
import { ts } from 'ts-morph';
import type { Span } from '../api.ts';
import type { BadHint, Hint, HintedType } from '../ir/types.ts';
import { commentsWith } from './directives.ts';

const MARK = 'bytelens:';
const HINT = /^[\s*]*bytelens:\s*([\s\S]*?)[\s*]*$/;
const SENTENCE = /^([\p{ID_Start}$_][\p{ID_Continue}$]*)\s+is\s+([\s\S]+)$/u;
const ARRAY = /^(\w+)\s*(?:\[([^\]]*)\])?$/;
const NAME = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
/** A dtype may be followed by its shape. */
const EXPECTED = 'expected `NAME is float32[1024, n]`, `NAME is Float64Array[n]` or `NAME is 640`';

export interface Hints {
  readonly good: readonly Hint[];
  readonly bad: readonly BadHint[];
}

export function hintsOf(source: ts.SourceFile): Hints {
  const good: Hint[] = [];
  const bad: BadHint[] = [];
  if (!source.text.includes(MARK)) return { good, bad };
  for (const { pos: start, end } of commentsWith(source, MARK)) {
    const span = { start, end };
    const hint = parseHint(source.text, span);
    if (typeof hint === 'string') bad.push({ span, problem: hint });
    else if (hint) good.push(hint);
  }
  return { good, bad };
}

/** The names in hints of a text, whether they can be followed or not. */
export function namesInHints(text: string): string[] {
  if (!text.includes(MARK)) return [];
  const comments = text.split(MARK).slice(1);
  return comments.flatMap((c) =>
    [...(c.split(/\*\/|\n/)[0] as string).matchAll(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu)].map((m) => m[0]),
  );
}

/** The hint in a comment; what is wrong with it; or null where the comment is something else. */
function parseHint(text: string, span: Span): Hint | string | null {
  const inner = text.slice(span.start + 2, text.startsWith('/*', span.start) ? span.end - 2 : span.end);
  const body = HINT.exec(inner)?.[1];
  if (body === undefined) return null;
  const sentence = SENTENCE.exec(body);
  if (!sentence) return `${EXPECTED}, got \`${body}\``;
  const [, variable, type] = sentence as unknown as [string, string, string];
  const said = parseType(type.trim());
  if (typeof said === 'string') return said;
  const start = text.indexOf(type, text.indexOf(body, span.start) + variable.length);
  return { span, variable, said, saidSpan: { start, end: start + type.trimEnd().length } };
}

function parseType(text: string): HintedType | string {
  if (/^\d+$/.test(text) && Number.isSafeInteger(Number(text))) return { kind: 'number', value: Number(text) };
  const match = ARRAY.exec(text);
  if (!match) return `${EXPECTED}, got \`${text}\``;
  const [, name, inside] = match as unknown as [string, string, string | undefined];
  const ctor = (TYPED_ARRAYS as readonly string[]).includes(name) ? name : null;
  const dtype = (DTYPES as readonly string[]).includes(name) ? name : null;
  if (!ctor && !dtype) return `expected a dtype (${DTYPES.join(', ')}) or a typed array, got \`${name}\``;
  const axes = inside === undefined ? null : inside.trim() === '' ? [] : inside.split(',').map((x) => axis(x.trim()));
  const wrong = axes?.find((x) => typeof x === 'object' && x !== null);
  if (wrong) return `expected a size, a name or \`?\` for each axis, got \`${wrong.wrong}\``;
  if (ctor && axes && axes.length !== 1) return `expected one axis, for a ${ctor} has one, got ${axes.length}`;
  return { kind: 'array', dtype, ctor, axes: axes as readonly (number | string | null)[] | null };
}

function axis(text: string): number | string | null | { readonly wrong: string } {
  if (text === '?') return null;
  if (/^\d+$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  return NAME.test(text) ? text : { wrong: text };
}

/** Whether a statement gives a variable a value by its name, not deep inside. */
export function gives(s: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(s)) return s.declarationList.declarations.some((d) => binds(d.name, name));
  if (!ts.isExpressionStatement(s)) return false;
  const e = s.expression;
  return (
    ts.isBinaryExpression(e) &&
    e.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isIdentifier(e.left) &&
    e.left.text === name
  );
}

function binds(n: ts.BindingName, name: string): boolean {
  if (ts.isIdentifier(n)) return n.text === name;
  return n.elements.some((e) => ts.isBindingElement(e) && binds(e.name, name));
}

/** The hints that stand before a statement, or behind it on its last line. */
export function hintsAt(source: ts.SourceFile, s: ts.Statement, hints: readonly Hint[]): Hint[] {
  if (hints.length === 0) return [];
  const behind = ts.getTrailingCommentRanges(source.text, s.end) ?? [];
  const start = s.getStart(source);
  // What stands behind the statement before it, on the line where that ends, is that one's.
  const siblings = 'statements' in s.parent ? (s.parent.statements as readonly ts.Statement[]) : [];
  const first = siblings[0] === s || siblings.length === 0;
  const others = first ? [] : (ts.getTrailingCommentRanges(source.text, s.pos) ?? []);
  const isIn = (h: Hint, list: readonly ts.TextRange[]): boolean =>
    list.some((c) => c.pos <= h.span.start && h.span.end <= c.end);
  return hints.filter((h) => isIn(h, behind) || (s.pos <= h.span.start && h.span.end <= start && !isIn(h, others)));
}
