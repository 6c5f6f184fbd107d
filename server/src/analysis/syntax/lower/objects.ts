/** Object literals: fields, methods, accessors and spreads, in their order. */
import { ts } from 'ts-morph';
import { accessorField, type PropertyEntry, type Temp } from '../../ir/types.ts';
import type { FunctionContext } from './context.ts';
import { identifier, lowerExpression } from './expressions.ts';
import { lowerFunction } from './functions.ts';
import { computedName, propertyName, unfollowed } from './names.ts';

export function objectLiteral(f: FunctionContext, node: ts.ObjectLiteralExpression): Temp {
  const entries: PropertyEntry[] = [];
  for (const p of node.properties) {
    if (ts.isSpreadAssignment(p)) entries.push({ kind: 'spread', temp: lowerExpression(f, p.expression) });
    else if (ts.isShorthandPropertyAssignment(p)) {
      entries.push({ kind: 'field', name: p.name.text, temp: identifier(f, p.name) });
    } else if (ts.isPropertyAssignment(p)) {
      const key = computedName(f, p.name);
      const temp = lowerExpression(f, p.initializer);
      entries.push(
        key === null ? { kind: 'field', name: propertyName(p.name), temp } : { kind: 'computed', key, temp },
      );
    } else if (ts.isMethodDeclaration(p) && p.body) {
      const key = computedName(f, p.name);
      const temp = f.value(p, { op: 'closure', fn: lowerFunction(f, p, p.name.getText()) });
      entries.push(
        key === null ? { kind: 'field', name: propertyName(p.name), temp } : { kind: 'computed', key, temp },
      );
    } else if (ts.isAccessor(p)) {
      const key = computedName(f, p.name);
      const name = propertyName(p.name);
      const temp = f.value(p, { op: 'closure', fn: lowerFunction(f, p, name) });
      entries.push(
        key === null
          ? { kind: 'field', name: accessorField(ts.isGetAccessor(p) ? 'get' : 'set', name), temp }
          : { kind: 'computed', key, temp: unfollowed(f, p, [temp]) },
      );
    }
  }
  return f.value(node, { op: 'object', entries });
}
