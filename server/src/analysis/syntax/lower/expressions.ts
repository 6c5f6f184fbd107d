/** Expressions to instructions: each returns the temporary that holds its value. */
import { ts } from 'ts-morph';
import type { Argument, Temp, Variable } from '../../ir/types.ts';
import { labelOf, typeHint } from '../types.ts';
import type { FunctionContext } from './context.ts';
import { lowerClass, lowerFunction } from './functions.ts';
import { objectLiteral } from './objects.ts';
import { assignPattern } from './patterns.ts';

const K = ts.SyntaxKind;

/** Parentheses and type-only wrappers do nothing at run time. */
export function unwrap(node: ts.Expression): ts.Expression {
  let n = node;
  while (ts.isParenthesizedExpression(n) || ts.isNonNullExpression(n) || ts.isSatisfiesExpression(n)) n = n.expression;
  return n;
}

export function lowerExpression(f: FunctionContext, outer: ts.Expression): Temp {
  const node = unwrap(outer);
  const cast = ts.isParenthesizedExpression(outer) && f.module.hasTypeComments ? ts.getJSDocType(outer) : undefined;
  const value = unwrapped(f, node);
  return cast ? f.annotate(node, value, typeHint(cast, f.module.names), labelOf(outer)) : value;
}

function unwrapped(f: FunctionContext, node: ts.Expression): Temp {
  switch (node.kind) {
    case K.NumericLiteral:
      return f.value(node, { op: 'const', value: { kind: 'number', value: Number((node as ts.NumericLiteral).text) } });
    case K.BigIntLiteral:
      return f.value(node, {
        op: 'const',
        value: { kind: 'bigint', value: BigInt((node as ts.BigIntLiteral).text.slice(0, -1)).toString() },
      });
    case K.StringLiteral:
    case K.NoSubstitutionTemplateLiteral:
      return f.value(node, { op: 'const', value: { kind: 'string', value: (node as ts.StringLiteral).text } });
    case K.TrueKeyword:
    case K.FalseKeyword:
      return f.value(node, { op: 'const', value: { kind: 'boolean', value: node.kind === K.TrueKeyword } });
    case K.NullKeyword:
      return f.value(node, { op: 'const', value: { kind: 'null' } });
    case K.RegularExpressionLiteral:
      return f.value(node, { op: 'const', value: { kind: 'regexp', value: node.getText() } });
    case K.ThisKeyword:
      return f.value(node, { op: 'this' });
    case K.OmittedExpression:
      return f.value(node, { op: 'const', value: { kind: 'hole' } });
  }
  if (ts.isIdentifier(node)) return identifier(f, node);
  if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) {
    const src = lowerExpression(f, node.expression);
    if (ts.isTypeReferenceNode(node.type) && node.type.getText() === 'const') return src;
    return f.annotate(node.expression, src, typeHint(node.type, f.module.names), labelOf(node.expression));
  }
  if (isAccess(node)) return accessed(f, node, node, (value) => value);
  if (ts.isNewExpression(node)) {
    const callee = lowerExpression(f, node.expression);
    const args = argumentsOf(f, node.arguments ?? []);
    return f.value(node, { op: 'new', callee, calleeSpan: f.module.span(node.expression), args });
  }
  if (ts.isArrayLiteralExpression(node)) return f.value(node, { op: 'list', items: argumentsOf(f, node.elements) });
  if (ts.isObjectLiteralExpression(node)) return objectLiteral(f, node);
  if (ts.isBinaryExpression(node)) return binary(f, node);
  if (ts.isPrefixUnaryExpression(node)) return prefix(f, node);
  if (ts.isPostfixUnaryExpression(node)) {
    return step(f, node, node.operand, node.operator === K.PlusPlusToken ? '+' : '-').before;
  }
  if (ts.isConditionalExpression(node)) {
    const cond = lowerExpression(f, node.condition);
    return choose(
      f,
      node,
      cond,
      () => lowerExpression(f, node.whenTrue),
      () => lowerExpression(f, node.whenFalse),
    );
  }
  if (ts.isFunctionExpression(node) && node.name) return namedFunction(f, node, node.name);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) {
    return f.value(node, { op: 'closure', fn: lowerFunction(f, node, nameForFunction(node)) });
  }
  if (ts.isClassExpression(node)) return lowerClass(f, node);
  if (ts.isTemplateExpression(node)) {
    const strings = [node.head.text, ...node.templateSpans.map((s) => s.literal.text)];
    const parts = node.templateSpans.map((s) => lowerExpression(f, s.expression));
    return f.value(node, { op: 'template', strings, parts });
  }
  if (ts.isTaggedTemplateExpression(node)) return taggedTemplate(f, node);
  if (ts.isAwaitExpression(node)) return f.value(node, { op: 'await', src: lowerExpression(f, node.expression) });
  if (ts.isYieldExpression(node)) {
    const src = node.expression ? lowerExpression(f, node.expression) : null;
    return f.value(node, { op: 'yield', src, delegates: node.asteriskToken !== undefined });
  }
  if (ts.isTypeOfExpression(node)) {
    return f.value(node, { op: 'unary', operator: 'typeof', a: lowerExpression(f, node.expression) });
  }
  if (ts.isVoidExpression(node)) {
    lowerExpression(f, node.expression);
    return f.undefinedAt(node);
  }
  if (ts.isDeleteExpression(node)) {
    const target = unwrap(node.expression);
    const inputs =
      ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)
        ? [lowerExpression(f, target.expression)]
        : [];
    if (ts.isElementAccessExpression(target)) lowerExpression(f, target.argumentExpression);
    return f.value(node, { op: 'opaque', reason: 'delete is not followed', inputs, runs: false });
  }
  const inputs = ts.isMetaProperty(node) ? [] : childValues(f, node);
  return f.value(node, { op: 'opaque', reason: `${K[node.kind]} is not followed`, inputs, runs: true });
}

