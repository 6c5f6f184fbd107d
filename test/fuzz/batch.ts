/** Executes programs, many in one child process, plainly or instrumented. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runChild } from '../truth/child.ts';
import { instrument } from '../truth/instrument.ts';
import type { FileTruth } from '../truth/measure.ts';
import type { RunPlan, RunReport } from '../truth/records.ts';

/** What a child is told. */
export interface BatchPlan extends RunPlan {
  /** URLs of modules. */
  readonly programs: readonly string[];
}

/** What one program did. */
export interface Ran {
  readonly stdout: string;
  readonly failure: string | null;
  /** Whether the pool ran full, after which nothing is what it would be. */
  readonly full: boolean;
}

export interface Measured extends Ran {
  readonly truth: FileTruth;
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const CHILD = here('child.ts');
const TRUTH_PRELOADS = [here('../truth/meter.ts'), here('../truth/recorder.ts')];
const PLAIN_PRELOADS = [here('poison.ts')];
/** Inside the repository, so that packages are found; git ignores it. */
const SCRATCH = here('../../.cache/fuzz');
const TIMEOUT_MS = 120_000;

const LOST: Ran = { stdout: '', failure: 'the process ended before its time', full: false };

/** Makes the module a function, which its caller runs. Imports stay where they are. */
function asFunction(code: string): string {
  const lines = code.split('\n');
  const first = lines.findIndex((line) => !line.startsWith('import '));
  const [imports, body] = [lines.slice(0, first), lines.slice(first)];
  return `${imports.join('\n')}\nexport default () => {\n${body.join('\n')}\n};\n`;
}

async function execute(codes: readonly string[], preload: readonly string[]) {
  mkdirSync(SCRATCH, { recursive: true });
  const folder = mkdtempSync(join(SCRATCH, 'run-'));
  try {
    const programs = codes.map((code, i) => {
      const path = join(folder, `p${i}.ts`);
      writeFileSync(path, asFunction(code));
      return pathToFileURL(path).href;
    });
    const plan: BatchPlan = { sources: {}, programs };
    const nodeFlags = ['--expose-gc'];
    const run = await runChild<RunReport>(CHILD, { preload, plan, nodeFlags, timeoutMs: TIMEOUT_MS });
    const ran = run.code === 0 ? (JSON.parse(run.stdout) as Ran[]) : codes.map(() => LOST);
    if (run.code !== 0) process.stderr.write(`a batch failed: ${run.timedOut ? 'time' : run.stderr}\n`);
    return { ran, report: run.report ?? { sites: [], peaks: [] } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs the programs as they are; freed memory is overwritten. */
export async function runAll(texts: readonly string[]): Promise<Ran[]> {
  return texts.length === 0 ? [] : (await execute(texts, PLAIN_PRELOADS)).ran;
}

/** Runs the programs instrumented, and says what each of their sites was. */
export async function measureAll(texts: readonly string[]): Promise<Measured[]> {
  if (texts.length === 0) return [];
  let site = 0;
  let fn = 0;
  const instrumented = texts.map((text, i) => {
    const each = instrument(text, programPath(i), { site, function: fn });
    site += each.sites.length;
    fn += each.functions.length;
    return each;
  });
  const { ran, report } = await execute(
    instrumented.map((each) => each.code),
    TRUTH_PRELOADS,
  );
  const sites = new Map(report.sites.map((record) => [record.site, record]));
  const peaks = new Map(report.peaks.map((record) => [record.function, record]));
  return instrumented.map((each, i) => ({
    ...(ran[i] ?? LOST),
    truth: {
      path: programPath(i),
      sites: each.sites.flatMap((s) => {
        const record = sites.get(s.id);
        return record ? [{ site: s, record }] : [];
      }),
      peaks: each.functions.flatMap((f) => {
        const record = peaks.get(f.id);
        return record ? [{ function: f, record }] : [];
      }),
    },
  }));
}

const programPath = (i: number): string => `/fuzz/p${i}.ts`;
