/**
 * What the core exports, by how it is followed. A test holds these names against the core itself.
 */

/** How paths of the core begin. */
export const CORE = 'bytelens.';

/** Functions that are executed for their laws, as they are called. They keep nothing of what they are given. */
const BY_LAW =
  /^(evaluate|narrow|minDtype|canHold|byteCost|dtypeInfo|sharesMemory|mayShareMemory|isView|contiguity|wouldCopy\.\w+|memory\.(now|poolClassBytes)|shared\.(zeros|ones|empty|full|array|asshared|threads)|ufunc\.\w+(\.(reduce|accumulate|reduceat|outer|at))?)$/;

export function isByLaw(name: string): boolean {
  return BY_LAW.test(name);
}

/** Functions that run the program's own functions, or whose results remember what was done with them before. */
const REASONS: Readonly<Record<string, string>> = {
  lut: 'it runs a function of the program, which is never executed',
  gridLut: 'it runs a function of the program, which is never executed',
  'memory.measure': 'it runs a function of the program, which is never executed',
  'memory.track': 'what was measured is known only when the program runs',
  'memory.reports': 'what was measured is known only when the program runs',
};

/** Why what this function gives is not followed. */
export function whyNotFollowed(name: string): string {
  return (Object.hasOwn(REASONS, name) ? REASONS[name] : undefined) ?? 'it is not followed';
}

/** Functions that change settings only. They give nothing back, and touch no array. */
export const SETTINGS: ReadonlySet<string> = new Set(['shared.setThreads', 'memory.reset']);
