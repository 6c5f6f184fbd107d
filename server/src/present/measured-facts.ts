/** Facts in which what no law tells, and library calls on literals alone make, was found by executing these calls. */
import type { FileFacts, Site } from '../analysis/api.ts';
import { Sym } from '../analysis/domain/sym.ts';
import type { Engine } from '../engine.ts';
import type { Measured } from './hover.ts';

export interface MeasuredFacts {
  readonly facts: FileFacts;
  /** Those of its sites that were measured. */
  readonly measured: ReadonlySet<Site>;
}

export async function measuredFacts(engine: Engine, facts: FileFacts): Promise<MeasuredFacts> {
  const measured = new Set<Site>();
  const sites: Site[] = [];
  for (const site of facts.sites) {
    const m = site.plan ? await engine.measure(site.plan) : null;
    const known = m && !('unavailable' in m) ? agreeing(site, m) : null;
    if (known) measured.add(known);
    sites.push(known ?? site);
  }
  return { facts: { ...facts, sites }, measured };
}

/** The site with what was measured; null where that contradicts what is known of it. */
function agreeing(site: Site, m: Measured): Site | null {
  const { dtype, shape, storage } = site;
  if (dtype !== null && ![dtype].flat().includes(m.dtype)) return null;
  if (shape && (shape.length !== m.shape.length || shape.some((d, n) => (d?.value ?? m.shape[n]) !== m.shape[n])))
    return null;
  if (m.storage !== null && storage !== 'unknown' && storage !== m.storage) return null;
  return {
    ...site,
    dtype: m.dtype,
    shape: m.shape.map(Sym.of),
    nbytes: Sym.of(m.nbytes),
    atMost: null,
    resident: m.resident === null ? site.resident : Sym.of(m.resident),
    storage: m.storage ?? storage,
    unknown: null,
    plan: null,
  };
}
