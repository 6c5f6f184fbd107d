/** One file as its islands see it, put together: every place is told in the file's own text. */

import type { FileFacts, Finding, Fix, FunctionFacts, HoverFacts, Reason, Site, Span } from '../api.ts';
import { poolBytes } from '../domain/bytes.ts';
import { toFinding } from '../findings.ts';
import type { TopLevelStep } from '../interp/records.ts';
import type { Edit } from '../rules/types.ts';
import type { Outline } from '../syntax/outline.ts';
import type { Saving } from '../whatif/compare.ts';
import { type Placed, peakOf } from './memory.ts';
import type { Part } from './program.ts';

export class View {
  readonly #path: string;
  readonly #outline: Outline;
  readonly #parts: readonly Part[];
  /** Whether each part can come to an array: the others have no findings. */
  readonly #arrays: readonly boolean[];
  /** Parts without a statement of the file that may change what all share. */
  readonly #elsewhere: readonly Part[];
  /** The part of each finding, and its name there, by its id. */
  #byFinding: Map<string, { readonly part: Part; readonly id: string }> | null = null;
  #findings: Finding[] | null = null;
  #full: boolean | null = null;
  /** The top-level steps of the parts, at their places. */
  readonly #topSteps = new Map<Part, readonly Placed[]>();

  constructor(
    path: string,
    outline: Outline,
    parts: readonly Part[],
    arrays: readonly boolean[],
    elsewhere: readonly Part[] = [],
  ) {
    this.#path = path;
    this.#outline = outline;
    this.#parts = parts;
    this.#arrays = arrays;
    this.#elsewhere = elsewhere;
  }

  /** Whether one of several parts replaces something that all of them share. */
  isMeddled(): boolean {
    return this.#parts.length > 1 && this.#live().some((p) => p.analysis.records.meddled);
  }

  /** Whether some of what it says is unknown only because it was not waited for. */
  get isHasty(): boolean {
    return this.#parts.some((p) => p.analysis.isHasty);
  }

  /** Whether the arrays of the program do not all fit into the library's pool: then what each really takes is not known. */
  #isFull(): boolean {
    if (this.#full === null) {
      const records = this.#live().map((p) => p.analysis.records);
      const pool = this.#pool();
      const held = Math.max(0, ...records.map((r) => r.mostHeld));
      const peak = peakOf(this.#live().map((p) => this.#steps(p)))?.value ?? 0;
      this.#full = pool === null || Math.max(held, peak) > pool;
    }
    return this.#full;
  }

  /** How many bytes fit into the library's pool, which one part configures for all; null where that is not known. */
  #pool(): number | null {
    const pools = [...this.#live(), ...this.#elsewhere].map((p) => p.analysis.records.pool);
    if (pools.includes(null)) return null;
    const configured = pools.filter((pool) => typeof pool === 'number');
    return configured.length === 0 ? poolBytes() : Math.min(...configured);
  }

