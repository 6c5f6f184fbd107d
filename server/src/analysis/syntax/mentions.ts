/**
 * Names: which a statement binds for the module around it, and which it uses that are not its own. In doubt a name is
 * taken for one of the module's: that joins what could have been apart, and nothing more.
 */
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

/** What the language and its surroundings provide. `process` is none of these: handlers on it reach other code. */
export const GLOBALS: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(globalThis).filter((name) => name !== 'process'),
  ...['arguments', 'undefined', 'require', 'Buffer', 'console', '__dirname', '__filename'],
]);

/** Names of values that nobody can change, and of what is each function's or module's own. */
const CONSTANT = ['undefined', 'NaN', 'Infinity', 'arguments', 'require', '__dirname', '__filename'];

/** Of these, what calls are followed into: code that shares them shares nothing, as long as nobody changes them. */
export const BUILTINS: ReadonlySet<string> = new Set(
  [...GLOBALS].filter((name) => !MEDDLERS.has(name) && !CONSTANT.includes(name)),
);

/** The values that a top-level statement binds in its module; `var` and functions inside its blocks among them. */
export function declaredBy(s: ts.Statement): string[] {
  if (isAmbient(s) || isTypeOnly(s)) return [];
  if (ts.isVariableStatement(s)) return s.declarationList.declarations.flatMap((d) => bound(d.name));
  if (ts.isFunctionDeclaration(s) || ts.isClassDeclaration(s)) return [s.name?.text ?? 'default'];
  if (ts.isExportAssignment(s)) return ['default'];
  if (ts.isEnumDeclaration(s) || ts.isModuleDeclaration(s)) return [s.name.text];
  return varsIn(s, true);
}

/** The types that it binds. */
export function typesDeclaredBy(s: ts.Statement): string[] {
  return isTypeOnly(s) ? [s.name.text] : [];
}

/** `declare …`: it says that something is there, and makes nothing. */
export function isAmbient(s: ts.Statement): boolean {
  const flags = ts.canHaveModifiers(s) ? (ts.getModifiers(s) ?? []) : [];
  return flags.some((m) => m.kind === ts.SyntaxKind.DeclareKeyword);
}

function isTypeOnly(s: ts.Statement): s is ts.InterfaceDeclaration | ts.TypeAliasDeclaration {
  return ts.isInterfaceDeclaration(s) || ts.isTypeAliasDeclaration(s);
}

