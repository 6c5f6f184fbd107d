/**
 * The worker that executes plans, one at a time.
 */

import { isMainThread, parentPort } from 'node:worker_threads';
import { loadLibrary } from '../laws/library.ts';
import { executePlan } from './execute.ts';
import type { MeasurePlan } from './types.ts';

export interface PlanRequest {
  readonly plan: MeasurePlan;
  readonly memoryLimit: number;
}

if (!isMainThread && parentPort !== null) {
  const port = parentPort;
  const library = await loadLibrary();
  // The library warns on the console about full memory and the like: not the user's concern.
  console.warn = () => {};
  port.on('message', ({ plan, memoryLimit }: PlanRequest) => port.postMessage(executePlan(library, plan, memoryLimit)));
  port.postMessage('ready');
}
