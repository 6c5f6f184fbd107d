/** Statements to steps and regions. */
import { ts } from 'ts-morph';
import type { Hint, Variable } from '../../ir/types.ts';
import { gives, hintsAt } from '../hints.ts';
import { ELSEWHERE } from '../outline.ts';
import { typeHint } from '../types.ts';
import type { FunctionContext } from './context.ts';
import { lowerExpression } from './expressions.ts';
import { lowerClass, lowerFunction } from './functions.ts';
import { assignPattern, bindPattern, declareNames } from './patterns.ts';

const K = ts.SyntaxKind;

/** `var` declarations belong to the whole function. */
export function hoistVars(f: FunctionContext, statements: readonly ts.Node[]): void {
  const visit = (n: ts.Node): void => {
    if (ts.isFunctionLike(n) || ts.isClassLike(n)) return;
    if (ts.isVariableDeclarationList(n) && (n.flags & ts.NodeFlags.BlockScoped) === 0) {
      for (const d of n.declarations) declareNames(f, d.name, 'var');
    }
    ts.forEachChild(n, visit);
  };
  for (const s of statements) visit(s);
}

/** Declares what the block's statements declare, and makes its functions, before any of it runs. */
function hoist(f: FunctionContext, statements: readonly ts.Statement[]): void {
  for (const s of statements) {
    if (ts.isVariableStatement(s) && s.declarationList.flags & ts.NodeFlags.BlockScoped) {
      for (const d of s.declarationList.declarations) declareNames(f, d.name, bindingKind(s.declarationList));
    } else if (ts.isFunctionDeclaration(s) && s.name && s.body) f.declare(s.name.text, 'function', s.name);
    else if (ts.isClassDeclaration(s) && s.name) f.declare(s.name.text, 'class', s.name);
    else if (ts.isClassDeclaration(s)) f.declare('default', 'class', s);
    else if (ts.isEnumDeclaration(s)) f.declare(s.name.text, 'const', s.name);
    else if (ts.isFunctionDeclaration(s) && s.body && !s.name) f.declare('default', 'function', s);
    else if (isDeclared(s, statements)) f.declare(s.name.text, 'function', s.name);
  }
  for (const s of statements) {
    if (!ts.isFunctionDeclaration(s) || !(s.body || isDeclared(s, statements))) continue;
    const name = s.name?.text ?? 'default';
    const variable = f.scope.resolve(name) as Variable;
    f.stmt = f.module.span(s);
    const src = f.value(s, { op: 'closure', fn: lowerFunction(f, s, name) });
    f.emit(s, { op: 'store', variable, src, init: true });
  }
}

/** `declare function load(): Float32Array`, once: of several, which of them is meant depends on the arguments. */
function isDeclared(
  s: ts.Statement,
  statements: readonly ts.Statement[],
): s is ts.FunctionDeclaration & { readonly name: ts.Identifier } {
  if (!ts.isFunctionDeclaration(s) || s.body || !s.name || !isAmbient(s)) return false;
  const name = s.name.text;
  return statements.every((x) => x === s || !ts.isFunctionDeclaration(x) || x.name?.text !== name);
}

function bindingKind(list: ts.VariableDeclarationList): Variable['kind'] {
  return list.flags & ts.NodeFlags.Const || list.flags & ts.NodeFlags.Using ? 'const' : 'let';
}

export function lowerStatements(f: FunctionContext, statements: readonly ts.Statement[]): void {
  hoist(f, statements);
  disposing(
    f,
    statements.find((s) => ts.isVariableStatement(s) && isUsing(s.declarationList)),
    (used) => {
      for (const s of statements) lowerStatement(f, s, used);
    },
  );
}

function isUsing(list: ts.VariableDeclarationList): boolean {
  const kind = list.flags & ts.NodeFlags.BlockScoped;
  return kind === ts.NodeFlags.Using || kind === ts.NodeFlags.AwaitUsing;
}

/** What `build` emits; where it declares with `using` (at `using`), what it declared is disposed however it ends. */
function disposing(f: FunctionContext, using: ts.Node | undefined, build: (used: Variable[]) => void): void {
  const used: Variable[] = [];
  if (!using) {
    build(used);
    return;
  }
  const inner = f.block(() => build(used));
  const final = f.block(() => {
    for (const v of used.reverse()) {
      const at = v.span ?? f.stmt;
      f.emit(at, { op: 'dispose', src: f.value(at, { op: 'load', variable: v }) });
    }
  });
  f.emit(using, { op: 'try', body: inner, handler: null, error: null, final });
}

