/**
 * The worker in which the library is executed. It answers one request at a time and keeps nothing between them; the
 * asking thread ends it when it takes too long.
 */

import { isMainThread, workerData } from 'node:worker_threads';
import { runProbe } from './learn.ts';
import { type Library, loadCore, loadLibrary } from './library.ts';
import type { Request, Response, WorkerSetup } from './protocol.ts';
import { reflect } from './reflect.ts';

async function respond(library: Library, request: Request): Promise<Response> {
  const { id } = request;
  try {
    if (request.kind === 'reflect') return { id, kind: 'reflect', reflection: reflect(library) };
    if (request.probe.call.module === 'bytelens') await loadCore(library);
    return { id, kind: 'probe', ...runProbe(library, request.probe) };
  } catch (error) {
    return { id, kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

async function serve({ port, signal }: WorkerSetup): Promise<void> {
  const library = await loadLibrary();
  const counter = new Int32Array(signal);
  const send = (response: Response): void => {
    port.postMessage(response);
    Atomics.add(counter, 0, 1);
    Atomics.notify(counter, 0);
  };
  // The library warns on the console about full memory and the like: not the user's concern.
  console.warn = () => {};
  // Most probed calls that throw do so dozens of times; nobody reads their stacks.
  Error.stackTraceLimit = 0;
  port.on('message', async (request: Request) => send(await respond(library, request)));
  send({ id: 0, kind: 'ready' });
}

if (!isMainThread) await serve(workerData as WorkerSetup);