/** A call of the tag with the list of the literal parts and the values between them. */
function taggedTemplate(f: FunctionContext, node: ts.TaggedTemplateExpression): Temp {
  const { template } = node;
  const tag = unwrap(node.tag);
  const texts = ts.isTemplateExpression(template)
    ? [template.head.text, ...template.templateSpans.map((s) => s.literal.text)]
    : [template.text];
  const obj = ts.isPropertyAccessExpression(tag) ? lowerExpression(f, tag.expression) : null;
  const callee = obj === null ? lowerExpression(f, tag) : null;
  const span = f.module.span(template);
  const items = texts.map((value) => {
    const temp = f.value(template, { op: 'const', value: { kind: 'string', value } });
    return { temp, span, spread: false };
  });
  const strings = { temp: f.value(template, { op: 'list', items }), span, spread: false };
  const values = ts.isTemplateExpression(template) ? template.templateSpans.map((s) => s.expression) : [];
  const args = [strings, ...argumentsOf(f, values)];
  if (obj !== null && ts.isPropertyAccessExpression(tag)) {
    const objSpan = f.module.span(tag.expression);
    const nameSpan = f.module.span(tag.name);
    return f.value(node, { op: 'invoke', obj, objSpan, name: tag.name.text, nameSpan, args });
  }
  return f.value(node, { op: 'call', callee: callee as Temp, calleeSpan: f.module.span(tag), args });
}

/** A function expression whose name means itself, inside it only. */
function namedFunction(f: FunctionContext, node: ts.FunctionExpression, name: ts.Identifier): Temp {
  return f.scoped(() => {
    const variable = f.declare(name.text, 'const', name);
    const src = f.value(node, { op: 'closure', fn: lowerFunction(f, node, name.text) });
    f.emit(name, { op: 'store', variable, src, init: true });
    return src;
  });
}

/** Evaluates the expressions directly inside something that is not understood, so that their own facts are found. */
function childValues(f: FunctionContext, node: ts.Node): Temp[] {
  const out: Temp[] = [];
  ts.forEachChild(node, (child) => {
    // The names of attributes and of HTML elements are no variables.
    if (ts.isJsxAttribute(node) && child === node.name) return;
    if (ts.isJsxClosingElement(child)) return;
    if (isTagName(node, child) && /^[a-z]/.test(child.getText())) return;
    if (ts.isExpression(child)) out.push(lowerExpression(f, child));
    else if (ts.isJsxExpression(child) && child.expression) out.push(lowerExpression(f, child.expression));
    else out.push(...childValues(f, child));
  });
  return out;
}

function isTagName(node: ts.Node, child: ts.Node): boolean {
  return (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) && child === node.tagName;
}

function nameForFunction(node: ts.ArrowFunction | ts.FunctionExpression): string {
  if (node.name) return node.name.getText();
  const p = node.parent;
  if (ts.isVariableDeclaration(p) && ts.isIdentifier(p.name)) return p.name.text;
  if (ts.isPropertyAssignment(p) || ts.isPropertyDeclaration(p)) return p.name.getText();
  return '(anonymous)';
}

