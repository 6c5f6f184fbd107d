/**
 * The asking side of the worker: sends a request and blocks until the answer or the time limit. A worker that does not
 * answer in time is ended, and the next request starts a new one.
 */

import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Request, Response, WorkerSetup } from './protocol.ts';

export interface WorkerLimits {
  readonly url: URL;
  /** How long one request may take. */
  readonly timeLimitMs: number;
  /** How much JavaScript heap the worker may take; the library's pool comes on top. */
  readonly heapLimitMiB: number;
}

/** Loading the library takes longer than any request. */
const START_LIMIT_MS = 20_000;

interface Running {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly counter: Int32Array;
  /** Whether it has said that the library is loaded. */
  ready: boolean;
}

/** A request without its number, which the client gives. */
type Question = Request extends infer Each ? (Each extends Request ? Omit<Each, 'id'> : never) : never;

export interface Reply {
  readonly response: Response | string;
  readonly tookMs: number;
}

export class WorkerClient {
  readonly #limits: WorkerLimits;
  #running: Running | null = null;
  #lastId = 0;

  constructor(limits: WorkerLimits) {
    this.#limits = limits;
  }

  /** Starts the worker where there is none, without waiting for it: the first request finds it ready sooner. */
  warm(): void {
    this.#running ??= this.#start();
  }

  #start(): Running {
    const { port1, port2 } = new MessageChannel();
    const signal = new SharedArrayBuffer(4);
    const setup: WorkerSetup = { port: port2, signal };
    const worker = new Worker(this.#limits.url, {
      workerData: setup,
      transferList: [port2],
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapLimitMiB },
      stdout: true,
      stderr: true,
    });
    worker.unref();
    port1.unref();
    // A worker that dies is noticed by the missing answer; the event itself must not end this process.
    worker.on('error', () => {});
    return { worker, port: port1, counter: new Int32Array(signal), ready: false };
  }

  /** The worker, once it is ready; or why there is none. */
  #readied(): Running | string {
    this.warm();
    const running = this.#running as Running;
    if (running.ready) return running;
    running.ready = this.#receive(running, 0, START_LIMIT_MS)?.kind === 'ready';
    if (running.ready) return running;
    this.close();
    return 'the worker that executes numpy-ts did not start';
  }

  #receive(running: Running, id: number, limitMs: number): Response | null {
    const deadline = performance.now() + limitMs;
    for (;;) {
      const seen = Atomics.load(running.counter, 0);
      const received = receiveMessageOnPort(running.port) as { message: Response } | undefined;
      if (received !== undefined) {
        if (received.message.id === id) return received.message;
        continue;
      }
      const left = deadline - performance.now();
      if (left <= 0) return null;
      Atomics.wait(running.counter, 0, seen, left);
    }
  }

  /**
   * The worker's answer, or a sentence that says why there is none, and how long it took, not counting the start of a
   * worker. `limitMs` shortens the time limit for this request.
   */
  ask(question: Question, limitMs: number = this.#limits.timeLimitMs): Reply {
    const running = this.#readied();
    if (typeof running === 'string') return { response: running, tookMs: 0 };
    const started = performance.now();
    const id = ++this.#lastId;
    running.port.postMessage({ ...question, id } satisfies Request);
    const response = this.#receive(running, id, Math.min(limitMs, this.#limits.timeLimitMs));
    const tookMs = performance.now() - started;
    if (response === null) {
      this.close();
      return { response: `the call did not finish within ${this.#limits.timeLimitMs} ms`, tookMs };
    }
    if (response.kind === 'probe' && response.spoiled) this.close();
    return { response: response.kind === 'failed' ? response.message : response, tookMs };
  }

  close(): void {
    const running = this.#running;
    this.#running = null;
    if (running === null) return;
    running.port.close();
    void running.worker.terminate();
  }
}
