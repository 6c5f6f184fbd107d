/** Kernels on the memories that they work in. An instance is made once for each pair, in each thread. */
import { IMPORTED } from './imported.ts';

export type Run = (...args: (number | bigint)[]) => number | bigint | undefined;

const instances = new WeakMap<WebAssembly.Module, WeakMap<WebAssembly.Memory, Run>>();

/** The kernel of a module on a memory. */
export function kernelOn(module: WebAssembly.Module, memory: WebAssembly.Memory): Run {
  let known = instances.get(module);
  if (known === undefined) {
    known = new WeakMap();
    instances.set(module, known);
  }
  let run = known.get(memory);
  if (run === undefined) {
    const { exports } = new WebAssembly.Instance(module, { env: { memory }, math: IMPORTED });
    run = exports['run'] as Run;
    known.set(memory, run);
  }
  return run;
}
