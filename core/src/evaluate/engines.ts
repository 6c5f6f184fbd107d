/** Which engine runs a loop: WebAssembly where it may be compiled, else the interpreter. */
import { drive, type Plan, type Take } from './drive.ts';
import type { Engine } from './engine.ts';
import { Interpreter } from './interpret.ts';
import { toLane } from './lanes.ts';
import type { Data } from './library.ts';
import type { Loop } from './program.ts';
import { runNow, type Steps } from './steps.ts';
import { type ScalarValues, worthOf } from './typed.ts';
import { WasmEngine } from './wasm/engine.ts';

/** Whether WebAssembly may be compiled here; found out by the first attempt that fails. */
let compiles = true;

/** Longer expressions are interpreted: compiling them would take longer than it saves. */
const MOST_COMPILED = 500;

/** Makes evaluations use the interpreter, as where WebAssembly may not be compiled. For tests. */
export function forbidCompiling(forbidden: boolean): void {
  compiles = !forbidden;
}

function engineFor(loop: Loop, arrays: readonly Data[]): Engine {
  if (!compiles || loop.graph.nodes.length > MOST_COMPILED) return new Interpreter(loop.graph, loop.fold);
  return new WasmEngine(loop.wasm, arrays);
}

/** Whether an error says that code may not be generated. */
function isForbidden(error: unknown): boolean {
  return error instanceof WebAssembly.CompileError || error instanceof EvalError;
}

/** Runs something with an engine; with the interpreter where compiling turns out to be forbidden. */
export function* withEngine<T>(loop: Loop, arrays: readonly Data[], run: (engine: Engine) => Steps<T>): Steps<T> {
  const engine = engineFor(loop, arrays);
  try {
    return yield* run(engine);
  } catch (error) {
    if (!isForbidden(error) || engine.name !== 'wasm') throw error;
    compiles = false;
  } finally {
    engine.end();
  }
  return yield* withEngine(loop, arrays, run);
}

/** A plan that is made for an engine and run at once. */
export function driveWith(loop: Loop, arrays: readonly Data[], planFor: (engine: Engine) => Plan, take: Take): void {
  runNow(
    withEngine(loop, arrays, function* (engine) {
      drive(planFor(engine), take);
      yield;
    }),
  );
}

/** The plain numbers that a loop takes, in its lanes. */
export function parametersOf(loop: Loop, scalars: ScalarValues): (number | bigint)[] {
  return loop.graph.parameters.map(({ scalar, lane }) => toLane(worthOf(scalar, scalars), lane));
}