export function identifier(f: FunctionContext, node: ts.Identifier): Temp {
  if (node.text === 'undefined') return f.undefinedAt(node);
  const variable = f.scope.resolve(node.text);
  if (variable) return f.value(node, { op: 'load', variable });
  f.module.globals.push(node.text);
  return f.value(node, { op: 'global', name: node.text });
}

export function argumentsOf(f: FunctionContext, nodes: readonly ts.Expression[]): Argument[] {
  return nodes.map((n) => {
    const spread = ts.isSpreadElement(n);
    const inner = spread ? n.expression : n;
    return { temp: lowerExpression(f, inner), span: f.module.span(inner), spread };
  });
}

/** `a?.b`: undefined where `a` is null or undefined, else what `then` computes. */
function optional(f: FunctionContext, at: ts.Node, obj: Temp, present: boolean, then: () => Temp): Temp {
  if (!present) return then();
  const cond = f.value(at, { op: 'isNullish', src: obj });
  return choose(f, at, cond, () => f.undefinedAt(at), then);
}

type Access = ts.PropertyAccessExpression | ts.ElementAccessExpression | ts.CallExpression;

/**
 * The value of what an access stands on, handed to `then`. Where it belongs to the same optional chain, `then` becomes
 * part of that chain: in `a?.b.c(d())`, neither `c` nor `d` is looked at where `a` is null or undefined. `whole` is the
 * chain's outermost access, whose value that is.
 */
function base(f: FunctionContext, node: ts.Expression, whole: Access, then: (obj: Temp) => Temp): Temp {
  let n = node;
  while (ts.isNonNullExpression(n)) n = n.expression;
  return isAccess(n) && n.flags & ts.NodeFlags.OptionalChain
    ? accessed(f, n, whole, then)
    : then(lowerExpression(f, node));
}

function isAccess(n: ts.Node): n is Access {
  return ts.isPropertyAccessExpression(n) || ts.isElementAccessExpression(n) || ts.isCallExpression(n);
}

function accessed(f: FunctionContext, node: Access, whole: Access, then: (value: Temp) => Temp): Temp {
  const present = node.questionDotToken !== undefined;
  if (ts.isPropertyAccessExpression(node)) {
    if (node.expression.kind === K.SuperKeyword) {
      return then(f.value(node, { op: 'superMember', name: node.name.text }));
    }
    return base(f, node.expression, whole, (obj) =>
      optional(f, whole, obj, present, () =>
        then(f.value(node, { op: 'member', obj, objSpan: f.module.span(node.expression), name: node.name.text })),
      ),
    );
  }
  if (ts.isElementAccessExpression(node)) {
    return base(f, node.expression, whole, (obj) =>
      optional(f, whole, obj, present, () => {
        const index = lowerExpression(f, node.argumentExpression);
        return then(f.value(node, { op: 'element', obj, objSpan: f.module.span(node.expression), index }));
      }),
    );
  }
  return call(f, node, whole, then);
}

function call(f: FunctionContext, node: ts.CallExpression, whole: Access, then: (value: Temp) => Temp): Temp {
  const callee = unwrap(node.expression);
  const present = node.questionDotToken !== undefined;
  const [specifier] = node.arguments;
  if (callee.kind === K.ImportKeyword && specifier && ts.isStringLiteralLike(specifier)) {
    f.module.dynamicRequests.push(specifier.text);
    return then(f.value(node, { op: 'import', module: specifier.text, name: '*', dynamic: true }));
  }
  if (callee.kind === K.SuperKeyword) {
    return then(f.value(node, { op: 'superCall', args: argumentsOf(f, node.arguments) }));
  }
  if (callee.kind === K.ImportKeyword) {
    const inputs = argumentsOf(f, node.arguments).map((a) => a.temp);
    const reason = 'which module is imported here is not known';
    return then(f.value(node, { op: 'opaque', reason, inputs, runs: true }));
  }
  if (ts.isPropertyAccessExpression(callee) && callee.expression.kind === K.SuperKeyword) {
    const method = f.value(callee, { op: 'superMember', name: callee.name.text });
    const self: Argument = {
      temp: f.value(callee.expression, { op: 'this' }),
      span: f.module.span(callee),
      spread: false,
    };
    const args = [self, ...argumentsOf(f, node.arguments)];
    const objSpan = f.module.span(callee);
    return then(f.value(node, { op: 'invoke', obj: method, objSpan, name: 'call', nameSpan: objSpan, args }));
  }
  if (ts.isPropertyAccessExpression(callee) && callee.expression.kind !== K.SuperKeyword) {
    return base(f, callee.expression, whole, (obj) =>
      optional(f, whole, obj, callee.questionDotToken !== undefined || present, () => {
        const args = argumentsOf(f, node.arguments);
        return then(
          f.value(node, {
            op: 'invoke',
            obj,
            objSpan: f.module.span(callee.expression),
            name: callee.name.text,
            nameSpan: f.module.span(callee.name),
            args,
          }),
        );
      }),
    );
  }
  if (ts.isElementAccessExpression(callee) && callee.expression.kind !== K.SuperKeyword) {
    return base(f, callee.expression, whole, (obj) =>
      optional(f, whole, obj, callee.questionDotToken !== undefined, () => {
        const index = lowerExpression(f, callee.argumentExpression);
        const objSpan = f.module.span(callee.expression);
        const fn = f.value(callee, { op: 'element', obj, objSpan, index });
        return optional(f, whole, fn, present, () => {
          const args = argumentsOf(f, node.arguments);
          const calleeSpan = f.module.span(callee);
          return then(f.value(node, { op: 'call', callee: fn, self: obj, calleeSpan, args }));
        });
      }),
    );
  }
  return base(f, callee, whole, (fn) =>
    optional(f, whole, fn, present, () => {
      const args = argumentsOf(f, node.arguments);
      return then(f.value(node, { op: 'call', callee: fn, calleeSpan: f.module.span(callee), args }));
    }),
  );
}

