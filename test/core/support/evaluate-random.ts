/** Random expressions, and arrays for them, on which every step stays in the range where numpy-ts is right. */
import type { AnyArray } from './evaluate-oracle.ts';
import { mild } from './evaluate-samples.ts';
import type { Random } from './random.ts';

const SHAPES = [[3, 40], [40], [1, 40], [3, 1], [3, 40]] as const;
const DTYPES = ['float64', 'float32', 'int32', 'uint8', 'int64', 'int16'] as const;

/** Arrays `a` to `d`, of several dtypes and shapes that broadcast. */
export function randomVariables(random: Random): Record<string, AnyArray> {
  const variables: Record<string, AnyArray> = {};
  for (const name of ['a', 'b', 'c', 'd']) {
    const shape = random.pick(SHAPES);
    const size = shape.reduce<number>((total, each) => total * each, 1);
    variables[name] = mild(random, random.pick(DTYPES), size).reshape(...shape) as AnyArray;
  }
  return variables;
}

/** An expression of numbers. */
export function randomExpression(random: Random, depth: number): string {
  const inner = () => randomExpression(random, depth - 1);
  if (depth === 0) return random.pick(['a', 'b', 'c', 'd']);
  switch (random.below(9)) {
    case 0:
      return `(${inner()} + ${inner()})`;
    case 1:
      return `(${inner()} * ${random.pick(['a', 'b', '2', '3'])})`;
    case 2:
      return `(${inner()} / (${random.pick(['a', 'b', 'c'])} + 1))`;
    case 3:
      return `where(${inner()} > ${inner()}, float64(${inner()}), float64(${inner()}))`;
    case 4:
      // No NaN: numpy-ts's comparisons of it are its own.
      return `sqrt(abs(float64(${inner()})))`;
    case 5:
      return `floor(float64(${inner()}) / 3)`;
    case 6:
      return `float32(${inner()})`;
    case 7:
      return `((${inner()} < ${inner()}) * float64(${inner()}))`;
    default:
      return `(${inner()} - ${random.pick(['a', '1', '2'])})`;
  }
}
