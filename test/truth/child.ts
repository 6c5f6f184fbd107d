/**
 * Runs one program in a child Node process: with preloads, a time limit, and a report file that a preload may write.
 *
 * Truth and proof both execute programs that people wrote; neither ever does so in its own process.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Names of the environment variables by which a preload finds what to do and where to report. */
export const PLAN_VARIABLE = 'BYTELENS_CHILD_PLAN';
export const REPORT_VARIABLE = 'BYTELENS_CHILD_REPORT';

export interface ChildOptions {
  /** Modules to load before the program, in this order. */
  readonly preload?: readonly string[];
  /** Extra flags for Node. */
  readonly nodeFlags?: readonly string[];
  /** Arguments of the program. */
  readonly args?: readonly string[];
  /** Data for the preloads, as JSON. */
  readonly plan?: unknown;
  readonly cwd?: string;
  readonly timeoutMs?: number;
}

export interface ChildResult<Report> {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly timedOut: boolean;
  /** What the preload wrote, or null when it wrote nothing. */
  readonly report: Report | null;
}

const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * With V8's helper threads, Node 24 sometimes hangs in `process.exit`: a compiler thread waits for a collection that
 * the exiting main thread will never do. One thread is enough here, and runs are alike.
 */
const STEADY_FLAGS = ['--no-warnings', '--single-threaded'];

/** Compiled modules are kept between runs: a third of a short program's time is spent on compiling numpy-ts. */
const COMPILE_CACHE = join(tmpdir(), 'bytelens-compile-cache');

/** Runs `node FLAGS --import PRELOAD… PROGRAM ARGS…` to its end, or kills it when the time is up. */
export async function runChild<Report>(program: string, options: ChildOptions = {}): Promise<ChildResult<Report>> {
  const folder = mkdtempSync(join(tmpdir(), 'bytelens-child-'));
  try {
    const planFile = join(folder, 'plan.json');
    const reportFile = join(folder, 'report.json');
    writeFileSync(planFile, JSON.stringify(options.plan ?? null));
    const preloads = (options.preload ?? []).flatMap((file) => ['--import', pathToFileURL(file).href]);
    const argv = [...STEADY_FLAGS, ...(options.nodeFlags ?? []), ...preloads, program, ...(options.args ?? [])];
    const outcome = await collect(argv, options, { [PLAN_VARIABLE]: planFile, [REPORT_VARIABLE]: reportFile });
    return { ...outcome, report: readReport<Report>(reportFile) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function collect(
  argv: readonly string[],
  options: ChildOptions,
  variables: Readonly<Record<string, string>>,
): Promise<Omit<ChildResult<never>, 'report'>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, {
      cwd: options.cwd ?? process.cwd(),
      env: {
        NODE_COMPILE_CACHE: COMPILE_CACHE,
        ...process.env,
        ...variables,
        NODE_OPTIONS: '',
        NODE_TEST_CONTEXT: '',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    let timedOut = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr, timedOut });
    });
  });
}

function readReport<Report>(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Runs `task` over `items`, `width` at a time, and keeps the order of the results. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  width: number,
  task: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await task(items[index] as Item, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}
