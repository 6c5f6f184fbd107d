/**
 * Laws against measurements: random calls of everything that the library exports, on arrays far larger than those that
 * laws are learned on. What the law predicts, and what executing the call gives, are the same.
 */
import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { openLaws } from 'bytelens/laws';
import {
  type Measured,
  type MeasurePlan,
  openMeasurer,
  type PlanArg,
  poolClassBytes,
  type StepMeasure,
} from 'bytelens/measure';
import { allTargets, targetName } from '../../core/src/laws/generate.ts';
import { creationPatterns, type Pattern, patternsOf } from '../../core/src/laws/patterns.ts';
import { loadTable } from '../../core/src/laws/table.ts';
import {
  type ArgSpec,
  type DimExpr,
  DTYPES,
  ITEM_BYTES,
  type Law,
  type Outcome,
  type Target,
} from '../../core/src/laws/types.ts';
import { isUnsteady, UNSTEADY } from '../../server/src/analysis/libraries/numpy-ts/quirks.ts';

/** Calls that are tried, and how many of them must have been compared. */
const CALLS = 6000;
const FEWEST = 1500;
const SIZES = [31, 33, 64, 100, 257, 500];
const MOST_ELEMENTS = 400_000;

const laws = openLaws();
const measurer = openMeasurer();
after(() => {
  laws.close();
  measurer.close();
});

/** Reproducible numbers in [0, 1): the linear congruential generator of Numerical Recipes. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('laws at sizes that they were not learned on', () => {
  it('predict what executing the call gives', { timeout: 30 * 60_000 }, async (t) => {
    const table = loadTable(new URL('../../core/src/laws/data/numpy-ts-1.7.0.json.gz', import.meta.url));
    assert.ok(table);
    const targets = allTargets(table.reflection);
    const random = randomFrom(20_261_120);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const counts = { compared: 0, peaks: 0, unknown: 0, throws: 0 };
    const wrong: string[] = [];
    for (let k = 0; k < CALLS; k++) {
      const target = pick(targets);
      const sizes = { n: pick(SIZES), m: pick(SIZES), k: pick(SIZES) };
      const dtype = pick(DTYPES);
      const all = [
        ...patternsOf(dtype, sizes),
        ...(target.kind === 'function' ? creationPatterns(sizes.n, sizes.m) : []),
      ];
      const pattern = pick(all.filter((p) => fits(target, p)));
      const found = await compare(target, pattern.args);
      if (typeof found === 'string') counts[found as 'unknown' | 'throws']++;
      else {
        counts.compared++;
        counts.peaks += found.peak ? 1 : 0;
        const call = `${targetName(target)} (${pattern.name}) ${dtype} n=${sizes.n} m=${sizes.m} k=${sizes.k}`;
        for (const d of found.differences) wrong.push(`${call}: ${d}`);
      }
    }
    t.diagnostic(JSON.stringify(counts));
    assert.deepEqual(wrong, []);
    assert.ok(counts.compared >= FEWEST, `only ${counts.compared} calls were compared`);
  });
});

function fits(target: Target, pattern: Pattern): boolean {
  const small = pattern.args.every((a) => elementsIn(a) <= MOST_ELEMENTS);
  if (target.kind === 'function') return small;
  if (!small || pattern.args[0]?.kind !== 'array') return false;
  if (target.kind === 'property') return pattern.args.length === 1;
  return target.kind === 'method' || pattern.args[1]?.kind === 'int';
}

function elementsIn(a: ArgSpec): number {
  if (a.kind === 'array') return a.shape.reduce<number>((n, d) => n * (d as number), 1);
  return a.kind === 'list' ? a.items.reduce((n, x) => n + elementsIn(x), 0) : 0;
}

interface Found {
  readonly differences: readonly string[];
  /** Whether the peak was compared too. */
  readonly peak: boolean;
}