/** `cond ? then : else`, through a hidden variable. */
export function choose(f: FunctionContext, at: ts.Node, cond: Temp, then: () => Temp, otherwise: () => Temp): Temp {
  const variable = f.hidden();
  const branch = (value: () => Temp) => f.block(() => f.emit(at, { op: 'store', variable, src: value(), init: true }));
  f.emit(at, { op: 'if', cond, then: branch(then), else: branch(otherwise) });
  return f.value(at, { op: 'load', variable });
}

const ASSIGN = new Map<ts.SyntaxKind, string>([
  [K.PlusEqualsToken, '+'],
  [K.MinusEqualsToken, '-'],
  [K.AsteriskEqualsToken, '*'],
  [K.SlashEqualsToken, '/'],
  [K.PercentEqualsToken, '%'],
  [K.AsteriskAsteriskEqualsToken, '**'],
  [K.LessThanLessThanEqualsToken, '<<'],
  [K.GreaterThanGreaterThanEqualsToken, '>>'],
  [K.GreaterThanGreaterThanGreaterThanEqualsToken, '>>>'],
  [K.AmpersandEqualsToken, '&'],
  [K.BarEqualsToken, '|'],
  [K.CaretEqualsToken, '^'],
]);

function logical(f: FunctionContext, at: ts.Node, op: ts.SyntaxKind, left: Temp, right: () => Temp): Temp {
  if (op === K.AmpersandAmpersandToken) return choose(f, at, left, right, () => left);
  if (op === K.BarBarToken) return choose(f, at, left, () => left, right);
  const nullish = f.value(at, { op: 'isNullish', src: left });
  return choose(f, at, nullish, right, () => left);
}

const LOGICAL_ASSIGN = new Map<ts.SyntaxKind, ts.SyntaxKind>([
  [K.AmpersandAmpersandEqualsToken, K.AmpersandAmpersandToken],
  [K.BarBarEqualsToken, K.BarBarToken],
  [K.QuestionQuestionEqualsToken, K.QuestionQuestionToken],
]);

function binary(f: FunctionContext, node: ts.BinaryExpression): Temp {
  const op = node.operatorToken.kind;
  if (op === K.CommaToken) {
    lowerExpression(f, node.left);
    return lowerExpression(f, node.right);
  }
  if (op === K.AmpersandAmpersandToken || op === K.BarBarToken || op === K.QuestionQuestionToken) {
    return logical(f, node, op, lowerExpression(f, node.left), () => lowerExpression(f, node.right));
  }
  if (op === K.EqualsToken) {
    const target = written(node.left);
    if (ts.isArrayLiteralExpression(target) || ts.isObjectLiteralExpression(target)) {
      const src = lowerExpression(f, node.right);
      assignPattern(f, target, src);
      return src;
    }
    return assign(f, node, target, () => lowerExpression(f, node.right));
  }
  const logicalOp = LOGICAL_ASSIGN.get(op);
  if (logicalOp !== undefined) {
    return update(f, node, node.left, (before) =>
      logical(f, node, logicalOp, before, () => lowerExpression(f, node.right)),
    );
  }
  const arithmetic = ASSIGN.get(op);
  if (arithmetic !== undefined) {
    return update(f, node, node.left, (before) =>
      f.value(node, { op: 'binary', operator: arithmetic, a: before, b: lowerExpression(f, node.right) }),
    );
  }
  const a = lowerExpression(f, node.left);
  const b = lowerExpression(f, node.right);
  return f.value(node, { op: 'binary', operator: node.operatorToken.getText(), a, b });
}

