/** Arithmetic on vectors of two float64, for writing formulas down. */
import * as wasm from 'wasmati';
import type { Code, Input, Instruction, Value } from './code.ts';

const { f64x2, i64x2, v128 } = wasm;

let relaxed: boolean | null = null;

/**
 * Whether there are WebAssembly's relaxed instructions, which multiply and add in one where the processor can. Formulas
 * use them only where both ways stay within their error bound, so that results may differ in the last digit from one
 * machine to another, but not by more than the bound.
 */
function hasRelaxed(): boolean {
  if (relaxed === null) {
    const run = wasm.func({ in: [wasm.v128], out: [wasm.v128] }, ([x]) => f64x2.relaxed_madd(x, x, x));
    relaxed = WebAssembly.validate(wasm.Module({ exports: { run } }).toBytes() as Uint8Array<ArrayBuffer>);
  }
  return relaxed;
}

export type Operand = Value | number;

export class Doubles {
  readonly code: Code;

  constructor(code: Code) {
    this.code = code;
  }

  number(value: Operand): Value {
    return typeof value === 'number' ? this.code.splat('f64x2', value) : value;
  }

  bits(value: bigint): Value {
    return this.code.splat('i64x2', value);
  }

  #two(instruction: Instruction, a: Operand, b: Operand): Value {
    return this.code.v(instruction, this.number(a), this.number(b));
  }

  add(a: Operand, b: Operand): Value {
    return this.#two(f64x2.add, a, b);
  }
  sub(a: Operand, b: Operand): Value {
    return this.#two(f64x2.sub, a, b);
  }
  mul(a: Operand, b: Operand): Value {
    return this.#two(f64x2.mul, a, b);
  }
  div(a: Operand, b: Operand): Value {
    return this.#two(f64x2.div, a, b);
  }
  /** The smaller; the first if one is NaN. */
  least(a: Operand, b: Operand): Value {
    return this.#two(f64x2.pmin, a, b);
  }
  greatest(a: Operand, b: Operand): Value {
    return this.#two(f64x2.pmax, a, b);
  }
  abs(a: Value): Value {
    return this.code.v(f64x2.abs, a);
  }
  gt(a: Operand, b: Operand): Value {
    return this.#two(f64x2.gt, a, b);
  }
  lt(a: Operand, b: Operand): Value {
    return this.#two(f64x2.lt, a, b);
  }
  atMost(a: Operand, b: Operand): Value {
    return this.#two(f64x2.le, a, b);
  }
  eq(a: Operand, b: Operand): Value {
    return this.#two(f64x2.eq, a, b);
  }
  or(a: Value, b: Value): Value {
    return this.code.v(v128.or, a, b);
  }
  and(a: Value, b: Value): Value {
    return this.code.v(v128.and, a, b);
  }
  xor(a: Value, b: Value): Value {
    return this.code.v(v128.xor, a, b);
  }
  /** `yes` where the mask is set. */
  select(mask: Value, yes: Operand, no: Operand): Value {
    return this.code.v(v128.bitselect, this.number(yes), this.number(no), mask);
  }
  integers(instruction: keyof typeof i64x2, ...inputs: readonly Input[]): Value {
    return this.code.v(i64x2[instruction] as Instruction, ...inputs);
  }

  /** `a + b·c`, rounded once or twice: see `hasRelaxed`. */
  plusProduct(a: Operand, b: Operand, c: Operand): Value {
    if (!hasRelaxed()) return this.add(a, this.mul(b, c));
    return this.code.v(f64x2.relaxed_madd, this.number(b), this.number(c), this.number(a));
  }

  /** `a − b·c`, rounded once or twice. */
  minusProduct(a: Operand, b: Operand, c: Operand): Value {
    if (!hasRelaxed()) return this.sub(a, this.mul(b, c));
    return this.code.v(f64x2.relaxed_nmadd, this.number(b), this.number(c), this.number(a));
  }

  /** `c[0] + x·(c[1] + x·(c[2] + …))`. */
  polynomial(x: Value, coefficients: readonly number[]): Value {
    let sum: Operand = coefficients.at(-1) as number;
    for (let index = coefficients.length - 2; index >= 0; index--) {
      sum = this.plusProduct(coefficients[index] as number, x, sum);
    }
    return this.number(sum);
  }

  /** The nearest integer of `x`, for |x| < 2⁵¹: as a number, and in the low bits of each lane. */
  nearest(x: Value): { readonly number: Value; readonly bits: Value } {
    const shifted = this.add(x, ROUNDER);
    return { number: this.sub(shifted, ROUNDER), bits: shifted };
  }

  /** 2 to the power of an integer from −1022 to 1023, from the bits that `nearest` gives. */
  twoTo(bits: Value): Value {
    return this.integers('shl', this.integers('add', bits, this.bits(1023n)), 52);
  }
}

/** 1.5 · 2⁵²: added to a number, it leaves no room for a fraction. */
const ROUNDER = 6755399441055744;
