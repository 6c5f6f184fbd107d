/** The parser of `evaluate`: it groups as Python does, and says where an expression is wrong. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ExpressionError, evaluate } from '../../core/src/evaluate/index.ts';
import { parse, type Tree } from '../../core/src/evaluate/parse.ts';
import { askPython, pythonWith } from './support/python.ts';
import { Random } from './support/random.ts';

/** A tree as fully bracketed text. */
function bracketed(tree: Tree): string {
  switch (tree.kind) {
    case 'number':
      return String(tree.value);
    case 'string':
      return JSON.stringify(tree.value);
    case 'name':
      return tree.name;
    case 'unary':
      return `(${tree.operator} ${bracketed(tree.operand)})`;
    case 'binary':
      return `(${bracketed(tree.left)} ${tree.operator} ${bracketed(tree.right)})`;
    case 'compare':
      return `(${tree.operands.map((each, index) => `${index > 0 ? `${tree.operators[index - 1]} ` : ''}${bracketed(each)}`).join(' ')})`;
    case 'call':
      return `${tree.name}(${tree.args.map(bracketed).join(', ')})`;
  }
}

/** The same from Python's own tree; a list of `None` for texts that Python refuses. */
const PYTHON = `
import ast, json, sys
OPS = {ast.Add:'+', ast.Sub:'-', ast.Mult:'*', ast.Div:'/', ast.FloorDiv:'//', ast.Mod:'%', ast.Pow:'**', ast.BitAnd:'&',
  ast.BitOr:'|', ast.BitXor:'^', ast.LShift:'<<', ast.RShift:'>>', ast.USub:'-', ast.UAdd:'+', ast.Invert:'~', ast.Not:'not',
  ast.Lt:'<', ast.LtE:'<=', ast.Gt:'>', ast.GtE:'>=', ast.Eq:'==', ast.NotEq:'!=', ast.And:'and', ast.Or:'or'}
def show(t):
  if isinstance(t, ast.Constant): return str(t.value)
  if isinstance(t, ast.Name): return t.id
  if isinstance(t, ast.UnaryOp): return '(%s %s)' % (OPS[type(t.op)], show(t.operand))
  if isinstance(t, ast.BinOp): return '(%s %s %s)' % (show(t.left), OPS[type(t.op)], show(t.right))
  if isinstance(t, ast.BoolOp):
    text = show(t.values[0])
    for v in t.values[1:]: text = '(%s %s %s)' % (text, OPS[type(t.op)], show(v))
    return text
  if isinstance(t, ast.Compare):
    return '(' + ' '.join([show(t.left)] + ['%s %s' % (OPS[type(o)], show(c)) for o, c in zip(t.ops, t.comparators)]) + ')'
  if isinstance(t, ast.Call): return '%s(%s)' % (t.func.id, ', '.join(show(a) for a in t.args))
  raise ValueError(t)
def one(text):
  try: return show(ast.parse(text.strip(), mode='eval').body)
  except (SyntaxError, ValueError, RecursionError, AttributeError): return None
print(json.dumps([one(t) for t in json.load(sys.stdin)]))
`;

const BINARY = [
  '+',
  '-',
  '*',
  '/',
  '//',
  '%',
  '**',
  '&',
  '|',
  '^',
  '<<',
  '>>',
  '<',
  '<=',
  '>',
  '>=',
  '==',
  '!=',
  'and',
  'or',
];
const UNARY = ['-', '+', '~', 'not'];

function randomText(random: Random, depth: number): string {
  const roll = random.below(10);
  if (depth === 0 || roll < 2) return random.pick(['a', 'b', 'c_1', '2', '17']);
  if (roll < 4) return `${random.pick(UNARY)} ${randomText(random, depth - 1)}`;
  if (roll === 4) return `(${randomText(random, depth - 1)})`;
  if (roll === 5) return `f(${randomText(random, depth - 1)}, ${randomText(random, depth - 1)})`;
  return `${randomText(random, depth - 1)} ${random.pick(BINARY)} ${randomText(random, depth - 1)}`;
}

