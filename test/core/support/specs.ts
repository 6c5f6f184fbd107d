/**
 * Short ways of writing call specs in tests. A string as a size is a symbol.
 */

import { columnMajorStrides, rowMajorStrides } from '../../../core/src/laws/sizes.ts';
import type { ArgSpec, CallSpec, DimExpr, DType, TypedArrayName } from '../../../core/src/laws/types.ts';

type Size = string | DimExpr;

const toExpr = (size: Size): DimExpr => (typeof size === 'string' ? { sym: size } : size);

export function array(shape: readonly Size[], dtype: DType = 'float64', layout: 'C' | 'F' | '?' = 'C'): ArgSpec {
  const dims = shape.map(toExpr);
  const strides = layout === '?' ? null : layout === 'C' ? rowMajorStrides(dims) : columnMajorStrides(dims);
  return { kind: 'array', cls: 'NDArray', dtype, shape: dims, strides };
}

export const int = (value: Size): ArgSpec => ({ kind: 'int', value: toExpr(value) });
export const float = (value: number): ArgSpec => ({ kind: 'float', value });
export const text = (value: string): ArgSpec => ({ kind: 'string', value });
export const yes: ArgSpec = { kind: 'boolean', value: true };
export const typed = (ctor: TypedArrayName, length: Size): ArgSpec => ({ kind: 'typed', ctor, length: toExpr(length) });
export const list = (...items: readonly (Size | ArgSpec)[]): ArgSpec => ({
  kind: 'list',
  items: items.map((item) => (typeof item === 'object' && 'kind' in item ? item : int(item))),
});

export const fn = (path: string, ...args: readonly ArgSpec[]): CallSpec => ({
  module: 'numpy-ts',
  target: { kind: 'function', path },
  args,
});
export const method = (name: string, ...args: readonly ArgSpec[]): CallSpec => ({
  module: 'numpy-ts',
  target: { kind: 'method', name },
  args,
});
export const property = (name: string, receiver: ArgSpec): CallSpec => ({
  module: 'numpy-ts',
  target: { kind: 'property', name },
  args: [receiver],
});
