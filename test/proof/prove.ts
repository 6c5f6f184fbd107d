/**
 * Proves a fix by running the program before and after it: the same output,
 * and clearly fewer bytes at the peak.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type ChildResult, runChild } from '../truth/child.ts';
import type { RunPlan } from '../truth/records.ts';
import { type Footprint, NOTICED_BYTES } from './figures.ts';

/** A program, with other texts for some of its files than those on the disk. Keys are paths. */
export interface Version {
  readonly program: string;
  readonly texts?: Readonly<Record<string, string>>;
}

export interface Proof {
  readonly holds: boolean;
  /** Why it does not hold, or null. */
  readonly objection: string | null;
  readonly before: Footprint;
  readonly after: Footprint;
  /** How many bytes less the peak is; 0 where nothing is proven. */
  readonly savedBytes: number;
}

const PRELOADS = ['../truth/serve.ts', '../truth/meter.ts', './footprint.ts'].map((name) =>
  fileURLToPath(new URL(name, import.meta.url)),
);
const NOTHING: Footprint = {
  peakBytes: 0,
  poolPeakBytes: 0,
  jsPeakBytes: 0,
  heapPeakBytes: 0,
  jsAllocatedBytes: 0,
  poolRefusals: 0,
};

/** Runs both versions, one after the other, and compares output and peak. */
export async function prove(before: Version, after: Version): Promise<Proof> {
  const first = await execute(before);
  const second = await execute(after);
  const objection = objectionTo(first, second);
  const figures = { before: first.report ?? NOTHING, after: second.report ?? NOTHING };
  return {
    holds: objection === null,
    objection,
    ...figures,
    savedBytes: objection === null ? figures.before.peakBytes - figures.after.peakBytes : 0,
  };
}

/** Runs one version under the meters. */
export function execute({ program, texts = {} }: Version): Promise<ChildResult<Footprint>> {
  const sources = Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [pathToFileURL(resolve(path)).href, text]),
  );
  const plan: RunPlan = { sources };
  return runChild<Footprint>(resolve(program), { preload: PRELOADS, nodeFlags: ['--expose-gc'], plan });
}

function objectionTo(before: ChildResult<Footprint>, after: ChildResult<Footprint>): string | null {
  if (before.code !== 0 || before.report === null) return `the original fails: ${errorLine(before.stderr)}`;
  if (after.timedOut) return 'the fixed program does not end';
  if (after.code !== 0 || after.report === null) return `the fixed program fails: ${errorLine(after.stderr)}`;
  if (before.stdout.trim() === '') return 'the program prints nothing, so nothing is compared';
  if (before.stdout !== after.stdout) {
    return `other output\n  before: ${before.stdout.trim()}\n  after:  ${after.stdout.trim()}`;
  }
  if (before.report.peakBytes - after.report.peakBytes < NOTICED_BYTES) {
    return `no fewer bytes: ${before.report.peakBytes} before, ${after.report.peakBytes} after`;
  }
  return null;
}

/** The line of a failure's output that says what happened. */
function errorLine(stderr: string): string {
  return stderr.split('\n').find((line) => /^\w*Error\b/.test(line)) ?? stderr.trim();
}

/** Convenience for a fix to one file: the program's own text, rewritten. */
export function proveText(program: string, fixed: string): Promise<Proof> {
  return prove({ program }, { program, texts: { [program]: fixed } });
}

export const readProgram = (program: string): string => readFileSync(program, 'utf8');
