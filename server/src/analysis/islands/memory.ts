/** The peak of a module's top level, put together from those of its islands: their statements run in turns. */
import { maxSym, Sym } from '../domain/sym.ts';
import type { TopLevelStep } from '../interp/records.ts';

/** A step with its place in the whole module. */
export interface Placed extends TopLevelStep {
  readonly at: number;
}

/** The most bytes held at once when the steps of all islands run in the order of the text; null where sizes of several are not numbers. */
export function peakOf(islands: readonly (readonly Placed[])[]): Sym | null {
  const open = islands.filter((steps) => steps.some((s) => s.peak.value === null || s.grown.value === null));
  if (open.length > 1) return null;
  const steps = islands.flat().sort((a, b) => a.at - b.at);
  if (open.length === 0) return Sym.of(peakOfNumbers(steps));
  let held = Sym.of(0);
  let peak = Sym.of(0);
  for (const s of steps) {
    peak = maxSym(peak, held.add(s.peak));
    held = held.add(s.grown);
    if (s.ends) break;
  }
  return peak;
}

function peakOfNumbers(steps: readonly Placed[]): number {
  let held = 0;
  let peak = 0;
  for (const s of steps) {
    peak = Math.max(peak, held + (s.peak.value ?? 0));
    held += s.grown.value ?? 0;
    if (s.ends) break;
  }
  return peak;
}
