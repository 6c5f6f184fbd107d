/**
 * The threads that help with large evaluations in shared memory. They start when they are first wanted, keep nothing
 * alive, and sleep between jobs. The calling thread does its share and waits; it never waits for a thread that has not
 * begun, so that a slow start costs nothing.
 */
import type { MessagePort } from 'node:worker_threads';
import { valueText } from '../errors.ts';
import { EvaluateError } from '../evaluate/errors.ts';
import { kernelOn } from '../evaluate/wasm/instances.ts';
import { CLAIM_BITS, type Job, MOST_JOBS, MOST_KERNELS, type Results, WORD, work } from './work.ts';
import type { JobMessage, Setup } from './worker.ts';

/** More would wait for memory, not compute. */
const MOST_THREADS = 8;

interface Pool {
  /** Where each thread listens, and which kernels it has. */
  readonly threads: readonly { readonly port: MessagePort; readonly kernels: Set<number> }[];
  readonly words: Int32Array;
  readonly ready: Int32Array;
}

let pool: Pool | null = null;
let wanted: number | null = null;
let jobs = 0;

/** Node's module of that name; undefined elsewhere, and in a browser nothing tries to load it. */
function builtin<T>(name: string): T | undefined {
  return (globalThis.process as { getBuiltinModule?(name: string): T } | undefined)?.getBuiltinModule?.(name);
}

/** How many threads compute, the calling one included. */
export function threads(): number {
  if (wanted !== null) return wanted;
  const os = builtin<typeof import('node:os')>('node:os');
  return Math.min(MOST_THREADS, os?.availableParallelism() ?? 1);
}

/**
 * Sets how many threads compute, the calling one included; 1 for none beside it. Takes effect before the first large
 * evaluation; later only 1 and what there was at first can be chosen between.
 */
export function setThreads(count: number): void {
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new EvaluateError('count', 'an integer from 1 up', valueText(count), 'shared.setThreads');
  }
  wanted = Math.min(64, count);
}

function start(): Pool | null {
  const node = builtin<typeof import('node:worker_threads')>('node:worker_threads');
  const helpers = threads() - 1;
  if (node === undefined || helpers < 1) return null;
  const words = new Int32Array(new SharedArrayBuffer(4 * WORD.count));
  const ready = new Int32Array(new SharedArrayBuffer(4 * helpers));
  const started = Array.from({ length: helpers }, (_, place) => {
    const { port1, port2 } = new node.MessageChannel();
    const workerData: Setup = { port: port2, words, ready, place };
    const worker = new node.Worker(new URL('./worker.ts', import.meta.url), { workerData, transferList: [port2] });
    worker.unref();
    port1.unref();
    // A thread that cannot start is one that does not help.
    worker.on('error', () => Atomics.store(ready, place, 0));
    return { port: port1, kernels: new Set<number>() };
  });
  return { threads: started, words, ready };
}

/** How many threads beside the calling one are ready to help. */
export function threadsReady(): number {
  return pool === null ? 0 : pool.ready.reduce((total, each) => total + each, 0);
}

/** Starts the threads, so that the first large evaluation has them. */
export function warmUp(): void {
  pool ??= start();
}

const numbers = new WeakMap<WebAssembly.Module, number>();
let lastNumber = 0;

function numberOf(module: WebAssembly.Module): number {
  let number = numbers.get(module);
  if (number === undefined) {
    number = ++lastNumber;
    numbers.set(module, number);
  }
  return number;
}

/** Notes that a thread is about to have a kernel; false if it has it. The thread forgets in the same order. */
function isNew(kernels: Set<number>, kernel: number): boolean {
  if (kernels.has(kernel)) return false;
  if (kernels.size >= MOST_KERNELS) kernels.delete(kernels.values().next().value as number);
  kernels.add(kernel);
  return true;
}

/** A kernel and the memory that it works in. */
export interface Kernel {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
}

/** Does a job with all threads that are ready. False if there is none. */
export function share(job: Omit<Job, 'number'>, { module, memory }: Kernel, results: Results): boolean {
  warmUp();
  if (pool === null || threads() < 2) return false;
  const { words, ready } = pool;
  const helping = pool.threads.filter((_, place) => Atomics.load(ready, place) === 1).slice(0, threads() - 1);
  if (helping.length === 0) return false;
  jobs = (jobs + 1) % MOST_JOBS;
  const numbered: Job = { ...job, number: jobs };
  Atomics.store(words, WORD.failed, 0);
  Atomics.store(words, WORD.claim, jobs << CLAIM_BITS);
  const kernel = numberOf(module);
  for (const { port, kernels } of helping) {
    const made = isNew(kernels, kernel) ? { module, memory } : null;
    port.postMessage({ job: numbered, results, kernel, made } satisfies JobMessage);
  }
  Atomics.add(words, WORD.job, 1);
  Atomics.notify(words, WORD.job);
  try {
    work(words, numbered, kernelOn(module, memory), results);
  } finally {
    for (;;) {
      const active = Atomics.load(words, WORD.active);
      if (active === 0) break;
      Atomics.wait(words, WORD.active, active);
    }
  }
  if (Atomics.load(words, WORD.failed) !== 0) throw new Error('evaluate: a thread failed');
  return true;
}
