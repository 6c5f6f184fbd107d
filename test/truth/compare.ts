/**
 * Compares what the analysis says with what a run recorded.
 *
 * A fact must hold for every value that its site ever had. Nothing said is *unknown*; something said that any record
 * contradicts is *wrong*. A claimed array that this run never saw as one (a function that returned null this time, a
 * number) is a *phantom*: listed, because it often is a mistake, but a fact may be about what *may* be an array.
 */
import type { ArrayFact, FileFacts, FunctionFact, Range, Variant } from './facts.ts';
import type { FunctionSite, Site } from './instrument.ts';
import type { FileTruth } from './measure.ts';
import type { ArrayRecord, PeakRecord, SiteRecord } from './records.ts';

export interface Wrong {
  readonly path: string;
  /** One-based. */
  readonly line: number;
  readonly text: string;
  readonly what:
    | 'dtype'
    | 'shape'
    | 'nbytes'
    | 'resident'
    | 'storage'
    | 'order'
    | 'library'
    | 'peak'
    | 'variants'
    | 'atMost';
  readonly claimed: string;
  readonly real: string;
}

/** A claimed array that was none in this run. */
export interface Phantom {
  readonly path: string;
  /** One-based. */
  readonly line: number;
  readonly text: string;
  readonly claimed: string;
}

export interface Unknown {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly what: 'dtype' | 'shape' | 'nbytes';
  readonly reason: string;
}

export interface Comparison {
  /** Sites that were an array at least once. */
  readonly sites: number;
  readonly knownDtype: number;
  /** Dtype and rank. */
  readonly knownRank: number;
  readonly knownBytes: number;
  /** Bytes not known, but how many at most. */
  readonly boundedBytes: number;
  readonly functions: number;
  readonly knownPeaks: number;
  readonly wrong: readonly Wrong[];
  readonly phantoms: readonly Phantom[];
  readonly unknown: readonly Unknown[];
}

const NO_ENTRY = 'no entry for this expression';
const NO_REASON = 'no reason given';

/** Compares one file. `facts` is undefined when the analysis said nothing about the file. */
export function compare(facts: FileFacts | undefined, truth: FileTruth): Comparison {
  const claims = new Map((facts?.arrays ?? []).map((fact) => [rangeKey(fact.range), fact]));
  const wrong: Wrong[] = [];
  const phantoms: Phantom[] = [];
  const unknown: Unknown[] = [];
  const known = { sites: 0, dtype: 0, rank: 0, bytes: 0, bounded: 0 };
  for (const { site, record } of truth.sites) {
    const fact = claims.get(siteKey(site));
    const at = { path: truth.path, line: site.line + 1, text: oneLine(site.text) };
    if (fact !== undefined) {
      for (const contradiction of contradictions(fact, record)) wrong.push({ ...at, ...contradiction });
    }
    if (record.arrays.length === 0) {
      if (fact !== undefined && claimsArray(fact)) {
        phantoms.push({ ...at, claimed: `${show(fact.dtype)} ${show(fact.shape)}` });
      }
      continue;
    }
    known.sites++;
    const gaps = gapsOf(fact);
    const lacks = (what: Unknown['what']) => gaps.some((gap) => gap.what === what);
    if (!lacks('dtype')) known.dtype++;
    if (!lacks('dtype') && !lacks('shape')) known.rank++;
    if (!lacks('nbytes')) known.bytes++;
    else if (fact && fact.atMost !== null) known.bounded++;
    for (const gap of gaps) unknown.push({ ...at, ...gap });
  }
  const peaks = comparePeaks(facts?.functions ?? [], truth);
  return {
    sites: known.sites,
    knownDtype: known.dtype,
    knownRank: known.rank,
    knownBytes: known.bytes,
    boundedBytes: known.bounded,
    functions: truth.peaks.length,
    knownPeaks: peaks.known,
    wrong: [...wrong, ...peaks.wrong],
    phantoms,
    unknown,
  };
}

/** Adds up comparisons of several files. */
export function total(comparisons: readonly Comparison[]): Comparison {
  const sum = (pick: (each: Comparison) => number) => comparisons.reduce((acc, each) => acc + pick(each), 0);
  return {
    sites: sum((each) => each.sites),
    knownDtype: sum((each) => each.knownDtype),
    knownRank: sum((each) => each.knownRank),
    knownBytes: sum((each) => each.knownBytes),
    boundedBytes: sum((each) => each.boundedBytes),
    functions: sum((each) => each.functions),
    knownPeaks: sum((each) => each.knownPeaks),
    wrong: comparisons.flatMap((each) => each.wrong),
    phantoms: comparisons.flatMap((each) => each.phantoms),
    unknown: comparisons.flatMap((each) => each.unknown),
  };
}

type Contradiction = Pick<Wrong, 'what' | 'claimed' | 'real'>;

