/**
 * From a tree to a graph of calls with dtypes. Equal subexpressions become one node. Parts without arrays stay plain
 * numbers, which are computed once per evaluation; like in numpy-ts they have no dtype and widen nothing.
 */
import { ExpressionError } from './errors.ts';
import {
  CONSTANTS,
  FUNCTIONS,
  type FunctionSpec,
  functionNamed,
  isTrue,
  OPERATORS,
  REDUCTIONS,
  type ScalarValue,
} from './functions.ts';
import { reducedDType, resultDType } from './infer.ts';
import { type DType, isDType } from './library.ts';
import { postorder } from './order.ts';
import type { Tree } from './parse.ts';

/** What is known of a variable when an expression is compiled. */
export type VariableType =
  | { readonly kind: 'array'; readonly dtype: DType }
  | { readonly kind: 'scalar'; readonly value: ScalarValue; readonly baked: boolean };

export type ScalarValues = ReadonlyMap<string, ScalarValue>;

export interface ScalarNode {
  readonly kind: 'scalar';
  /** Different for different nodes of one graph. Short, however much the node is made of. */
  readonly key: string;
  /** Its value at compile time; at another time only if it is `fixed`. */
  readonly sample: ScalarValue;
  readonly fixed: boolean;
  /** The variable that it is, if it is one. */
  readonly variable: string | null;
  readonly args: readonly ScalarNode[];
  /** Its worth from those of `args`, or of the variables. */
  compute(args: readonly ScalarValue[], values: ScalarValues): ScalarValue;
}
export interface InputNode {
  readonly kind: 'input';
  readonly key: string;
  readonly name: string;
  readonly index: number;
  readonly dtype: DType;
}
export interface CallNode {
  readonly kind: 'call';
  readonly key: string;
  readonly spec: FunctionSpec;
  readonly args: readonly TypedNode[];
  readonly dtype: DType;
}
export interface CastNode {
  readonly kind: 'cast';
  readonly key: string;
  readonly arg: TypedNode;
  readonly dtype: DType;
}
export type ArrayNode = InputNode | CallNode | CastNode;
export type TypedNode = ScalarNode | ArrayNode;

export interface Reduction {
  readonly op: 'sum' | 'prod' | 'min' | 'max' | 'mean';
  /** Null for the whole array. */
  readonly axis: number | null;
  readonly keepdims: boolean;
  readonly dtype: DType;
}

export interface TypedExpression {
  readonly root: TypedNode;
  /** The dtype of the elements before `dtype=` casts them; null for an expression without arrays. */
  readonly natural: DType | null;
  readonly reduction: Reduction | null;
  /** The arrays, in the order of their `index`. */
  readonly inputs: readonly string[];
  /** Plain variables on whose worth a dtype depends: the graph is right for these values only. */
  readonly decisive: ReadonlySet<string>;
}

/** What a tree is made of, from left to right. */
function partsOf(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case 'unary':
      return [tree.operand];
    case 'binary':
      return [tree.left, tree.right];
    case 'compare':
      return tree.operands;
    case 'call':
      return [...tree.args, ...tree.named.values()];
    default:
      return [];
  }
}

/** Names of variables anywhere in a tree. */
export function variablesOf(tree: Tree): Set<string> {
  const names = postorder(tree, partsOf).flatMap((part) => (part.kind === 'name' ? [part.name] : []));
  return new Set(names);
}

/** The nodes that a node is computed from. */
export function argsOf(node: TypedNode): readonly TypedNode[] {
  if (node.kind === 'call') return node.args;
  return node.kind === 'cast' ? [node.arg] : [];
}

/** What a plain node is worth, for these values of the variables. */
export function worthOf(node: ScalarNode, values: ScalarValues): ScalarValue {
  const worths = new Map<ScalarNode, ScalarValue>();
  for (const part of postorder(node, ({ args }) => args)) {
    const args = part.args.map((arg) => worths.get(arg) as ScalarValue);
    worths.set(part, part.compute(args, values));
  }
  return worths.get(node) as ScalarValue;
}

export function isArrayNode(node: TypedNode): node is ArrayNode {
  return node.kind !== 'scalar';
}

class Typer {
  readonly #text: string;
  readonly #variables: ReadonlyMap<string, VariableType>;
  readonly #nodes = new Map<string, TypedNode>();
  readonly inputs: string[] = [];
  /** Plain variables on whose worth a dtype depends. */
  readonly decisive = new Set<string>();

  constructor(text: string, variables: ReadonlyMap<string, VariableType>) {
    this.#text = text;
    this.#variables = variables;
  }

  fail(at: Tree, reason: string): never {
    throw new ExpressionError(this.#text, at.start, reason);
  }

  /** The node that is described so, by the keys of what it is made of; made when it is first wanted. */
  #once<N extends TypedNode>(description: string, make: (key: string) => N): N {
    const known = this.#nodes.get(description);
    if (known !== undefined) return known as N;
    const made = make(`#${this.#nodes.size}`);
    this.#nodes.set(description, made);
    return made;
  }

