/**
 * Runs many small programs in one process, one after the other, and prints what each printed.
 *
 * Each is the default export of a module of its own, so that its arrays can be collected when it has ended.
 */
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { format } from 'node:util';
import { PLAN_VARIABLE } from '../truth/child.ts';
import { environment } from '../truth/environment.ts';
import type { BatchPlan, Ran } from './batch.ts';

const { programs } = JSON.parse(readFileSync(environment(PLAN_VARIABLE), 'utf8')) as BatchPlan;
const gc = (globalThis as { gc?: () => void }).gc;
if (gc === undefined) throw new Error('The programs of a batch need node --expose-gc.');

const results: Ran[] = [];
let lines: string[] = [];
let full = false;
console.log = (...values: unknown[]) => {
  lines.push(format(...values));
};
console.warn = (...values: unknown[]) => {
  if (/memory|wasm/i.test(format(...values))) full = true;
};

for (const url of programs) {
  lines = [];
  full = false;
  let failure: string | null = null;
  try {
    const { default: run } = (await import(url)) as { default: () => void };
    run();
  } catch (error) {
    failure = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  results.push({ stdout: lines.join('\n'), failure, full });
  for (let i = 0; i < 2; i++) {
    gc();
    await setImmediate();
  }
}
process.stdout.write(JSON.stringify(results));