/** `used` collects the variables of `using` declarations, which the block disposes at its end. */
function lowerStatement(f: FunctionContext, s: ts.Statement, used: Variable[]): void {
  const outer = f.stmt;
  f.stmt = f.module.span(s);
  if (ts.isBlock(s.parent) || ts.isSourceFile(s.parent) || ts.isCaseOrDefaultClause(s.parent)) {
    f.module.listed.add(`${f.stmt.start}:${f.stmt.end}`);
  }
  const hints = hintsAt(f.module.source, s, [...f.module.hints]);
  const [given, held] = [hints.filter((h) => gives(s, h.variable)), hints.filter((h) => !gives(s, h.variable))];
  for (const h of held) applyHint(f, h);
  f.hints = given;
  statement(f, s, used);
  const assigned = ts.isExpressionStatement(s) && ts.isBinaryExpression(s.expression) ? s.expression.right : null;
  for (const h of given) if (f.module.hints.has(h)) applyHint(f, h, assigned);
  f.hints = [];
  f.stmt = outer;
}

/** The variable becomes what the comment says; `value` is the expression that it was given. */
function applyHint(f: FunctionContext, hint: Hint, value: ts.Expression | null = null): void {
  f.module.hints.delete(hint);
  const variable = f.scope.resolve(hint.variable);
  if (!variable) {
    f.module.badHints.push({ span: hint.span, problem: `there is no variable ${hint.variable} here` });
    return;
  }
  const src = f.hint(value ?? hint.span, f.value(hint.span, { op: 'load', variable }), hint);
  f.emit(hint.span, { op: 'store', variable, src, init: true });
}

function body(f: FunctionContext, s: ts.Statement) {
  return f.block(() => f.scoped(() => lowerStatements(f, ts.isBlock(s) ? s.statements : [s])));
}

function statement(f: FunctionContext, s: ts.Statement, used: Variable[]): void {
  switch (s.kind) {
    case K.EmptyStatement:
    case K.FunctionDeclaration:
    case K.InterfaceDeclaration:
    case K.TypeAliasDeclaration:
    case K.ImportDeclaration:
    case K.ExportDeclaration:
    case K.DebuggerStatement:
      return;
  }
  if (isAmbient(s)) {
    ambient(f, s);
    return;
  }
  if (ts.isVariableStatement(s)) {
    declarations(f, s.declarationList, used);
    return;
  }
  if (ts.isExpressionStatement(s)) {
    if (ts.isStringLiteral(s.expression) && s.expression.text === ELSEWHERE) f.emit(s, { op: 'elsewhere' });
    else lowerExpression(f, s.expression);
    return;
  }
  if (ts.isBlock(s)) {
    f.emit(s, { op: 'block', label: f.module.label(), body: body(f, s) });
    return;
  }
  if (ts.isIfStatement(s)) {
    const cond = lowerExpression(f, s.expression);
    f.emit(s, {
      op: 'if',
      cond,
      then: body(f, s.thenStatement),
      else: s.elseStatement ? body(f, s.elseStatement) : [],
    });
    return;
  }
  if (ts.isReturnStatement(s)) {
    f.emit(s, { op: 'return', src: s.expression ? lowerExpression(f, s.expression) : null });
    return;
  }
  if (ts.isThrowStatement(s)) {
    f.emit(s, { op: 'throw', src: lowerExpression(f, s.expression) });
    return;
  }
  if (ts.isIterationStatement(s, false)) {
    loop(f, s, null);
    return;
  }
  if (ts.isLabeledStatement(s)) {
    const inner = s.statement;
    if (ts.isIterationStatement(inner, false)) {
      loop(f, inner, s.label.text);
      return;
    }
    const label = f.module.label();
    f.jumps.push({ name: s.label.text, breakLabel: label, continueLabel: null });
    f.emit(s, { op: 'block', label, body: body(f, inner) });
    f.jumps.pop();
    return;
  }
  if (ts.isBreakStatement(s) || ts.isContinueStatement(s)) {
    jump(f, s);
    return;
  }
  if (ts.isSwitchStatement(s)) {
    switchStatement(f, s);
    return;
  }
  if (ts.isTryStatement(s)) {
    tryStatement(f, s);
    return;
  }
  if (ts.isClassDeclaration(s)) {
    const src = lowerClass(f, s);
    const variable = f.scope.resolve(s.name?.text ?? 'default');
    if (variable) f.emit(s, { op: 'store', variable, src, init: true });
    return;
  }
  if (ts.isEnumDeclaration(s)) {
    enumeration(f, s);
    return;
  }
  if (ts.isExportAssignment(s)) {
    const variable = f.scope.own('default') ?? f.declare('default', 'const', s);
    f.emit(s, { op: 'store', variable, src: lowerExpression(f, s.expression), init: true });
    return;
  }
  f.value(s, { op: 'opaque', reason: `${K[s.kind]} is not followed`, inputs: [], runs: true });
}

