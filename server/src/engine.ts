/**
 * What the front ends (editor, command line) use of the analysis and the core, as interfaces: they depend on these
 * and not on how an analyzer is made, so a test can put its own behind them.
 */
import type { MeasurePlan } from 'bytelens/measure';
import type { Config, FileFacts, Finding, Fix, Host, HoverFacts, Severity } from './analysis/api.ts';
import type { Measured } from './present/hover.ts';

export interface Analysis {
  /** A file's text changed, or it appeared or vanished. */
  invalidate(path: string): void;
  facts(path: string): FileFacts;
  findings(path: string): Finding[];
  /**
   * The fixes of a finding of the current text; none where there is no such finding. With `promptly`, what would take long
   * to load is not waited for, and a fix says that it is `untyped`.
   */
  fixes(path: string, findingId: string, promptly?: boolean): Fix[];
  /** Loads what checking the types of a file's fixes needs. */
  prepareTypes(path: string): void;
  hover(path: string, offset: number): HoverFacts | null;
  /** Whether what was last said of a file is all that can be said; else asking again says more. */
  isSettled(path: string): boolean;
  fixAll(path: string, which: 'safe' | 'suggestions', rule?: string): { text: string; applied: number };
  setConfig(config: Config): void;
}

export interface RuleInfo {
  readonly id: string;
  readonly severity: Severity;
  /** One line. */
  readonly summary: string;
  /** Markdown. */
  readonly page: string;
}

export interface Engine {
  readonly analysis: Analysis;
  /** Executes a closed plan on the bundled library; null where that was not possible in time, with the reason. */
  measure(plan: MeasurePlan): Promise<Measured | { readonly unavailable: string }>;
  close(): void;
}

export interface Engines {
  rules(): Promise<readonly RuleInfo[]>;
  /** `patienceMs`: how long one question may wait for what is not known yet; without it, as long as it takes. */
  open(host: Host, config: Config, patienceMs?: number): Promise<Engine>;
}