  facts(): FileFacts {
    const all = this.#parts.map((part) => ({ part, facts: part.analysis.facts(this.#path) }));
    const sites = all.flatMap(({ part, facts }) => facts.sites.flatMap((s) => this.#site(part, s) ?? []));
    const functions = all.flatMap(({ part, facts }) =>
      facts.functions.filter((f) => !isTopLevel(f)).flatMap((f) => this.#function(part, f) ?? []),
    );
    const tops = all.flatMap(({ part, facts }) =>
      facts.functions.filter(isTopLevel).flatMap((f) => this.#function(part, f) ?? []),
    );
    return {
      path: this.#path,
      text: this.#outline.text,
      sites: sites.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
      functions: [this.#topLevel(tops), ...functions.sort((a, b) => a.span.start - b.span.start)],
      parseErrors: this.#outline.parseErrors,
    };
  }

  findings(): Finding[] {
    if (this.#findings) return this.#findings;
    const byFinding = new Map<string, { readonly part: Part; readonly id: string }>();
    const all: Finding[] = [];
    for (const part of this.#live()) {
      for (const found of part.analysis.findings(this.#path, this.#lowers(part))) {
        const finding = this.#finding(part, toFinding(found));
        if (!finding) continue;
        byFinding.set(finding.id, { part, id: found.id });
        all.push(finding);
      }
    }
    this.#byFinding = byFinding;
    this.#findings = all.sort((a, b) => a.span.start - b.span.start);
    return this.#findings;
  }

  fixes(findingId: string): Fix[] {
    this.findings();
    const found = this.#byFinding?.get(findingId);
    if (!found) return [];
    const { part, id } = found;
    return part.analysis.fixes(this.#path, id, this.#lowers(part)).flatMap((fix) => this.#fix(part, fix) ?? []);
  }

  /** Whether a saving in one part lowers the peak of a function, or that of the module as a whole, and raises none. */
  #lowers(part: Part): (saving: Saving) => boolean {
    // The library has functions that read memory which other arrays have left behind, those of other islands too.
    if (this.#live().some((p) => p !== part && p.analysis.readsOthers)) return () => false;
    return ({ inFunctions, before, after, edits }) => {
      const others = this.#others(part);
      const was = peakOf([this.#placed(part, before, []), ...others]);
      const is = peakOf([this.#placed(part, after, edits), ...others]);
      const d = was && is ? was.sub(is).value : null;
      return d === null || d === 0 ? inFunctions : d > 0;
    };
  }

  hover(offset: number): HoverFacts | null {
    for (const part of this.#live()) {
      const here = part.program.text(this.#path)?.fromWhole(offset) ?? null;
      const hover = here === null ? null : part.analysis.hover(this.#path, here);
      const span = hover ? this.#span(part, this.#path, hover.span) : null;
      const site = hover ? this.#site(part, hover.site) : null;
      const statementPeak = hover && !this.#isFull() ? hover.statementPeak : null;
      if (hover && span && site) return { ...hover, span, site, statementPeak };
    }
    return null;
  }

  #live(): readonly Part[] {
    return this.#parts.filter((_, n) => this.#arrays[n]);
  }

  #span(part: Part, path: string, span: Span): Span | null {
    return part.program.text(path)?.toWhole(span) ?? null;
  }

  #reason(part: Part, reason: Reason | null): Reason | null {
    if (reason === null || reason.span === null) return reason;
    return { ...reason, span: this.#span(part, reason.path, reason.span) };
  }

  #site(part: Part, site: Site): Site | null {
    const span = this.#span(part, this.#path, site.span);
    const resident = site.library === 'numpy-ts' && site.storage === 'owns' && this.#isFull() ? null : site.resident;
    const variants = this.#isFull() ? (site.variants?.map((v) => ({ ...v, resident: null })) ?? null) : site.variants;
    // What is computed outside of the pool may differ.
    const plan = this.#isFull() ? null : site.plan;
    return span && { ...site, span, resident, variants, plan, unknown: this.#reason(part, site.unknown) };
  }

  #function(part: Part, f: FunctionFacts): FunctionFacts | null {
    const span = this.#span(part, this.#path, f.span);
    if (span && f.peak?.value !== 0 && this.#isFull())
      return { ...f, span, peak: null, unknown: f.unknown ?? this.#fullPool(span) };
    return span && { ...f, span, unknown: this.#reason(part, f.unknown) };
  }

  #fullPool(span: Span): Reason {
    const message =
      this.#pool() === null
        ? 'how large the program makes the pool of numpy-ts is not known, and what does not fit into it is kept elsewhere'
        : 'more is held at once than fits into the pool of numpy-ts, and what does not is kept elsewhere';
    return { message, path: this.#path, span };
  }

  /** The module itself: what its islands hold in turns. */
  #topLevel(tops: readonly FunctionFacts[]): FunctionFacts {
    const span = { start: 0, end: this.#outline.text.length };
    const [only] = tops;
    if (tops.length === 1 && only) return only;
    const unknown = tops.find((f) => f.peak === null)?.unknown ?? null;
    const full = this.#isFull() ? this.#fullPool(span) : null;
    const peak = unknown || full ? null : peakOf(this.#parts.map((p) => this.#steps(p)));
    const several: Reason = { message: 'sizes of several of its parts are not known', path: this.#path, span };
    return { name: '(module)', span, peak, unknown: peak ? null : (unknown ?? full ?? several) };
  }

  #finding(part: Part, finding: Finding): Finding | null {
    const span = this.#span(part, this.#path, finding.span);
    if (!span) return null;
    const related = finding.related.flatMap((r) => {
      const at = this.#span(part, r.path, r.span);
      return at ? [{ ...r, span: at }] : [];
    });
    return { ...finding, id: `${finding.rule}@${span.start}:${span.end}`, span, related };
  }

  #fix(part: Part, fix: Fix): Fix | null {
    const edits = fix.edits.map((e) => ({ ...e, span: this.#span(part, this.#path, e.span) }));
    if (!edits.every((e): e is typeof e & { span: Span } => e.span !== null)) return null;
    const doubt = fix.applicability === 'safe' ? this.#doubt() : null;
    return doubt === null ? { ...fix, edits } : { ...fix, edits, applicability: 'suggestion', check: doubt };
  }

  /** What of the whole program makes any edit that changes what the pool holds visible, or null. */
  #doubt(): string | null {
    if (this.#outline.evaluates) return 'that it prints the same: it runs code that is in a text (eval)';
    if (this.#isFull())
      return "that it prints the same: not all arrays fit into numpy-ts's pool, and outside of it other numbers are computed";
    if (this.#live().some((p) => p.analysis.records.printsArrays))
      return 'that it prints the same: it prints arrays as objects, which shows where they lie in memory';
    return null;
  }

  #steps(part: Part): readonly Placed[] {
    let steps = this.#topSteps.get(part);
    if (!steps) {
      const own = part.analysis.records.topLevels.get(this.#path) ?? [];
      // What takes nothing does not matter, whenever it runs.
      steps = this.#placed(
        part,
        own.filter((s) => s.ends || s.peak.value !== 0 || s.grown.value !== 0),
        [],
      );
      this.#topSteps.set(part, steps);
    }
    return steps;
  }

  #others(part: Part): (readonly Placed[])[] {
    return this.#live().flatMap((p) => (p === part ? [] : [this.#steps(p)]));
  }

  /** Steps, in the text after `edits`, with their places in the whole text before them. */
  #placed(part: Part, steps: readonly TopLevelStep[], edits: readonly Edit[]): readonly Placed[] {
    const text = part.program.text(this.#path);
    let last = 0;
    return steps.map((step) => {
      const { start } = step.span;
      const before = beforeEdits(start, edits);
      const at = text?.toWhole({ start: before, end: before })?.start ?? last;
      last = at;
      return { ...step, at };
    });
  }
}

function isTopLevel(f: FunctionFacts): boolean {
  return f.name === '(module)';
}

/** Where an offset of the edited text was before the edits; for what is new, where it was put in. */
function beforeEdits(offset: number, edits: readonly Edit[]): number {
  let grown = 0;
  for (const e of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    const start = e.span.start + grown;
    if (offset < start) break;
    if (offset < start + e.newText.length) return e.span.start;
    grown += e.newText.length - (e.span.end - e.span.start);
  }
  return offset - grown;
}
