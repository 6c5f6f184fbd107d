/**
 * Preload: gives Node other texts for some files than those on the disk.
 *
 * So a rewritten program runs at the place of the original, and finds the same packages and the same neighbours.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { PLAN_VARIABLE } from './child.ts';
import { environment } from './environment.ts';
import type { RunPlan } from './records.ts';

const plan = JSON.parse(readFileSync(environment(PLAN_VARIABLE), 'utf8')) as RunPlan;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const source = plan.sources[url];
    return source === undefined ? loaded : { ...loaded, source, shortCircuit: true };
  },
});
