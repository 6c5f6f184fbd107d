/**
 * Parses an expression into a tree. The grammar is Python's, for expressions of numbers, names, calls and operators:
 * `**` groups to the right and binds tighter than the sign before it, `& ^ |` bind tighter than comparisons, and
 * `a < b < c` means `(a < b) & (b < c)`. Whether names and functions exist is not asked here.
 */
import { ExpressionError } from './errors.ts';
import { type Token, tokens } from './tokens.ts';

export type Tree = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'number'; readonly value: number | bigint }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Tree }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Tree; readonly right: Tree }
  | { readonly kind: 'compare'; readonly operators: readonly string[]; readonly operands: readonly Tree[] }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Tree[];
      readonly named: ReadonlyMap<string, Tree>;
    }
);

/** How tightly binary operators bind, from loose to tight; those of one row group to the left, but for `**`. */
const ROWS: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  [],
  ['<', '<=', '>', '>=', '==', '!='],
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '//', '%'],
  [],
  ['**'],
];
const BINDING: ReadonlyMap<string, number> = new Map(ROWS.flatMap((row, index) => row.map((each) => [each, index])));
/** The row between `and` and the comparisons. */
const NOT = 2;
const COMPARISON = 3;
/** The row between `*` and `**`. */
const SIGN = 10;
const POWER = 11;
const KEYWORDS: ReadonlySet<string> = new Set(['and', 'or', 'not']);

/** Deeper trees than any person writes would only overflow the stack. */
const MOST_DEPTH = 200;

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokens(text);
  }

  #peek(): Token {
    return this.#tokens[this.#at] as Token;
  }

  #take(): Token {
    return this.#tokens[this.#at++] as Token;
  }

  #fail(token: Token, wanted: string): never {
    const came = token.kind === 'end' ? 'the end' : `\`${this.#text.slice(token.start, token.end)}\``;
    throw new ExpressionError(this.#text, token.start, `expected ${wanted}, got ${came}`);
  }

  #isNext(value: string): boolean {
    const token = this.#peek();
    return token.value === value && token.kind === 'operator';
  }

  #expect(value: string): Token {
    if (!this.#isNext(value)) this.#fail(this.#peek(), `\`${value}\``);
    return this.#take();
  }

  whole(): Tree {
    const tree = this.#expression(0);
    if (this.#peek().kind !== 'end') this.#fail(this.#peek(), 'an operator or the end');
    return tree;
  }

  /** An expression of operators in row `least` and tighter. */
  #expression(least: number): Tree {
    if (++this.#depth > MOST_DEPTH) {
      throw new ExpressionError(this.#text, this.#peek().start, `nested deeper than ${MOST_DEPTH} levels`);
    }
    let left = this.#prefix(least);
    for (;;) {
      const token = this.#peek();
      const row = this.#rowOf(token);
      if (row === undefined || row < least) break;
      left = row === COMPARISON ? this.#comparison(left) : this.#binary(left, row);
    }
    this.#depth--;
    return left;
  }

  #rowOf(token: Token): number | undefined {
    if (token.kind === 'operator') return BINDING.get(token.value);
    return token.kind === 'name' && KEYWORDS.has(token.value) ? BINDING.get(token.value) : undefined;
  }

  #binary(left: Tree, row: number): Tree {
    const operator = this.#take().value as string;
    // To the right of `**` stands a signed operand: 2 ** -a ** b is 2 ** (-(a ** b)).
    const right = this.#expression(row === POWER ? SIGN : row + 1);
    return { kind: 'binary', operator, left, right, start: left.start, end: right.end };
  }

  #comparison(first: Tree): Tree {
    const operators: string[] = [];
    const operands = [first];
    while (this.#rowOf(this.#peek()) === COMPARISON) {
      operators.push(this.#take().value as string);
      operands.push(this.#expression(COMPARISON + 1));
    }
    return { kind: 'compare', operators, operands, start: first.start, end: (operands.at(-1) as Tree).end };
  }

  #prefix(least: number): Tree {
    const token = this.#peek();
    if (token.kind === 'name' && token.value === 'not') {
      if (least > NOT) this.#fail(token, 'an operand (put `not …` in parentheses)');
      return this.#unary(NOT);
    }
    if (token.kind === 'operator' && '+-~'.includes(token.value)) return this.#unary(SIGN);
    return this.#operand();
  }

  #unary(row: number): Tree {
    const { value, start } = this.#take();
    const operand = this.#expression(row);
    return { kind: 'unary', operator: value as string, operand, start, end: operand.end };
  }

  #operand(): Tree {
    const token = this.#take();
    const { start, end } = token;
    if (token.kind === 'number') return { kind: 'number', value: token.value, start, end };
    if (token.kind === 'string') return { kind: 'string', value: token.value, start, end };
    if (token.kind === 'name' && !KEYWORDS.has(token.value)) {
      return this.#isNext('(') ? this.#call(token) : { kind: 'name', name: token.value, start, end };
    }
    if (token.kind === 'operator' && token.value === '(') {
      const inner = this.#expression(0);
      this.#expect(')');
      return inner;
    }
    return this.#fail(token, 'an operand');
  }

  #call(name: Token): Tree {
    this.#expect('(');
    const args: Tree[] = [];
    const named = new Map<string, Tree>();
    while (!this.#isNext(')')) {
      const token = this.#peek();
      const following = this.#tokens[this.#at + 1];
      if (token.kind === 'name' && following?.kind === 'operator' && following.value === '=') {
        if (named.has(token.value)) this.#fail(token, 'each named argument once');
        this.#at += 2;
        named.set(token.value, this.#expression(0));
      } else if (named.size > 0) {
        this.#fail(token, 'a named argument after a named argument');
      } else {
        args.push(this.#expression(0));
      }
      if (!this.#isNext(')')) this.#expect(',');
    }
    const { end } = this.#expect(')');
    return { kind: 'call', name: name.value as string, args, named, start: name.start, end };
  }
}

/** The tree of `text`. Throws an `ExpressionError` with the position of the first token that does not fit. */
export function parse(text: string): Tree {
  return new Parser(text).whole();
}
