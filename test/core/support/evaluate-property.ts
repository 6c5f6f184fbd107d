/** The property that random expressions are tested for: the same dtype, shape and bits as the chained calls. */
import assert from 'node:assert/strict';
import { forbidCompiling } from '../../../core/src/evaluate/engines.ts';
import { evaluate } from '../../../core/src/evaluate/index.ts';
import { type AnyArray, chained, flat } from './evaluate-oracle.ts';
import { randomExpression, randomVariables } from './evaluate-random.ts';
import { Random } from './random.ts';

/** Tests `count` expressions with both engines. */
export function holdsFor(seed: number, count: number, depth: number): void {
  for (let round = 0; round < count; round++) {
    const random = new Random(seed * 100_003 + round);
    const variables = randomVariables(random);
    const text = randomExpression(random, depth);
    const theirs = chained(text, variables) as AnyArray;
    const what = `${text} with ${Object.entries(variables).map(([name, { dtype, shape }]) => `${name}: ${dtype} (${shape})`)} (seed ${seed}, round ${round})`;
    for (const compiled of [true, false]) {
      forbidCompiling(!compiled);
      const ours = evaluate(text, variables) as AnyArray;
      assert.equal(ours.dtype, theirs.dtype, what);
      assert.deepEqual([...ours.shape], [...theirs.shape], what);
      assert.deepEqual(flat(ours), flat(theirs), what);
    }
  }
  forbidCompiling(false);
}
