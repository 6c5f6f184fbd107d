/**
 * Lists what the library offers by looking at it, never from a handwritten list.
 */

import type { Library } from './library.ts';
import type { ExportKind, Reflection } from './protocol.ts';

function kindOf(value: unknown): ExportKind {
  if (typeof value === 'function') {
    return /^class\b/.test(Function.prototype.toString.call(value)) ? 'class' : 'function';
  }
  const members = value !== null && typeof value === 'object' ? Object.values(value) : [];
  return members.some((member) => typeof member === 'function') ? 'namespace' : 'constant';
}

function exportsOf(module: Readonly<Record<string, unknown>>): Record<string, ExportKind> {
  const found: Record<string, ExportKind> = {};
  for (const [name, value] of Object.entries(module)) {
    const kind = kindOf(value);
    found[name] = kind;
    if (kind !== 'namespace') continue;
    for (const [member, inner] of Object.entries(value as object)) found[`${name}.${member}`] = kindOf(inner);
  }
  return found;
}

function membersOf(arrayClass: { readonly prototype: object }): Record<string, 'method' | 'property'> {
  const found: Record<string, 'method' | 'property'> = {};
  for (let proto: object = arrayClass.prototype; proto !== Object.prototype; proto = Object.getPrototypeOf(proto)) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(proto))) {
      if (name === 'constructor' || name.startsWith('_') || name in found) continue;
      found[name] = typeof descriptor.value === 'function' ? 'method' : 'property';
    }
  }
  return found;
}

export function reflect(library: Library): Reflection {
  return {
    version: library.version,
    exports: {
      'numpy-ts': exportsOf(library.modules['numpy-ts']),
      'numpy-ts/core': exportsOf(library.modules['numpy-ts/core']),
    },
    members: { NDArray: membersOf(library.NDArray), NDArrayCore: membersOf(library.NDArrayCore) },
  };
}
