/**
 * Measurements: executes a plan of library calls for real, in a worker with limits, and reports the bytes it took.
 */

import { Worker } from 'node:worker_threads';
import type { MeasureLimits, MeasurePlan, MeasureResult, PlanArg } from './types.ts';
import type { PlanRequest } from './worker.ts';

export { poolClassBytes } from './pool.ts';
export type * from './types.ts';

export interface MeasurerOptions {
  /** The worker's entry. A bundle passes the URL of its own file. */
  readonly workerUrl?: URL;
  /** JavaScript heap of the worker. Default 512 MiB. */
  readonly heapLimitMiB?: number;
}

export interface Measurer {
  /** Executes a plan. Plans wait for each other. Never rejects. */
  measure(plan: MeasurePlan, limits?: MeasureLimits): Promise<MeasureResult>;
  /** Ends the worker; a later measurement starts a new one. */
  close(): void;
}

const DEFAULT_MEMORY_LIMIT = 192 * 1024 * 1024;
const DEFAULT_TIME_LIMIT = 2000;
const START_LIMIT_MS = 20_000;

/** Bytes that the literals of a plan take before anything is called. */
function literalBytes(arg: PlanArg): number {
  switch (arg.kind) {
    case 'typed':
      return arg.length * ((globalThis[arg.ctor] as { BYTES_PER_ELEMENT: number } | undefined)?.BYTES_PER_ELEMENT ?? 8);
    case 'list':
      return arg.items.reduce((sum, item) => sum + 8 + literalBytes(item), 0);
    case 'listOf':
      return arg.length * (8 + literalBytes(arg.item));
    case 'object':
      return Object.values(arg.fields).reduce((sum, field) => sum + literalBytes(field), 0);
    default:
      return 0;
  }
}

/** Resolves with the worker's next message, or with a sentence when it ends or takes too long. */
function nextMessage(worker: Worker, limitMs: number): Promise<MeasureResult | 'ready' | { readonly failed: string }> {
  return new Promise((resolve) => {
    const settle = (value: MeasureResult | 'ready' | { readonly failed: string }): void => {
      clearTimeout(timer);
      worker.off('message', settle);
      worker.off('error', onError);
      worker.off('exit', onExit);
      resolve(value);
    };
    const onError = (error: Error): void => settle({ failed: `the execution ended: ${error.message}` });
    const onExit = (): void => settle({ failed: 'the execution ended before it was finished' });
    const timer = setTimeout(() => settle({ failed: `the plan did not finish within ${limitMs} ms` }), limitMs);
    worker.on('message', settle);
    worker.on('error', onError);
    worker.on('exit', onExit);
  });
}

export function openMeasurer(options: MeasurerOptions = {}): Measurer {
  const url = options.workerUrl ?? new URL('./worker.ts', import.meta.url);
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const end = (): void => {
    const ended = worker;
    worker = null;
    void ended?.terminate();
  };

  const start = async (): Promise<Worker | string> => {
    const started = new Worker(url, {
      resourceLimits: { maxOldGenerationSizeMb: options.heapLimitMiB ?? 512 },
      stdout: true,
      stderr: true,
    });
    const message = await nextMessage(started, START_LIMIT_MS);
    if (message !== 'ready') {
      void started.terminate();
      return 'the worker that executes numpy-ts did not start';
    }
    // An idle worker must not keep the process alive, nor its end between plans bring it down.
    started.unref();
    started.on('error', () => {});
    started.on('exit', () => {
      if (worker === started) worker = null;
    });
    return started;
  };

  const run = async (plan: MeasurePlan, limits: MeasureLimits): Promise<MeasureResult> => {
    const memoryLimit = limits.memoryLimit ?? DEFAULT_MEMORY_LIMIT;
    const literals = plan.flatMap((step) => step.args).reduce((sum, arg) => sum + literalBytes(arg), 0);
    if (literals > memoryLimit) {
      return {
        ok: false,
        reason: `the literals of the plan take ${literals} bytes, more than the limit of ${memoryLimit}`,
      };
    }
    const running = worker ?? (await start());
    if (typeof running === 'string') return { ok: false, reason: running };
    worker = running;
    running.ref();
    running.postMessage({ plan, memoryLimit } satisfies PlanRequest);
    const message = await nextMessage(running, limits.timeLimit ?? DEFAULT_TIME_LIMIT);
    running.unref();
    if (message === 'ready') return { ok: false, reason: 'the worker answered out of turn' };
    if ('failed' in message) {
      end();
      return { ok: false, reason: message.failed };
    }
    // A call that throws may have left a kernel in the middle of its work.
    if (!message.ok && message.throws !== undefined) end();
    return message;
  };

  return {
    measure(plan, limits = {}) {
      const result = last.then(() => run(plan, limits));
      last = result.catch(() => {});
      return result;
    },
    close: end,
  };
}

let shared: Measurer | null = null;

/** Executes a plan in a worker that all callers share. */
export function measure(plan: MeasurePlan, limits: MeasureLimits = {}): Promise<MeasureResult> {
  shared ??= openMeasurer();
  return shared.measure(plan, limits);
}