/** `declare …`: it exists at run time, but comes from somewhere else. */
function isAmbient(s: ts.Statement): boolean {
  return ts.canHaveModifiers(s) && (ts.getModifiers(s) ?? []).some((m) => m.kind === K.DeclareKeyword);
}

function ambient(f: FunctionContext, s: ts.Statement): void {
  const bind = (name: ts.BindingName | undefined, type: ts.TypeNode | undefined): void => {
    if (!name || !ts.isIdentifier(name)) return;
    const src = f.value(name, { op: 'opaque', reason: `${name.text} is only declared here`, inputs: [], runs: false });
    bindPattern(f, name, type ? f.annotate(name, src, typeHint(type, f.module.names), name.text) : src);
  };
  if (ts.isVariableStatement(s)) for (const d of s.declarationList.declarations) bind(d.name, d.type);
  else if (ts.isClassDeclaration(s) || ts.isEnumDeclaration(s)) bind(s.name, undefined);
}

function declarations(f: FunctionContext, list: ts.VariableDeclarationList, used: Variable[]): void {
  for (const d of list.declarations) {
    if (!d.initializer) {
      if (list.flags & ts.NodeFlags.BlockScoped && ts.isIdentifier(d.name)) bindPattern(f, d.name, f.undefinedAt(d));
      continue;
    }
    const src = lowerExpression(f, d.initializer);
    const type = d.type ?? (f.module.hasTypeComments ? ts.getJSDocType(d) : undefined);
    const hint = type ? typeHint(type, f.module.names) : null;
    const typed = hint ? f.annotate(d.initializer, src, hint, ts.isIdentifier(d.name) ? d.name.text : '') : src;
    const told = f.hints.find((h) => ts.isIdentifier(d.name) && h.variable === d.name.text);
    if (told) f.module.hints.delete(told);
    bindPattern(f, d.name, told ? f.hint(d.initializer, typed, told) : typed);
    if (isUsing(list) && ts.isIdentifier(d.name)) {
      const v = f.scope.resolve(d.name.text);
      if (v) used.push(v);
    }
  }
}

function loop(f: FunctionContext, s: ts.IterationStatement, name: string | null): void {
  const label = f.module.label();
  f.jumps.push({ name, breakLabel: label, continueLabel: label });
  f.scoped(() => {
    if (ts.isForOfStatement(s) || ts.isForInStatement(s)) forOf(f, s, label);
    else if (ts.isForStatement(s)) forLoop(f, s, label);
    else if (ts.isWhileStatement(s) || ts.isDoStatement(s)) {
      let cond = -1;
      const test = f.block(() => {
        cond = lowerExpression(f, s.expression);
      });
      const bodyFirst = ts.isDoStatement(s);
      f.emit(s, { op: 'loop', label, test, cond, body: body(f, s.statement), update: [], bodyFirst, perRound: [] });
    }
  });
  f.jumps.pop();
}

function forLoop(f: FunctionContext, s: ts.ForStatement, label: string): void {
  const perRound: Variable[] = [];
  if (s.initializer) {
    if (ts.isVariableDeclarationList(s.initializer)) {
      const scoped = (s.initializer.flags & ts.NodeFlags.BlockScoped) !== 0;
      if (scoped) for (const d of s.initializer.declarations) declareNames(f, d.name, bindingKind(s.initializer));
      declarations(f, s.initializer, []);
      if (scoped) {
        for (const d of s.initializer.declarations) {
          const v = ts.isIdentifier(d.name) ? f.scope.own(d.name.text) : undefined;
          if (v) perRound.push(v);
        }
      }
    } else lowerExpression(f, s.initializer);
  }
  let cond: number | null = null;
  const condition = s.condition;
  const test = condition
    ? f.block(() => {
        cond = lowerExpression(f, condition);
      })
    : null;
  const inner = body(f, s.statement);
  const incrementor = s.incrementor;
  const update = incrementor ? f.block(() => void lowerExpression(f, incrementor)) : [];
  f.emit(s, { op: 'loop', label, test, cond, body: inner, update, bodyFirst: false, perRound });
}

