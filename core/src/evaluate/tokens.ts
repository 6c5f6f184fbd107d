/**
 * Cuts an expression into tokens. The tokens are Python's, without strings that span lines, plus `1n` for an integer
 * beyond 2⁵³.
 */
import { ExpressionError } from './errors.ts';

export type Token =
  | { readonly kind: 'number'; readonly value: number | bigint; readonly start: number; readonly end: number }
  | { readonly kind: 'string'; readonly value: string; readonly start: number; readonly end: number }
  | { readonly kind: 'name'; readonly value: string; readonly start: number; readonly end: number }
  | { readonly kind: 'operator'; readonly value: string; readonly start: number; readonly end: number }
  | { readonly kind: 'end'; readonly value: ''; readonly start: number; readonly end: number };

const SPACE = /\s+/y;
const NAME = /[\p{ID_Start}_$][\p{ID_Continue}$]*/uy;
const INTEGER =
  /(?:0[xX][\da-fA-F](?:_?[\da-fA-F])*|0[bB][01](?:_?[01])*|0[oO][0-7](?:_?[0-7])*|\d(?:_?\d)*)(n?)(?![.\w])/y;
const FLOAT = /(?:(?:\d(?:_?\d)*)?\.\d(?:_?\d)*|\d(?:_?\d)*\.?)(?:[eE][+-]?\d(?:_?\d)*)?/y;
const STRING = /'([^'\\\n]*)'|"([^"\\\n]*)"/y;
const OPERATORS = ['**', '//', '<<', '>>', '<=', '>=', '==', '!=', ...'+-*/%&|^~<>(),='];

/** What people write who come from JavaScript, and what to write here. */
const FOREIGN: Readonly<Record<string, string>> = {
  '&&': '`and`, or `&` between arrays of bool',
  '||': '`or`, or `|` between arrays of bool',
  '!': '`not`, or `~`',
  '===': '`==`',
  '!==': '`!=`',
  '?': '`where(condition, a, b)`',
  '[': 'a variable that holds the slice',
  '.': 'plain names',
};

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function number(text: string, at: number): Token | null {
  const integer = match(INTEGER, text, at);
  if (integer !== null) {
    const digits = integer[0].replaceAll('_', '');
    const end = at + integer[0].length;
    const value = integer[1] === 'n' ? BigInt(digits.slice(0, -1)) : Number(digits);
    return { kind: 'number', value, start: at, end };
  }
  const float = match(FLOAT, text, at);
  if (float === null) return null;
  const end = at + float[0].length;
  if (/[\w$]/.test(text[end] ?? '')) {
    throw new ExpressionError(text, end, `\`${text[end]}\` cannot follow a number`);
  }
  return { kind: 'number', value: Number(float[0].replaceAll('_', '')), start: at, end };
}

function next(text: string, at: number): Token {
  const numeric = /[\d.]/.test(text[at] ?? '') ? number(text, at) : null;
  if (numeric !== null) return numeric;
  const name = match(NAME, text, at);
  if (name !== null) return { kind: 'name', value: name[0], start: at, end: at + name[0].length };
  const string = match(STRING, text, at);
  if (string !== null) {
    return { kind: 'string', value: string[1] ?? string[2] ?? '', start: at, end: at + string[0].length };
  }
  for (const [foreign, instead] of Object.entries(FOREIGN)) {
    if (!text.startsWith(foreign, at) || (foreign === '!' && text[at + 1] === '=')) continue;
    throw new ExpressionError(text, at, `\`${foreign}\` is no operator here: use ${instead}`);
  }
  const operator = OPERATORS.find((each) => text.startsWith(each, at));
  if (operator === undefined) {
    throw new ExpressionError(
      text,
      at,
      `unexpected character ${JSON.stringify(String.fromCodePoint(text.codePointAt(at) ?? 0))}`,
    );
  }
  return { kind: 'operator', value: operator, start: at, end: at + operator.length };
}

/** All tokens of `text`, the last of kind `end`. Throws an `ExpressionError` at a character that begins no token. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  for (;;) {
    at += match(SPACE, text, at)?.[0].length ?? 0;
    if (at >= text.length) break;
    const token = next(text, at);
    found.push(token);
    at = token.end;
  }
  found.push({ kind: 'end', value: '', start: text.length, end: text.length });
  return found;
}
