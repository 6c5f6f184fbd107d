/**
 * The text of a hover, the same for the editor and for `bytelens hover`: lines in plain words, each only where it has
 * something to say. A number that is not known is said to be unknown, with the reason; it is never 0.
 */
import type { HoverFacts, Reason, Site, Variant } from '../analysis/api.ts';
import type { Sym } from '../analysis/domain/sym.ts';
import { formatBytes } from '../format/bytes.ts';
import { variantsText } from './variants.ts';

/** What executing the expression on the bundled library gave. */
export interface Measured {
  /** `numpy-ts 1.7.0` */
  readonly library: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly nbytes: number;
  /** Bytes that the value really takes, or null where that could not be told. */
  readonly resident: number | null;
  /** Null where it is one of the arguments itself. */
  readonly storage: 'owns' | 'view' | null;
  /** Executed at a smaller size than the program's, and brought to its size by the law. */
  readonly scaled: boolean;
}

export interface HoverText {
  readonly lines: readonly string[];
  /** Where a measurement and the law differ: a bug in one of them, to be logged. */
  readonly disagreement: string | null;
}

/** Says where a reason began, such as `line 12` or `load.ts:3`. */
export type Place = (reason: Reason) => string | null;

export function hoverText(facts: HoverFacts, measured: Measured | null, place: Place): HoverText {
  const shown = measured ? withMeasured(facts.site, measured) : byLaw(facts.site);
  const disagreement = measured ? disagreementOf(facts.site, measured) : null;
  const lines = [
    measured || !facts.site.variants ? title(shown) : titleOf(facts.site.variants),
    ...storageLines(facts.site, shown),
    ...peakLine(shown, facts.statementPeak),
    ...(facts.smaller
      ? [`${facts.smaller.dtype} would take ${bytes(sizeOf(facts.smaller.nbytes))}: ${facts.smaller.why}`]
      : []),
    ...sourceLine(facts.site, shown, measured, disagreement),
    ...unknownLine(facts.site, shown, place),
  ];
  return { lines, disagreement };
}

/** A number, a formula, or not known. */
type Size = number | string | null;

interface Shown {
  readonly dtype: string | readonly string[] | null;
  readonly shape: readonly Size[] | null;
  readonly nbytes: Size;
  /** Where `nbytes` is not known. */
  readonly atMost: Size;
  readonly resident: Size;
  readonly storage: Site['storage'];
}

function sizeOf(sym: Sym | null): Size {
  return sym === null ? null : (sym.value ?? String(sym));
}

function byLaw({ dtype, shape, nbytes, atMost, resident, storage }: Site): Shown {
  const axes = shape?.map(sizeOf) ?? null;
  return { dtype, shape: axes, nbytes: sizeOf(nbytes), atMost: sizeOf(atMost), resident: sizeOf(resident), storage };
}

/** The measurement is the truth; what it could not tell stays as the law has it. */
function withMeasured(site: Site, { dtype, shape, nbytes, resident, storage }: Measured): Shown {
  return {
    dtype,
    shape,
    nbytes,
    atMost: null,
    resident: resident ?? sizeOf(site.resident),
    storage: storage ?? site.storage,
  };
}

/** `float64 [1024, 1024] · 8,388,608 B (8.00 MiB)` */
function title({ dtype, shape, nbytes, atMost }: Shown): string {
  const type = typeof dtype === 'string' ? dtype : dtype === null ? 'dtype unknown' : dtype.join(' or ');
  const most = atMost === null ? 'size unknown' : `at most ${bytes(atMost)}`;
  const size = nbytes === null ? most : bytes(nbytes);
  const axes = shape === null ? 'shape unknown' : `[${shape.map((axis) => axis ?? '?').join(', ')}]`;
  return `${type}${shape === null ? ', ' : ' '}${axes} · ${size}`;
}

function titleOf(variants: readonly Variant[]): string {
  const { type, bytes } = variantsText(variants);
  return `${type} · ${bytes}`;
}

function bytes(size: Size): string {
  return typeof size === 'number' ? formatBytes(size) : `${size ?? '?'} B`;
}

function storageLines(site: Site, { nbytes, resident, storage }: Shown): string[] {
  const lines: string[] = [];
  if (storage === 'view') lines.push('view: shares its memory, 0 B of its own');
  else if (storage === 'unknown') lines.push('owner or view: unknown');
  else if (resident !== null && resident !== nbytes) lines.push(residentLine(site, resident));
  else lines.push('owner of its memory');
  if (site.order === 'F') lines.push('F-order: its first axis is contiguous');
  if (site.order === 'none') lines.push('neither C- nor F-order: not contiguous');
  return lines;
}

function residentLine(site: Site, resident: number | string): string {
  if (site.library !== 'numpy-ts') return `owner of ${bytes(resident)}`;
  if (resident === 0)
    return 'holds nothing: numpy-ts 1.7 has freed the memory of this result, which others may overwrite';
  return `owner of a pool block of ${bytes(resident)}: numpy-ts rounds up to a power of two, plus 8 B`;
}

function peakLine({ nbytes, resident }: Shown, peak: Sym | null): string[] {
  const most = sizeOf(peak);
  if (most === null || most === nbytes || most === resident || most === 0) return [];
  return [`this statement holds at most ${bytes(most)} at once`];
}

/** Where the numbers come from; nothing where there are none. */
function sourceLine(site: Site, { nbytes }: Shown, measured: Measured | null, disagreement: string | null): string[] {
  if (disagreement !== null && measured) {
    return [`measured on ${measured.library}; ${disagreement}. This is a bug in Bytelens: please report it`];
  }
  if (measured?.scaled) return [`measured on ${measured.library} at a smaller size, brought to this size by law`];
  if (measured) return [`measured on ${measured.library}`];
  if (site.told) return [`as its ${site.told} says`];
  return nbytes !== null && site.library === 'numpy-ts' ? ['by law'] : [];
}

function unknownLine(site: Site, shown: Shown, place: Place): string[] {
  const complete = shown.dtype !== null && shown.nbytes !== null && !shown.shape?.includes(null);
  if (site.unknown === null || complete || site.variants) return [];
  const at = place(site.unknown);
  return [`unknown: ${site.unknown.message}${at === null ? '' : ` (${at})`}`];
}

/** In what the law says otherwise than the measurement. What the law leaves open is no disagreement. */
function disagreementOf(site: Site, m: Measured): string | null {
  const law = byLaw(site);
  const said: string[] = [];
  const dtypes = law.dtype === null ? null : [law.dtype].flat();
  if (dtypes && !dtypes.includes(m.dtype)) said.push(dtypes.join(' or '));
  const shape = law.shape?.every((axis) => typeof axis === 'number') ? law.shape : null;
  if (shape && shape.join() !== m.shape.join()) said.push(`[${shape.join(', ')}]`);
  if (typeof law.nbytes === 'number' && law.nbytes !== m.nbytes) said.push(bytes(law.nbytes));
  if (typeof law.resident === 'number' && m.resident !== null && law.resident !== m.resident) {
    said.push(`${bytes(law.resident)} resident`);
  }
  if (law.storage !== 'unknown' && m.storage !== null && law.storage !== m.storage) {
    said.push(law.storage === 'view' ? 'a view' : 'memory of its own');
  }
  return said.length === 0 ? null : `the law says ${said.join(', ')}`;
}
