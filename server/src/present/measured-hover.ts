/** A hover with what could be measured in it: asks for the measurement where a closed plan exists. */
import { setTimeout as after } from 'node:timers/promises';
import type { MeasurePlan } from 'bytelens/measure';
import type { HoverFacts } from '../analysis/api.ts';
import type { Engine } from '../engine.ts';
import { type HoverText, hoverText, type Measured, type Place } from './hover.ts';

/** `patience` is how long the hover may wait, in milliseconds; without it, as long as a measurement is given. */
export async function measuredHover(
  engine: Engine,
  facts: HoverFacts,
  place: Place,
  patience?: number,
): Promise<HoverText> {
  if ('unavailable' in facts.plan) return hoverText(facts, null, place);
  return hoverText(facts, await measureWithin(engine, facts.plan, patience), place);
}

/** A measurement that comes too late is there for the next hover. */
async function measureWithin(
  engine: Engine,
  plan: MeasurePlan,
  patience: number | undefined,
): Promise<Measured | null> {
  const measuring = engine.measure(plan);
  if (patience === undefined) return arrived(await measuring);
  const waiting = new AbortController();
  const tooLate = after(patience, null, { signal: waiting.signal }).catch(() => null);
  const first = await Promise.race([measuring, tooLate]);
  waiting.abort();
  return first && arrived(first);
}

function arrived(outcome: Awaited<ReturnType<Engine['measure']>>): Measured | null {
  return 'unavailable' in outcome ? null : outcome;
}
