/** Names: which a statement binds for the module around it, and which it uses that are not its own. */
import { ts } from 'ts-morph';

/** Through these, code reaches what no name shows. */
export const MEDDLERS: ReadonlySet<string> = new Set([
  'globalThis',
  'window',
  'self',
  'global',
  'eval',
  'Function',
  'Proxy',
  'Reflect',
]);

/** What the language and its surroundings provide. */
export const GLOBALS: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(globalThis),
  ...['arguments', 'undefined', 'require', 'Buffer', 'process', 'console', '__dirname', '__filename'],
]);

/** Of these, what calls are followed into: code that shares them shares nothing, as long as nobody changes them. */
export const BUILTINS: ReadonlySet<string> = new Set(
  [...GLOBALS].filter(
    (name) => !MEDDLERS.has(name) && !['arguments', 'undefined', 'require', 'process'].includes(name),
  ),
);

/** The names that a top-level statement binds in its module; `var` inside its blocks among them. */
export function declaredBy(s: ts.Statement): string[] {
  const out: string[] = [];
  const names = (n: ts.BindingName): void => {
    if (ts.isIdentifier(n)) out.push(n.text);
    else for (const e of n.elements) if (ts.isBindingElement(e)) names(e.name);
  };
  if (ts.isVariableStatement(s)) for (const d of s.declarationList.declarations) names(d.name);
  else if (ts.isFunctionDeclaration(s) || ts.isClassDeclaration(s)) out.push(s.name?.text ?? 'default');
  else if (ts.isExportAssignment(s)) out.push('default');
  else if (ts.isEnumDeclaration(s) || ts.isInterfaceDeclaration(s) || ts.isTypeAliasDeclaration(s))
    out.push(s.name.text);
  else if (ts.isModuleDeclaration(s)) out.push(s.name.text);
  else for (const name of varsIn(s)) out.push(name);
  return out;
}

/** Names that `var`, and functions in blocks, bind in the function around a statement. */
function varsIn(root: ts.Node): string[] {
  const out: string[] = [];
  const names = (n: ts.BindingName): void => {
    if (ts.isIdentifier(n)) out.push(n.text);
    else for (const e of n.elements) if (ts.isBindingElement(e)) names(e.name);
  };
  const visit = (n: ts.Node): void => {
    if (ts.isFunctionDeclaration(n) && n.name) out.push(n.name.text);
    if (ts.isFunctionLike(n) || ts.isClassLike(n)) return;
    if (ts.isVariableDeclarationList(n) && (n.flags & ts.NodeFlags.BlockScoped) === 0)
      for (const d of n.declarations) names(d.name);
    ts.forEachChild(n, visit);
  };
  visit(root);
  return out;
}

/** The names of one statement that mean something outside it. */
export class Mentions {
  readonly names = new Set<string>();
  /** Names that stand in types only. */
  readonly types = new Set<string>();
  /** Names that are neither called nor looked into here, so that what is done with them is not seen. */
  readonly bare = new Set<string>();
  /** Names of which something is set, deleted or redefined, or which are handed on as they are. */
  readonly changed = new Set<string>();
  /** Modules that it loads while it runs, where they are no packages; null for one that is computed. */
  readonly loads: (string | null)[] = [];
  /** Whether the module waits in it: then whatever else was started may run. */
  waits = false;
  /** Functions around the node that is visited. */
  #functions = 0;
  readonly #scopes: Set<string>[] = [];
  #inType = false;

  constructor(s: ts.Statement) {
    this.#visit(s);
  }

