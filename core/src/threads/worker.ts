/** A thread of the pool: sleeps until there is a job, and helps with it. */
import { type MessagePort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { type Job, WORD, work } from './work.ts';

export interface Setup {
  readonly port: MessagePort;
  readonly words: Int32Array;
  /** Set to 1 when this thread is ready. */
  readonly ready: Int32Array;
  readonly place: number;
}

export interface JobMessage {
  readonly job: Job;
  readonly results: Float64Array | BigInt64Array | null;
}

const { port, words, ready, place } = workerData as Setup;
let seen = Atomics.load(words, WORD.job);
Atomics.store(ready, place, 1);
for (;;) {
  Atomics.wait(words, WORD.job, seen);
  seen = Atomics.load(words, WORD.job);
  let newest: JobMessage | null = null;
  for (;;) {
    const received = receiveMessageOnPort(port) as { message: JobMessage } | undefined;
    if (received === undefined) break;
    newest = received.message;
  }
  if (newest === null) continue;
  Atomics.add(words, WORD.active, 1);
  try {
    work(words, newest.job, newest.results);
  } catch {
    // The thread that waits throws; what failed here fails there too, or there is nothing to tell about it.
    Atomics.store(words, WORD.failed, 1);
  }
  Atomics.sub(words, WORD.active, 1);
  Atomics.notify(words, WORD.active);
}
