/**
 * The engine that generates no code: it runs an expression operation by operation over small blocks of typed arrays.
 * It stands in where WebAssembly may not be compiled (a strict content security policy). Every operation rounds to its lane as it is stored.
 */
import type { Engine, Operand, Runner } from './engine.ts';
import { compute } from './interpret-operations.ts';
import { isWide, type Lane, type LaneGraph, type LaneNode } from './lanes.ts';
import type { Data } from './library.ts';
import { type Folding, neutral } from './wasm/reduce.ts';

/** Elements of a block: the blocks of a usual expression fit the first-level cache. */
const BLOCK = 1024;

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
    const blocks = new Map(nodes.map((node) => [node, new DATA[node.lane](BLOCK) as unknown as Numbers]));
    for (const node of nodes) {
      if (node.op === 'const') fill(blocks.get(node) as Numbers, node.value, BLOCK);
      if (node.op === 'param') fill(blocks.get(node) as Numbers, parameters[node.index] as number, BLOCK);
    }
    const run = (count: number, offsets: readonly number[]) => {
      let folded = this.#fold === null ? undefined : neutral(this.#fold);
      for (let start = 0; start < count; start += BLOCK) {
        const many = Math.min(BLOCK, count - start);
        for (const node of nodes) step(node, blocks, operands, offsets, start, many);
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
  if (node.op === 'const' || node.op === 'param') return;
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
