/**
 * Rewrites a program so that it reports the value of every expression that may be an array, and changes nothing else.
 *
 * Every call, `new`, and property or element access is wrapped as `__t$(site, value)`, except where wrapping would
 * change the meaning: callees (they need their `this`), targets of assignment and `delete`, links inside an optional
 * chain, `super`, namespace accesses. Receivers and arguments that are plain names pass through `__n$`, so that the
 * recorder has seen every array before it meets a view of it. Synchronous functions report entry and exit.
 */
import { ts } from 'ts-morph';

/** One place that is recorded. Offsets are of the original text; lines are zero-based. */
export interface Site {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
  readonly text: string;
}

/** One function whose peak is measured. The module itself is a function named `(module)`. */
export interface FunctionSite extends Site {
  readonly name: string;
}

export interface Instrumented {
  readonly code: string;
  readonly sites: readonly Site[];
  readonly functions: readonly FunctionSite[];
}

interface Insertion {
  readonly position: number;
  readonly closes: boolean;
  readonly text: string;
}

export interface FirstIds {
  readonly site: number;
  readonly function: number;
}

/** Instruments one file. `first` numbers the sites, so that several files of one program can be told apart. */
export function instrument(source: string, path: string, first: FirstIds = { site: 0, function: 0 }): Instrumented {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const namespaces = importedNames(file);
  const insertions: Insertion[] = [];
  const sites: Site[] = [];
  const functions: FunctionSite[] = [];
  const open = (position: number, text: string) => insertions.push({ position, closes: false, text });
  const close = (position: number, text: string) => insertions.push({ position, closes: true, text });

  const visit = (node: ts.Node): void => {
    if (isOutsideExecution(node)) return;
    const wrapper = wrapperOf(node);
    if (wrapper !== null) {
      open(node.getStart(file), wrapper);
      ts.forEachChild(node, visit);
      close(node.getEnd(), ')');
      return;
    }
    if (isMeasuredFunction(node)) visitFunction(node);
    else ts.forEachChild(node, visit);
  };

  const wrapperOf = (node: ts.Node): string | null => {
    if (isSite(node, namespaces)) {
      const site = { id: first.site + sites.length, ...describe(node, file) };
      sites.push(site);
      return `__t$(${site.id}, `;
    }
    return isNotedName(node, namespaces) ? '__n$(' : null;
  };

  const visitFunction = (node: ts.FunctionLikeDeclaration): void => {
    const body = (node as { body?: ts.ConciseBody }).body as ts.ConciseBody;
    const id = first.function + functions.length;
    functions.push({ id, name: functionName(node), ...describe(node, file) });
    if (ts.isBlock(body)) {
      const prologue = body.statements.findLast(isDirective);
      const begin = prologue?.getEnd() ?? body.getStart(file) + 1;
      const end = body.getEnd() - 1;
      const [enter, leave] = [` const __m$ = __e$(${id}); try {`, `} finally { __x$(__m$); } `];
      open(begin, begin === end ? enter + leave : enter);
      ts.forEachChild(node, visit);
      if (begin !== end) close(end, leave);
    } else {
      open(body.getStart(file), `__f$(${id}, () => (`);
      ts.forEachChild(node, visit);
      close(body.getEnd(), '))');
    }
  };

  visitModule(file, functions, first.function, open, close);
  ts.forEachChild(file, visit);
  return { code: apply(source, insertions), sites, functions };
}

type Insert = (position: number, text: string) => void;

function visitModule(file: ts.SourceFile, functions: FunctionSite[], id: number, open: Insert, close: Insert): void {
  functions.push({ id, name: '(module)', ...describe(file, file) });
  const begin = file.statements.find((statement) => !ts.isImportDeclaration(statement) && !isDirective(statement));
  if (begin === undefined || hasTopLevelAwait(file)) return;
  open(begin.getStart(file), `const __m$ = __e$(${id}); `);
  close(file.end, `\n;__x$(__m$);\n`);
}

function apply(source: string, insertions: readonly Insertion[]): string {
  const ordered = insertions
    .map((insertion, index) => ({ ...insertion, index }))
    .sort((a, b) => a.position - b.position || Number(b.closes) - Number(a.closes) || a.index - b.index);
  let code = '';
  let from = 0;
  for (const { position, text } of ordered) {
    code += source.slice(from, position) + text;
    from = position;
  }
  return code + source.slice(from);
}

/** Syntax that never runs, or where a call is not allowed. */
function isOutsideExecution(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isHeritageClause(node) ||
    ts.isDecorator(node) ||
    (ts.canHaveModifiers(node) &&
      (ts.getModifiers(node)?.some((modifier) => modifier.kind === ts.SyntaxKind.DeclareKeyword) ?? false))
  );
}

function isSite(node: ts.Node, namespaces: ReadonlySet<string>): boolean {
  if (ts.isNewExpression(node)) return true;
  const isCall = ts.isCallExpression(node);
  if (!isCall && !ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return false;
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword || node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return false;
  }
  if (isInnerLink(node)) return false;
  if (isCall) return true;
  return !isCallee(node) && !isTarget(node) && !isNamespaceAccess(node, namespaces);
}

/** A part of an optional chain that is not its end: wrapping it would cut the chain. */
function isInnerLink(node: ts.Node): boolean {
  if (!ts.isOptionalChain(node)) return false;
  let child: ts.Node = node;
  while (ts.isNonNullExpression(child.parent)) child = child.parent;
  const parent = child.parent;
  return ts.isOptionalChain(parent) && parent.expression === child;
}