  #visit(n: ts.Node): void {
    if (ts.isIdentifier(n)) this.#mention(n);
    else if (ts.isHeritageClause(n)) this.#heritage(n);
    else if (!this.#inType && ts.isTypeNode(n)) this.#type(n);
    else if (ts.isCallExpression(n)) this.#call(n);
    else if (ts.isPropertyAccessExpression(n)) {
      this.#visit(n.expression);
      // A prototype that is not only looked at for one of its methods may be changed.
      if (n.name.text === 'prototype' && !(ts.isPropertyAccessExpression(n.parent) && n.parent.expression === n))
        this.#change(n.expression);
    } else if (ts.isQualifiedName(n)) this.#visit(n.left);
    else if (ts.isBinaryExpression(n) && isAssignment(n.operatorToken.kind)) {
      this.#change(n.left);
      this.#children(n);
    } else if (ts.isDeleteExpression(n)) {
      this.#change(n.expression);
      this.#children(n);
    } else if ((ts.isPrefixUnaryExpression(n) || ts.isPostfixUnaryExpression(n)) && isStep(n.operator)) {
      this.#change(n.operand);
      this.#children(n);
    } else if (ts.isAwaitExpression(n)) {
      this.waits ||= this.#functions === 0;
      this.#children(n);
    } else if (ts.isFunctionLike(n)) this.#function(n);
    else if (ts.isClassLike(n))
      this.#scoped([...(ts.isClassExpression(n) && n.name ? [n.name.text] : []), ...typeParameters(n)], n);
    else if (ts.isInterfaceDeclaration(n) || ts.isTypeAliasDeclaration(n))
      this.#inTypes(() => this.#scoped(typeParameters(n), n));
    else if (ts.isMappedTypeNode(n)) this.#scoped([n.typeParameter.name.text], n);
    else if (isBlock(n)) {
      if (ts.isForOfStatement(n) && n.awaitModifier) this.waits ||= this.#functions === 0;
      this.#scoped(blockNames(n), n);
    } else if (ts.isCatchClause(n)) this.#scoped(n.variableDeclaration ? bound(n.variableDeclaration.name) : [], n);
    else this.#children(n);
  }

  /** Everything below a node but names that are no variables: those of properties, members and labels. */
  #children(n: ts.Node): void {
    ts.forEachChild(n, (child) => {
      if (ts.isIdentifier(child) && isNoVariable(child, n)) return;
      this.#visit(child);
    });
  }

  #function(n: ts.SignatureDeclaration): void {
    const names = n.parameters.flatMap((p) => bound(p.name));
    if (ts.isFunctionExpression(n) && n.name) names.push(n.name.text);
    const body = (n as ts.FunctionLikeDeclaration).body;
    if (body) names.push(...varsIn(body));
    if (!ts.isArrowFunction(n)) names.push('arguments');
    this.#functions++;
    this.#scoped([...names, ...typeParameters(n)], n);
    this.#functions--;
  }

  #scoped(names: readonly string[], n: ts.Node): void {
    this.#scopes.push(new Set(names));
    this.#children(n);
    this.#scopes.pop();
  }

  #call(n: ts.CallExpression): void {
    const callee = n.expression;
    const isRequire = ts.isIdentifier(callee) && callee.text === 'require' && !this.#isLocal('require');
    if (callee.kind === ts.SyntaxKind.ImportKeyword || isRequire) this.#load(n.arguments[0]);
    if (ts.isPropertyAccessExpression(callee) && REDEFINERS.has(callee.name.text) && n.arguments[0])
      this.#change(n.arguments[0]);
    this.#children(n);
  }

  #load(specifier: ts.Expression | undefined): void {
    const text = specifier && ts.isStringLiteralLike(specifier) ? specifier.text : null;
    if (text === null || /^[./]/.test(text)) this.loads.push(text);
  }

  #mention(n: ts.Identifier): void {
    if (this.#isLocal(n.text)) return;
    if (this.#inType) {
      this.types.add(n.text);
      return;
    }
    this.names.add(n.text);
    if (!isUsedInPlace(n)) this.bare.add(n.text);
  }

  #type(n: ts.Node): void {
    this.#inTypes(() => this.#visit(n));
  }

  #inTypes(visit: () => void): void {
    const outer = this.#inType;
    this.#inType = true;
    visit();
    this.#inType = outer;
  }

  /** What a class extends is a value; what it implements, and what an interface extends, are types. */
  #heritage(n: ts.HeritageClause): void {
    const isValue = n.token === ts.SyntaxKind.ExtendsKeyword && ts.isClassLike(n.parent);
    for (const t of n.types) {
      if (isValue) this.#visit(t.expression);
      else this.#type(t.expression);
      for (const a of t.typeArguments ?? []) this.#type(a);
    }
  }

  /** What stands at the root of an expression that is set: `Math` in `Math.random = f`. */
  #change(e: ts.Node): void {
    let root = e;
    while (
      ts.isPropertyAccessExpression(root) ||
      ts.isElementAccessExpression(root) ||
      ts.isNonNullExpression(root) ||
      ts.isParenthesizedExpression(root) ||
      ts.isAsExpression(root)
    )
      root = root.expression;
    if (ts.isIdentifier(root) && !this.#isLocal(root.text)) this.changed.add(root.text);
  }

  #isLocal(name: string): boolean {
    return this.#scopes.some((s) => s.has(name));
  }
}

