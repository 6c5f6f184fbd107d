/**
 * The inner part of a kernel's loop: what is done for `width` neighbouring elements. A node is one or several vectors,
 * each made when it is first asked for, so that little is alive at a time. With a width of 1 the same code, in the
 * first lane alone, does the elements that are left over at the end.
 */
import { i8x16, i16x8, i32x4, v128 } from 'wasmati';
import {
  bitsOf,
  isFloat,
  isInteger,
  type Lane,
  type LaneGraph,
  type LaneNode,
  type LaneOp,
  TRANSCENDENTAL,
  vectorBits,
} from '../lanes.ts';
import { arithmetic, compare, isComparison, laneAccess, shapeOf } from './arithmetic.ts';
import type { Code, Value } from './code.ts';
import { castStep, stepsBetween } from './convert.ts';
import { fromHalf, toHalf } from './half.ts';
import type { Helpers } from './helpers.ts';
import { type Bits, narrowMask, widenMask } from './masks.ts';
import { transcendental } from './transcendental.ts';

const LOADS = { 8: v128.load8_lane, 16: v128.load16_lane, 32: v128.load32_zero, 64: v128.load64_zero } as const;
const SPLATS = { 8: v128.load8_splat, 16: v128.load16_splat, 32: v128.load32_splat, 64: v128.load64_splat } as const;
const STORES = { 8: v128.store8_lane, 16: v128.store16_lane, 32: v128.store32_lane, 64: v128.store64_lane } as const;

/** The widest of the masks that come together in a logical operation, where it is done. */
export function naturalBits(node: LaneNode): Bits {
  if (node.lane !== 'bool') return vectorBits(node.lane) as Bits;
  switch (node.op) {
    case 'and':
    case 'or':
    case 'xor':
    case 'not':
    case 'select':
      return Math.max(...node.args.map(naturalBits)) as Bits;
    case 'cast':
    case 'signbit':
      return naturalBits(node.args[0] as LaneNode);
    default:
      return isComparison(node.op) ? (vectorBits((node.args[0] as LaneNode).lane) as Bits) : 8;
  }
}

export class Body {
  readonly #code: Code;
  readonly #helpers: Helpers;
  readonly #width: number;
  readonly #pointers: readonly Value[];
  readonly #parameters: readonly Value[];
  readonly #graph: LaneGraph;
  readonly #repeated: readonly boolean[];
  readonly #made = new Map<string, Value>();

  constructor(
    code: Code,
    helpers: Helpers,
    graph: LaneGraph,
    width: number,
    pointers: readonly Value[],
    parameters: readonly Value[],
    repeated: readonly boolean[],
  ) {
    this.#repeated = repeated;
    this.#code = code;
    this.#helpers = helpers;
    this.#graph = graph;
    this.#width = width;
    this.#pointers = pointers;
    this.#parameters = parameters;
  }

