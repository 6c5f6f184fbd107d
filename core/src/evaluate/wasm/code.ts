/**
 * The body of a WebAssembly function while it is written. Every value gets a local of its own (the engine's compiler
 * keeps them in registers); constants are made once, before the loops. wasmati checks and encodes the instructions.
 */
import * as wasm from 'wasmati';

export type Kind = 'i32' | 'i64' | 'f32' | 'f64' | 'v128';

/** A local of the function. */
export class Value {
  readonly kind: Kind;
  readonly index: number;
  constructor(kind: Kind, index: number) {
    this.kind = kind;
    this.index = index;
  }
}

/** An instruction of wasmati; what it takes depends on which it is, and is checked when it is called. */
export type Instruction = (...inputs: never[]) => unknown;
/** A value, an immediate (a lane, an offset), or a number that becomes a constant. */
export type Input = Value | number | bigint | readonly number[] | { readonly offset: number; readonly align: number };
export type AnyFunc = wasm.AnyFunc<never, never>;
type Local = wasm.Local;
type Step = (local: (value: Value) => Local) => void;

const KINDS = { i32: wasm.i32, i64: wasm.i64, f32: wasm.f32, f64: wasm.f64, v128: wasm.v128 };
const NO_TYPE = { in: [], out: [] };

export class Code {
  readonly args: readonly Value[];
  readonly #kinds: Kind[];
  readonly #preamble: Step[] = [];
  readonly #constants = new Map<string, Value>();
  #steps: Step[] = [];

  constructor(args: readonly Kind[]) {
    this.#kinds = [...args];
    this.args = args.map((kind, index) => new Value(kind, index));
  }

  local(kind: Kind): Value {
    return new Value(kind, this.#kinds.push(kind) - 1);
  }

  /** Does an instruction that gives nothing. */
  run(instruction: Instruction, ...inputs: readonly Input[]): void {
    this.#steps.push((local) => apply(instruction, inputs, local));
  }

  /** Does an instruction and keeps its result. */
  emit(kind: Kind, instruction: Instruction, ...inputs: readonly Input[]): Value {
    const result = this.local(kind);
    this.update(result, instruction, ...inputs);
    return result;
  }

  /** A vector instruction. */
  v(instruction: Instruction, ...inputs: readonly Input[]): Value {
    return this.emit('v128', instruction, ...inputs);
  }

  /** Stores an instruction's result in a local that there is already. */
  update(target: Value, instruction: Instruction, ...inputs: readonly Input[]): void {
    this.#steps.push((local) => {
      apply(instruction, inputs, local);
      wasm.local.set(local(target) as never);
    });
  }

  /** Gives a local the value of another. */
  move(target: Value, source: Value): void {
    this.#steps.push((local) => {
      wasm.local.get(local(source) as never);
      wasm.local.set(local(target) as never);
    });
  }

  call(kind: Kind, target: AnyFunc, ...inputs: readonly Value[]): Value {
    const result = this.local(kind);
    this.#steps.push((local) => {
      wasm.call(target, inputs.map(local) as never);
      wasm.local.set(local(result) as never);
    });
    return result;
  }

  /** A value made once before everything else. */
  constant(key: string, kind: Kind, instruction: Instruction, ...inputs: readonly Input[]): Value {
    let known = this.#constants.get(key);
    if (known === undefined) {
      const made = this.local(kind);
      this.#preamble.push((local) => {
        apply(instruction, inputs, local);
        wasm.local.set(local(made) as never);
      });
      this.#constants.set(key, made);
      known = made;
    }
    return known;
  }

  /** A vector of equal lanes. */
  splat(shape: Shape, value: number | bigint): Value {
    const key = `${shape} ${Object.is(value, -0) ? '-0' : value}`;
    const make = () => wasm.v128.const('i8x16', laneBytes(shape, value) as never);
    return this.constant(key, 'v128', make as Instruction);
  }

  #nested(body: () => void): Step[] {
    const outer = this.#steps;
    this.#steps = [];
    body();
    const inner = this.#steps;
    this.#steps = outer;
    return inner;
  }

  /** Repeats `body` as long as `again`, which it gives, is not 0. */
  loop(body: () => Value): void {
    let again: Value | null = null;
    const steps = this.#nested(() => {
      again = body();
    });
    this.#steps.push((local) => {
      wasm.loop(NO_TYPE, (label) => {
        for (const step of steps) step(local);
        wasm.local.get(local(again as unknown as Value) as never);
        wasm.br_if(label);
      });
    });
  }

  /** Does `body` if `condition` is not 0. */
  when(condition: Value, body: () => void): void {
    const steps = this.#nested(body);
    this.#steps.push((local) => {
      wasm.local.get(local(condition) as never);
      wasm.if_(NO_TYPE, () => {
        for (const step of steps) step(local);
      });
    });
  }

  /** The function, which gives `result`. */
  finish(result: Value | null = null): AnyFunc {
    const count = this.args.length;
    const locals = this.#kinds.slice(count).map((kind) => KINDS[kind]);
    const signature = {
      in: this.args.map(({ kind }) => KINDS[kind]),
      locals,
      out: result === null ? [] : [KINDS[result.kind]],
    };
    const build = wasm.func as unknown as (
      signature: unknown,
      body: (args: Local[], locals: Local[]) => void,
    ) => AnyFunc;
    return build(signature, (args, own) => {
      const local = ({ index }: Value) => (index < count ? args[index] : own[index - count]) as Local;
      for (const step of [...this.#preamble, ...this.#steps]) step(local);
      if (result !== null) wasm.local.get(local(result) as never);
    });
  }
}

const LANES = {
  ...{ f64x2: Float64Array, f32x4: Float32Array, i64x2: BigInt64Array },
  ...{ i32x4: Int32Array, i16x8: Int16Array, i8x16: Int8Array },
};
export type Shape = keyof typeof LANES;

function laneBytes(shape: Shape, value: number | bigint): number[] {
  const lanes = new LANES[shape](16 / LANES[shape].BYTES_PER_ELEMENT);
  lanes.fill(value as never);
  return [...new Uint8Array(lanes.buffer)];
}

function apply(instruction: Instruction, inputs: readonly Input[], local: (value: Value) => Local): void {
  const resolved = inputs.map((input) => (input instanceof Value ? local(input) : input));
  (instruction as (...all: unknown[]) => unknown)(...resolved);
}