function contradictions(fact: ArrayFact, record: SiteRecord): Contradiction[] {
  const found: Contradiction[] = [];
  const tell = (what: Wrong['what'], claimed: unknown, real: unknown) =>
    found.push({ what, claimed: show(claimed), real: show(real) });
  const disagree = (holds: (array: ArrayRecord) => boolean) => record.arrays.filter((array) => !holds(array));
  const check = (
    what: Wrong['what'],
    claimed: unknown,
    real: (array: ArrayRecord) => unknown,
    holds: (array: ArrayRecord) => boolean,
  ) => {
    const against = disagree(holds);
    if (against.length > 0) tell(what, claimed, [...new Set(against.map((array) => show(real(array))))].join(' | '));
  };
  const { dtype, shape, nbytes, atMost, resident, storage, order, library } = fact;
  if (library !== null) {
    check(
      'library',
      library,
      (array) => array.library,
      (array) => array.library === library,
    );
  }
  if (dtype !== null) {
    const allowed = typeof dtype === 'string' ? [dtype] : dtype;
    check(
      'dtype',
      dtype,
      (array) => array.dtype,
      (array) => allowed.includes(array.dtype),
    );
  }
  if (shape !== null)
    check(
      'shape',
      shape,
      (array) => array.shape,
      (array) => shapeHolds(shape, array.shape),
    );
  if (nbytes !== null)
    check(
      'nbytes',
      nbytes,
      (array) => array.nbytes,
      (array) => array.nbytes === nbytes,
    );
  if (resident !== null) {
    check(
      'resident',
      resident,
      (array) => array.resident,
      (array) => array.resident === null || array.resident === resident,
    );
  }
  if (storage !== 'unknown') {
    check(
      'storage',
      storage,
      (array) => array.storage,
      (array) => array.storage === null || array.storage === storage,
    );
  }
  if (order !== 'unknown') {
    check(
      'order',
      order,
      (array) => array.orders,
      (array) => array.orders.includes(order),
    );
  }
  if (atMost !== null) {
    check(
      'atMost',
      atMost,
      (array) => array.nbytes,
      (array) => array.nbytes <= atMost,
    );
  }
  if (fact.variants) {
    check(
      'variants',
      fact.variants.map((v) => `${v.dtype} [${v.shape.join(', ')}]`),
      (array) => `${array.dtype} [${array.shape.join(', ')}]`,
      (array) => fact.variants?.some((v) => isVariant(v, array)) ?? false,
    );
  }
  return found;
}

function isVariant(v: Variant, array: ArrayRecord): boolean {
  const same = v.dtype === array.dtype && v.shape.join() === array.shape.join() && v.nbytes === array.nbytes;
  return same && (v.resident === null || array.resident === null || v.resident === array.resident);
}

/** Whether a fact says for certain that there is an array: with a dtype and a shape, and no reason for a doubt. */
function claimsArray(fact: ArrayFact): boolean {
  return fact.dtype !== null && fact.shape !== null && fact.unknown === null;
}

function shapeHolds(claimed: readonly (number | string | null)[], real: readonly number[]): boolean {
  return (
    claimed.length === real.length &&
    claimed.every((length, axis) => typeof length !== 'number' || length === real[axis])
  );
}

function gapsOf(fact: ArrayFact | undefined): Pick<Unknown, 'what' | 'reason'>[] {
  if (fact?.variants) return [];
  const reason = fact === undefined ? NO_ENTRY : (fact.unknown ?? NO_REASON);
  const gaps: Unknown['what'][] = [];
  if (fact === undefined || fact.dtype === null || (Array.isArray(fact.dtype) && fact.dtype.length !== 1)) {
    gaps.push('dtype');
  }
  if (fact === undefined || fact.shape === null) gaps.push('shape');
  if (fact === undefined || fact.nbytes === null) gaps.push('nbytes');
  return gaps.map((what) => ({ what, reason }));
}

/**
 * A claimed peak must lie between the pool bytes that were measured and those plus every typed array that the call
 * created: when a typed array stops being reachable cannot be seen from inside a run.
 */
function comparePeaks(claims: readonly FunctionFact[], truth: FileTruth): { known: number; wrong: Wrong[] } {
  const wrong: Wrong[] = [];
  let known = 0;
  for (const { function: site, record } of truth.peaks) {
    const claim = claims.find((each) => describesFunction(each, site));
    if (claim === undefined || claim.peakBytes === null) continue;
    known++;
    if (peakHolds(claim.peakBytes, record)) continue;
    const real = record.jsBytes === 0 ? `${record.poolBytes}` : `${record.poolBytes} + at most ${record.jsBytes} in JS`;
    const text = `function ${site.name}`;
    wrong.push({ path: truth.path, line: site.line + 1, text, what: 'peak', claimed: `${claim.peakBytes}`, real });
  }
  return { known, wrong };
}

function peakHolds(claimed: number, record: PeakRecord): boolean {
  return claimed >= record.poolBytes && claimed <= record.poolBytes + record.jsBytes;
}

function describesFunction(claim: FunctionFact, site: FunctionSite): boolean {
  const sameStart = claim.range.start.line === site.line && claim.range.start.character === site.character;
  const sameEnd = claim.range.end.line === site.endLine && claim.range.end.character === site.endCharacter;
  return site.name === '(module)' ? claim.name === '(module)' : sameStart && sameEnd;
}

const rangeKey = ({ start, end }: Range) => `${start.line}:${start.character}-${end.line}:${end.character}`;
const siteKey = (site: Site) => `${site.line}:${site.character}-${site.endLine}:${site.endCharacter}`;
const show = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

function oneLine(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ');
  return flat.length <= 100 ? flat : `${flat.slice(0, 97)}…`;
}