  /** Notes that the graph depends on what a plain node is worth. */
  decides(node: ScalarNode): void {
    for (const { variable } of postorder(node, ({ args }) => args)) if (variable !== null) this.decisive.add(variable);
  }

  #constant(value: ScalarValue): ScalarNode {
    const description = `${typeof value}:${Object.is(value, -0) ? '-0' : value}`;
    return this.#once(description, (key) => ({
      kind: 'scalar',
      key,
      sample: value,
      fixed: true,
      variable: null,
      args: [],
      compute: () => value,
    }));
  }

  node(tree: Tree): TypedNode {
    switch (tree.kind) {
      case 'number':
        return this.#constant(tree.value);
      case 'string':
        return this.fail(tree, 'a string is only a dtype, the second argument of `astype`');
      case 'name':
        return this.#name(tree, tree.name);
      case 'unary':
        return this.call(tree, OPERATORS.unary.get(tree.operator) as string, [tree.operand]);
      case 'binary':
        return this.#chain(tree);
      case 'compare':
        return this.#compare(tree);
      case 'call':
        return this.#function(tree);
    }
  }

  /** Operators that lean to the left, as `a + b + c + …` does: from the first operand on. */
  #chain(tree: Tree): TypedNode {
    const links: (Tree & { kind: 'binary' })[] = [];
    let first = tree;
    while (first.kind === 'binary') {
      links.push(first);
      first = first.left;
    }
    let result = this.node(first);
    for (const link of links.reverse()) {
      result = this.#apply(link, OPERATORS.binary.get(link.operator) as string, [result, this.node(link.right)]);
    }
    return result;
  }

  #name(tree: Tree, name: string): TypedNode {
    const variable = this.#variables.get(name);
    if (variable?.kind === 'array') {
      return this.#once(`$${name}`, (key) => {
        const index = this.inputs.push(name) - 1;
        return { kind: 'input', key, name, index, dtype: variable.dtype };
      });
    }
    if (variable !== undefined) {
      if (variable.baked) return this.#constant(variable.value);
      return this.#once(`$${name}`, (key) => ({
        kind: 'scalar',
        key,
        sample: variable.value,
        fixed: false,
        variable: name,
        args: [],
        compute: (_, values) => values.get(name) as ScalarValue,
      }));
    }
    const constant = CONSTANTS.get(name);
    if (constant !== undefined) return this.#constant(constant);
    const hint =
      FUNCTIONS.has(name) || REDUCTIONS.has(name) ? ` (there is a function of that name: write \`${name}(…)\`)` : '';
    return this.fail(tree, `there is no variable \`${name}\`${hint}`);
  }

  #compare(tree: Tree & { kind: 'compare' }): TypedNode {
    const { operators, operands } = tree;
    let all: TypedNode | null = null;
    for (const [index, operator] of operators.entries()) {
      const sides = [operands[index] as Tree, operands[index + 1] as Tree].map((side) => this.node(side));
      const one = this.#apply(tree, OPERATORS.binary.get(operator) as string, sides);
      all = all === null ? one : this.#apply(tree, 'logical_and', [all, one]);
    }
    return all as TypedNode;
  }

  call(tree: Tree, op: string, args: readonly Tree[]): TypedNode {
    return this.#apply(
      tree,
      op,
      args.map((arg) => this.node(arg)),
    );
  }

  #apply(tree: Tree, op: string, args: readonly TypedNode[]): TypedNode {
    const spec = functionNamed(op);
    const description = `${op}(${args.map((arg) => arg.key).join(',')})`;
    if (!args.some(isArrayNode)) return this.#scalarCall(description, spec, args as readonly ScalarNode[]);
    if (op === 'power') {
      // numpy-ts makes float64 of integers for negative or fractional exponents.
      for (const arg of args) if (arg.kind === 'scalar') this.decides(arg);
    }
    return this.#once(description, (key) => {
      // The worth of a number matters for powers only; for others any number will do, and the same one always.
      const worth = (arg: ScalarNode) => (op === 'power' ? Number(arg.sample) : 1);
      const types = args.map((arg) => (isArrayNode(arg) ? { dtype: arg.dtype } : { scalar: worth(arg) }));
      try {
        return { kind: 'call', key, spec, args, dtype: resultDType(spec, types) };
      } catch (error) {
        return this.fail(tree, error instanceof Error ? error.message : String(error));
      }
    });
  }

  #scalarCall(description: string, spec: FunctionSpec, args: readonly ScalarNode[]): ScalarNode {
    const call = spec.scalar as (...values: ScalarValue[]) => ScalarValue;
    const sample = () => call(...args.map((arg) => arg.sample));
    if (args.every((arg) => arg.fixed)) return this.#constant(sample());
    return this.#once(description, (key) => ({
      kind: 'scalar',
      key,
      sample: sample(),
      fixed: false,
      variable: null,
      args,
      compute: (worths) => call(...worths),
    }));
  }

  #function(tree: Tree & { kind: 'call' }): TypedNode {
    const { name, args, named } = tree;
    if (REDUCTIONS.has(name))
      this.fail(tree, `\`${name}\` must stand outermost: it is applied to the whole expression`);
    for (const other of named.keys()) this.fail(tree, `\`${name}\` takes no argument \`${other}\``);
    if (name === 'astype') return this.#cast(tree, args[0], args[1]);
    const spec = FUNCTIONS.get(name);
    if (spec === undefined) {
      if (isDType(name)) return this.#castTo(tree, args[0], name, args.length);
      const variable = this.#variables.has(name) ? ' (a variable has that name, and variables cannot be called)' : '';
      return this.fail(tree, `there is no function \`${name}\`${variable}`);
    }
    if (args.length !== spec.arity) {
      this.fail(tree, `\`${name}\` takes ${spec.arity} argument${spec.arity === 1 ? '' : 's'}, got ${args.length}`);
    }
    return this.call(tree, spec.op, args);
  }

  #cast(tree: Tree, arg: Tree | undefined, dtype: Tree | undefined): TypedNode {
    if (arg === undefined || dtype?.kind !== 'string' || !isDType(dtype.value)) {
      return this.fail(dtype ?? tree, "`astype` takes an array and a dtype in quotes, such as `astype(a, 'float32')`");
    }
    return this.#castTo(tree, arg, dtype.value, 1);
  }

  #castTo(tree: Tree, arg: Tree | undefined, dtype: DType, count: number): TypedNode {
    if (arg === undefined || count !== 1) return this.fail(tree, `\`${dtype}\` takes 1 argument, got ${count}`);
    return this.cast(this.node(arg), dtype);
  }

  cast(node: TypedNode, dtype: DType): TypedNode {
    if (isArrayNode(node) && node.dtype === dtype) return node;
    return this.#once(`${dtype}<${node.key}>`, (key) => ({ kind: 'cast', key, arg: node, dtype }));
  }
}