async function compare(target: Target, args: readonly ArgSpec[]): Promise<Found | 'unknown' | 'throws'> {
  const answer = laws.answer({ module: 'numpy-ts', target, args });
  if (!answer.ok) return answer.throws === undefined ? 'unknown' : 'throws';
  const steps: MeasurePlan[number][] = [];
  let held = 0;
  const argument = (a: ArgSpec): PlanArg | null => {
    if (a.kind === 'array') {
      const id = `a${steps.length}`;
      const shape: PlanArg = { kind: 'list', items: a.shape.map((d) => ({ kind: 'int', value: d as number })) };
      const made = [shape, { kind: 'string', value: a.dtype } as const];
      steps.push({ id, module: 'numpy-ts', target: { kind: 'function', path: 'ones' }, args: made });
      held += poolClassBytes(elementsIn(a) * ITEM_BYTES[a.dtype]);
      return { kind: 'ref', id };
    }
    if (a.kind === 'int') return { kind: 'int', value: a.value as number };
    if (a.kind === 'typed') return { kind: 'typed', ctor: a.ctor, length: a.length as number };
    if (a.kind === 'list') {
      const items = a.items.map(argument);
      return items.includes(null) ? null : { kind: 'list', items: items as PlanArg[] };
    }
    if (a.kind === 'anyNumber') return { kind: 'float', value: 1.5 };
    if (a.kind === 'listOf' || a.kind === 'object') return null;
    return a as PlanArg;
  };
  const given = args.map(argument);
  if (given.includes(null)) return 'unknown';
  steps.push({ id: 'result', module: 'numpy-ts', target, args: given as PlanArg[] });
  const measured = await measurer.measure(steps, { timeLimit: 20_000 });
  if (!measured.ok) return 'throws';
  const { result } = measured.steps.at(-1) as StepMeasure;
  const { law } = answer;
  const differences = differ(law.outcome, result);
  const peak = peakOf(law, target, args);
  if (peak !== null && differences.length === 0 && measured.peakPoolBytes !== held + peak && held > 0)
    differences.push(`peak ${held + peak}, really ${measured.peakPoolBytes}`);
  return { differences, peak: peak !== null };
}

function differ(said: Outcome, is: Measured): string[] {
  if (said.kind === 'scalar' || said.kind === 'undefined' || said.kind === 'null')
    return said.kind === is.kind ? [] : [`${said.kind}, really ${is.kind}`];
  if (said.kind === 'typed')
    return is.kind === 'typed' && is.ctor === said.ctor && holds(said.length, is.length) ? [] : ['typed array'];
  if (said.kind === 'list' && is.kind === 'list' && said.items.length === is.items.length)
    return said.items.flatMap((x, n) => differ(x, is.items[n] as Measured));
  if (said.kind !== 'array') return [];
  if (is.kind !== 'array') return [`an array, really ${is.kind}`];
  const out: string[] = [];
  if (said.cls !== is.cls) out.push(`${said.cls}, really ${is.cls}`);
  if (said.dtype !== is.dtype) out.push(`${said.dtype}, really ${is.dtype}`);
  if (said.shape.length !== is.shape.length || said.shape.some((d, n) => !holds(d, is.shape[n] as number)))
    out.push(`[${said.shape.map((d) => JSON.stringify(d))}], really [${is.shape}]`);
  if (said.strides?.some((s, n) => s !== is.strides[n])) out.push(`strides ${said.strides}, really ${is.strides}`);
  const kind = is.storage.kind;
  if (said.storage.kind !== 'either' && said.storage.kind !== kind) out.push(`${said.storage.kind}, really ${kind}`);
  if (said.storage.kind === 'owns' && said.backing !== is.backing)
    out.push(`in ${said.backing}, really in ${is.backing}`);
  return out;
}

function holds(said: DimExpr | { readonly unknown: string }, is: number): boolean {
  return typeof said === 'number' ? said === is : typeof said === 'object' && 'unknown' in said;
}

/** The most that the call takes in the pool, where the law says it. */
function peakOf(law: Law, target: Target, args: readonly ArgSpec[]): number | null {
  const { outcome, transient } = law;
  const name = target.kind === 'function' ? target.path : target.kind === 'index' ? 'index' : target.name;
  const sizes = args.map((a) => elementsIn(a));
  if (!transient || UNSTEADY.has(name) || (law.how === 'fitted' && isUnsteady(name, sizes))) return null;
  if (outcome.kind !== 'array' || outcome.shape.some((d) => typeof d !== 'number') || outcome.heldBytes !== undefined)
    return null;
  const items = (outcome.shape as number[]).reduce((a, b) => a * b, 1);
  const owns = outcome.storage.kind === 'owns' && outcome.backing === 'pool';
  if (outcome.storage.kind === 'either') return null;
  const kept = owns ? poolClassBytes(items * outcome.storedItemBytes) : 0;
  const inside = transient.pool.reduce((sum, b) => sum + poolClassBytes((b.items as number) * b.itemBytes), 0);
  return transient.early ? Math.max(inside, kept) : kept + inside;
}
