/**
 * The elementary operations that an expression is made of before an engine runs it, and their builder. A lane is the
 * kind of number of one element; both engines know all of them, and no complex ones.
 */
import type { ScalarValue } from './functions.ts';
import type { DType } from './library.ts';
import { postorder } from './order.ts';
import type { ScalarNode } from './typed.ts';

export const LANES = ['f64', 'f32', 'f16', 'i64', 'u64', 'i32', 'u32', 'i16', 'u16', 'i8', 'u8', 'bool'] as const;
export type Lane = (typeof LANES)[number];

const OF_DTYPE: ReadonlyMap<string, Lane> = new Map([
  ...[64, 32, 16].map((bits) => [`float${bits}`, `f${bits}`] as const),
  ...[64, 32, 16, 8].flatMap((bits) => [[`int${bits}`, `i${bits}`] as const, [`uint${bits}`, `u${bits}`] as const]),
  ['bool', 'bool'] as const,
] as [string, Lane][]);

/** Where the engine has no float16, numpy-ts keeps and computes float32 under that name. */
const HAS_HALF = typeof (globalThis as { Float16Array?: unknown }).Float16Array === 'function';

/** The lane of a dtype; undefined for complex ones. */
export function laneOf(dtype: DType): Lane | undefined {
  return dtype === 'float16' && !HAS_HALF ? 'f32' : OF_DTYPE.get(dtype);
}

export function isFloat(lane: Lane): boolean {
  return lane[0] === 'f';
}
export function isSigned(lane: Lane): boolean {
  return lane[0] === 'i';
}
export function isInteger(lane: Lane): boolean {
  return lane[0] === 'i' || lane[0] === 'u';
}
export function isWide(lane: Lane): boolean {
  return lane === 'i64' || lane === 'u64';
}
/** Bits that an element takes in a vector: a float16 is kept there as the float32 of the same worth. */
export function vectorBits(lane: Lane): number {
  return lane === 'f16' ? 32 : bitsOf(lane);
}
/** Bits of an element; a `bool` is stored in a byte. */
export function bitsOf(lane: Lane): number {
  return lane === 'bool' ? 8 : Number(lane.slice(1));
}

export const ARITHMETIC = ['add', 'sub', 'mul', 'div', 'floordiv', 'mod', 'fmod', 'pow', 'min', 'max'] as const;
export const BITS = ['and', 'or', 'xor', 'shl', 'shr'] as const;
export const COMPARISONS = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const;
export const ROUNDINGS = ['floor', 'ceil', 'trunc', 'rint'] as const;
/** Functions of one floating-point number. */
export const TRANSCENDENTAL = [
  ...['exp', 'exp2', 'expm1', 'log', 'log2', 'log10', 'log1p', 'cbrt', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan'],
  ...['sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'],
] as const;
export const FLOAT_PAIRS = ['atan2', 'hypot', 'copysign'] as const;

export type LaneOp =
  | 'load'
  | 'const'
  | 'param'
  | 'cast'
  | 'select'
  | 'neg'
  | 'abs'
  | 'sqrt'
  | 'not'
  | 'signbit'
  | (typeof ARITHMETIC)[number]
  | (typeof BITS)[number]
  | (typeof COMPARISONS)[number]
  | (typeof ROUNDINGS)[number]
  | (typeof TRANSCENDENTAL)[number]
  | (typeof FLOAT_PAIRS)[number];

export interface LaneNode {
  readonly id: number;
  readonly op: LaneOp;
  /** Of the result. Comparisons and `signbit` give `bool`, whatever they compare. */
  readonly lane: Lane;
  readonly args: readonly LaneNode[];
  /** Of a `const`. */
  readonly value: number | bigint;
  /** Which input a `load` reads, or which parameter a `param` is. */
  readonly index: number;
}

/** A plain number that is known only when the expression is evaluated. */
export interface Parameter {
  readonly scalar: ScalarNode;
  readonly lane: Lane;
}

/** What the engines run: elementary operations in an order in which each stands after its arguments. */
export interface LaneGraph {
  readonly nodes: readonly LaneNode[];
  readonly result: LaneNode;
  /** The lane of each input. */
  readonly inputs: readonly Lane[];
  readonly parameters: readonly Parameter[];
}

/**
 * A plain number as an operand in a lane: what numpy-ts's kernels make of it. Fractions are cut off, 64-bit integers
 * rounded, and integers wrap.
 */
export function toLane(value: ScalarValue, lane: Lane): number | bigint {
  switch (lane) {
    case 'f64':
      return Number(value);
    case 'f32':
      return Math.fround(Number(value));
    case 'f16':
      return roundToHalf(Number(value));
    case 'i64':
      return BigInt.asIntN(64, whole(value));
    case 'u64':
      return BigInt.asUintN(64, whole(value));
    case 'bool':
      return value === 0 || value === false || value === 0n ? 0 : 1;
    default: {
      const bits = bitsOf(lane);
      const low = typeof value === 'bigint' ? Number(BigInt.asIntN(32, value)) : Number(value) | 0;
      if (lane === 'u32') return low >>> 0;
      return isSigned(lane) ? (low << (32 - bits)) >> (32 - bits) : low & (2 ** bits - 1);
    }
  }
}

function whole(value: ScalarValue): bigint {
  if (typeof value === 'bigint') return value;
  const rounded = Math.round(Number(value));
  return Number.isFinite(rounded) ? BigInt(rounded) : 0n;
}

/** To the nearest float16. */
function roundToHalf(value: number): number {
  return (Math as unknown as { f16round(value: number): number }).f16round(value);
}

/** Makes nodes, each once. */
export class LaneBuilder {
  readonly nodes: LaneNode[] = [];
  readonly parameters: Parameter[] = [];
  readonly #known = new Map<string, LaneNode>();
  readonly #slots = new Map<string, number>();

  make(op: LaneOp, lane: Lane, args: readonly LaneNode[] = [], value: number | bigint = 0, index = 0): LaneNode {
    const worth = Object.is(value, -0) ? '-0' : `${typeof value}${value}`;
    const key = `${op} ${lane} ${args.map((arg) => arg.id).join(',')} ${worth} ${index}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const node = { id: this.nodes.length, op, lane, args, value, index };
    this.nodes.push(node);
    this.#known.set(key, node);
    return node;
  }

  constant(value: ScalarValue, lane: Lane): LaneNode {
    return this.make('const', lane, [], toLane(value, lane));
  }

  parameter(scalar: ScalarNode, lane: Lane): LaneNode {
    const key = `${lane} ${scalar.key}`;
    let slot = this.#slots.get(key);
    if (slot === undefined) {
      slot = this.parameters.push({ scalar, lane }) - 1;
      this.#slots.set(key, slot);
    }
    return this.make('param', lane, [], 0, slot);
  }

  cast(node: LaneNode, lane: Lane): LaneNode {
    return node.lane === lane ? node : this.make('cast', lane, [node]);
  }

  /** The graph of what `result` needs. */
  graph(result: LaneNode, inputs: readonly Lane[]): LaneGraph {
    const nodes = postorder(result, ({ args }) => args);
    return { nodes, result, inputs, parameters: this.parameters };
  }
}
