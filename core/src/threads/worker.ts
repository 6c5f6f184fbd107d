/** A thread of the pool: sleeps until there is a job, and helps with it. */
import { type MessagePort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { kernelOn, type Run } from '../evaluate/wasm/instances.ts';
import { type Job, MOST_KERNELS, type Results, WORD, work } from './work.ts';

export interface Setup {
  readonly port: MessagePort;
  readonly words: Int32Array;
  /** Set to 1 when this thread is ready. */
  readonly ready: Int32Array;
  readonly place: number;
}

export interface JobMessage {
  readonly job: Job;
  readonly results: Results;
  /** The number of the kernel that the job is for. */
  readonly kernel: number;
  /** The kernel itself, when this thread does not have it yet. */
  readonly made: { readonly module: WebAssembly.Module; readonly memory: WebAssembly.Memory } | null;
}

const { port, words, ready, place } = workerData as Setup;
const kernels = new Map<number, Run>();

/** The newest job; older ones are over, but may have brought kernels. */
function newest(): JobMessage | null {
  let last: JobMessage | null = null;
  for (;;) {
    const received = receiveMessageOnPort(port) as { message: JobMessage } | undefined;
    if (received === undefined) return last;
    last = received.message;
    if (last.made === null) continue;
    if (kernels.size >= MOST_KERNELS) kernels.delete(kernels.keys().next().value as number);
    kernels.set(last.kernel, kernelOn(last.made.module, last.made.memory));
  }
}

let seen = Atomics.load(words, WORD.job);
Atomics.store(ready, place, 1);
for (;;) {
  Atomics.wait(words, WORD.job, seen);
  seen = Atomics.load(words, WORD.job);
  const message = newest();
  if (message === null) continue;
  Atomics.add(words, WORD.active, 1);
  try {
    work(words, message.job, kernels.get(message.kernel) as Run, message.results);
  } catch {
    // The thread that waits throws; what failed here fails there too, or there is nothing to tell about it.
    Atomics.store(words, WORD.failed, 1);
  }
  Atomics.sub(words, WORD.active, 1);
  Atomics.notify(words, WORD.active);
}