/** A plain argument of a reduction. The graph is right for its worth only. */
function plainArgument(typer: Typer, tree: Tree, name: string): ScalarValue {
  const node = typer.node(tree);
  if (node.kind !== 'scalar') return typer.fail(tree, `\`${name}\` must be a plain value, not an array`);
  typer.decides(node);
  return node.sample;
}

function axisArgument(typer: Typer, tree: Tree): number {
  const value = plainArgument(typer, tree, 'axis');
  if (typeof value === 'boolean' || !Number.isSafeInteger(Number(value))) typer.fail(tree, '`axis` must be an integer');
  return Number(value);
}

function reductionOf(
  typer: Typer,
  tree: Tree & { kind: 'call' },
): { arg: Tree; axis: number | null; keepdims: boolean } {
  const { name, args, named } = tree;
  const [arg, second] = args;
  if (arg === undefined || args.length > 2) return typer.fail(tree, `\`${name}\` takes an expression and an \`axis\``);
  for (const other of named.keys()) {
    if (other !== 'axis' && other !== 'keepdims') typer.fail(tree, `\`${name}\` takes no argument \`${other}\``);
  }
  const byName = named.get('axis');
  if (second !== undefined && byName !== undefined) typer.fail(byName, `\`${name}\` got \`axis\` twice`);
  const place = second ?? byName;
  const none = place?.kind === 'name' && place.name === 'None';
  const axis = place === undefined || none ? null : axisArgument(typer, place);
  const keep = named.get('keepdims');
  const keepdims = keep !== undefined && isTrue(plainArgument(typer, keep, 'keepdims'));
  return { arg, axis, keepdims };
}

/**
 * The typed graph of a tree. `dtype` casts the result (before a reduction). Throws an `ExpressionError` for names that
 * do not exist and for calls that numpy-ts has no loop for.
 */
export function typed(
  text: string,
  tree: Tree,
  variables: ReadonlyMap<string, VariableType>,
  dtype: DType | null,
): TypedExpression {
  const typer = new Typer(text, variables);
  const reduces = tree.kind === 'call' && REDUCTIONS.has(tree.name) && !variables.has(tree.name);
  const given = reduces ? reductionOf(typer, tree) : null;
  let root = typer.node(given?.arg ?? tree);
  const natural = isArrayNode(root) ? root.dtype : null;
  if (dtype !== null && natural !== null) root = typer.cast(root, dtype);
  if (given === null) return { root, natural, reduction: null, inputs: typer.inputs, decisive: typer.decisive };
  if (root.kind === 'scalar') return typer.fail(tree, 'there is no array to reduce');
  const op = (tree as { name: Reduction['op'] }).name;
  const { axis, keepdims } = given;
  const reduction = { op, axis, keepdims, dtype: reducedDType(op, root.dtype) };
  return { root, natural, reduction, inputs: typer.inputs, decisive: typer.decisive };
}
