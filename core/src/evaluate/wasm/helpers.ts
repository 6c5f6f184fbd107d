/**
 * Functions of single numbers that kernels call: JavaScript's own for what WebAssembly has no instruction for, and
 * integer division with numpy-ts's answer (0) where the processor would trap.
 */
import * as wasm from 'wasmati';
import { type AnyFunc, Code, type Instruction, type Kind, type Value } from './code.ts';
import { IMPORTED } from './imported.ts';

const WORD = {
  i32: { ops: wasm.i32, zero: 0, one: 1, minus: -1 },
  i64: { ops: wasm.i64, zero: 0n, one: 1n, minus: -1n },
} as const;

/** The functions of one module, each made when it is first needed. */
export class Helpers {
  readonly #made = new Map<string, AnyFunc>();

  #once(name: string, make: () => AnyFunc): AnyFunc {
    let known = this.#made.get(name);
    if (known === undefined) {
      known = make();
      this.#made.set(name, known);
    }
    return known;
  }

  imported(name: string): AnyFunc {
    return this.#once(name, () => {
      const run = IMPORTED[name] as (...args: number[]) => number;
      const pair = ['pow', 'fmod', 'mod', 'atan2', 'hypot'].includes(name);
      const made = wasm.importFunc({ in: (pair ? [wasm.f64, wasm.f64] : [wasm.f64]) as never, out: [wasm.f64] }, run);
      return Object.assign(made, { module: 'math', string: name }) as AnyFunc;
    });
  }

  /** A function written once per module. */
  own(name: string, args: readonly Kind[], body: (code: Code) => Value): AnyFunc {
    return this.#once(name, () => {
      const code = new Code(args);
      return code.finish(body(code));
    });
  }

  /** `floordiv`, `mod`, `fmod` or `pow` of integers. */
  integer(op: string, kind: 'i32' | 'i64', signed: boolean): AnyFunc {
    const name = `${op} ${kind} ${signed ? 's' : 'u'}`;
    return this.own(name, [kind, kind], (code) =>
      op === 'pow' ? powerBody(code, kind, signed) : divisionBody(op, code, kind, signed),
    );
  }
}

/** Quotient or rest; 0 where the divisor is 0. A divisor of −1 is done apart, for the smallest integer by it traps. */
function divisionBody(op: string, code: Code, kind: 'i32' | 'i64', signed: boolean): Value {
  const { ops, zero, one, minus } = WORD[kind];
  const [a, b] = code.args as [Value, Value];
  const result = code.emit(kind, ops.const as Instruction, zero);
  const divides = code.emit('i32', ops.ne, b, zero);
  code.when(divides, () => {
    if (!signed) {
      code.update(result, op === 'floordiv' ? ops.div_u : ops.rem_u, a, b);
      return;
    }
    const isMinus = code.emit('i32', ops.eq, b, minus);
    if (op === 'floordiv') code.when(isMinus, () => code.update(result, ops.sub, zero, a));
    code.when(code.emit('i32', wasm.i32.eqz, isMinus), () => {
      const rest = code.emit(kind, ops.rem_s, a, b);
      // The rest has the sign of `a`; Python's has that of `b`, and its quotient is one less.
      const uneven = code.emit('i32', ops.ne, rest, zero);
      const opposite = code.emit('i32', ops.lt_s, code.emit(kind, ops.xor, a, b), zero);
      const off = code.emit('i32', wasm.i32.and, uneven, opposite);
      if (op === 'floordiv') {
        code.update(result, ops.div_s, a, b);
        code.when(off, () => code.update(result, ops.sub, result, one));
      } else {
        code.update(result, ops.add, rest, zero);
        if (op === 'mod') code.when(off, () => code.update(result, ops.add, result, b));
      }
    });
  });
  return result;
}

/** By squaring; a negative exponent gives 0, but for bases 1 and −1. */
function powerBody(code: Code, kind: 'i32' | 'i64', signed: boolean): Value {
  const { ops, zero, one, minus } = WORD[kind];
  const [a, b] = code.args as [Value, Value];
  const result = code.emit(kind, ops.const as Instruction, one);
  if (signed) {
    code.when(code.emit('i32', ops.lt_s, b, zero), () => {
      const odd = code.emit(kind, ops.and, b, one);
      const isOne = code.emit('i32', ops.eq, a, one);
      const isMinus = code.emit('i32', ops.eq, a, minus);
      code.update(b, ops.const as Instruction, zero);
      code.when(code.emit('i32', wasm.i32.eqz, isOne), () => code.update(result, ops.const as Instruction, zero));
      code.when(isMinus, () => {
        code.update(
          result,
          ops.sub,
          code.emit(kind, ops.const as Instruction, one),
          code.emit(kind, ops.shl, odd, one),
        );
      });
    });
  }
  code.when(code.emit('i32', ops.ne, b, zero), () => {
    code.loop(() => {
      const odd = code.emit('i32', ops.ne, code.emit(kind, ops.and, b, one), zero);
      code.when(odd, () => code.update(result, ops.mul, result, a));
      code.update(a, ops.mul, a, a);
      code.update(b, ops.shr_u, b, one);
      return code.emit('i32', ops.ne, b, zero);
    });
  });
  return result;
}