function outermost(node: ts.Node): ts.Node {
  let child = node;
  while (
    ts.isParenthesizedExpression(child.parent) ||
    ts.isNonNullExpression(child.parent) ||
    ts.isAsExpression(child.parent) ||
    ts.isSatisfiesExpression(child.parent)
  ) {
    child = child.parent;
  }
  return child;
}

function isCallee(node: ts.Node): boolean {
  const child = outermost(node);
  const parent = child.parent;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.expression === child;
  if (ts.isExpressionWithTypeArguments(parent)) return true;
  return ts.isTaggedTemplateExpression(parent) && parent.tag === child;
}

function isTarget(node: ts.Node): boolean {
  const child = outermost(node);
  const parent = child.parent;
  if (ts.isBinaryExpression(parent) && parent.left === child) return isAssignment(parent.operatorToken.kind);
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) {
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  }
  if (ts.isDeleteExpression(parent)) return true;
  if (ts.isForInStatement(parent) || ts.isForOfStatement(parent)) return parent.initializer === child;
  return isPatternPart(child);
}

function isAssignment(operator: ts.SyntaxKind): boolean {
  return operator >= ts.SyntaxKind.FirstAssignment && operator <= ts.SyntaxKind.LastAssignment;
}

/** Whether an expression stands in a destructuring assignment, as in `[a.x, { y: a.z }] = pair`. */
function isPatternPart(node: ts.Node): boolean {
  const parent = node.parent;
  const literal =
    ts.isArrayLiteralExpression(parent) || ts.isObjectLiteralExpression(parent)
      ? parent
      : ts.isPropertyAssignment(parent) && parent.initializer === node
        ? parent.parent
        : ts.isSpreadElement(parent) || ts.isSpreadAssignment(parent)
          ? parent.parent
          : null;
  if (literal === null) return false;
  const holder = literal.parent;
  if (ts.isBinaryExpression(holder) && holder.left === literal) {
    return holder.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  }
  if (ts.isForOfStatement(holder)) return holder.initializer === literal;
  return isPatternPart(literal);
}

function isNamespaceAccess(node: ts.Node, namespaces: ReadonlySet<string>): boolean {
  const root = (node as ts.PropertyAccessExpression).expression;
  return ts.isIdentifier(root) && namespaces.has(root.text);
}

/** A plain name that is a receiver or an argument: its array is noted, because a view of it may follow. */
function isNotedName(node: ts.Node, namespaces: ReadonlySet<string>): boolean {
  if (!ts.isIdentifier(node) || namespaces.has(node.text) || node.text === 'arguments') return false;
  const parent = node.parent;
  if (ts.isCallExpression(parent)) return parent.arguments.includes(node);
  if (!ts.isPropertyAccessExpression(parent) && !ts.isElementAccessExpression(parent)) return false;
  return parent.expression === node && !isInsideNewCallee(parent);
}

function isInsideNewCallee(node: ts.Node): boolean {
  let child = node;
  while (ts.isPropertyAccessExpression(child.parent) && child.parent.expression === child) child = child.parent;
  return ts.isNewExpression(child.parent) && child.parent.expression === child;
}

function importedNames(file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement)) continue;
    const clause = statement.importClause;
    if (clause?.name !== undefined) names.add(clause.name.text);
    const bindings = clause?.namedBindings;
    if (bindings === undefined) continue;
    if (ts.isNamespaceImport(bindings)) names.add(bindings.name.text);
  }
  return names;
}

function hasCall(node: ts.Node): boolean {
  return ts.isCallExpression(node) || ts.isNewExpression(node) || (ts.forEachChild(node, hasCall) ?? false);
}

function isMeasuredFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  if (!ts.isFunctionLike(node)) return false;
  const declaration = node as ts.FunctionLikeDeclaration;
  if (declaration.body === undefined || declaration.asteriskToken !== undefined) return false;
  // What a default value takes, it takes before the body begins.
  if (declaration.parameters.some((p) => p.initializer && hasCall(p.initializer))) return false;
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return !(modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword) ?? false);
}

function functionName(node: ts.FunctionLikeDeclaration): string {
  if (ts.isConstructorDeclaration(node)) return 'constructor';
  if (node.name !== undefined) return node.name.getText();
  const parent = node.parent;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent)) {
    return parent.name.getText();
  }
  return '';
}

function isDirective(statement: ts.Statement): boolean {
  return ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);
}

function hasTopLevelAwait(file: ts.SourceFile): boolean {
  const search = (node: ts.Node): boolean => {
    if (ts.isFunctionLike(node)) return false;
    if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier !== undefined)) return true;
    return ts.forEachChild(node, (child) => search(child) || undefined) ?? false;
  };
  return search(file);
}

function describe(node: ts.Node, file: ts.SourceFile): Omit<Site, 'id'> {
  const start = node.getStart(file);
  const end = node.getEnd();
  const from = file.getLineAndCharacterOfPosition(start);
  const to = file.getLineAndCharacterOfPosition(end);
  return {
    start,
    end,
    line: from.line,
    character: from.character,
    endLine: to.line,
    endCharacter: to.character,
    text: file.text.slice(start, end),
  };
}
