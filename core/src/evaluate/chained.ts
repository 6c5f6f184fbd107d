/**
 * The engine that calls numpy-ts's own functions, block by block: for expressions with complex numbers, of which the
 * other engines have no lanes. What it gives is what the chained calls give, by construction.
 */
import { widthOf } from './arrays.ts';
import type { Engine, Operand, Runner } from './engine.ts';
import { EvaluateError } from './errors.ts';
import { call, type Data, type DType, isArray, type LibraryArray, librarysStorage, wrap } from './library.ts';
import { isComparison } from './lower.ts';
import { postorder } from './order.ts';
import { argsOf, type ScalarNode, type ScalarValues, type TypedNode, worthOf } from './typed.ts';

export interface ChainedProgram {
  readonly root: TypedNode;
  /** Dtypes of the inputs, and then of the mask and what is stored already, where the evaluation has them. */
  readonly inputs: readonly DType[];
  readonly masked: boolean;
  readonly dtype: DType;
}

/** Truth values as 0 and 1: numpy-ts's sums of them may be 2. */
function truths({ storage }: LibraryArray): Uint8Array {
  return (storage.data as Uint8Array).map((each) => (each === 0 ? 0 : 1));
}

/** What numpy-ts refuses only when it computes, as an error of this library. */
function typedErrors<T>(node: TypedNode, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    const called = node.kind === 'call' ? node.spec.numpy : 'astype';
    const reason = error instanceof Error ? error.message : String(error);
    throw new EvaluateError('expression', `arguments that numpy-ts's \`${called}\` takes`, `"${reason}"`);
  }
}

/** How often each node is an argument of another one. */
function usesOf(order: readonly TypedNode[]): Map<TypedNode, number> {
  const uses = new Map<TypedNode, number>();
  for (const arg of order.flatMap(argsOf)) uses.set(arg, (uses.get(arg) ?? 0) + 1);
  return uses;
}

/**
 * Runs a typed graph with numpy-ts on arrays of any shape. Intermediate arrays live until they are used for the last time.
 * The caller disposes nothing but the result.
 */
export function runChained(root: TypedNode, arrays: readonly LibraryArray[], scalars: ScalarValues): LibraryArray {
  const done = new Map<TypedNode, LibraryArray>();
  const [sample] = arrays;
  const shape = Array.from(sample?.shape ?? []);
  const worth = (node: ScalarNode) => Number(worthOf(node, scalars));
  const full = (node: ScalarNode, dtype?: DType) => call('full', shape, worth(node), dtype) as LibraryArray;
  const array = (node: TypedNode) => done.get(node) as LibraryArray;
  const make = (node: TypedNode): LibraryArray => {
    switch (node.kind) {
      case 'input':
        return arrays[node.index] as LibraryArray;
      case 'scalar':
        return full(node);
      case 'cast':
        return node.arg.kind === 'scalar' ? full(node.arg, node.dtype) : array(node.arg).astype(node.dtype);
      case 'call': {
        const { spec, args } = node;
        // Where the result is bool, a number counts as a truth value, as in the kernels; comparisons take it as it is.
        const isLogic = node.dtype === 'bool' && args.length > 1 && !isComparison(spec.op);
        const numberOf = (scalar: ScalarNode) => (isLogic ? Number(worth(scalar) !== 0) : worth(scalar));
        const [first, second] = args as [TypedNode, TypedNode];
        if (spec.arity === 2 && first.kind === 'scalar') {
          if (spec.swapped !== undefined) return call(spec.swapped, array(second), numberOf(first)) as LibraryArray;
          return call(spec.numpy, full(first, node.dtype), array(second)) as LibraryArray;
        }
        const given = args.map((arg) => (arg.kind === 'scalar' ? numberOf(arg) : array(arg)));
        return call(spec.numpy, ...given) as LibraryArray;
      }
    }
  };
  const order = postorder(root, argsOf);
  const uses = usesOf(order);
  for (const node of order) {
    if (node.kind === 'scalar' && node !== root) continue;
    const made = typedErrors(node, () => make(node));
    if (node.kind !== 'input' && node.kind !== 'scalar' && node.dtype === 'bool') made.storage.data.set(truths(made));
    done.set(node, made);
    for (const arg of argsOf(node)) {
      const left = (uses.get(arg) as number) - 1;
      uses.set(arg, left);
      if (left > 0 || arg.kind === 'input' || arg.kind === 'scalar') continue;
      if (array(arg) !== array(node)) array(arg).storage.dispose();
      done.delete(arg);
    }
  }
  return array(root);
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
