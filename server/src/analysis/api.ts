/**
 * What the analysis tells the outside: facts, functions, findings, fixes, hovers. Plain data; positions are UTF-16
 * offsets into the text that was analysed. Only `lsp/` and `cli/` turn them into lines and protocol types.
 */
import type { Laws } from 'bytelens/laws';
import type { MeasurePlan } from 'bytelens/measure';
import type { Sym } from './domain/sym.ts';
import type { ValueFact } from './domain/values.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Why something is not known, and where that began. */
export interface Reason {
  readonly message: string;
  readonly path: string;
  readonly span: Span | null;
}

export type Order = 'C' | 'F' | 'both' | 'none' | 'unknown';

/** One array-valued expression of a file. */
export interface Site {
  readonly span: Span;
  readonly text: string;
  /** The variable or property that the value is stored into by this very expression, if any. */
  readonly name: string | null;
  readonly library: string | null;
  readonly dtype: string | readonly string[] | null;
  /** A null axis is not known; null as a whole: the rank is not known. */
  readonly shape: readonly (Sym | null)[] | null;
  readonly nbytes: Sym | null;
  /** Where `nbytes` is not known: how many it is at most. */
  readonly atMost: Sym | null;
  /** Bytes that this value really takes (pool class with header, float16 fallback); 0 for a view. */
  readonly resident: Sym | null;
  readonly storage: 'owns' | 'view' | 'unknown';
  readonly order: Order;
  readonly values: ValueFact | null;
  readonly unknown: Reason | null;
  /** What it is one time and another, where it is of several dtypes or shapes and all of them are known; else null. */
  readonly variants: readonly Variant[] | null;
  /** What says what it is, where nothing else is known of it. */
  readonly told: 'comment' | 'type' | null;
  /** Where its size is not known by law: what can be executed to find it out. */
  readonly plan: MeasurePlan | null;
}

export interface Variant {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly nbytes: number;
  readonly resident: number | null;
}

export interface FunctionFacts {
  readonly name: string;
  readonly span: Span;
  /** Most bytes that one execution holds at once beyond what was held at its entry; null with `unknown`. */
  readonly peak: Sym | null;
  readonly unknown: Reason | null;
}

export interface FileFacts {
  readonly path: string;
  readonly text: string;
  readonly sites: readonly Site[];
  readonly functions: readonly FunctionFacts[];
  /** Syntax errors; the rest of the file is analysed all the same. */
  readonly parseErrors: readonly { readonly span: Span; readonly message: string }[];
}

export type Severity = 'warning' | 'information' | 'hint';

export interface Finding {
  /** Stable within one analysis of one text of the file. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  /** What, why, what to do, with bytes. */
  readonly message: string;
  /** Exact bytes now and after the fix; null where the sizes are symbols. */
  readonly bytes: { readonly before: number | null; readonly after: number | null };
  /** The bytes as a formula where they are not numbers. */
  readonly formula: { readonly before: string; readonly after: string } | null;
  readonly related: readonly { readonly path: string; readonly span: Span; readonly message: string }[];
  /** Titles of the fixes, known without computing them. */
  readonly fixTitles: readonly string[];
}

export interface Fix {
  readonly title: string;
  readonly applicability: 'safe' | 'suggestion';
  /** For a suggestion: what the person has to check. */
  readonly check: string | null;
  /** It is safe but for its types, which were not checked yet. */
  readonly untyped?: true;
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
}

/** What a hover says before any measuring; `plan` is what can be executed to measure it. */
export interface HoverFacts {
  readonly span: Span;
  readonly site: Site;
  /** Most bytes held at once by the statement around it, beyond what was held before it. */
  readonly statementPeak: Sym | null;
  /** What a smaller dtype would cost, where the values allow one. */
  readonly smaller: { readonly dtype: string; readonly nbytes: Sym; readonly why: string } | null;
  /** A closed plan whose last step is this value, or why there is none. */
  readonly plan: MeasurePlan | { readonly unavailable: string };
}

/** Where texts come from. The analysis has no file system of its own. */
export interface Host {
  /** The text of a file by absolute path with forward slashes, or null where there is none. */
  read(path: string): string | null;
  /** The files of the project that import this one; absent where the host cannot tell. */
  importers?(path: string): readonly string[];
  /** What the type checker needs besides texts; without it, fixes are not checked for types. */
  readonly types?: TypeFiles;
}

/** The file system, as the type checker asks for packages and settings. Paths are absolute, with forward slashes. */
export interface TypeFiles {
  read(path: string): string | null;
  fileExists(path: string): boolean;
  directoryExists(path: string): boolean;
  /** Names of the folders in a folder. */
  directories(path: string): readonly string[];
  realpath(path: string): string;
  /** The nearest file of one of these names in the folder of `path` or above it. */
  findUp(path: string, names: readonly string[]): string | null;
}

export interface Config {
  /** Findings below this many bytes are not reported. */
  readonly minBytes: number;
  /** Severity by rule; `off` silences it. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

export const DEFAULT_CONFIG: Config = { minBytes: 256 * 1024, rules: {} };

export interface AnalyzerOptions {
  readonly host: Host;
  readonly laws: Laws;
  readonly config?: Config;
  /**
   * How long one question may wait for calls to be executed of which no law is known yet. What is not known by then is
   * told as unknown, and `isSettled` says so.
   */
  readonly patienceMs?: number;
  /** Analyses every program in one piece, for comparing. */
  readonly whole?: boolean;
}
