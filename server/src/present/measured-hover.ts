/** A hover with what could be measured in it: asks for the measurement where a closed plan exists. */
import type { HoverFacts } from '../analysis/api.ts';
import type { Engine } from '../engine.ts';
import { type HoverText, hoverText, type Place } from './hover.ts';

export async function measuredHover(engine: Engine, facts: HoverFacts, place: Place): Promise<HoverText> {
  if ('unavailable' in facts.plan) return hoverText(facts, null, place);
  const measured = await engine.measure(facts.plan);
  return hoverText(facts, 'unavailable' in measured ? null : measured, place);
}