function forOf(f: FunctionContext, s: ts.ForOfStatement | ts.ForInStatement, label: string): void {
  const iterable = lowerExpression(f, s.expression);
  const item = f.temp();
  const list = ts.isVariableDeclarationList(s.initializer) ? s.initializer : null;
  const inner = f.block(() => {
    const element = ts.isForOfStatement(s) && s.awaitModifier ? f.value(s, { op: 'await', src: item }) : item;
    f.scoped(() => {
      disposing(f, list && isUsing(list) ? list : undefined, (used) => {
        if (list) {
          for (const d of list.declarations) {
            if (list.flags & ts.NodeFlags.BlockScoped) declareNames(f, d.name, bindingKind(list));
            bindPattern(f, d.name, element);
            const v = isUsing(list) && ts.isIdentifier(d.name) ? f.scope.own(d.name.text) : undefined;
            if (v) used.push(v);
          }
        } else assignPattern(f, s.initializer as ts.Expression, element);
        lowerStatements(f, ts.isBlock(s.statement) ? s.statement.statements : [s.statement]);
      });
    });
  });
  f.emit(s, { op: 'forOf', label, iterable, item, keys: ts.isForInStatement(s), body: inner });
}

function jump(f: FunctionContext, s: ts.BreakStatement | ts.ContinueStatement): void {
  const isBreak = ts.isBreakStatement(s);
  const target = f.jumps.findLast((j) => (s.label ? j.name === s.label.text : isBreak || j.continueLabel !== null));
  if (!target) return;
  if (isBreak) f.emit(s, { op: 'break', label: target.breakLabel });
  else if (target.continueLabel !== null) f.emit(s, { op: 'continue', label: target.continueLabel });
}

/** Cases in order: once one has matched, the following run too until a `break`. */
function switchStatement(f: FunctionContext, s: ts.SwitchStatement): void {
  const label = f.module.label();
  const subject = lowerExpression(f, s.expression);
  const matched = f.hidden();
  const no = f.value(s, { op: 'const', value: { kind: 'boolean', value: false } });
  f.emit(s, { op: 'store', variable: matched, src: no, init: true });
  f.jumps.push({ name: null, breakLabel: label, continueLabel: null });
  const inner = f.block(() =>
    f.scoped(() => {
      const clauses = s.caseBlock.clauses;
      // A default that is not last still runs only when nothing matched; then the clauses after it follow.
      const ordered = clauses.every((c, i) => ts.isCaseClause(c) || i === clauses.length - 1);
      for (const c of clauses) hoist(f, c.statements);
      for (const c of clauses) {
        f.stmt = f.module.span(c);
        const before = f.value(c, { op: 'load', variable: matched });
        let cond = before;
        if (ts.isCaseClause(c)) {
          const test = lowerExpression(f, c.expression);
          const equal = f.value(c, { op: 'binary', operator: '===', a: subject, b: test });
          cond = f.value(c, { op: 'binary', operator: 'or', a: before, b: equal });
        } else if (ordered) cond = f.value(c, { op: 'const', value: { kind: 'boolean', value: true } });
        else
          cond = f.value(c, {
            op: 'opaque',
            reason: 'a default that is not last is not followed',
            inputs: [],
            runs: false,
          });
        const then = f.block(() => {
          const yes = f.value(c, { op: 'const', value: { kind: 'boolean', value: true } });
          f.emit(c, { op: 'store', variable: matched, src: yes, init: false });
          for (const inside of c.statements) lowerStatement(f, inside, []);
        });
        f.emit(c, { op: 'if', cond, then, else: [] });
      }
    }),
  );
  f.jumps.pop();
  f.emit(s, { op: 'block', label, body: inner });
}

function tryStatement(f: FunctionContext, s: ts.TryStatement): void {
  const inner = body(f, s.tryBlock);
  let error: number | null = null;
  const clause = s.catchClause;
  const handler = clause
    ? f.block(() =>
        f.scoped(() => {
          error = f.temp();
          const declared = clause.variableDeclaration;
          if (declared) {
            declareNames(f, declared.name, 'let');
            bindPattern(f, declared.name, error);
          }
          lowerStatements(f, clause.block.statements);
        }),
      )
    : null;
  const final = s.finallyBlock ? body(f, s.finallyBlock) : null;
  f.emit(s, { op: 'try', body: inner, handler, error, final });
}

/** An enum is an object of constants; numeric members count up from the one before. */
function enumeration(f: FunctionContext, s: ts.EnumDeclaration): void {
  let next = 0;
  const entries: { kind: 'field'; name: string; temp: number }[] = [];
  for (const m of s.members) {
    let temp: number;
    if (m.initializer) {
      temp = lowerExpression(f, m.initializer);
      if (ts.isNumericLiteral(m.initializer)) next = Number(m.initializer.text) + 1;
    } else temp = f.value(m, { op: 'const', value: { kind: 'number', value: next++ } });
    entries.push({ kind: 'field', name: m.name.getText().replace(/^['"]|['"]$/g, ''), temp });
  }
  const variable = f.scope.resolve(s.name.text);
  const src = f.value(s, { op: 'object', entries });
  if (variable) f.emit(s, { op: 'store', variable, src, init: true });
}