function tryParse(text: string): string | null {
  try {
    return bracketed(parse(text));
  } catch (error) {
    assert.ok(error instanceof ExpressionError, `${text}: ${error}`);
    assert.ok(error.position >= 0 && error.position <= text.length);
    return null;
  }
}

describe('the parser of evaluate', () => {
  it('groups as Python does, and refuses what Python refuses', (context) => {
    const python = pythonWith('ast');
    if (python === null) return context.skip('no Python');
    const random = new Random(4);
    const texts = Array.from({ length: 3000 }, () => randomText(random, 4));
    const theirs = askPython(python, PYTHON, texts) as (string | null)[];
    for (const [index, text] of texts.entries()) {
      const ours = tryParse(text);
      assert.equal(ours, theirs[index], text);
    }
    assert.ok(theirs.filter((each) => each !== null).length > 1000);
  });

  it('gives a tree or an ExpressionError for any text', () => {
    const random = new Random(5);
    const pieces = [
      ...BINARY,
      ...UNARY,
      '(',
      ')',
      ',',
      '=',
      'a',
      '1',
      '1.5',
      '.',
      '1e',
      '0x',
      '3n',
      "'",
      '"x"',
      '\n',
      'é',
      '$',
      '@',
      '[',
      '&&',
    ];
    let good = 0;
    for (let round = 0; round < 20_000; round++) {
      const text = Array.from({ length: random.below(9) }, () => random.pick(pieces)).join(random.pick(['', ' ']));
      if (tryParse(text) !== null) good++;
    }
    assert.ok(good > 100);
  });

  it('reads numbers', () => {
    for (const [text, value] of [
      ['1_000', 1000],
      ['0x1F', 31],
      ['0b101', 5],
      ['.5', 0.5],
      ['1.', 1],
      ['1.5e-3', 0.0015],
      ['9007199254740993n', 9007199254740993n],
    ] as const) {
      const tree = parse(text);
      assert.equal(tree.kind === 'number' && tree.value, value);
    }
  });

  it('says where an expression is wrong', () => {
    for (const [text, position, reason] of [
      ['a +', 3, /expected an operand, got the end/],
      ['a && b', 2, /use `and`/],
      ['(a + b', 6, /expected `\)`/],
      ['a b', 2, /expected an operator or the end, got `b`/],
      ['a ? b', 2, /where\(condition, a, b\)/],
      ['2a', 1, /cannot follow a number/],
      ['a[0]', 1, /a variable that holds the slice/],
      ['', 0, /expected an operand/],
      ['('.repeat(300), 200, /nested deeper/],
    ] as const) {
      assert.throws(
        () => parse(text),
        (error: unknown) => {
          assert.ok(error instanceof ExpressionError);
          assert.equal(error.position, position, text);
          assert.match(error.message, reason);
          assert.ok(error.message.endsWith(`${' '.repeat(position)}^`), error.message);
          return true;
        },
      );
    }
  });

  it('reaches only the named variables and functions', () => {
    const a = new Float64Array([1, 2]);
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'globalThis', 'process', 'eval']) {
      assert.throws(() => evaluate(`a + ${name}`, { a }), ExpressionError, name);
      assert.throws(() => evaluate(`${name}(a)`, { a }), ExpressionError, name);
    }
    assert.throws(() => evaluate('a.length', { a }), ExpressionError);
    assert.throws(() => evaluate('sum(a) + 1', { a }), /must stand outermost/);
    assert.throws(() => evaluate('sin(a, a)', { a }), /takes 1 argument, got 2/);
    assert.throws(() => evaluate('sin + a', { a }), /there is a function of that name/);
    assert.throws(() => evaluate("astype(a, 'float7')", { a }), /a dtype in quotes/);
  });
});