  /** How many vectors `width` lanes take. */
  vectors(lane: Lane): number {
    return Math.max(1, (this.#width * vectorBits(lane)) / 128);
  }

  /** How many lanes of a vector matter. */
  #count(lane: Lane): number {
    return Math.min(this.#width, 128 / vectorBits(lane));
  }

  #once(key: string, make: () => Value): Value {
    let known = this.#made.get(key);
    if (known === undefined) {
      known = make();
      this.#made.set(key, known);
    }
    return known;
  }

  /** Vector `index` of a number-valued node; of a truth value, its bytes 0 and 1. */
  vector(node: LaneNode, index: number): Value {
    return this.#once(`${node.id}.${index}`, () => {
      if (node.lane === 'bool') return this.#code.v(v128.and, this.mask(node, 8, index), this.#code.splat('i8x16', 1));
      return this.#number(node, index);
    });
  }

  #number(node: LaneNode, index: number): Value {
    const code = this.#code;
    const { op, lane } = node;
    switch (op) {
      case 'load':
        return this.#load(node.index, lane, index);
      case 'const':
        return code.splat(shapeOf(lane), node.value);
      case 'param':
        return this.#parameter(node);
      case 'cast':
        return this.#cast(node.args[0] as LaneNode, lane, index);
      case 'select': {
        const [condition, yes, no] = node.args as [LaneNode, LaneNode, LaneNode];
        const mask = this.mask(condition, vectorBits(lane) as Bits, index);
        return code.v(v128.bitselect, this.vector(yes, index), this.vector(no, index), mask);
      }
      default: {
        const args = node.args.map((arg) => this.vector(arg, index));
        return this.#operate(op, lane, args, node.args[1]);
      }
    }
  }

  #operate(op: LaneOp, lane: Lane, args: Value[], second: LaneNode | undefined): Value {
    const count = this.#count(lane);
    if ((TRANSCENDENTAL as readonly string[]).includes(op)) {
      return transcendental(this.#code, this.#helpers, op, lane, args[0] as Value, count);
    }
    const constant = second?.op === 'const' ? second.value : null;
    return arithmetic(this.#code, this.#helpers, op, lane, args, count, constant);
  }

  #load(input: number, lane: Lane, index: number): Value {
    const pointer = this.#pointers[input] as Value;
    if (lane === 'f16') return this.#loadHalf(input, index);
    if (this.#repeated[input]) return this.#splat(input, lane);
    const place = { offset: 16 * index, align: 1 };
    if (this.#width > 1) return this.#code.v(v128.load, place, pointer);
    const bits = bitsOf(lane) as Bits;
    if (bits >= 32) return this.#code.v(LOADS[bits], place, pointer);
    return this.#code.v(LOADS[bits], place, 0, pointer, this.#code.splat('i64x2', 0n));
  }

  #loadHalf(input: number, index: number): Value {
    const code = this.#code;
    const pointer = this.#pointers[input] as Value;
    const place = { offset: 8 * index, align: 1 };
    let halves: Value;
    if (this.#repeated[input]) halves = this.#splat(input, 'f16');
    else if (this.#width > 1) halves = code.v(v128.load64_zero, place, pointer);
    else halves = code.v(v128.load16_lane, place, 0, pointer, code.splat('i64x2', 0n));
    return fromHalf(code, code.v(i32x4.extend_low_i16x8_u, halves));
  }

  /** An input that is one element, in all lanes; read once. */
  #splat(input: number, lane: Lane): Value {
    const load = SPLATS[bitsOf(lane) as Bits];
    return this.#code.constant(`input ${input}`, 'v128', load, { offset: 0, align: 1 }, this.#pointers[input] as Value);
  }

  /** Stores the result's vector `index` at `pointer`. */
  store(index: number, pointer: Value): void {
    const { result } = this.#graph;
    const value = this.vector(result, index);
    if (result.lane === 'f16') {
      const code = this.#code;
      const bits = toHalf(code, value);
      const halves = code.v(i16x8.narrow_i32x4_u, bits, bits);
      const store = this.#width > 1 ? v128.store64_lane : v128.store16_lane;
      code.run(store, { offset: 8 * index, align: 1 }, 0, pointer, halves);
      return;
    }
    const place = { offset: 16 * index, align: 1 };
    if (this.#width > 1) this.#code.run(v128.store, place, pointer, value);
    else this.#code.run(STORES[bitsOf(result.lane) as Bits], place, 0, pointer, value);
  }

  #parameter(node: LaneNode): Value {
    return this.#once(`parameter ${node.id}`, () => {
      const value = this.#parameters[node.index] as Value;
      return this.#code.constant(`parameter ${node.id}`, 'v128', laneAccess(node.lane).splat, value);
    });
  }

  /** Goes one step from a node towards a lane, with the steps before it. */
  #cast(source: LaneNode, to: Lane, index: number): Value {
    if (source.lane === 'bool') return this.#truthTo(source, to, index);
    return this.#steps(source, stepsBetween(source.lane, to), index);
  }

  #steps(source: LaneNode, steps: readonly Lane[], index: number): Value {
    const to = steps.at(-1);
    if (to === undefined) return this.vector(source, index);
    const before = steps.slice(0, -1);
    const from = before.at(-1) ?? source.lane;
    const key = `${source.id}>${steps.join('>')}.${index}`;
    const previous = (at: number) => this.#steps(source, before, at);
    return this.#once(key, () =>
      castStep(this.#code, this.#helpers, from, to, previous, index, this.vectors(from) - 1),
    );
  }

  #truthTo(source: LaneNode, to: Lane, index: number): Value {
    const code = this.#code;
    const mask = this.mask(source, vectorBits(to) as Bits, index);
    const one = isInteger(to) && bitsOf(to) === 64 ? 1n : 1;
    return code.v(v128.and, mask, code.splat(shapeOf(to), one));
  }

  /** Vector `index` of a truth value as a mask of lanes of `bits`. */
  mask(node: LaneNode, bits: Bits, index: number): Value {
    return this.#once(`mask ${node.id} ${bits}.${index}`, () => {
      const natural = naturalBits(node);
      if (node.op === 'const') return this.#code.splat('i32x4', node.value === 0 ? 0 : -1);
      if (bits === natural) return this.#naturalMask(node, bits, index);
      if (bits > natural) {
        const half = this.mask(node, (bits / 2) as Bits, index >> 1);
        return widenMask(this.#code, (bits / 2) as Bits, half, index % 2 === 1);
      }
      const double = (bits * 2) as Bits;
      const last = Math.max(1, (this.#width * double) / 128) - 1;
      const parts = [2 * index, 2 * index + 1].map((at) => this.mask(node, double, Math.min(at, last)));
      return narrowMask(this.#code, double, ...(parts as [Value, Value]));
    });
  }

  #naturalMask(node: LaneNode, bits: Bits, index: number): Value {
    const code = this.#code;
    const [first, second, third] = node.args as [LaneNode, LaneNode, LaneNode];
    switch (node.op) {
      case 'load':
        return code.v(i8x16.ne, this.#load(node.index, 'bool', index), code.splat('i8x16', 0));
      case 'param':
        return code.v(i8x16.ne, this.#parameter(node), code.splat('i8x16', 0));
      case 'and':
      case 'or':
      case 'xor':
        return code.v(v128[node.op], this.mask(first, bits, index), this.mask(second, bits, index));
      case 'not':
        return code.v(v128.not, this.mask(first, bits, index));
      case 'select': {
        const sides = [second, third].map((side) => this.mask(side, bits, index)) as [Value, Value];
        return code.v(v128.bitselect, ...sides, this.mask(first, bits, index));
      }
      case 'cast': {
        const zero: Value = code.splat(shapeOf(first.lane), bitsOf(first.lane) === 64 && !isFloat(first.lane) ? 0n : 0);
        return compare(code, 'ne', first.lane, this.vector(first, index), zero);
      }
      case 'signbit': {
        const integer: Lane = first.lane === 'f64' ? 'i64' : 'i32';
        const zero = code.splat(shapeOf(integer), integer === 'i64' ? 0n : 0);
        return compare(code, 'lt', integer, this.vector(first, index), zero);
      }
      default:
        return this.#comparison(node, index);
    }
  }

  #comparison(node: LaneNode, index: number): Value {
    const [first, second] = node.args as [LaneNode, LaneNode];
    if (first.lane !== 'bool') {
      return compare(this.#code, node.op, first.lane, this.vector(first, index), this.vector(second, index));
    }
    // Truth values compare as the bytes 0 and 1.
    return compare(this.#code, node.op, 'u8', this.vector(first, index), this.vector(second, index));
  }
}
