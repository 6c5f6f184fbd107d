/**
 * From the analysis's offsets and sizes to what the command line prints: zero-based UTF-16 lines and characters,
 * numbers where sizes are numbers and formulas where they are not. The shapes are the contract of `docs/cli.md`.
 */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileFacts, Finding, Fix, FunctionFacts, Severity, Site, Span } from '../analysis/api.ts';
import type { Sym } from '../analysis/domain/sym.ts';

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Turns offsets of one text into positions and back. */
export class Lines {
  readonly #document: TextDocument;

  constructor(text: string) {
    this.#document = TextDocument.create('', '', 0, text);
  }

  position(offset: number): Position {
    return this.#document.positionAt(offset);
  }

  range(span: Span): Range {
    return { start: this.position(span.start), end: this.position(span.end) };
  }

  offset(position: Position): number {
    return this.#document.offsetAt(position);
  }

  get count(): number {
    return this.#document.lineCount;
  }

  /** The line without its end. */
  line(index: number): string {
    const text = this.#document.getText({
      start: { line: index, character: 0 },
      end: { line: index + 1, character: 0 },
    });
    return text.replace(/[\r\n]+$/, '');
  }
}

export interface ParseErrorJson {
  readonly range: Range;
  readonly message: string;
}

export interface ArrayJson {
  readonly range: Range;
  readonly text: string;
  readonly name: string | null;
  readonly library: string | null;
  readonly dtype: string | readonly string[] | null;
  readonly shape: readonly (number | string | null)[] | null;
  readonly nbytes: number | null;
  readonly formula: string | null;
  readonly atMost: number | null;
  readonly resident: number | null;
  readonly storage: Site['storage'];
  /** What is contiguous in both orders, as a vector is, counts as C. */
  readonly order: Exclude<Site['order'], 'both'>;
  readonly unknown: string | null;
  readonly variants: Site['variants'];
  /** Found by executing the calls that make it, and not by law. */
  readonly measured: boolean;
}

export interface FunctionJson {
  readonly name: string;
  readonly range: Range;
  readonly peakBytes: number | null;
  readonly formula: string | null;
  readonly unknown: string | null;
}

export interface FactsJson {
  readonly path: string;
  readonly arrays: readonly ArrayJson[];
  readonly functions: readonly FunctionJson[];
  readonly parseErrors: readonly ParseErrorJson[];
}

/** `measured`: the sites that were found by executing the calls that make them. */
export function factsJson(shown: string, facts: FileFacts, measured: ReadonlySet<Site>): FactsJson {
  const lines = new Lines(facts.text);
  return {
    path: shown,
    arrays: facts.sites.map((site) => arrayJson(site, measured.has(site), lines)),
    functions: facts.functions.map((fn) => functionJson(fn, lines)),
    parseErrors: parseErrorsJson(facts, lines),
  };
}

export function parseErrorsJson(facts: FileFacts, lines: Lines): ParseErrorJson[] {
  return facts.parseErrors.map(({ span, message }) => ({ range: lines.range(span), message }));
}

function arrayJson(site: Site, measured: boolean, lines: Lines): ArrayJson {
  return {
    range: lines.range(site.span),
    text: site.text,
    name: site.name,
    library: site.library,
    dtype: site.dtype,
    shape: site.shape?.map((axis) => (axis === null ? null : (axis.value ?? String(axis)))) ?? null,
    nbytes: site.nbytes?.value ?? null,
    formula: formula(site.nbytes),
    atMost: site.atMost?.value ?? null,
    resident: site.resident?.value ?? null,
    storage: site.storage,
    order: site.order === 'both' ? 'C' : site.order,
    unknown: site.unknown?.message ?? null,
    variants: site.variants,
    measured,
  };
}

function functionJson(fn: FunctionFacts, lines: Lines): FunctionJson {
  return {
    name: fn.name,
    range: lines.range(fn.span),
    peakBytes: fn.peak?.value ?? null,
    formula: formula(fn.peak),
    unknown: fn.unknown?.message ?? null,
  };
}

function formula(size: Sym | null): string | null {
  return size === null || size.value !== null ? null : String(size);
}

export interface FixJson {
  readonly title: string;
  readonly applicability: Fix['applicability'];
  readonly check: string | null;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

export interface RelatedJson {
  readonly path: string;
  readonly range: Range | null;
  readonly message: string;
}

export interface DiagnosticJson {
  readonly rule: string;
  readonly severity: Severity;
  readonly range: Range;
  readonly message: string;
  readonly bytes: Finding['bytes'];
  readonly formula: Finding['formula'];
  readonly related: readonly RelatedJson[];
  readonly fixes: readonly FixJson[];
}

/** `related` is converted by the caller, because it may speak of other files. */
export function diagnosticJson(
  finding: Finding,
  fixes: readonly Fix[],
  related: readonly RelatedJson[],
  lines: Lines,
): DiagnosticJson {
  return {
    rule: finding.rule,
    severity: finding.severity,
    range: lines.range(finding.span),
    message: finding.message,
    bytes: finding.bytes,
    formula: finding.formula,
    related,
    fixes: fixes.map(({ title, applicability, check, edits }) => ({
      title,
      applicability,
      check,
      edits: edits.map(({ span, newText }) => ({ range: lines.range(span), newText })),
    })),
  };
}
