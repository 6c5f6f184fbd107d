/** The whole comparison: measure programs, ask the analysis about their files, compare. */
import { availableParallelism } from 'node:os';
import { inParallel } from './child.ts';
import { type Comparison, compare, total } from './compare.ts';
import { type FileFacts, factsOf } from './facts.ts';
import { measure, type ProgramTruth } from './measure.ts';

export interface Outcome {
  readonly comparison: Comparison;
  /** Programs that did not run to their end; their sites up to there are compared nevertheless. */
  readonly failed: readonly ProgramTruth[];
}

/** Compares every program; `facts` stands in for the analysis when given. */
export async function check(programs: readonly string[], facts?: ReadonlyMap<string, FileFacts>): Promise<Outcome> {
  const truths = await inParallel(programs, availableParallelism(), (program) => measure(program));
  const files = [...new Map(truths.flatMap((truth) => truth.files).map((file) => [file.path, file])).values()];
  const claims = facts ?? (await factsOf(files.map((file) => file.path)));
  // A module that several programs import has one entry per program: each must agree with the facts.
  const comparisons = truths.flatMap((truth) => truth.files).map((file) => compare(claims.get(file.path), file));
  return { comparison: total(comparisons), failed: truths.filter((truth) => truth.failure !== null) };
}
