/** Functions and classes. */
import { ts } from 'ts-morph';
import type { ClassIR, Temp } from '../../ir/types.ts';
import { typeHint } from '../types.ts';
import { FunctionContext } from './context.ts';
import { lowerExpression } from './expressions.ts';
import { computedName, isComputed, propertyName, unfollowed } from './names.ts';
import { bindPattern, declareNames, withDefault } from './patterns.ts';
import { hoistVars, lowerStatements } from './statements.ts';

type FunctionNode =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration
  | ts.AccessorDeclaration;

/** Lowers a function into the module and returns its index. */
export function lowerFunction(outer: FunctionContext, node: FunctionNode, name: string): number {
  const f = new FunctionContext(outer.module, outer);
  const body = f.block(() => {
    const params = node.parameters.filter((p) => !(ts.isIdentifier(p.name) && p.name.text === 'this'));
    for (const p of params) declareNames(f, p.name, 'param');
    params.forEach((p, index) => {
      f.stmt = f.module.span(p);
      const label = p.name.getText();
      const raw = f.value(p, { op: 'param', index, rest: p.dotDotDotToken !== undefined, name: label });
      const given = withDefault(f, p, raw, p.initializer);
      const hint = p.type ? typeHint(p.type, f.module.names) : jsDocHint(f, p);
      const value = hint ? f.annotate(p, given, hint, nameOf(p)) : given;
      bindPattern(f, p.name, value);
      if (ts.isParameterPropertyDeclaration(p, p.parent)) {
        f.emit(p, { op: 'setMember', obj: f.value(p, { op: 'this' }), name: label, src: value });
      }
    });
    if (!node.body) {
      elsewhere(f, node, params, name);
      return;
    }
    f.stmt = f.module.span(node.body);
    if (ts.isBlock(node.body)) {
      const { statements } = node.body;
      const inside = (): void => f.scoped(() => lowerStatements(f, statements));
      if (params.some((p) => p.initializer)) f.scoped(() => ownVars(f, node, statements, inside));
      else {
        hoistVars(f, statements);
        inside();
      }
    } else f.emit(node.body, { op: 'return', src: lowerExpression(f, node.body) });
  });
  finish(f, node, name, body, {
    isAsync: !!(ts.getCombinedModifierFlags(node as ts.Declaration) & ts.ModifierFlags.Async),
    isGenerator: 'asteriskToken' in node && node.asteriskToken !== undefined,
    isArrow: ts.isArrowFunction(node),
    isAmbient: !node.body,
    returnType: node.type ? typeHint(node.type, f.module.names) : null,
    paramCount: node.parameters.length,
  });
  return f.index;
}

/**
 * Where parameters have initialisers, a `var` of a parameter's name is a variable of its own, which starts with what the
 * parameter holds: functions among the initialisers see the parameter.
 */
function ownVars(f: FunctionContext, at: ts.Node, statements: readonly ts.Statement[], inside: () => void): void {
  const params = f.scope.parent;
  hoistVars(f, statements);
  for (const variable of f.scope.variables) {
    const param = params?.own(variable.name);
    if (param) f.emit(at, { op: 'store', variable, src: f.value(at, { op: 'load', variable: param }), init: true });
  }
  inside();
}

/** What a person calls a parameter; one that is taken apart has no name, and its parts have theirs. */
function nameOf(p: ts.ParameterDeclaration): string {
  return ts.isIdentifier(p.name) ? p.name.text : '';
}

/** A function of which only the type is seen: it gets what it is given, and gives what the type says. */
function elsewhere(
  f: FunctionContext,
  node: FunctionNode,
  params: readonly ts.ParameterDeclaration[],
  name: string,
): void {
  const all = { op: 'param', index: 0, rest: true, name: params.map((p) => p.name.getText()).join(', ') } as const;
  const inputs = [f.value(node, all)];
  const reason = `${name} is only declared here`;
  const given = f.value(node, { op: 'opaque', reason, inputs, runs: true });
  const src = node.type ? f.annotate(node, given, typeHint(node.type, f.module.names), `${name}()`) : given;
  f.emit(node, { op: 'return', src });
}