/** Names that `var` binds in the function around a statement; outside strict mode, functions in blocks do so too. */
function varsIn(root: ts.Node, functions: boolean): string[] {
  const out: string[] = [];
  const visit = (n: ts.Node): void => {
    if (functions && ts.isFunctionDeclaration(n) && n.name) out.push(n.name.text);
    if (ts.isFunctionLike(n) || ts.isClassLike(n)) return;
    if (ts.isVariableDeclarationList(n) && (n.flags & ts.NodeFlags.BlockScoped) === 0)
      for (const d of n.declarations) out.push(...bound(d.name));
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
  /** Names of which something is set, deleted or redefined. */
  readonly changed = new Set<string>();
  /** What it calls while the module is loaded: the name at the root of each callee, or null where there is none. */
  readonly calls = new Set<string | null>();
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
    else if (ts.isTypeParameterDeclaration(n)) this.#type(n);
    else if (ts.isInterfaceDeclaration(n) || ts.isTypeAliasDeclaration(n)) this.#inTypes(() => this.#children(n));
    else if (ts.isFunctionLike(n) && !this.#inType) this.#function(n);
    else if (ts.isClassLike(n))
      this.#scoped(ts.isClassExpression(n) && n.name ? [n.name.text] : [], () => this.#children(n));
    else if (isBlock(n)) this.#scoped(blockNames(n), () => this.#children(n));
    else if (ts.isCatchClause(n))
      this.#scoped(n.variableDeclaration ? bound(n.variableDeclaration.name) : [], () => this.#children(n));
    else {
      this.#note(n);
      this.#children(n);
    }
    if (ts.isForOfStatement(n) || ts.isForInStatement(n)) this.#loop(n);
    // A class keeps its fields and blocks for later, or runs them with a `this` of their own.
    if (ts.isDecorator(n) || ts.isClassStaticBlockDeclaration(n)) this.#called(null);
  }

  /** What a node does beyond mentioning names. */
  #note(n: ts.Node): void {
    if (ts.isCallExpression(n)) this.#call(n);
    else if (ts.isNewExpression(n)) this.#called(rootOf(n.expression));
    else if (ts.isTaggedTemplateExpression(n)) this.#called(rootOf(n.tag));
    else if (ts.isSpreadElement(n) || ts.isArrayBindingPattern(n)) this.#called(null);
    else if (ts.isAwaitExpression(n)) this.waits ||= this.#functions === 0;
    else if (ts.isVariableDeclarationList(n) && (n.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing)
      this.waits ||= this.#functions === 0;
    else if (ts.isBinaryExpression(n) && isAssignment(n.operatorToken.kind)) this.#change(n.left);
    else if (ts.isDeleteExpression(n)) this.#change(n.expression);
    else if ((ts.isPrefixUnaryExpression(n) || ts.isPostfixUnaryExpression(n)) && isStep(n.operator))
      this.#change(n.operand);
    else if (isPrototype(n)) this.#change(n.expression);
  }

  #loop(n: ts.ForOfStatement | ts.ForInStatement): void {
    if (!ts.isVariableDeclarationList(n.initializer)) this.#change(n.initializer);
    if (ts.isForInStatement(n)) return;
    this.#called(rootOf(n.expression));
    if (n.awaitModifier) this.waits ||= this.#functions === 0;
  }

  /** Everything below a node but names that are no variables: those of properties, members and labels. */
  #children(n: ts.Node): void {
    ts.forEachChild(n, (child) => {
      if (ts.isIdentifier(child) && isNoVariable(child, n)) return;
      this.#visit(child);
    });
  }

  /** Parameters see each other and what is around the function; only its body sees what is declared in it. */
  #function(n: ts.SignatureDeclaration): void {
    // The name is computed where the function is made.
    if (n.name && ts.isComputedPropertyName(n.name)) this.#visit(n.name);
    const { body } = n as ts.FunctionLikeDeclaration;
    const own = n.parameters.flatMap((p) => bound(p.name));
    if (ts.isFunctionExpression(n) && n.name) own.push(n.name.text);
    if (!ts.isArrowFunction(n)) own.push('arguments');
    this.#functions++;
    this.#scoped(own, () => {
      ts.forEachChild(n, (child) => {
        if (child === body || child === n.name || ts.isDecorator(child)) return;
        this.#visit(child);
      });
      if (body) this.#scoped(varsIn(body, false), () => this.#visit(body));
    });
    this.#functions--;
    ts.forEachChild(n, (child) => {
      if (ts.isDecorator(child)) this.#visit(child);
    });
    // The name of a declaration is one of the scope around it.
    if (ts.isFunctionDeclaration(n) && n.name) this.#mention(n.name);
  }

  #scoped(names: readonly string[], visit: () => void): void {
    this.#scopes.push(new Set(names));
    visit();
    this.#scopes.pop();
  }

  #call(n: ts.CallExpression): void {
    const callee = n.expression;
    const isRequire = ts.isIdentifier(callee) && callee.text === 'require' && !this.#isLocal('require');
    if (callee.kind === ts.SyntaxKind.ImportKeyword || isRequire) this.#load(n.arguments[0]);
    else this.#called(n.arguments.some((a) => ts.isFunctionLike(a)) ? null : rootOf(callee));
    if (ts.isPropertyAccessExpression(callee) && REDEFINERS.has(callee.name.text) && n.arguments[0])
      this.#change(n.arguments[0]);
  }

  #called(root: string | null): void {
    if (this.#functions === 0) this.calls.add(root === null || this.#isLocal(root) ? null : root);
  }

  #load(specifier: ts.Expression | undefined): void {
    const text = specifier && ts.isStringLiteralLike(specifier) ? specifier.text : null;
    if (text === null || /^[./]/.test(text)) this.loads.push(text);
  }

  #mention(n: ts.Identifier): void {
    if (this.#inType) {
      this.types.add(n.text);
      return;
    }
    if (this.#isLocal(n.text)) return;
    this.names.add(n.text);
    if (!isUsedInPlace(n)) this.bare.add(n.text);
  }

  #type(n: ts.Node): void {
    this.#inTypes(() => this.#children(n));
    if (ts.isIdentifier(n)) this.types.add(n.text);
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

  /** What is set: each name at the root of the places that an assignment writes, `Math` in `[Math.random] = [f]`. */
  #change(e: ts.Node): void {
    if (ts.isIdentifier(e)) {
      if (!this.#isLocal(e.text)) this.changed.add(e.text);
    } else if (isChain(e)) this.#change(e.expression);
    else if (ts.isBinaryExpression(e)) {
      this.#change(e.left);
      if (!isAssignment(e.operatorToken.kind) || !this.#isPattern(e)) this.#change(e.right);
    } else if (ts.isConditionalExpression(e)) {
      this.#change(e.whenTrue);
      this.#change(e.whenFalse);
    } else if (ts.isArrayLiteralExpression(e)) for (const x of e.elements) this.#change(x);
    else if (ts.isSpreadElement(e) || ts.isSpreadAssignment(e)) this.#change(e.expression);
    else if (ts.isObjectLiteralExpression(e)) {
      for (const p of e.properties) {
        if (ts.isPropertyAssignment(p)) this.#change(p.initializer);
        else if (ts.isShorthandPropertyAssignment(p)) this.#change(p.name);
        else if (ts.isSpreadAssignment(p)) this.#change(p);
      }
    }
  }

  /** `x = 1` inside a pattern: a target with its default. */
  #isPattern(e: ts.BinaryExpression): boolean {
    return ts.isArrayLiteralExpression(e.parent) || ts.isPropertyAssignment(e.parent);
  }

  #isLocal(name: string): boolean {
    return this.#scopes.some((s) => s.has(name));
  }
}

