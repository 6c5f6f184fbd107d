/** Destructuring: declarations and assignments through array and object patterns. */
import { ts } from 'ts-morph';
import type { Temp, Variable } from '../../ir/types.ts';
import type { FunctionContext } from './context.ts';
import { assign, choose, lowerExpression, unwrap } from './expressions.ts';
import { propertyName } from './names.ts';

/** Declares every name of a pattern in the scope (before its initialiser runs). */
export function declareNames(f: FunctionContext, name: ts.BindingName, kind: Variable['kind']): void {
  if (ts.isIdentifier(name)) {
    if (!f.scope.own(name.text)) f.declare(name.text, kind, name);
    return;
  }
  for (const e of name.elements) if (ts.isBindingElement(e)) declareNames(f, e.name, kind);
}

/** Writes `src` to the names of a declared pattern. */
export function bindPattern(f: FunctionContext, name: ts.BindingName, src: Temp): void {
  if (ts.isIdentifier(name)) {
    const variable = f.scope.resolve(name.text);
    if (variable) f.emit(name, { op: 'store', variable, src, init: true });
    return;
  }
  if (ts.isArrayBindingPattern(name)) {
    name.elements.forEach((e, i) => {
      if (!ts.isBindingElement(e)) return;
      if (e.dotDotDotToken) bindPattern(f, e.name, f.value(e, { op: 'rest', src, from: i, omit: [] }));
      else bindPattern(f, e.name, withDefault(f, e, at(f, e, src, i), e.initializer));
    });
    return;
  }
  const taken: string[] = [];
  for (const e of name.elements) {
    if (e.dotDotDotToken) {
      bindPattern(f, e.name, f.value(e, { op: 'rest', src, from: 0, omit: taken }));
      continue;
    }
    const key = e.propertyName ?? (e.name as ts.Identifier);
    const value = property(f, e, src, key, taken);
    bindPattern(f, e.name, withDefault(f, e, value, e.initializer));
  }
}

/** Writes `src` to the targets of an assignment pattern: `[a, o.b] = src`. */
export function assignPattern(f: FunctionContext, target: ts.Expression, src: Temp): void {
  const node = unwrap(target);
  if (ts.isArrayLiteralExpression(node)) {
    node.elements.forEach((e, i) => {
      if (ts.isOmittedExpression(e)) return;
      if (ts.isSpreadElement(e)) assignPattern(f, e.expression, f.value(e, { op: 'rest', src, from: i, omit: [] }));
      else assignElement(f, e, at(f, e, src, i));
    });
    return;
  }
  if (ts.isObjectLiteralExpression(node)) {
    const taken: string[] = [];
    for (const p of node.properties) {
      if (ts.isShorthandPropertyAssignment(p)) {
        const value = withDefault(f, p, property(f, p, src, p.name, taken), p.objectAssignmentInitializer);
        assign(f, p, p.name, () => value);
      } else if (ts.isPropertyAssignment(p)) assignElement(f, p.initializer, property(f, p, src, p.name, taken));
      else if (ts.isSpreadAssignment(p))
        assignPattern(f, p.expression, f.value(p, { op: 'rest', src, from: 0, omit: taken }));
    }
    return;
  }
  assign(f, node, node, () => src);
}

function assignElement(f: FunctionContext, e: ts.Expression, value: Temp): void {
  if (ts.isBinaryExpression(e) && e.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    assignPattern(f, e.left, withDefault(f, e, value, e.right));
  } else assignPattern(f, e, value);
}

function at(f: FunctionContext, node: ts.Node, src: Temp, i: number): Temp {
  const index = f.value(node, { op: 'const', value: { kind: 'number', value: i } });
  return f.value(node, { op: 'element', obj: src, objSpan: f.module.span(node), index, item: true });
}

function property(f: FunctionContext, node: ts.Node, src: Temp, key: ts.PropertyName, taken: string[]): Temp {
  if (ts.isComputedPropertyName(key)) {
    if (ts.isStringLiteralLike(key.expression)) taken.push(key.expression.text);
    const index = lowerExpression(f, key.expression);
    return f.value(node, { op: 'element', obj: src, objSpan: f.module.span(node), index });
  }
  const name = propertyName(key);
  taken.push(name);
  return f.value(node, { op: 'member', obj: src, objSpan: f.module.span(node), name });
}

/** `value`, or what the initialiser computes where it is undefined. */
export function withDefault(
  f: FunctionContext,
  node: ts.Node,
  value: Temp,
  initializer: ts.Expression | undefined,
): Temp {
  if (!initializer) return value;
  const undef = f.undefinedAt(node);
  const cond = f.value(node, { op: 'binary', operator: '===', a: value, b: undef });
  return choose(
    f,
    node,
    cond,
    () => lowerExpression(f, initializer),
    () => value,
  );
}
