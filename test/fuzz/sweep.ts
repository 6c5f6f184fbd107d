/** Checks the programs of many seeds, and says of each failure how to see it again. */
import type { Laws } from 'bytelens/laws';
import { generate } from './generate.ts';
import { checkAll } from './hunt.ts';

/** The pool of one process holds the arrays of this many programs one after the other. */
export const PER_PROCESS = 20;

/** Small, so that small arrays try the rules too. */
const MIN_BYTES = 64;

export interface Swept {
  readonly tried: number;
  readonly ran: number;
  readonly fixes: number;
  readonly failures: readonly string[];
}

/** Checks these programs, one after the other, until they are done or the time is up. */
export async function hunt(
  seeds: readonly number[],
  laws: Laws,
  { singles = true, timeMs = Number.POSITIVE_INFINITY } = {},
): Promise<Swept> {
  const options = { laws, facts: true, fixes: true, minBytes: MIN_BYTES, singles };
  const swept = { tried: 0, ran: 0, fixes: 0, failures: [] as string[] };
  const end = performance.now() + timeMs;
  for (let from = 0; from < seeds.length && performance.now() < end; from += PER_PROCESS) {
    const some = seeds.slice(from, from + PER_PROCESS);
    const checked = await checkAll(
      some.map((seed) => generate(seed).statements),
      options,
    );
    for (const [i, each] of checked.entries()) {
      swept.tried++;
      if (each.ran) swept.ran++;
      swept.fixes += each.fixes;
      for (const { kind, detail } of each.failures) {
        swept.failures.push(`${kind}: ${detail}\nnode test/fuzz/run.ts --seed ${some[i]} --count 1`);
      }
    }
  }
  return swept;
}
