/**
 * Lists what the library offers by looking at it, never from a handwritten list.
 */

import { FACTORIES, type Library, resolvePath } from './library.ts';
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
    for (const [member, inner] of Object.entries(value as object)) {
      const path = `${name}.${member}`;
      found[path] = kindOf(inner);
      if (!FACTORIES.has(path)) continue;
      for (const [own, made] of Object.entries((inner as (seed: number) => object)(1)))
        found[`${path}.${own}`] = kindOf(made);
    }
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

/** The number of declared parameters, with defaults counted, or null when there is a rest parameter. */
function parameterCount(declared: (...args: never[]) => unknown): number | null {
  const source = Function.prototype.toString.call(declared);
  const start = source.indexOf('(');
  let depth = 0;
  let count = 0;
  for (let at = start; at < source.length; at++) {
    const character = source[at] as string;
    if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    else if (depth === 1 && character === ',') count++;
    else if (depth === 1 && source.startsWith('...', at)) return null;
    if (depth === 0) return at === start + 1 ? 0 : count + 1;
  }
  return null;
}

function parametersOf(library: Library): Record<string, number | null> {
  const found: Record<string, number | null> = {};
  const module = library.modules['numpy-ts'];
  for (const [path, kind] of Object.entries(exportsOf(module))) {
    const { value } = resolvePath(library, 'numpy-ts', path);
    if (kind === 'function') found[path] = parameterCount(value as () => unknown);
  }
  for (const [name, kind] of Object.entries(membersOf(library.NDArray))) {
    if (kind !== 'method') continue;
    const value = (library.NDArray.prototype as unknown as Record<string, unknown>)[name];
    found[`.${name}`] = parameterCount(value as () => unknown);
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
    parameters: parametersOf(library),
  };
}
