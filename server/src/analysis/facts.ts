/** Records to facts: what the interpreter noted of each expression, as the outside is told it. */
import type { MeasurePlan } from 'bytelens/measure';
import type { FileFacts, FunctionFacts, Order, Reason, Site, Span, Variant } from './api.ts';
import { logicalBytes, mostBytes, residentBytes } from './domain/bytes.ts';
import { Sym } from './domain/sym.ts';
import { type ArrayValue, arrayPart, join, unknownPart, type Value } from './domain/value.ts';
import { DTYPE_INFO } from './domain/values.ts';
import type { Records, SiteRecord } from './interp/records.ts';
import type { Block, FunctionIR, ModuleIR } from './ir/types.ts';
import { planOf } from './plan.ts';

export function factsOf(records: Records, module: ModuleIR): FileFacts {
  const names = namesOf(module);
  const sites = [...records.sites.values()]
    .filter((r) => r.path === module.path)
    .map((r) => (arrayPart(r.value) ? r : (records.told.get(`${r.path}:${key(r.span)}`) ?? r)))
    .map((r) => siteOf(records, r, module.text, names.get(key(r.span)) ?? null))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return {
    path: module.path,
    text: module.text,
    sites,
    functions: functionsOf(records, module),
    parseErrors: module.parseErrors,
  };
}

function key(s: Span): string {
  return `${s.start}:${s.end}`;
}

export function siteOf(records: Records, r: SiteRecord, text: string, name: string | null): Site {
  const base = { span: r.span, text: text.slice(r.span.start, r.span.end), name };
  const a = arrayPart(r.value) ?? arrayAmong(r.value);
  if (!a) {
    const reason: Reason = unknownPart(r.value)?.reason ?? meetingKinds(r);
    return {
      ...base,
      library: null,
      dtype: null,
      shape: null,
      nbytes: null,
      atMost: null,
      resident: null,
      storage: 'unknown',
      order: 'unknown',
      values: null,
      unknown: reason,
      variants: null,
      told: null,
      plan: null,
    };
  }
  const variants = variantsOf(r);
  return {
    ...base,
    library: a.library,
    dtype: dtypeName(a),
    shape: a.shape,
    nbytes: logicalBytes(a),
    atMost: mostBytes(a),
    resident: residentBytes(a),
    storage: a.owns,
    order: orderOf(a),
    values: r.facts,
    unknown:
      arrayPart(r.value) === null
        ? meetingKinds(r)
        : missing(a)
          ? variants
            ? several(r, variants)
            : (a.why ?? meeting(r))
          : null,
    variants,
    told: a.told ?? null,
    plan: logicalBytes(a) === null && !variants ? closedPlan(records, a) : null,
  };
}

function closedPlan(records: Records, a: ArrayValue): MeasurePlan | null {
  const plan = planOf(records, a);
  return 'unavailable' in plan ? null : plan;
}

/** The array that the value is where it is one, although it may be something else that is known. */
function arrayAmong(v: Value): ArrayValue | null {
  if (v.k !== 'union' || unknownPart(v)) return null;
  const arrays = v.members.filter((m) => m.k === 'array');
  const all = arrays.length === 0 ? null : arrays.reduce<Value>(join, arrays[0] as Value);
  return all?.k === 'array' ? all : null;
}

function meetingKinds({ path, span }: SiteRecord): Reason {
  return { message: 'several kinds of value meet here', path, span };
}

function meeting({ path, span }: SiteRecord): Reason {
  return { message: 'several arrays meet here', path, span };
}

/** Most variants that are told one by one. */
const MOST_TOLD = 4;

function several({ path, span }: SiteRecord, variants: readonly Variant[]): Reason {
  const kinds = [...new Set(variants.map((v) => `${v.dtype} [${v.shape.join(', ')}]`))];
  const told = kinds.length > MOST_TOLD ? `${kinds.length} of them` : kinds.join(', ');
  return { message: `several arrays meet here: ${told}`, path, span };
}

/** What an expression is one time and another, where that is more than one thing and each is known. */
function variantsOf(r: SiteRecord): readonly Variant[] | null {
  const all = (r.variants ?? []).flatMap((a): Variant[] => {
    const dtype = dtypeName(a);
    const shape = a.shape?.map((d) => d?.value ?? Number.NaN) ?? [];
    const nbytes = logicalBytes(a)?.value ?? null;
    if (typeof dtype !== 'string' || nbytes === null) return [];
    return [{ dtype, shape, nbytes, resident: residentBytes(a)?.value ?? null }];
  });
  return all.length > 1 && all.length === r.variants?.length ? all : null;
}