/** What is written: types that are said of it change nothing. */
function written(node: ts.Expression): ts.Expression {
  let n = unwrap(node);
  while (ts.isAsExpression(n) || ts.isTypeAssertionExpression(n)) n = unwrap(n.expression);
  return n;
}

/** Writes what `value` computes to a target that is no pattern; returns what was written. */
export function assign(f: FunctionContext, at: ts.Node, place: ts.Expression, value: () => Temp): Temp {
  const target = written(place);
  if (ts.isIdentifier(target)) {
    const src = value();
    store(f, at, target, src, false);
    return src;
  }
  if (ts.isPropertyAccessExpression(target) && target.expression.kind === K.SuperKeyword) {
    const src = value();
    const inputs = [f.value(target, { op: 'this' }), src];
    f.value(at, { op: 'opaque', reason: 'what is set in what it extends is not followed', inputs, runs: true });
    return src;
  }
  if (ts.isPropertyAccessExpression(target)) {
    const obj = lowerExpression(f, target.expression);
    const src = value();
    f.emit(at, { op: 'setMember', obj, name: target.name.text, src });
    return src;
  }
  if (ts.isElementAccessExpression(target)) {
    const obj = lowerExpression(f, target.expression);
    const index = lowerExpression(f, target.argumentExpression);
    const src = value();
    f.emit(at, { op: 'setElement', obj, index, src });
    return src;
  }
  const src = value();
  f.value(at, { op: 'opaque', reason: 'this assignment target is not followed', inputs: [src], runs: false });
  return src;
}

export function store(f: FunctionContext, at: ts.Node, name: ts.Identifier, src: Temp, init: boolean): void {
  const variable: Variable | null = f.scope.resolve(name.text);
  if (variable) f.emit(at, { op: 'store', variable, src, init });
  else f.value(at, { op: 'opaque', reason: `${name.text} is not declared in this file`, inputs: [src], runs: false });
}

function prefix(f: FunctionContext, node: ts.PrefixUnaryExpression): Temp {
  if (node.operator === K.PlusPlusToken || node.operator === K.MinusMinusToken) {
    return step(f, node, node.operand, node.operator === K.PlusPlusToken ? '+' : '-').after;
  }
  const operator = ts.tokenToString(node.operator) ?? '?';
  const operand = unwrap(node.operand);
  if (operator === '-' && ts.isNumericLiteral(operand)) {
    return f.value(node, { op: 'const', value: { kind: 'number', value: -Number(operand.text) } });
  }
  return f.value(node, { op: 'unary', operator, a: lowerExpression(f, node.operand) });
}

/** Reads a target, computes its new value from the old, and writes it back. What the target is made of runs once. */
function update(f: FunctionContext, at: ts.Node, outer: ts.Expression, value: (before: Temp) => Temp): Temp {
  const target = written(outer);
  if (ts.isPropertyAccessExpression(target) && target.expression.kind !== K.SuperKeyword) {
    const obj = lowerExpression(f, target.expression);
    const objSpan = f.module.span(target.expression);
    const src = value(f.value(target, { op: 'member', obj, objSpan, name: target.name.text }));
    f.emit(at, { op: 'setMember', obj, name: target.name.text, src });
    return src;
  }
  if (ts.isElementAccessExpression(target)) {
    const obj = lowerExpression(f, target.expression);
    const objSpan = f.module.span(target.expression);
    const index = lowerExpression(f, target.argumentExpression);
    const src = value(f.value(target, { op: 'element', obj, objSpan, index }));
    f.emit(at, { op: 'setElement', obj, index, src });
    return src;
  }
  const before = lowerExpression(f, target);
  return assign(f, at, target, () => value(before));
}

function step(
  f: FunctionContext,
  at: ts.Node,
  target: ts.Expression,
  operator: '+' | '-',
): { before: Temp; after: Temp } {
  let before = -1;
  const after = update(f, at, target, (old) => {
    before = old;
    const one = f.value(at, { op: 'const', value: { kind: 'number', value: 1 } });
    return f.value(at, { op: 'binary', operator, a: old, b: one });
  });
  return { before, after };
}