/** Expressions whose own first part decides what they are a part of. */
function isChain(
  e: ts.Node,
): e is
  | ts.PropertyAccessExpression
  | ts.ElementAccessExpression
  | ts.NonNullExpression
  | ts.ParenthesizedExpression
  | ts.AsExpression
  | ts.SatisfiesExpression
  | ts.TypeAssertion {
  return (
    ts.isPropertyAccessExpression(e) ||
    ts.isElementAccessExpression(e) ||
    ts.isNonNullExpression(e) ||
    ts.isParenthesizedExpression(e) ||
    ts.isAsExpression(e) ||
    ts.isSatisfiesExpression(e) ||
    ts.isTypeAssertionExpression(e)
  );
}

/** The name at the root of `a.b[c].d`, or null. */
function rootOf(e: ts.Node): string | null {
  let root = e;
  while (isChain(root)) root = root.expression;
  return ts.isIdentifier(root) ? root.text : null;
}

/** `X.prototype` and `X['prototype']`, where it is not only looked at for one of its methods: it may be changed. */
function isPrototype(n: ts.Node): n is ts.PropertyAccessExpression | ts.ElementAccessExpression {
  const named =
    (ts.isPropertyAccessExpression(n) && n.name.text === 'prototype') ||
    (ts.isElementAccessExpression(n) &&
      ts.isStringLiteralLike(n.argumentExpression) &&
      n.argumentExpression.text === 'prototype');
  return named && !(ts.isPropertyAccessExpression(n.parent) && n.parent.expression === n);
}

/** Whether a name is called, looked into or asked for its type right here. */
function isUsedInPlace(n: ts.Identifier): boolean {
  const { parent } = n;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.expression === n;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) return parent.expression === n;
  if (ts.isBinaryExpression(parent))
    return parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword && parent.right === n;
  return ts.isTypeOfExpression(parent) || ts.isExpressionWithTypeArguments(parent);
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
      if (isAmbient(s)) continue;
      if (ts.isVariableStatement(s)) list(s.declarationList);
      else if ((ts.isFunctionDeclaration(s) || ts.isClassDeclaration(s)) && s.name) out.push(s.name.text);
      else if (ts.isEnumDeclaration(s)) out.push(s.name.text);
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
  if (ts.isPropertyAccessExpression(parent)) return parent.name === child;
  if (ts.isQualifiedName(parent)) return parent.right === child;
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
