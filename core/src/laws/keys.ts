/**
 * Compact, unambiguous names of probes, by which caches and the table find their answers.
 */

import { modulusOf, type ProbeAtom } from './assignments.ts';
import type { Probe } from './probes.ts';
import { columnMajorStrides, format, rowMajorStrides } from './sizes.ts';
import type { ArgSpec, CallSpec, DimExpr, LibraryModule } from './types.ts';

function sizesKey(sizes: readonly DimExpr[]): string {
  return sizes.map(format).join();
}

function layoutKey(strides: readonly DimExpr[] | null, shape: readonly DimExpr[]): string {
  if (strides === null) return '?';
  const key = sizesKey(strides);
  if (key === sizesKey(rowMajorStrides(shape))) return '';
  if (key === sizesKey(columnMajorStrides(shape))) return 'F';
  return `/${key}`;
}

function argKey(arg: ArgSpec): string {
  switch (arg.kind) {
    case 'array':
      return `${arg.cls === 'NDArray' ? '' : '~'}${arg.dtype}[${sizesKey(arg.shape)}]${layoutKey(arg.strides, arg.shape)}`;
    case 'typed':
      return `${arg.ctor}[${format(arg.length)}]`;
    case 'int':
      return format(arg.value);
    case 'float':
      return `${arg.value}f`;
    case 'anyNumber':
      return arg.integer ? 'int' : 'num';
    case 'bigint':
      return `${arg.value}n`;
    case 'string':
      return JSON.stringify(arg.value);
    case 'complex':
      return `complex(${arg.re},${arg.im})`;
    case 'list':
      return `(${arg.items.map(argKey).join()})`;
    case 'listOf':
      return `{${format(arg.length)}*${argKey(arg.item)}}`;
    case 'object':
      return `{${Object.entries(arg.fields)
        .map(([name, field]) => `${JSON.stringify(name)}:${argKey(field)}`)
        .join()}}`;
    case 'boolean':
      return arg.value ? 'true' : 'false';
    default:
      return arg.kind;
  }
}

const PREFIXES: Readonly<Record<LibraryModule, string>> = {
  'numpy-ts': 'np',
  'numpy-ts/node': 'np',
  'numpy-ts/core': 'core',
  bytelens: 'bytelens',
};

function callKey(call: CallSpec): string {
  const args = call.args.map(argKey).join(' ');
  switch (call.target.kind) {
    case 'function':
      return `${PREFIXES[call.module]}.${call.target.path} ${args}`;
    case 'method':
      return `.${call.target.name}() ${args}`;
    case 'property':
      return `.${call.target.name} ${args}`;
    case 'index':
      return `[] ${args}`;
  }
}

/** The order of the lifted constants, and in congruent families their remainders. */
function relationKey(atoms: readonly ProbeAtom[], modulus: number): string {
  const lifted = atoms.filter((atom) => atom.actual !== null).sort((a, b) => (a.actual ?? 0) - (b.actual ?? 0));
  const names = lifted.map((atom) => (modulus > 1 ? `${atom.name}%${(atom.actual as number) % modulus}` : atom.name));
  return `<${names.join()}>`;
}

export function probeKey(probe: Probe): string {
  const call = callKey(probe.call);
  if (probe.kind !== 'family') return `${probe.kind === 'exact' ? '=' : '^'}${call}`;
  const classes = Object.entries(probe.integerClasses).map(([name, value]) => `|${name}<=${value}`);
  const base = `${call}${classes.join('')}`;
  if (probe.relation === 'free') return base;
  return `${base} ${relationKey(probe.atoms, probe.relation === 'congruent' ? modulusOf(probe.call) : 1)}`;
}
