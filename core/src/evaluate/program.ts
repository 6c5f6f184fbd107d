/**
 * Compiled expressions. A program belongs to an expression and the dtypes of its variables; it is made once and kept.
 */
import type { ChainedProgram } from './chained.ts';
import { foldingOf } from './fold.ts';
import { isWide, type Lane, type LaneGraph, laneOf } from './lanes.ts';
import type { DType } from './library.ts';
import { hasLanes, lower } from './lower.ts';
import { parse, type Tree } from './parse.ts';
import { type TypedExpression, typed, type VariableType, variablesOf } from './typed.ts';
import { WasmProgram } from './wasm/engine.ts';
import type { Folding } from './wasm/reduce.ts';

/** An expression before its variables are known. */
export interface Parsed {
  readonly text: string;
  readonly tree: Tree;
  readonly names: ReadonlySet<string>;
  readonly programs: Map<string, Program>;
}

/** Keeps so many expressions, and so many programs of each; beyond that the oldest go. */
const MOST_KEPT = 256;

const expressions = new Map<string, Parsed>();

function keep<V>(map: Map<string, V>, key: string, value: V): void {
  if (map.size >= MOST_KEPT) map.delete(map.keys().next().value as string);
  map.set(key, value);
}

/** Parses an expression, or finds it among those that were parsed. Throws an `ExpressionError`. */
export function parsed(text: string): Parsed {
  let known = expressions.get(text);
  if (known === undefined) {
    const tree = parse(text);
    known = { text, tree, names: variablesOf(tree), programs: new Map() };
    keep(expressions, text, known);
  }
  return known;
}

/** What the elements are computed for. */
export interface Purpose {
  /** `dtype=`: to which the expression is cast. */
  readonly dtype: DType | null;
  /** The dtype that the result is stored in; null for that of the expression. */
  readonly stored: DType | null;
  readonly masked: boolean;
}

/** One way of computing: elements, a fold of them, or elements added onto what is there. */
export interface Loop {
  readonly graph: LaneGraph;
  readonly fold: Folding | null;
  readonly wasm: WasmProgram;
}

export class Program {
  readonly expression: TypedExpression;
  /** The dtype of the expression's elements, before a reduction. */
  readonly dtype: DType;
  /** The dtype of the result's elements as they are stored. */
  readonly stored: DType;
  readonly inputs: readonly DType[];
  readonly masked: boolean;
  /** False for complex numbers, which only numpy-ts's own functions compute. */
  readonly hasLanes: boolean;
  readonly #loops = new Map<string, Loop>();

  constructor(source: Parsed, variables: ReadonlyMap<string, VariableType>, purpose: Purpose) {
    this.expression = typed(source.text, source.tree, variables, purpose.dtype);
    const { root, inputs, reduction } = this.expression;
    this.dtype = root.kind === 'scalar' ? 'float64' : root.dtype;
    this.stored = purpose.stored ?? reduction?.dtype ?? this.dtype;
    this.inputs = inputs.map((name) => (variables.get(name) as { dtype: DType }).dtype);
    this.masked = purpose.masked;
    this.hasLanes = hasLanes(root) && !this.stored.startsWith('complex');
  }

  #loop(key: string, make: () => { graph: LaneGraph; fold: Folding | null }): Loop {
    let loop = this.#loops.get(key);
    if (loop === undefined) {
      const { graph, fold } = make();
      loop = { graph, fold, wasm: new WasmProgram(graph, fold) };
      this.#loops.set(key, loop);
    }
    return loop;
  }

  /** Elements, stored in `stored`. */
  elements(): Loop {
    const target = { dtype: this.stored, masked: this.masked, accumulate: null };
    return this.#loop('elements', () => ({ graph: lower(this.expression.root, this.inputs, target), fold: null }));
  }

  /** A fold of all elements into one number. */
  folding(): Loop {
    const { root, reduction } = this.expression;
    const op = reduction?.op ?? 'sum';
    // A sum of 64-bit integers wraps; a mean must not.
    const dtype = op === 'mean' && isWide(laneOf(this.dtype) as Lane) ? 'float64' : this.dtype;
    const target = { dtype, masked: false, accumulate: null };
    const fold = foldingOf(op, dtype);
    return this.#loop('folding', () => ({ graph: lower(root, this.inputs, target), fold }));
  }

  /** Elements combined with what is stored already, in `dtype`. */
  accumulating(dtype: DType): Loop {
    const { root, reduction } = this.expression;
    const accumulate = ({ sum: 'add', mean: 'add', prod: 'mul', min: 'min', max: 'max' } as const)[
      reduction?.op ?? 'sum'
    ];
    const target = { dtype, masked: false, accumulate };
    return this.#loop(`accumulating ${dtype}`, () => ({ graph: lower(root, this.inputs, target), fold: null }));
  }

  chained(): ChainedProgram {
    const more: DType[] = this.masked ? ['bool', this.stored] : [];
    return { root: this.expression.root, inputs: [...this.inputs, ...more], masked: this.masked, dtype: this.stored };
  }
}

function find(source: Parsed, variables: ReadonlyMap<string, VariableType>, purpose: Purpose): Program {
  let key = `${purpose.dtype} ${purpose.stored} ${purpose.masked}`;
  for (const [name, type] of variables) {
    const detail = type.kind === 'array' ? type.dtype : `${typeof type.value}${type.baked ? String(type.value) : ''}`;
    key += ` ${name}:${detail}`;
  }
  let program = source.programs.get(key);
  if (program === undefined) {
    program = new Program(source, variables, purpose);
    keep(source.programs, key, program);
  }
  return program;
}

/** The program for variables of these types. Throws an `ExpressionError`. */
export function programFor(source: Parsed, variables: ReadonlyMap<string, VariableType>, purpose: Purpose): Program {
  const program = find(source, variables, purpose);
  const { decisive } = program.expression;
  if (decisive.size === 0) return program;
  const baked = new Map(variables);
  for (const [name, type] of variables) {
    if (type.kind === 'scalar' && decisive.has(name)) baked.set(name, { ...type, baked: true });
  }
  return find(source, baked, purpose);
}