/** Whether a name is called, looked into or compared right here, or is an argument. */
function isUsedInPlace(n: ts.Identifier): boolean {
  const { parent } = n;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return true;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) return parent.expression === n;
  return ts.isTypeOfExpression(parent) || ts.isExpressionWithTypeArguments(parent) || ts.isBinaryExpression(parent);
}

function typeParameters(n: { readonly typeParameters?: readonly ts.TypeParameterDeclaration[] | undefined }): string[] {
  return (n.typeParameters ?? []).map((t) => t.name.text);
}

/** `Object.assign(x, …)` and the like. */
const REDEFINERS = new Set(['assign', 'defineProperty', 'defineProperties', 'setPrototypeOf', 'freeze']);

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function isStep(operator: ts.SyntaxKind): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}

function isBlock(n: ts.Node): boolean {
  return (
    ts.isBlock(n) ||
    ts.isModuleBlock(n) ||
    ts.isCaseBlock(n) ||
    ts.isForStatement(n) ||
    ts.isForInStatement(n) ||
    ts.isForOfStatement(n)
  );
}

/** What `let`, `const`, `using`, classes and functions bind in a block or in the head of a loop. */
function blockNames(n: ts.Node): string[] {
  const out: string[] = [];
  const list = (l: ts.Node | undefined): void => {
    if (l && ts.isVariableDeclarationList(l) && (l.flags & ts.NodeFlags.BlockScoped) !== 0)
      for (const d of l.declarations) out.push(...bound(d.name));
  };
  const statements = (all: readonly ts.Statement[]): void => {
    for (const s of all) {
      if (ts.isVariableStatement(s)) list(s.declarationList);
      else if ((ts.isFunctionDeclaration(s) || ts.isClassDeclaration(s)) && s.name) out.push(s.name.text);
      else if (ts.isEnumDeclaration(s) || ts.isInterfaceDeclaration(s) || ts.isTypeAliasDeclaration(s))
        out.push(s.name.text);
    }
  };
  if (ts.isForStatement(n) || ts.isForInStatement(n) || ts.isForOfStatement(n)) list(n.initializer);
  else if (ts.isBlock(n) || ts.isModuleBlock(n)) statements(n.statements);
  else if (ts.isCaseBlock(n)) for (const c of n.clauses) statements(c.statements);
  return out;
}

function bound(n: ts.BindingName): string[] {
  if (ts.isIdentifier(n)) return [n.text];
  return n.elements.flatMap((e) => (ts.isBindingElement(e) ? bound(e.name) : []));
}

/** Whether an identifier below `parent` names a property, a member or a label, and no variable. */
function isNoVariable(child: ts.Identifier, parent: ts.Node): boolean {
  if (ts.isShorthandPropertyAssignment(parent)) return false;
  if (ts.isBindingElement(parent)) return parent.propertyName === child;
  if (ts.isLabeledStatement(parent)) return parent.label === child;
  if (ts.isBreakOrContinueStatement(parent) || ts.isMetaProperty(parent)) return true;
  if (ts.isJsxAttribute(parent) || ts.isNamedTupleMember(parent)) return parent.name === child;
  const isMember =
    ts.isPropertyAssignment(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isAccessor(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isEnumMember(parent);
  return isMember && parent.name === child;
}
