/**
 * The runtime library `bytelens`: what fixes rewrite array code to, and what can be called as well without them.
 *
 * It works on numpy-ts's own arrays. `bytelens/laws` and `bytelens/measure` are for the analyzer, and not part of it.
 */

export * from './arena/index.ts';
export { type Blocks, BlockwiseError, type BlockwiseOptions, blockwise } from './blockwise/index.ts';
export * from './dtypes/index.ts';
export { BytelensError } from './errors.ts';
export * from './layout/index.ts';
export * from './lut/index.ts';
export * from './memory/index.ts';
export * from './ufunc/index.ts';
