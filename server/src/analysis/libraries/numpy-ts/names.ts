/** What the library exports under a name, as the library itself says. */
import type { ArrayModule } from 'bytelens/laws';
import { UNDEFINED, type Value } from '../../domain/value.ts';
import type { Context } from '../../interp/context.ts';

/** What makes the library's memory larger or smaller, for all of a program. */
export const CONFIGURES = 'configureWasm';

/** The packages and entry points that are this library. */
export const SPECIFIERS: Readonly<Record<string, ArrayModule>> = {
  'numpy-ts': 'numpy-ts',
  'numpy-ts/core': 'numpy-ts/core',
  'numpy-ts/node': 'numpy-ts/node',
};

/** Functions that give an object whose functions the library's laws know by the path of what made it. */
export const GENERATORS: ReadonlySet<string> = new Set(['random.default_rng']);

export function libraryMember(c: Context, module: ArrayModule, path: string, name: string): Value {
  const full = path === '' ? name : `${path}.${name}`;
  switch (c.laws.exportKind(module, full)) {
    case 'function':
    case 'namespace':
    case 'class':
      return { k: 'library', module, path: full };
    case 'constant':
      return { k: 'plain', what: full };
    case null:
      // What is set there, all arrays have.
      if (name === 'prototype') return { k: 'library', module, path: full };
      return path === '' && name === 'default' ? { k: 'library', module, path: '' } : UNDEFINED;
  }
}
