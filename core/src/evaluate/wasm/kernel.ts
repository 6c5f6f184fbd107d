/**
 * A graph as a WebAssembly module. Its function takes the number of elements, the address of each input and of the
 * result, and the parameters; a reduction takes no result's address and gives the value.
 */
import * as wasm from 'wasmati';
import { bitsOf, type Lane, type LaneGraph, type Parameter, TRANSCENDENTAL, vectorBits } from '../lanes.ts';
import { laneAccess } from './arithmetic.ts';
import { Body } from './body.ts';
import { Code, type Kind, type Value } from './code.ts';
import { Helpers } from './helpers.ts';
import { Accumulators, type Folding } from './reduce.ts';

export interface KernelSource {
  readonly graph: LaneGraph;
  /** Null for a result element by element. */
  readonly fold: Folding | null;
  /** Which inputs are one element that stands for all. */
  readonly repeated: readonly boolean[];
}

/** The most pages that a 32-bit memory can have; a module says it of a shared memory that it imports. */
const MOST_PAGES = 65536;
/** Vectors of each kind that a round of the loop makes where an expression is cheap. */
const UNROLLED = 2;
/** Larger expressions are not unrolled: their values would not stay in registers. */
const MOST_UNROLLED = 12;

/** Whether functions such as `sin` are computed. */
export function isCostly(graph: LaneGraph): boolean {
  return graph.nodes.some(({ op }) => (TRANSCENDENTAL as readonly string[]).includes(op));
}

/** Elements of one round: a whole vector of the narrowest lane in memory. */
export function roundOf(graph: LaneGraph): number {
  const lanes = graph.nodes.flatMap((node) => (node.op === 'load' || node.op === 'cast' ? [node, ...node.args] : []));
  const stored = [graph.result, ...lanes].map(({ lane }) => vectorBits(lane));
  const width = 128 / Math.min(...stored);
  const single = Math.max(...stored) === Math.min(...stored) && !isCostly(graph) && graph.nodes.length <= MOST_UNROLLED;
  return single ? width * UNROLLED : width;
}

export function parameterKind({ lane }: Parameter): Kind {
  return lane === 'bool' ? 'i32' : laneAccess(lane).kind;
}

/** The bytes of the module of a kernel, for a memory that is shared or is not. */
export function kernelBytes({ graph, fold, repeated }: KernelSource, shared: boolean): Uint8Array<ArrayBuffer> {
  const helpers = new Helpers();
  const inputs = graph.inputs.length;
  const kinds: Kind[] = ['i32', ...graph.inputs.map((): Kind => 'i32')];
  if (fold === null) kinds.push('i32');
  const code = new Code([...kinds, ...graph.parameters.map(parameterKind)]);
  const [count, ...rest] = code.args as [Value, ...Value[]];
  const pointers = rest.slice(0, inputs);
  const target = fold === null ? (rest[inputs] as Value) : null;
  const parameters = code.args.slice(kinds.length);
  const lanes: Lane[] = [...graph.inputs];
  if (target !== null) lanes.push(graph.result.lane);
  const moving = target === null ? pointers : [...pointers, target];
  const totals = fold === null ? null : new Accumulators(code, helpers, fold);

  const round = (width: number) => {
    const body = new Body(code, helpers, graph, width, pointers, parameters, repeated);
    for (let index = 0; index < body.vectors(graph.result.lane); index++) {
      if (target !== null) body.store(index, target);
      else totals?.add(body, graph.result, index, width);
    }
    for (const [place, pointer] of moving.entries()) {
      if (repeated[place]) continue;
      code.update(pointer, wasm.i32.add, pointer, (width * bitsOf(lanes[place] as Lane)) / 8);
    }
    code.update(count, wasm.i32.sub, count, width);
  };
  const width = roundOf(graph);
  code.when(code.emit('i32', wasm.i32.ge_s, count, width), () => {
    code.loop(() => {
      round(width);
      return code.emit('i32', wasm.i32.ge_s, count, width);
    });
  });
  code.when(code.emit('i32', wasm.i32.gt_s, count, 0), () => {
    code.loop(() => {
      round(1);
      return count;
    });
  });
  const run = code.finish(totals?.total() ?? null);
  const limits = shared ? { min: 0, max: MOST_PAGES, shared: true } : { min: 0 };
  const memory = Object.assign(wasm.importMemory(limits), { module: 'env', string: 'memory' });
  return wasm.Module({ exports: { run: run as never }, memory }).toBytes() as Uint8Array<ArrayBuffer>;
}
