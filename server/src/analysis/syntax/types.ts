/** Type annotations, read by syntax alone: what they say about arrays and plain values. */
import { TYPED_ARRAYS } from 'bytelens/laws';
import { ts } from 'ts-morph';
import type { TypeHint } from '../ir/types.ts';
import { SPECIFIERS } from '../libraries/numpy-ts/names.ts';

const TYPED = new Set<string>(TYPED_ARRAYS);

/** Resolves a type's name: the array class of the library where it is imported from there. */
export interface TypeNames {
  /** The name that the library exports under this local name (`NDArray`), or null. */
  libraryType(node: ts.EntityName): string | null;
  /** A type alias or interface declared in this file. */
  declared(name: string): ts.TypeNode | ts.InterfaceDeclaration | null;
}

export function typeHint(node: ts.TypeNode, names: TypeNames, depth = 0): TypeHint {
  const other: TypeHint = { kind: 'other', text: node.getText() };
  if (depth > 6) return other;
  const again = (n: ts.TypeNode): TypeHint => typeHint(n, names, depth + 1);
  switch (node.kind) {
    case ts.SyntaxKind.NumberKeyword:
      return { kind: 'number' };
    case ts.SyntaxKind.StringKeyword:
      return { kind: 'string' };
    case ts.SyntaxKind.BooleanKeyword:
      return { kind: 'boolean' };
    case ts.SyntaxKind.BigIntKeyword:
      return { kind: 'bigint' };
    case ts.SyntaxKind.VoidKeyword:
    case ts.SyntaxKind.UndefinedKeyword:
      return { kind: 'void' };
  }
  if (ts.isJSDocNonNullableType(node)) return again(node.type);
  if (ts.isJSDocNullableType(node) || ts.isJSDocOptionalType(node))
    return { kind: 'union', members: [again(node.type), { kind: 'void' }] };
  if (ts.isJSDocTypeExpression(node)) return again(node.type);
  if (ts.isJSDocTypeLiteral(node)) return jsDocRecord(node, again);
  if (ts.isImportTypeNode(node)) return imported(node) ?? other;
  if (ts.isParenthesizedTypeNode(node)) return again(node.type);
  if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword) return again(node.type);
  if (ts.isArrayTypeNode(node)) return { kind: 'list', item: again(node.elementType) };
  if (ts.isTupleTypeNode(node)) {
    if (node.elements.some((e) => ts.isRestTypeNode(e) || ts.isOptionalTypeNode(e))) return other;
    return { kind: 'tuple', items: node.elements.map((e) => again(ts.isNamedTupleMember(e) ? e.type : e)) };
  }
  if (ts.isUnionTypeNode(node)) return { kind: 'union', members: node.types.map(again) };
  if (ts.isLiteralTypeNode(node)) {
    if (node.literal.kind === ts.SyntaxKind.NullKeyword) return { kind: 'void' };
    if (ts.isStringLiteral(node.literal)) return { kind: 'string' };
    if (ts.isNumericLiteral(node.literal)) return { kind: 'number' };
    return other;
  }
  if (ts.isTypeLiteralNode(node)) return record(node.members, again);
  if (ts.isTypeReferenceNode(node)) return reference(node, names, again, depth) ?? other;
  return other;
}

function record(members: ts.NodeArray<ts.TypeElement>, again: (n: ts.TypeNode) => TypeHint): TypeHint {
  const fields: Record<string, TypeHint> = {};
  for (const m of members) {
    if (ts.isPropertySignature(m) && m.type && !m.questionToken && ts.isIdentifier(m.name))
      fields[m.name.text] = again(m.type);
  }
  return { kind: 'record', fields };
}

function reference(
  node: ts.TypeReferenceNode,
  names: TypeNames,
  again: (n: ts.TypeNode) => TypeHint,
  depth: number,
): TypeHint | null {
  const first = node.typeArguments?.[0];
  const ofLibrary = libraryType(names.libraryType(node.typeName), first);
  if (ofLibrary) return ofLibrary;
  if (!ts.isIdentifier(node.typeName)) return null;
  const name = node.typeName.text;
  const declared = names.declared(name);
  if (declared) {
    if (!ts.isInterfaceDeclaration(declared)) return again(declared);
    return declared.heritageClauses ? null : record(declared.members, again);
  }
  if (TYPED.has(name)) return { kind: 'typed', ctor: name };
  if ((name === 'Array' || name === 'ReadonlyArray') && first) return { kind: 'list', item: again(first) };
  if (name === 'Promise' && first) return { kind: 'promise', value: again(first) };
  if (name === 'Readonly' && first) return typeHint(first, names, depth + 1);
  return { kind: 'class', name };
}

/** The type that the library exports under a name, where it is one of its array classes. */
function libraryType(name: string | null, argument: ts.TypeNode | undefined): TypeHint | null {
  if (name !== 'NDArray' && name !== 'NDArrayCore') return null;
  const texts = (argument && ts.isUnionTypeNode(argument) ? argument.types : argument ? [argument] : []).map((t) =>
    ts.isLiteralTypeNode(t) && ts.isStringLiteral(t.literal) ? t.literal.text : null,
  );
  return { kind: 'ndarray', dtypes: texts.length === 0 || texts.includes(null) ? null : (texts as string[]) };
}

/** `import('numpy-ts').NDArray<'float32'>` */
function imported(node: ts.ImportTypeNode): TypeHint | null {
  const { argument, qualifier } = node;
  if (!ts.isLiteralTypeNode(argument) || !ts.isStringLiteral(argument.literal)) return null;
  if (!(argument.literal.text in SPECIFIERS) || !qualifier || !ts.isIdentifier(qualifier)) return null;
  return libraryType(qualifier.text, node.typeArguments?.[0]);
}

/** `@typedef {object} Image` and what its `@property` lines say. */
function jsDocRecord(node: ts.JSDocTypeLiteral, again: (n: ts.TypeNode) => TypeHint): TypeHint {
  const fields: Record<string, TypeHint> = {};
  for (const p of node.jsDocPropertyTags ?? [])
    if (p.typeExpression && !p.isBracketed && ts.isIdentifier(p.name)) fields[p.name.text] = again(p.typeExpression);
  return node.isArrayType ? { kind: 'list', item: { kind: 'record', fields } } : { kind: 'record', fields };
}

/** What a person calls the value of an expression: the variable that it is for, or its own text. */
export function labelOf(node: ts.Expression): string {
  let outer: ts.Node = node.parent;
  while (ts.isParenthesizedExpression(outer) || ts.isAsExpression(outer) || ts.isAwaitExpression(outer))
    outer = outer.parent;
  if (ts.isVariableDeclaration(outer) && ts.isIdentifier(outer.name)) return outer.name.text;
  if (
    ts.isBinaryExpression(outer) &&
    outer.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
    ts.isIdentifier(outer.left)
  )
    return outer.left.text;
  const called = ts.isCallExpression(node) ? '()' : '';
  const name = /^[\w$.]+/.exec(node.getText())?.[0];
  return name === undefined ? '' : name + called;
}

/** Whether values of the type are arrays, or lead to some. */
export function isOfArrays(t: TypeHint): boolean {
  switch (t.kind) {
    case 'ndarray':
    case 'typed':
      return true;
    case 'list':
      return isOfArrays(t.item);
    case 'promise':
      return isOfArrays(t.value);
    case 'tuple':
      return t.items.some(isOfArrays);
    case 'union':
      return t.members.some(isOfArrays);
    case 'record':
      return Object.values(t.fields).some(isOfArrays);
    default:
      return false;
  }
}
