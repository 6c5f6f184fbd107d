/** What is known at a place of the text: of the smallest expression, or the variable, that stands there. */
import type { HoverFacts, Site, Span } from './api.ts';
import { elementCount, itemBytes } from './domain/bytes.ts';
import { arrayPart } from './domain/value.ts';
import { DTYPE_INFO, smallestIntDType, type ValueFact } from './domain/values.ts';
import { siteOf } from './facts.ts';
import type { Records, SiteRecord } from './interp/records.ts';
import type { ModuleIR } from './ir/types.ts';
import { planOf } from './plan.ts';

export function hoverAt(records: Records, module: ModuleIR, offset: number): HoverFacts | null {
  const here =
    smallest(records.names.values(), module.path, offset) ?? smallest(records.sites.values(), module.path, offset);
  if (!here) return null;
  const isName = records.names.has(`${here.path}:${here.span.start}:${here.span.end}`);
  const site = siteOf(records, here, module.text, isName ? module.text.slice(here.span.start, here.span.end) : null);
  const a = arrayPart(here.value);
  return {
    span: here.span,
    site,
    statementPeak: statementPeak(records, module, here.span),
    smaller: a ? smaller(site, lifetimeValues(records, here)) : null,
    plan: a ? planOf(records, a) : { unavailable: 'what this is is not known' },
  };
}

function smallest(all: Iterable<SiteRecord>, path: string, offset: number): SiteRecord | null {
  let best: SiteRecord | null = null;
  for (const r of all) {
    if (r.path !== path || r.span.start > offset || r.span.end < offset) continue;
    if (!best || r.span.end - r.span.start < best.span.end - best.span.start) best = r;
  }
  return best;
}

function statementPeak(records: Records, module: ModuleIR, span: Span) {
  let best = null;
  for (const s of records.statements.values()) {
    if (s.path !== module.path || s.span.start > span.start || s.span.end < span.end) continue;
    if (!best || s.span.end - s.span.start < best.span.end - best.span.start) best = s;
  }
  return best && best.why === null ? best.peak : null;
}

/** Every number that the storages of a value ever hold; null where something outside may write them. */
function lifetimeValues(records: Records, r: SiteRecord): ValueFact | null {
  const a = arrayPart(r.value);
  if (!a || a.stores.length === 0) return null;
  let all: ValueFact | null = null;
  for (const id of a.stores) {
    const v = records.storeValues.get(id);
    if (!v) return null;
    all = all
      ? {
          lo: Math.min(all.lo, v.lo),
          hi: Math.max(all.hi, v.hi),
          integral: all.integral && v.integral,
          finite: all.finite && v.finite,
        }
      : v;
  }
  return all;
}

function smaller(site: Site, values: ValueFact | null): HoverFacts['smaller'] {
  if (typeof site.dtype !== 'string' || !values?.integral || !values.finite || site.nbytes === null) return null;
  // What holds nothing shows whatever others leave in that memory.
  if (site.library === 'numpy-ts' && site.storage === 'owns' && site.resident?.value === 0 && site.nbytes.value !== 0)
    return null;
  const target = smallestIntDType(values);
  const now = site.dtype in DTYPE_INFO ? itemBytes([site.dtype as keyof typeof DTYPE_INFO]) : null;
  const count = elementCount(site.shape);
  if (!target || now === null || !count || DTYPE_INFO[target].bytes >= now) return null;
  const range = values.lo === values.hi ? `${values.lo}` : `${values.lo}…${values.hi}`;
  return { dtype: target, nbytes: count.scale(DTYPE_INFO[target].bytes), why: `every value is an integer (${range})` };
}
