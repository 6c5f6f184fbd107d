/** The engine that runs expressions as WebAssembly kernels. */
import type { Engine, Operand, Runner } from '../engine.ts';
import type { LaneGraph } from '../lanes.ts';
import type { Data } from '../library.ts';
import { type Home, homeOf, type Scratch, spareHome } from './homes.ts';
import { kernelOn } from './instances.ts';
import { isCostly, kernelBytes } from './kernel.ts';
import type { Folding } from './reduce.ts';

/** The compiled forms of one expression: for inputs that are repeated or not, on shared memory or not. */
export class WasmProgram {
  readonly graph: LaneGraph;
  readonly fold: Folding | null;
  readonly isCostly: boolean;
  readonly #modules = new Map<string, WebAssembly.Module>();

  constructor(graph: LaneGraph, fold: Folding | null) {
    this.graph = graph;
    this.isCostly = isCostly(graph);
    this.fold = fold;
  }

  /** Throws a `WebAssembly.CompileError` or an `EvalError` where compiling is forbidden. */
  module(repeated: readonly boolean[], shared: boolean): WebAssembly.Module {
    const key = `${repeated.map(Number).join('')}${shared ? 's' : ''}`;
    let module = this.#modules.get(key);
    if (module === undefined) {
      module = new WebAssembly.Module(kernelBytes({ graph: this.graph, fold: this.fold, repeated }, shared));
      this.#modules.set(key, module);
    }
    return module;
  }
}

/** A kernel with the addresses of its operands: what threads are handed. */
export interface BoundKernel extends Runner {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** Addresses of element 0 of the inputs and then of the result. */
  readonly bases: readonly number[];
  readonly itemBytes: readonly number[];
  readonly parameters: readonly (number | bigint)[];
  readonly fold: Folding | null;
}

export class WasmEngine implements Engine {
  readonly name = 'wasm';
  readonly repeats = true;
  readonly #program: WasmProgram;
  #home: Home;
  #scratch: Scratch | null = null;

  constructor(program: WasmProgram, arrays: readonly Data[]) {
    this.#program = program;
    this.#home = homeOf(arrays);
  }

  /** Whether functions such as `sin` are computed, which take longer than reading the operands. */
  get isCostly(): boolean {
    return this.#program.isCostly;
  }

  get shared(): boolean {
    return this.#home.shared;
  }

  reaches(buffer: ArrayBufferLike): boolean {
    return this.#home.reaches(buffer);
  }

  scratch(bytes: number): Scratch | null {
    this.end();
    this.#scratch = this.#home.scratch(bytes);
    if (this.#scratch === null) this.#home = spareHome();
    return this.#scratch;
  }

  bind(operands: readonly Operand[], result: Data | null, parameters: readonly (number | bigint)[]): BoundKernel {
    const { memory, shared } = this.#home;
    const repeated = operands.map((operand) => operand.repeated);
    const module = this.#program.module(repeated, shared);
    const kernel = kernelOn(module, memory);
    const arrays = operands.map(({ data }) => data);
    if (result !== null) arrays.push(result);
    const bases = arrays.map(({ byteOffset }) => byteOffset);
    const itemBytes = arrays.map((data) => data.BYTES_PER_ELEMENT);
    const args = [0, ...bases, ...parameters] as (number | bigint)[];
    const count = bases.length;
    const run = (elements: number, offsets: readonly number[]) => {
      args[0] = elements;
      for (let index = 0; index < count; index++) {
        args[index + 1] = (bases[index] as number) + (offsets[index] as number) * (itemBytes[index] as number);
      }
      return kernel(...args);
    };
    return { run, module, memory, bases, itemBytes, parameters, fold: this.#program.fold };
  }

  end(): void {
    this.#scratch?.release();
    this.#scratch = null;
  }
}