function missing(a: ArrayValue): boolean {
  return a.dtypes?.length !== 1 || a.shape === null || a.shape.includes(null);
}

function dtypeName(a: ArrayValue): string | readonly string[] | null {
  if (a.ctor === 'Uint8ClampedArray') return 'uint8clamped';
  if (!a.dtypes || a.dtypes.length === Object.keys(DTYPE_INFO).length) return null;
  return a.dtypes.length === 1 ? (a.dtypes[0] as string) : a.dtypes;
}

/**
 * C-order: strides are the products of the later sizes. F-order: of the earlier. Both where they agree. Of axes of length
 * 1, NumPy does not look at the stride, and the flags of numpy-ts do: where that makes a difference, there is no answer.
 */
export function orderOf(a: ArrayValue): Order {
  if (!a.shape || !a.strides) return 'unknown';
  const strict = orderBy(a, true);
  const loose = orderBy(a, false);
  const said = (order: Order): Order => (order === 'both' ? 'C' : order);
  return said(strict) === said(loose) ? loose : 'unknown';
}

function orderBy(a: ArrayValue, strict: boolean): Order {
  const axes = [...(a.shape ?? []).keys()];
  const c = follows(a, axes.toReversed(), strict);
  const f = follows(a, axes, strict);
  if (c === null || f === null) return 'unknown';
  if (c) return f ? 'both' : 'C';
  // A size that is not known may be 1, or what would make it contiguous.
  return (a.shape ?? []).some((dim) => (dim?.value ?? null) === null) ? 'unknown' : f ? 'F' : 'none';
}

/** Whether the strides are those of elements that lie one after the other along `axes`; null where that is not known. */
function follows(a: ArrayValue, axes: readonly number[], strict: boolean): boolean | null {
  let expected: Sym | null = Sym.of(1);
  for (const axis of axes) {
    const dim = a.shape?.[axis] ?? null;
    // One element is contiguous with whatever stride.
    if (dim?.value === 1 && !strict) continue;
    const stride = a.strides?.[axis];
    if (!stride || expected === null) return null;
    if (!stride.equals(expected)) return false;
    expected = dim ? stride.mul(dim) : null;
  }
  return true;
}

function functionsOf(records: Records, module: ModuleIR): FunctionFacts[] {
  const out: FunctionFacts[] = [];
  for (const f of module.functions) {
    if (!f || f.isAmbient || f.name.endsWith(' fields')) continue;
    const r = records.functions.get(`${module.path}:${f.span.start}:${f.span.end}`);
    const never: Reason = { message: 'nothing that is analysed runs it', path: module.path, span: f.span };
    const exact = r && r.why === null ? r.peak : null;
    out.push({ name: f.name, span: f.span, peak: exact, unknown: exact ? null : (r?.why ?? never) });
  }
  return out;
}

const namesCache = new WeakMap<ModuleIR, Map<string, string>>();

/** The name that an expression's value is given by the statement around it, by the expression's range. */
function namesOf(module: ModuleIR): Map<string, string> {
  let names = namesCache.get(module);
  if (!names) {
    names = new Map();
    for (const f of module.functions) if (f) collect(f, names);
    namesCache.set(module, names);
  }
  return names;
}

function collect(f: FunctionIR, names: Map<string, string>): void {
  const spans = new Map<number, Span>();
  const visit = (block: Block): void => {
    for (const s of block) {
      if (s.op === 'annotate' || s.op === 'hint') {
        const inner = spans.get(s.src);
        if (inner) spans.set(s.dst, inner);
      } else if ('dst' in s) spans.set(s.dst, s.span);
      if (s.op === 'store' && s.variable.name !== '') {
        const span = spans.get(s.src);
        if (span) names.set(key(span), s.variable.name);
      } else if (s.op === 'setMember') {
        const span = spans.get(s.src);
        if (span) names.set(key(span), s.name);
      }
      if (s.op === 'if') {
        visit(s.then);
        visit(s.else);
      } else if (s.op === 'loop') {
        visit(s.test ?? []);
        visit(s.body);
        visit(s.update);
      } else if (s.op === 'forOf' || s.op === 'block') visit(s.body);
      else if (s.op === 'try') {
        visit(s.body);
        visit(s.handler ?? []);
        visit(s.final ?? []);
      }
    }
  };
  visit(f.body);
}
