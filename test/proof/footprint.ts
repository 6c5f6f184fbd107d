/**
 * Preload: measures how much memory a program held at the most.
 *
 * Pool bytes come from the allocator itself. JavaScript's are what is reachable: after each allocation that matters,
 * the garbage collector runs and the process is asked for the bytes of its array buffers and of its heap. Finalizers
 * do not run inside synchronous code, so collecting does not change the pool.
 */
import { writeFileSync } from 'node:fs';
import { REPORT_VARIABLE } from '../truth/child.ts';
import { environment } from '../truth/environment.ts';
import { meter } from '../truth/meter.ts';
import { type Footprint, NOTICED_BYTES } from './figures.ts';

const collect = (globalThis as { gc?: () => void }).gc;
if (collect === undefined) throw new Error('The footprint preload needs node --expose-gc.');

const reportFile = environment(REPORT_VARIABLE);
collect();
let seenBuffers = process.memoryUsage().arrayBuffers;
const baseBuffers = seenBuffers;
const baseHeap = process.memoryUsage().heapUsed;
let liveBuffers = 0;
const most = { total: 0, js: 0, heap: 0 };

function sample(): void {
  const buffers = process.memoryUsage().arrayBuffers;
  if (Math.abs(buffers - seenBuffers) >= NOTICED_BYTES) {
    collect?.();
    const after = process.memoryUsage();
    seenBuffers = after.arrayBuffers;
    liveBuffers = Math.max(0, seenBuffers - baseBuffers);
    most.heap = Math.max(most.heap, after.heapUsed - baseHeap);
  }
  most.js = Math.max(most.js, liveBuffers);
  most.total = Math.max(most.total, meter.poolInUse + liveBuffers);
}

meter.onAllocate(sample);
process.on('exit', () => {
  const footprint: Footprint = {
    peakBytes: most.total,
    poolPeakBytes: meter.poolPeak,
    jsPeakBytes: most.js,
    heapPeakBytes: most.heap,
    jsAllocatedBytes: meter.jsAllocated,
    poolRefusals: meter.poolRefusals,
  };
  writeFileSync(reportFile, JSON.stringify(footprint));
});
