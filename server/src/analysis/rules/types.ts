/** What a rule is: one file with its metadata, a documented example, detection over facts, message and fixes. */
import type { Severity, Span } from '../api.ts';
import type { RuleContext } from './context.ts';

export interface RuleMeta {
  readonly id: string;
  /** Bytes that are wasted, or the comments that speak to Bytelens. */
  readonly about: 'waste' | 'comments';
  /** Where the bytes are numbers; where they are symbols it is `information` at most. */
  readonly severity: Severity;
  /** One line. */
  readonly summary: string;
  readonly what: string;
  readonly why: string;
  /** A complete program in which the rule fires once, and the same after its fix. Both are run by a test. */
  readonly example: { readonly before: string; readonly after: string };
  /** Code that looks alike and is right. */
  readonly right: string;
  /** The advice of the articles that it embodies. */
  readonly advice: string;
}

export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** A rewrite that may become a fix. */
export interface Candidate {
  readonly title: string;
  /** `safe` where what-if analysis confirms it; `suggestion` whatever it says. */
  readonly aims: 'safe' | 'suggestion';
  /** What the person has to check where it is a suggestion. */
  readonly check: string;
  readonly edits: () => readonly Edit[] | null;
}

export interface Detection {
  readonly span: Span;
  readonly message: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly formula: { readonly before: string; readonly after: string } | null;
  readonly related: readonly { readonly path: string; readonly span: Span; readonly message: string }[];
  readonly candidates: readonly Candidate[];
  /** Reported only if the first candidate passes what-if analysis. */
  readonly onlyIfSafe: boolean;
}

export interface Rule {
  readonly meta: RuleMeta;
  readonly detect: (r: RuleContext) => Detection[];
}
