/**
 * The engine that calls numpy-ts's own functions, block by block: for expressions with complex numbers, of which the
 * other engines have no lanes. What it gives is what the chained calls give, by construction.
 */
import { widthOf } from './arrays.ts';
import type { Engine, Operand, Runner } from './engine.ts';
import { call, type Data, type DType, isArray, type LibraryArray, librarysStorage, wrap } from './library.ts';
import type { ScalarNode, ScalarValues, TypedNode } from './typed.ts';

export interface ChainedProgram {
  readonly root: TypedNode;
  /** Dtypes of the inputs, and then of the mask and what is stored already, where the evaluation has them. */
  readonly inputs: readonly DType[];
  readonly masked: boolean;
  readonly dtype: DType;
}

/** Runs a typed graph with numpy-ts on arrays of any shape. The caller disposes nothing but the result. */
export function runChained(root: TypedNode, arrays: readonly LibraryArray[], scalars: ScalarValues): LibraryArray {
  const done = new Map<TypedNode, LibraryArray>();
  const [sample] = arrays;
  const shape = Array.from(sample?.shape ?? []);
  const numberOf = (node: ScalarNode) => Number(node.evaluate(scalars));
  const array = (node: TypedNode): LibraryArray => {
    let known = done.get(node);
    if (known === undefined) {
      known = make(node);
      done.set(node, known);
    }
    return known;
  };
  const make = (node: TypedNode): LibraryArray => {
    switch (node.kind) {
      case 'input':
        return arrays[node.index] as LibraryArray;
      case 'scalar':
        return call('full', shape, numberOf(node)) as LibraryArray;
      case 'cast':
        return node.arg.kind === 'scalar'
          ? (call('full', shape, numberOf(node.arg), node.dtype) as LibraryArray)
          : array(node.arg).astype(node.dtype);
      case 'call': {
        const { spec, args } = node;
        const [first, second] = args as [TypedNode, TypedNode];
        if (spec.arity === 2 && first.kind === 'scalar') {
          if (spec.swapped !== undefined) return call(spec.swapped, array(second), numberOf(first)) as LibraryArray;
          return call(spec.numpy, call('full', shape, numberOf(first), node.dtype), array(second)) as LibraryArray;
        }
        const given = args.map((arg) => (arg.kind === 'scalar' ? numberOf(arg) : array(arg)));
        return call(spec.numpy, ...given) as LibraryArray;
      }
    }
  };
  const result = array(root);
  for (const [node, made] of done) if (made !== result && node.kind !== 'input') made.storage.dispose();
  return result;
}

export class ChainedEngine implements Engine {
  readonly name = 'numpy-ts';
  readonly repeats = false;
  readonly #program: ChainedProgram;
  readonly #scalars: ScalarValues;

  constructor(program: ChainedProgram, scalars: ScalarValues) {
    this.#program = program;
    this.#scalars = scalars;
  }

  /** Every operand is copied, so that numpy-ts sees contiguous arrays from their beginning. */
  reaches(): boolean {
    return false;
  }

  scratch(bytes: number): { readonly buffer: ArrayBufferLike; readonly offset: number } {
    return { buffer: new ArrayBuffer(bytes), offset: 0 };
  }

  bind(operands: readonly Operand[], result: Data | null): Runner {
    const { root, inputs, masked, dtype } = this.#program;
    const Class = librarysStorage();
    const own = masked ? inputs.length - 2 : inputs.length;
    const block = (index: number, count: number): LibraryArray => {
      const of = inputs[index] as DType;
      const part = (operands[index] as Operand).data.subarray(0, count * widthOf(of)) as Data;
      const storage = Class.empty([count], of);
      storage.data.set(part as never);
      return wrap(storage);
    };
    const run = (count: number) => {
      const arrays = Array.from({ length: inputs.length }, (_, index) => block(index, count));
      const computed = runChained(root, arrays.slice(0, own), this.#scalars);
      const cast = computed.dtype === dtype ? computed : computed.astype(dtype);
      let stored: LibraryArray = cast;
      if (masked) stored = call('where', arrays[own], cast, arrays[own + 1]) as LibraryArray;
      const { data, offset } = stored.storage;
      const width = widthOf(dtype);
      (result as Data).set(data.subarray(offset * width, (offset + count) * width) as never);
      for (const array of new Set([...arrays, computed, cast, stored])) if (isArray(array)) array.storage.dispose();
      return undefined;
    };
    return { run };
  }

  end(): void {}
}
