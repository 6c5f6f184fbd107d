/**
 * The engine that generates no code: it runs an expression operation by operation over small blocks of typed arrays.
 * It stands in where WebAssembly may not be compiled (a strict content security policy). Every operation rounds to its lane as it is stored.
 */
import type { Engine, Operand, Runner } from './engine.ts';
import { compute } from './interpret-operations.ts';
import { isWide, LANES, type Lane, type LaneGraph, type LaneNode } from './lanes.ts';
import type { Data } from './library.ts';
import { type Folding, neutral } from './wasm/reduce.ts';

/** Elements of a block: the blocks of a usual expression fit the first-level cache. */
const BLOCK = 1024;
/** So many numbers are written into blocks of their own beforehand, others each time that they are needed. */
const MOST_FILLED = 32;

type Numbers = Record<number, number | bigint> & { readonly length: number };
type NumbersConstructor = new (length: number) => Data;

const HALF = (globalThis as { Float16Array?: unknown }).Float16Array ?? Float32Array;
const DATA: Readonly<Record<Lane, NumbersConstructor>> = {
  ...{ f64: Float64Array, f32: Float32Array, f16: HALF as NumbersConstructor },
  ...{ i64: BigInt64Array, u64: BigUint64Array, i32: Int32Array, u32: Uint32Array },
  ...{ i16: Int16Array, u16: Uint16Array, i8: Int8Array, u8: Uint8Array, bool: Uint8Array },
};

export class Interpreter implements Engine {
  readonly name = 'interpreter';
  readonly repeats = true;
  readonly #graph: LaneGraph;
  readonly #fold: Folding | null;

  constructor(graph: LaneGraph, fold: Folding | null) {
    this.#graph = graph;
    this.#fold = fold;
  }

  reaches(): boolean {
    return true;
  }

  scratch(bytes: number): { readonly buffer: ArrayBufferLike; readonly offset: number } {
    return { buffer: new ArrayBuffer(bytes), offset: 0 };
  }

  bind(operands: readonly Operand[], result: Data | null, parameters: readonly (number | bigint)[]): Runner {
    const { nodes } = this.#graph;
    const filled = nodes.filter(isPlain).slice(0, MOST_FILLED);
    const blocks = blocksOf(this.#graph, new Set(filled));
    const worth = ({ op, value, index }: LaneNode) => (op === 'const' ? value : (parameters[index] as number | bigint));
    for (const node of filled) fill(blocks.get(node) as Numbers, worth(node), BLOCK);
    const kept = new Set(filled);
    const each = nodes.filter((node) => !kept.has(node));
    const run = (count: number, offsets: readonly number[]) => {
      let folded = this.#fold === null ? undefined : neutral(this.#fold);
      for (let start = 0; start < count; start += BLOCK) {
        const many = Math.min(BLOCK, count - start);
        for (const node of each) {
          if (isPlain(node)) fill(blocks.get(node) as Numbers, worth(node), many);
          else step(node, blocks, operands, offsets, start, many);
        }
        const last = blocks.get(this.#graph.result) as Numbers;
        if (result !== null) {
          const part = (last as unknown as Data).subarray(0, many);
          result.set(part as never, (offsets[operands.length] as number) + start);
        } else if (this.#fold !== null) {
          folded = foldBlock(this.#fold, last, many, folded as number | bigint);
        }
      }
      return folded;
    };
    return { run };
  }

  end(): void {}
}

/** Whether a node is one number. */
function isPlain({ op }: LaneNode): boolean {
  return op === 'const' || op === 'param';
}

/** A block for each node. Those of nodes that are not needed any more are used again, but for the `kept` ones. */
function blocksOf({ nodes, result }: LaneGraph, kept: ReadonlySet<LaneNode>): Map<LaneNode, Numbers> {
  const lastUses = new Map<LaneNode, LaneNode>();
  for (const node of nodes) for (const arg of node.args) lastUses.set(arg, node);
  const free = new Map<Lane, Numbers[]>(LANES.map((lane) => [lane, []]));
  const blocks = new Map<LaneNode, Numbers>();
  for (const node of nodes) {
    const used = kept.has(node) ? undefined : free.get(node.lane)?.pop();
    blocks.set(node, used ?? (new DATA[node.lane](BLOCK) as unknown as Numbers));
    for (const arg of new Set(node.args)) {
      if (lastUses.get(arg) !== node || kept.has(arg) || arg === result) continue;
      free.get(arg.lane)?.push(blocks.get(arg) as Numbers);
    }
  }
  return blocks;
}

function fill(block: Numbers, value: number | bigint, count: number): void {
  for (let index = 0; index < count; index++) block[index] = value;
}

function step(
  node: LaneNode,
  blocks: ReadonlyMap<LaneNode, Numbers>,
  operands: readonly Operand[],
  offsets: readonly number[],
  start: number,
  count: number,
): void {
  const block = blocks.get(node) as Numbers;
  if (node.op === 'load') {
    const { data, repeated } = operands[node.index] as Operand;
    const offset = offsets[node.index] as number;
    if (repeated) fill(block, (data as unknown as Numbers)[offset] as number, count);
    else (block as unknown as Data).set(data.subarray(offset + start, offset + start + count) as never);
    // Other programs may have written any byte into an array of truth values.
    if (node.lane === 'bool') for (let index = 0; index < count; index++) block[index] = block[index] === 0 ? 0 : 1;
    return;
  }
  const [a, b, c] = node.args.map((arg) => blocks.get(arg) as Numbers);
  compute(node, block, a as Numbers, b as Numbers, c as Numbers, count);
}

function foldBlock({ op, total }: Folding, block: Numbers, count: number, start: number | bigint): number | bigint {
  if (op === 'min' || op === 'max') {
    let best = start;
    for (let index = 0; index < count; index++) {
      const value = block[index] as number;
      // NaN, once found, stays.
      if (op === 'min' ? value < best : value > best) best = value;
      else if (Number.isNaN(value)) return Number.NaN;
      if (Number.isNaN(best)) return best;
    }
    return best;
  }
  if (isWide(total)) {
    let sum = start as bigint;
    for (let index = 0; index < count; index++) {
      const value = BigInt(block[index] as number);
      sum = op === 'sum' ? sum + value : BigInt.asIntN(64, sum * value);
    }
    return total === 'i64' ? BigInt.asIntN(64, sum) : BigInt.asUintN(64, sum);
  }
  let sum = start as number;
  for (let index = 0; index < count; index++) {
    const value = block[index] as number;
    sum = op === 'sum' ? sum + value : sum * value;
  }
  return sum;
}
