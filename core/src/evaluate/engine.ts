/**
 * What the drivers need of an engine, whichever it is: to run an expression on runs of neighbouring elements of arrays
 * that it can reach. Three engines exist: WebAssembly kernels (`wasm/`), an interpreter that needs no code generation
 * (`interpret.ts`), and numpy-ts itself on blocks (`chained.ts`), for complex numbers.
 */
import type { Data } from './library.ts';

/** An array's data, as an engine meets it. */
export interface Operand {
  readonly data: Data;
  /** The same number everywhere: element 0 of `data` at the run's offset, however long the run. */
  readonly repeated: boolean;
}

export interface Runner {
  /**
   * Runs `count` elements. `offsets` are the first elements of the inputs and then of the result, in elements of their
   * data. A folding runner has no result and gives the folded number.
   */
  run(count: number, offsets: readonly number[]): number | bigint | undefined;
}

export interface Engine {
  readonly name: 'wasm' | 'interpreter' | 'numpy-ts';
  /** Whether the engine takes an input of which one element stands for a whole run. */
  readonly repeats: boolean;
  /** Whether it can reach a buffer. Where not, the drivers copy blocks through scratch. */
  reaches(buffer: ArrayBufferLike): boolean;
  /**
   * Bytes that it can reach for blocks of this evaluation, given back by `end`. Null if there is no room where it is: it
   * then works in another memory from now on.
   */
  scratch(bytes: number): { readonly buffer: ArrayBufferLike; readonly offset: number } | null;
  bind(operands: readonly Operand[], result: Data | null, parameters: readonly (number | bigint)[]): Runner;
  end(): void;
}

/** The most bytes of blocks in use at a time: they stay in a core's second-level cache. */
export const SCRATCH_BYTES = 256 * 1024;
