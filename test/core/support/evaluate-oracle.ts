/**
 * The oracle of `evaluate`: the chained numpy-ts calls that an expression stands for, made from its tree by a walk of
 * the test's own. Plain numbers stand second in a call, as numpy-ts has them.
 */
import * as numpy from 'numpy-ts';
import {
  CONSTANTS,
  FUNCTIONS,
  functionNamed,
  OPERATORS,
  type ScalarValue,
} from '../../../core/src/evaluate/functions.ts';
import { parse, type Tree } from '../../../core/src/evaluate/parse.ts';

export type Numbers = readonly (number | bigint)[];
export type AnyArray = numpy.NDArray;
type Value = AnyArray | ScalarValue;

const library = numpy as unknown as Readonly<Record<string, (...args: unknown[]) => AnyArray>>;

export function isArray(value: unknown): value is AnyArray {
  return value instanceof numpy.NDArrayCore;
}

/** Calls numpy-ts as a person would who writes the expression out. */
export function applyChained(op: string, args: readonly Value[]): Value {
  const spec = functionNamed(op);
  const run = library[spec.numpy] as (...args: unknown[]) => AnyArray;
  if (!args.some(isArray)) return (spec.scalar as (...args: ScalarValue[]) => ScalarValue)(...(args as ScalarValue[]));
  const [first, second] = args;
  if (args.length === 2 && !isArray(first) && isArray(second)) {
    if (spec.swapped !== undefined) return library[spec.swapped]?.(second, Number(first)) as AnyArray;
    return run(second.multiply(0).add(Number(first)), second);
  }
  return run(...args.map((arg) => (isArray(arg) ? arg : Number(arg))));
}

/** The value of an expression by chained calls. */
export function chained(expression: string, variables: Readonly<Record<string, Value>>): Value {
  const visit = (tree: Tree): Value => {
    switch (tree.kind) {
      case 'number':
        return tree.value;
      case 'name':
        return variables[tree.name] ?? (CONSTANTS.get(tree.name) as ScalarValue);
      case 'unary':
        return applyChained(OPERATORS.unary.get(tree.operator) as string, [visit(tree.operand)]);
      case 'binary':
        return applyChained(OPERATORS.binary.get(tree.operator) as string, [visit(tree.left), visit(tree.right)]);
      case 'compare': {
        const [a, b] = tree.operands as [Tree, Tree];
        return applyChained(OPERATORS.binary.get(tree.operators[0] as string) as string, [visit(a), visit(b)]);
      }
      case 'call': {
        const spec = FUNCTIONS.get(tree.name);
        if (spec !== undefined) return applyChained(spec.op, tree.args.map(visit));
        return (visit(tree.args[0] as Tree) as AnyArray).astype(tree.name as 'float64');
      }
      default:
        throw new TypeError(`no chained form of ${tree.kind}`);
    }
  };
  return visit(parse(expression));
}

/** The elements of an array, in C order, as plain numbers. */
export function flat(array: numpy.NDArrayCore): Numbers {
  return Array.from({ length: array.size }, (_, index) => array.storage.iget(index) as number | bigint);
}

const ULP = { float64: [52, -1074], float32: [23, -149], float16: [10, -24] } as const;

/** How many units in the last place of `b` there are between two numbers of a float dtype; 0 if both are NaN. */
export function ulps(a: number, b: number, dtype: keyof typeof ULP): number {
  if (Object.is(a, b) || a === b) return 0;
  if (!Number.isFinite(a) || !Number.isFinite(b))
    return Number.isNaN(a) && Number.isNaN(b) ? 0 : Number.POSITIVE_INFINITY;
  const [digits, least] = ULP[dtype];
  const exponent = b === 0 ? least : Math.max(Math.floor(Math.log2(Math.abs(b))) - digits, least);
  return Math.abs(a - b) / 2 ** exponent;
}
