/** Names of members of objects and classes: plain, or computed when the object is made. */
import { ts } from 'ts-morph';
import type { Temp } from '../../ir/types.ts';
import type { FunctionContext } from './context.ts';
import { lowerExpression } from './expressions.ts';

/** What computes a member's name, where the program does so. */
export function computedName(f: FunctionContext, name: ts.PropertyName): Temp | null {
  return isComputed(name) ? lowerExpression(f, name.expression) : null;
}

/** `[key()]`, but not `[Symbol.iterator]` or `['name']`. */
export function isComputed(name: ts.PropertyName): name is ts.ComputedPropertyName {
  if (!ts.isComputedPropertyName(name)) return false;
  const { expression } = name;
  if (ts.isStringLiteralLike(expression) || ts.isNumericLiteral(expression)) return false;
  return !(ts.isPropertyAccessExpression(expression) && expression.expression.getText() === 'Symbol');
}

/** What a member gives of which the name is computed; what it is made of may be used whenever it is read. */
export function unfollowed(f: FunctionContext, at: ts.Node, inputs: readonly Temp[]): Temp {
  return f.value(at, { op: 'opaque', reason: 'what has a computed name is not followed', inputs, runs: false });
}

export function propertyName(name: ts.PropertyName): string {
  if (ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isNumericLiteral(name) || ts.isPrivateIdentifier(name)) {
    return name.text;
  }
  if (ts.isComputedPropertyName(name)) {
    const { expression } = name;
    if (ts.isStringLiteralLike(expression) || ts.isNumericLiteral(expression)) return expression.text;
  }
  return name.getText();
}
