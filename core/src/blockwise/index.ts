/** Divide and conquer over numpy-ts arrays, without intermediates of the arrays' size. */
export { type Blocks, type BlockwiseOptions, blockwise } from './blockwise.ts';
export { BlockwiseError } from './errors.ts';
