/**
 * Random calls at sizes of thousands of elements: what the law says, against what the library does.
 */

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { WorkerClient } from '../../core/src/laws/client.ts';
import { allTargets, targetName } from '../../core/src/laws/generate.ts';
import { openLaws } from '../../core/src/laws/index.ts';
import { creationPatterns, patternsOf } from '../../core/src/laws/patterns.ts';
import { type ArgSpec, type CallSpec, type DimExpr, DTYPES } from '../../core/src/laws/types.ts';
import { randomFrom, reclaim, verify } from './support/execute.ts';

const COMPARED = Number(process.env['LAWS_TRUTH_CALLS'] ?? 200);
const SEED = Number(process.env['LAWS_TRUTH_SEED'] ?? 5);
/** Cubic or worse in their arguments: executing them at true size takes the test too long. */
const TOO_SLOW =
  /linalg\.|indices|tri|kron|outer|roots|poly|vander|ix_|correlate|convolve|random\.(multi|hyper|zipf)|_repr|diag|array_equiv|tensordot/;
/** What they return is decided by random numbers or by arguments of the wrong kind turned into text. */
const RANDOM_KIND = /random\.(laplace|gumbel|logistic)/;
const MAX_ELEMENTS = 200_000;

const elements = (shape: readonly DimExpr[]): number => shape.reduce<number>((size, dim) => size * Number(dim), 1);

const laws = openLaws();
const NONSENSE: ArgSpec = { kind: 'string', value: 'no such thing' };

/**
 * Whether the library takes anything at all for the arguments after the first. Such calls compute with garbage, and may
 * write where they should not; nobody's code contains them.
 */
function takesNonsense(call: CallSpec): boolean {
  const args = call.args.map((arg, at) => (at > 0 && ['array', 'string', 'list'].includes(arg.kind) ? NONSENSE : arg));
  if (args.every((arg, at) => arg === call.args[at])) return false;
  return laws.answer({ ...call, args }).ok;
}

after(() => laws.close());

/** Whether the arrays in an argument can be made. */
function isSmall(arg: ArgSpec): boolean {
  if (arg.kind === 'list') return arg.items.every(isSmall);
  return arg.kind !== 'array' || elements(arg.shape) < MAX_ELEMENTS;
}

test(`${COMPARED} random calls agree with their execution (seed ${SEED})`, { timeout: 600_000 }, async (context) => {
  const client = new WorkerClient({
    url: new URL('../../core/src/laws/worker.ts', import.meta.url),
    timeLimitMs: 2000,
    heapLimitMiB: 256,
  });
  const reflected = client.ask({ kind: 'reflect' }).response;
  client.close();
  assert.ok(typeof reflected !== 'string' && reflected.kind === 'reflect');
  const targets = allTargets(reflected.reflection).filter((target) => {
    const name = targetName(target);
    return !TOO_SLOW.test(name) && !RANDOM_KIND.test(name) && name !== 'a.dispose()';
  });
  const random = randomFrom(SEED);
  const upTo = (limit: number): number => Math.floor(random() * limit);
  const counts = { agrees: 0, unknown: 0, throws: 0 };
  while (counts.agrees + counts.unknown < COMPARED) {
    const target = targets[upTo(targets.length)];
    const dtype = DTYPES[upTo(DTYPES.length)];
    assert.ok(target !== undefined && dtype !== undefined);
    const long = random() < 0.4;
    const sizes = long
      ? { n: 5000 + upTo(50_000), m: 2 + upTo(4), k: 2 }
      : { n: 70 + upTo(120), m: 70 + upTo(120), k: 5 + upTo(8) };
    const patterns = [
      ...patternsOf(dtype, sizes),
      ...(target.kind === 'function' ? creationPatterns(sizes.n, sizes.m) : []),
    ].filter(({ args }) => {
      if (target.kind === 'property' && args.length !== 1) return false;
      if (target.kind !== 'function' && args[0]?.kind !== 'array') return false;
      return args.every(isSmall);
    });
    const pattern = patterns[upTo(patterns.length)];
    if (pattern === undefined) continue;
    const call: CallSpec = { module: 'numpy-ts', target, args: pattern.args };
    if (takesNonsense(call)) continue;
    const answer = laws.answer(call);
    // A call that hangs in the worker would hang here.
    if (!answer.ok && /did not finish|too long/.test(answer.reason)) continue;
    // Garbage that the library refuses at small sizes may make it run for hours at large ones.
    if (!answer.ok && answer.throws !== undefined && call.args.length > 1) continue;
    const { verdict, details } = verify(call, answer, random);
    const what = `${targetName(target)} (${pattern.name}, ${dtype}, ${JSON.stringify(sizes)}): ${details.join('; ')}`;
    assert.notEqual(verdict, 'wrong', what);
    if (verdict === 'unknown') context.diagnostic(`unknown: ${what}`);
    if (verdict !== 'wrong') counts[verdict]++;
    if ((counts.agrees + counts.throws) % 4 === 0) await reclaim();
  }
  context.diagnostic(JSON.stringify(counts));
  assert.ok(counts.unknown < COMPARED * 0.05, `too many unknown: ${counts.unknown}`);
});