function jsDocHint(f: FunctionContext, p: ts.ParameterDeclaration) {
  const type = ts.getJSDocType(p);
  return type ? typeHint(type, f.module.names) : null;
}

function finish(
  f: FunctionContext,
  node: ts.Node,
  name: string,
  body: readonly import('../../ir/types.ts').Step[],
  rest: {
    isAsync: boolean;
    isGenerator: boolean;
    isArrow: boolean;
    isAmbient: boolean;
    returnType: import('../../ir/types.ts').TypeHint | null;
    paramCount: number;
  },
): void {
  f.module.functions[f.index] = {
    index: f.index,
    name,
    span: f.module.span(node),
    parent: f.parent?.index ?? null,
    body,
    variables: f.module.variables.byFunction.get(f.index) ?? [],
    ...rest,
  };
}

/** A function made of initialisers, run with `this` bound: instance or static fields. */
function fieldFunction(outer: FunctionContext, node: ts.ClassLikeDeclaration, isStatic: boolean): number | null {
  const members = node.members.filter((m) => {
    if (ts.isClassStaticBlockDeclaration(m)) return isStatic;
    return ts.isPropertyDeclaration(m) && (m.initializer !== undefined || isDefined(m)) && hasStatic(m) === isStatic;
  });
  if (members.length === 0) return null;
  const f = new FunctionContext(outer.module, outer);
  const body = f.block(() => {
    const self = f.value(node, { op: 'this' });
    for (const m of members) {
      f.stmt = f.module.span(m);
      if (ts.isClassStaticBlockDeclaration(m)) f.scoped(() => lowerStatements(f, m.body.statements));
      else if (ts.isPropertyDeclaration(m)) {
        const src = m.initializer ? lowerExpression(f, m.initializer) : f.undefinedAt(m);
        if (isComputed(m.name)) f.emit(m, { op: 'setElement', obj: self, index: unfollowed(f, m.name, []), src });
        else f.emit(m, { op: 'setMember', obj: self, name: propertyName(m.name), src });
      }
    }
  });
  const label = `${node.name?.text ?? '(class)'} fields`;
  finish(f, node, label, body, {
    isAsync: false,
    isGenerator: false,
    isArrow: false,
    isAmbient: false,
    returnType: null,
    paramCount: 0,
  });
  return f.index;
}

/** A field without a value is there, and undefined, also where a base class has set it. */
function isDefined(m: ts.PropertyDeclaration): boolean {
  return (ts.getCombinedModifierFlags(m) & (ts.ModifierFlags.Ambient | ts.ModifierFlags.Abstract)) === 0;
}

function hasStatic(m: ts.ClassElement): boolean {
  return (ts.getCombinedModifierFlags(m) & ts.ModifierFlags.Static) !== 0;
}

export function lowerClass(f: FunctionContext, node: ts.ClassLikeDeclaration): Temp {
  const name = node.name?.text ?? '(class)';
  const heritage = node.heritageClauses?.find((h) => h.token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  const base = heritage ? lowerExpression(f, heritage.expression) : null;
  const methods: ClassIR['methods'][number][] = [];
  let ctor: number | null = null;
  for (const m of node.members) {
    if (m.name) computedName(f, m.name);
    if (ts.isConstructorDeclaration(m) && m.body) ctor = lowerFunction(f, m, `new ${name}`);
    else if ((ts.isMethodDeclaration(m) || ts.isAccessor(m)) && m.body) {
      const label = propertyName(m.name);
      const kind = ts.isGetAccessor(m) ? 'get' : ts.isSetAccessor(m) ? 'set' : 'method';
      const fn = lowerFunction(f, m, `${name}.${label}`);
      methods.push({ name: label, fn, isStatic: hasStatic(m), kind, isComputed: isComputed(m.name) });
    }
  }
  const cls: ClassIR = {
    name,
    span: f.module.span(node),
    ctor,
    fields: fieldFunction(f, node, false),
    statics: fieldFunction(f, node, true),
    methods,
  };
  return f.value(node, { op: 'class', cls, base });
}
