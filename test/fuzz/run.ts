/**
 * `node test/fuzz/run.ts [--seed S] [--count N] [--facts] [--fixes] [--min-bytes B] [--keep]`: hunts with random programs.
 *
 * Prints each failing program, made as small as it gets, with what was claimed and what is true. `--keep` leaves it as
 * it is. Exit code 1 when anything failed.
 */
import { parseArgs } from 'node:util';
import { openLaws } from 'bytelens/laws';
import { generate, textOf } from './generate.ts';
import { checkAll, type HuntOptions, shrink } from './hunt.ts';
import { PER_PROCESS } from './sweep.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    facts: { type: 'boolean', default: false },
    fixes: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    show: { type: 'boolean', default: false },
    'min-bytes': { type: 'string', default: '64' },
  },
});
const both = !values.facts && !values.fixes;
const laws = openLaws();
const options: HuntOptions = {
  laws,
  facts: values.facts || both,
  fixes: values.fixes || both,
  minBytes: Number(values['min-bytes']),
  singles: true,
};
const first = Number(values.seed);
const count = Number(values.count);
const totals = { ran: 0, fixes: 0, random: 0, failed: 0 };
const refused = new Map<string, number>();
const kinds = new Map<string, number>();
const add = (counts: Map<string, number>, key: string): number => {
  const n = (counts.get(key) ?? 0) + 1;
  counts.set(key, n);
  return n;
};
/** Failures of one kind that are made smaller: the rest is only counted. */
const MOST_SHRUNK = 3;

for (let from = first; from < first + count; from += PER_PROCESS) {
  const seeds = Array.from({ length: Math.min(PER_PROCESS, first + count - from) }, (_, i) => from + i);
  const programs = seeds.map((seed) => generate(seed));
  if (values.show) for (const p of programs) console.log(textOf(p.statements));
  const checked = await checkAll(
    programs.map((p) => p.statements),
    options,
  );
  for (const [i, each] of checked.entries()) {
    if (each.ran) totals.ran++;
    else add(refused, each.why ?? 'the pool was full');
    totals.fixes += each.fixes;
    if (each.random) {
      totals.random++;
      console.log(`\n=== seed ${programs[i]?.seed} prints what is in memory that it does not own`);
    }
    if (each.failures.length === 0) continue;
    totals.failed++;
    for (const [failure] of Map.groupBy(each.failures, (f) => `${f.kind} ${f.key}`).values()) {
      if (!failure) continue;
      const program = programs[i] as (typeof programs)[number];
      const nth = add(kinds, `${failure.kind} ${failure.key}`);
      console.log(`\n=== seed ${program.seed}: ${failure.kind} ${failure.key}`);
      if (nth > MOST_SHRUNK || values.keep) console.log(failure.detail);
      else {
        const small = await shrink(program.statements, failure, options);
        console.log(`${textOf(small.statements)}--- ${small.failure.detail}`);
      }
    }
  }
}
laws.close();
console.log(
  `\n${totals.ran} of ${count} programs ran, ${totals.fixes} fixed versions, ${totals.random} not compared, ${totals.failed} failed`,
);
for (const [kind, n] of [...kinds].sort((a, b) => b[1] - a[1])) console.log(`  ${n}  ${kind}`);
for (const [why, n] of [...refused].sort((a, b) => b[1] - a[1]).slice(0, 15)) console.log(`  refused ${n}  ${why}`);
process.exitCode = totals.failed > 0 ? 1 : 0;
