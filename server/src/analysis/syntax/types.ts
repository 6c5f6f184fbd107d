/** Type annotations, read by syntax alone: what they say about arrays and plain values. */
import { TYPED_ARRAYS } from 'bytelens/laws';
import { ts } from 'ts-morph';
import type { TypeHint } from '../ir/types.ts';

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
  const fromLibrary = names.libraryType(node.typeName);
  const first = node.typeArguments?.[0];
  if (fromLibrary === 'NDArray' || fromLibrary === 'NDArrayCore') {
    const dtype = first && ts.isLiteralTypeNode(first) && ts.isStringLiteral(first.literal) ? first.literal.text : null;
    return { kind: 'ndarray', dtype };
  }
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
